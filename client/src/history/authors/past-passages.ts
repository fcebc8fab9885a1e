/** Which words of a text that is only read are chosen, and which lines it has to choose from. */

import {isBlock} from '../prose.tsx';
import type {Passage} from './passage.ts';

/** The chosen words inside `text`, line by line in reading order; [] when none are. */
export function chosenPassages(text: Element): readonly Passage[] {
  const selection = globalThis.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || range.collapsed) return [];
  const found = new Map<string, Passage>();
  for (const piece of text.querySelectorAll<HTMLElement>('[data-line]')) {
    const chosen = range.intersectsNode(piece) ? chosenIn(piece, range) : null;
    if (!chosen || chosen.text === '') continue;
    const {line} = chosen;
    const before = found.get(line);
    found.set(
      line,
      before ? {...chosen, from: before.from, text: `${before.text}${chosen.text}`} : chosen,
    );
  }
  return [...found.values()];
}

function chosenIn(piece: HTMLElement, range: Range): Passage {
  const words = piece.textContent ?? '';
  const at = Number(piece.dataset['at']);
  const [start, end] = [lengthBefore(piece, range, 'start'), lengthBefore(piece, range, 'end')];
  return {
    line: piece.dataset['line'] ?? '',
    from: at + start,
    until: at + end,
    text: words.slice(start, end),
  };
}

/** How much of a piece lies before an end of the range, which may stand in words or between elements. */
function lengthBefore(piece: HTMLElement, range: Range, end: 'start' | 'end'): number {
  const before = globalThis.document.createRange();
  before.selectNodeContents(piece);
  const [node, offset] =
    end === 'start'
      ? [range.startContainer, range.startOffset]
      : [range.endContainer, range.endOffset];
  const where = before.comparePoint(node, offset);
  if (where < 0) return 0;
  if (where === 0) before.setEnd(node, offset);
  return before.toString().length;
}

/** Every line with words in it, whole, in the order of the text. */
export function linesIn(blocks: readonly unknown[]): readonly Passage[] {
  const found = new Map<string, Passage>();
  const visit = (node: unknown): void => {
    if (!isBlock(node)) return;
    const [line, at] = [Reflect.get(node, 'line'), Reflect.get(node, 'at')];
    if (typeof line === 'string' && typeof at === 'number' && node.text) {
      const {text} = node;
      const before = found.get(line);
      const until = at + text.length;
      found.set(
        line,
        before ? {...before, until, text: `${before.text}${text}`} : {line, from: at, until, text},
      );
    }
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  return [...found.values()];
}
