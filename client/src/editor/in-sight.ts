/** Brings a piece of the text into sight, between the bars that stick to the edges of the window. */

/** `top`: right under the bars; `nearest`: no further than is needed. */
export function bringInSight(element: Element, where: 'top' | 'nearest'): void {
  const {top, bottom} = element.getBoundingClientRect();
  const room = roomForText();
  const toTop = top - room.top;
  const toBottom = Math.min(toTop, bottom - room.bottom);
  const by = where === 'top' ? toTop : toTop < 0 ? toTop : Math.max(0, toBottom);
  if (by !== 0) window.scrollBy({top: by});
}

/** Enough to see that there is more. */
const margin = 16;

interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** Scrolling asks for it at every side of everything around the caret, in one go. */
let known: Room | null = null;

/** What of the window is left for the text, in pixels from its top. */
export function roomForText(): Room {
  if (!known) {
    known = measureRoom();
    queueMicrotask(() => (known = null));
  }
  return known;
}

function measureRoom(): Room {
  let [top, bottom] = [0, window.innerHeight];
  for (const bar of document.querySelectorAll(
    '.document-line, .toolbar-dock, .find-bar, .comment-bar',
  )) {
    const {position, insetBlockStart} = getComputedStyle(bar);
    const box = bar.getBoundingClientRect();
    // On a phone the buttons are docked at the bottom, above the keyboard.
    if (position === 'fixed') bottom = Math.min(bottom, box.top);
    if (position === 'sticky')
      top = Math.max(top, (Number.parseFloat(insetBlockStart) || 0) + box.height);
  }
  return {top: top === 0 ? 0 : top + margin, bottom: bottom - margin};
}

/** Looking for the bars goes over all of the text, and the editor asks at every key. */
const typingMs = 1_000;
let whileTyping: {readonly room: Room; readonly until: number} | null = null;

function roomWhileTyping(): Room {
  if (!whileTyping || whileTyping.until < performance.now())
    whileTyping = {room: roomForText(), until: performance.now() + typingMs};
  return whileTyping.room;
}

// A bar that comes takes the focus, and a keyboard on the screen takes room.
for (const event of ['focusin', 'focusout', 'resize'])
  globalThis.window?.addEventListener(event, () => (whileTyping = null));

/** The same for the editor's own scrolling: how near to the edges of the window a caret may come. */
export const scrollMargins = {
  get top() {
    return roomWhileTyping().top;
  },
  get bottom() {
    return window.innerHeight - roomWhileTyping().bottom;
  },
  left: 0,
  right: 0,
};
