/** Where others are in the text: a line in their side's colour and pattern, with name and side. */

import type {Side} from '@samenspel/shared';
import {editor as words} from '../words/editor.ts';

export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

/** The person in an awareness state, or null when it names none: anybody may send anything. */
export function writerOf(user: unknown): Writer | null {
  if (typeof user !== 'object' || user === null) return null;
  const {id, name, side} = user as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return side === 'informal' || side === 'formal' ? {id, name, side} : null;
}

/** `clientId` is of the tab they write in; `carets.ts` finds the drawing again by it. */
export function drawCaret(user: unknown, clientId: number): HTMLElement {
  const writer = writerOf(user);
  const caret = document.createElement('span');
  caret.className = writer ? `caret caret-${writer.side}` : 'caret caret-hidden';
  caret.dataset['client'] = `${clientId}`;
  if (writer) {
    const label = document.createElement('span');
    label.className = 'caret-label';
    label.textContent = wordsAt(writer);
    caret.append(label);
  }
  // It says nothing to who listens to the text; who is here stands above it.
  caret.setAttribute('aria-hidden', 'true');
  return caret;
}

/** Says at a drawn caret how its person is called now. */
export function nameCaret(caret: HTMLElement, user: unknown): void {
  const [label, writer] = [caret.querySelector('.caret-label'), writerOf(user)];
  const said = writer && wordsAt(writer);
  if (label && said !== null && label.textContent !== said) label.textContent = said;
}

export function drawSelection(user: unknown): {readonly class: string} {
  const writer = writerOf(user);
  return {class: writer ? `caret-selection caret-selection-${writer.side}` : ''};
}

function wordsAt({name, side}: Writer): string {
  return words.caret(name, side);
}
