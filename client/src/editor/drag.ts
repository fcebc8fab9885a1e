/** Dragging a block by its grip: where it would land, drawn as a line, and landing there. */

import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {moveTo} from './block-acts.ts';
import {blockNow, type BlockTarget} from './block-menu.tsx';
import {roomForText} from './in-sight.ts';
import {type Gap, mayHold, type Movable} from './movable.ts';

/** A gap and where its line goes, in pixels of the window. */
interface Landing {
  readonly gap: Gap;
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

/** Less is a press that trembled. */
const startsAfter = 5;
/** So near to an edge of the text the page scrolls along. */
const edge = 48;
const scrollStep = 14;

/** To be called when the grip is pressed; it ends by itself, by letting go or by Escape. */
export function startDrag(
  editor: Editor,
  target: BlockTarget,
  pressed: PointerEvent,
  grip: HTMLElement,
): void {
  const line = document.createElement('div');
  line.className = 'drop-line';
  const stop = new AbortController();
  let [x, y] = [pressed.clientX, pressed.clientY];
  let landing: Landing | null = null;
  let frame: number | null = null;

  function look(): void {
    frame = requestAnimationFrame(look);
    const room = roomForText();
    if (y < room.top + edge) window.scrollBy({top: -scrollStep});
    if (y > room.bottom - edge) window.scrollBy({top: scrollStep});
    const block = blockNow(editor, target);
    landing = block ? landingAt(editor, block, x, y) : null;
    line.hidden = landing === null;
    if (!landing) return;
    Object.assign(line.style, {
      left: `${landing.left}px`,
      width: `${landing.width}px`,
      top: `${landing.top}px`,
    });
  }

  function move(event: PointerEvent): void {
    [x, y] = [event.clientX, event.clientY];
    if (frame !== null || Math.hypot(x - pressed.clientX, y - pressed.clientY) < startsAfter)
      return;
    document.body.classList.add('is-dragging');
    editor.view.dom.parentElement?.append(line);
    look();
  }

  function end(isDropped: boolean): void {
    stop.abort();
    if (frame !== null) cancelAnimationFrame(frame);
    document.body.classList.remove('is-dragging');
    line.remove();
    const block = isDropped && landing ? blockNow(editor, target) : null;
    if (block && landing) moveTo(editor, block.pos, landing.gap);
  }

  const {signal} = stop;
  grip.setPointerCapture(pressed.pointerId);
  grip.addEventListener('pointermove', move, {signal});
  grip.addEventListener('pointerup', () => end(true), {signal});
  grip.addEventListener('pointercancel', () => end(false), {signal});
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') end(false);
    },
    {signal, capture: true},
  );
}

/** The nearest gap under the pointer, in the innermost block that may hold it; null when it stays. */
function landingAt(editor: Editor, block: Movable, x: number, y: number): Landing | null {
  const {view} = editor;
  const column = view.dom.getBoundingClientRect();
  const left = Math.min(Math.max(x, column.left + 4), column.right - 4);
  const found = view.posAtCoords({left, top: y});
  if (!found) return null;
  const $pos = view.state.doc.resolve(found.pos);
  for (let {depth} = $pos; depth >= 0; depth -= 1) {
    const holder = $pos.node(depth);
    const start = $pos.start(depth);
    const isInside = depth > 0 && $pos.before(depth) >= block.pos && start <= endOf(block);
    if (isInside || !mayHold(holder, block.node.type)) continue;
    const parentPos = depth > 0 ? $pos.before(depth) : null;
    return gapIn(editor, {holder, start, parentPos}, block, y);
  }
  return null;
}

interface Holder {
  readonly holder: ProseMirrorNode;
  /** Where its content begins. */
  readonly start: number;
  readonly parentPos: number | null;
}

function gapIn(
  {view}: Editor,
  {holder, start, parentPos}: Holder,
  block: Movable,
  y: number,
): Landing | null {
  let best: Landing | null = null;
  holder.forEach((child, offset, index) => {
    const element = view.nodeDOM(start + offset);
    if (!(element instanceof Element)) return;
    const {top, bottom, left, width} = element.getBoundingClientRect();
    if (width === 0) return;
    const offer = (gap: number, at: number) => {
      const isNearer = best === null || Math.abs(at - y) < Math.abs(best.top - y);
      if (isNearer) best = {gap: {parentPos, index: gap}, left, width, top: at};
    };
    // Titles and lines of facts stay before everything else.
    const isBlock = child.type.isInGroup('block') || child.type.isInGroup('planBlock');
    if (isBlock) offer(index, top - 4);
    offer(index + 1, bottom + 4);
  });
  const found = best as Landing | null;
  const isHere = found !== null && parentPos === block.parentPos && isAround(found.gap, block);
  return isHere ? null : found;
}

function isAround({index}: Gap, block: Movable): boolean {
  return index === block.index || index === block.index + 1;
}

function endOf({pos, node}: Movable): number {
  return pos + node.nodeSize;
}
