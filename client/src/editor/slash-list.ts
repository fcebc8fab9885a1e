/** The choices that "/" opens, drawn at the caret. The focus stays in the text, which points at one. */

import type {EditorView} from '@tiptap/pm/view';
import {createRoot, type Root} from 'react-dom/client';
import {inserting as words} from '../words/inserting.ts';
import {roomForText} from './in-sight.ts';
import type {ToolItem} from './tools.tsx';
import './slash-list.css';

export interface SlashList {
  /** Shows these at that place in the text, `current` of them standing out; none hides it. */
  show(items: readonly ToolItem[], current: number, from: number): void;
  remove(): void;
}

export const slashListId = 'slash-list';

export function slashOptionId({id}: ToolItem): string {
  return `slash-${id}`;
}

export function slashList(view: EditorView, onChoose: (item: ToolItem) => void): SlashList {
  const list = document.createElement('div');
  list.id = slashListId;
  list.className = 'slash-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.label);
  // It scrolls; the keys of the text go along it, and what listens may too.
  list.tabIndex = 0;
  // Pressing a choice leaves the caret where it is.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  let shown: readonly ToolItem[] = [];
  let place = 0;
  let signs: Root[] = [];

  function drawn(item: ToolItem, isCurrent: boolean): HTMLElement {
    const option = document.createElement('div');
    option.id = slashOptionId(item);
    option.className = 'menu-item';
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', `${isCurrent}`);
    const [sign, word] = [document.createElement('span'), document.createElement('span')];
    sign.className = 'slash-sign';
    word.textContent = item.words;
    option.append(sign, word);
    const root = createRoot(sign);
    root.render(item.icon);
    signs.push(root);
    option.addEventListener('click', () => onChoose(item));
    return option;
  }

  function dropSigns(): void {
    const roots = signs;
    signs = [];
    // Not while React is at work.
    queueMicrotask(() => roots.forEach((root) => root.unmount()));
  }

  function put(): void {
    if (list.isConnected) Object.assign(list.style, placeAt(view, place));
  }

  window.addEventListener('scroll', put, {passive: true});
  window.addEventListener('resize', put);
  return {
    show(items, current, from) {
      if (items.length === 0) {
        list.remove();
        shown = [];
        dropSigns();
        return;
      }
      place = from;
      if (items.map(({id}) => id).join() !== shown.map(({id}) => id).join()) {
        dropSigns();
        list.replaceChildren(...items.map((item, at) => drawn(item, at === current)));
        shown = items;
      }
      for (const [at, option] of [...list.children].entries())
        option.setAttribute('aria-selected', `${at === current}`);
      if (!list.isConnected) view.dom.parentElement?.append(list);
      put();
      keepInView(list, current);
    },
    remove() {
      window.removeEventListener('scroll', put);
      window.removeEventListener('resize', put);
      list.remove();
      dropSigns();
    },
  };
}

/** Scrolls the list, never the page. */
function keepInView(list: HTMLElement, current: number): void {
  const option = list.children.item(current);
  if (!(option instanceof HTMLElement)) return;
  const end = option.offsetTop + option.offsetHeight;
  if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
  else if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight;
}

const widest = 280;
const least = 120;
const most = 360;

/** Below the caret where there is room, else above it; never over what sticks to an edge. */
function placeAt(view: EditorView, from: number): Partial<CSSStyleDeclaration> {
  const caret = view.coordsAtPos(Math.min(from, view.state.doc.content.size));
  const room = roomForText();
  const [above, below] = [caret.top - room.top - 4, room.bottom - caret.bottom - 4];
  const left = Math.max(8, Math.min(caret.left, window.innerWidth - widest - 8));
  const isBelow = below >= Math.min(above, most);
  const bottom = Math.min(caret.top - 4, room.bottom);
  return {
    left: `${left}px`,
    top: isBelow ? `${caret.bottom + 4}px` : 'auto',
    bottom: isBelow ? 'auto' : `${window.innerHeight - bottom}px`,
    maxHeight: `${Math.min(most, Math.max(least, isBelow ? below : above))}px`,
  };
}
