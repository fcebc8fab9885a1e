/** Small elements that the views are put together from. */

import type {Side} from '@samenspel/shared';
import {sideNote} from '../../words/plan.ts';

/** An element that is no part of the text: the caret passes it by. */
export function aside<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.contentEditable = 'false';
  element.append(...content);
  return element;
}

/** Something to press beside the text; Tab does not stop at each, a plan has hundreds. */
export function press(
  className: string,
  content: readonly (Node | string)[],
  onPress: () => void,
): HTMLButtonElement {
  const button = aside('button', className, ...content);
  button.type = 'button';
  button.tabIndex = -1;
  button.addEventListener('click', onPress);
  return button;
}

/** The pattern of a side with its word, or the question which it is. */
export function sideMark(side: Side | null): readonly Node[] {
  if (side === null) return [];
  const mark = document.createElement('span');
  mark.className = `side-mark side-mark-${side}`;
  mark.setAttribute('aria-hidden', 'true');
  return [mark];
}

export function sideWords(side: Side | null): HTMLElement {
  const word = document.createElement('span');
  word.className = side === null ? 'side-unknown' : `person-side-${side}`;
  word.textContent = sideNote(side);
  return word;
}
