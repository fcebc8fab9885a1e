/** What jsdom lacks because it draws nothing: places on the screen, which an editor asks for. */

Range.prototype.getClientRects = () => Object.assign([], {item: () => null});
Range.prototype.getBoundingClientRect = () => new DOMRect();
