/** The list of whom one can name or what one can point at, one of them standing out. */

import type {Suggestion} from './suggestions.tsx';

export interface DrawnSuggestions {
  /** Each choice has this with its number behind it. */
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Suggestion[];
  readonly current: number;
}

export function drawSuggestions(
  {id, label, choices, current}: DrawnSuggestions,
  onChoose: (suggestion: Suggestion) => void,
): HTMLElement {
  const list = document.createElement('div');
  list.id = id;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  // It scrolls; the keys of the words above go along it, and what listens may too.
  list.tabIndex = 0;
  // Pressing a choice leaves the caret where it is.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.append(
    ...choices.map((choice, at) => {
      const option = drawOption(choice, at === current);
      option.id = `${id}-${at}`;
      option.addEventListener('click', () => onChoose(choice));
      return option;
    }),
  );
  return list;
}

function drawOption({shown, what, mark}: Suggestion, isCurrent: boolean): HTMLElement {
  const option = document.createElement('div');
  option.className = 'menu-item';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', `${isCurrent}`);
  if (mark) {
    const pattern = document.createElement('span');
    pattern.className = `side-mark side-mark-${mark}`;
    pattern.setAttribute('aria-hidden', 'true');
    option.append(pattern);
  }
  const note = document.createElement('span');
  note.className = 'muted';
  note.textContent = what;
  option.append(shown.slice(1), note);
  return option;
}
