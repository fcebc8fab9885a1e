/** The button at the top of a task or goal that folds it to its title. A plain element: a plan has hundreds. */

import {foldLabel, moving as words} from '../words/moving.ts';

export interface FoldButtonOptions {
  readonly mayWrite: boolean;
  readonly onPress: (id: string) => void;
}

export function drawFoldButton(
  id: string,
  title: string,
  isFolded: boolean,
  {mayWrite, onPress}: FoldButtonOptions,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold-button';
  button.contentEditable = 'false';
  // Who writes has the menu of the block; Tab would stop hundreds of times on its way out of the text.
  if (mayWrite) button.tabIndex = -1;
  button.dataset['fold'] = id;
  button.setAttribute('aria-expanded', `${!isFolded}`);
  button.setAttribute('aria-label', foldLabel(isFolded, title));
  const word = document.createElement('span');
  word.textContent = isFolded ? words.unfold : words.fold;
  button.append(chevron(), word);
  // The caret stays where it is.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const hadFocus = button === document.activeElement;
    const root = button.closest('.ProseMirror');
    onPress(id);
    // It is drawn anew: who pressed it by keyboard stands on the new one.
    if (hadFocus) root?.querySelector<HTMLElement>(`[data-fold="${CSS.escape(id)}"]`)?.focus();
  });
  return button;
}

const svg = 'http://www.w3.org/2000/svg';

/** The picture is that of the other icons; only this one is drawn so often. */
function chevron(): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  const attributes = {
    ...{viewBox: '0 0 24 24', width: '18', height: '18', fill: 'none', 'aria-hidden': 'true'},
    ...{stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round'},
  };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', 'm6 9 6 6 6-6');
  icon.append(path);
  return icon;
}
