/** What jsdom lacks because it draws nothing: places on the screen, which an editor asks for. */

import {configure} from '@testing-library/react';

Range.prototype.getClientRects = () => Object.assign([], {item: () => null});
Range.prototype.getBoundingClientRect = () => new DOMRect();

// A second is too little for a busy machine; what never comes fails all the same.
configure({asyncUtilTimeout: 10_000});
