/**
 * "/" at the beginning of a word opens a choice of what to insert; what is typed on narrows it. Only a
 * slash that was typed just now opens it: in an address or between two words it is a slash.
 */

import {type Editor, Extension} from '@tiptap/core';
import {type EditorState, Plugin, PluginKey, type Transaction} from '@tiptap/pm/state';
import {ReplaceStep} from '@tiptap/pm/transform';
import {inserting as words} from '../words/inserting.ts';
import {say} from './block-acts.ts';
import {slashList, slashListId, slashOptionId} from './slash-list.ts';
import {insertItems, type ToolItem} from './tools.tsx';

export interface SlashQuery {
  /** Where the slash stands, and where the caret. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface SlashState {
  readonly isOpen: boolean;
  /** Of the choice that Enter makes. */
  readonly index: number;
}

type Step = Partial<SlashState>;

const key = new PluginKey<SlashState>('slash');
const closed: SlashState = {isOpen: false, index: 0};

export const Slash = Extension.create({
  name: 'slash',
  // Its Enter and arrows come before those of blocks and lists.
  priority: 1200,
  addProseMirrorPlugins() {
    const {editor} = this;
    return [
      new Plugin<SlashState>({
        key,
        state: {
          init: () => closed,
          apply: (tr, slash, _before, state) => after(tr, slash, state),
        },
        props: {
          attributes: (state) => attributesFor(editor, state),
          handleKeyDown: (_view, event) => pressed(editor, event),
          handleDOMEvents: {blur: () => closeSlash(editor)},
        },
        view: (view) => {
          const list = slashList(view, (item) => chooseSlash(editor, item));
          return {
            update: (_view, before) => {
              const items = slashItems(editor);
              list.show(items, currentOf(editor.state, items), slashQuery(editor.state)?.from ?? 0);
              tell(editor, before, items.length);
            },
            destroy: () => list.remove(),
          };
        },
      }),
    ];
  },
});

/** What stands between the slash and the caret while the choice is open; null when it is not. */
export function slashQuery(state: EditorState): SlashQuery | null {
  return key.getState(state)?.isOpen ? queryAt(state) : null;
}

/** What can be chosen now: the best first. */
export function slashItems(editor: Editor): readonly ToolItem[] {
  const query = slashQuery(editor.state);
  if (!query) return [];
  const wanted = plain(query.text);
  const items = insertItems(editor);
  const starting = items.filter(({words: name}) => plain(name).startsWith(wanted));
  const others = items.filter((item) => !starting.includes(item) && isAbout(item, wanted));
  return [...starting, ...others];
}

/** The place in `items` of the one that Enter chooses. */
function currentOf(state: EditorState, items: readonly ToolItem[]): number {
  return Math.min(key.getState(state)?.index ?? 0, items.length - 1);
}

/** That it opened, and how many are left after each letter. */
function tell(editor: Editor, before: EditorState, count: number): void {
  const [was, is] = [slashQuery(before), slashQuery(editor.state)];
  if (!is || was?.text === is.text) return;
  say(editor, was ? words.count(count) : `${words.label} ${words.count(count)}`);
}

/** Takes the slash away and inserts what was chosen. */
export function chooseSlash(editor: Editor, item: ToolItem): void {
  const query = slashQuery(editor.state);
  if (!query) return;
  editor.view.dispatch(editor.state.tr.delete(query.from, query.to));
  item.onChoose();
}

export function closeSlash(editor: Editor): void {
  if (!key.getState(editor.state)?.isOpen) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, closed satisfies Step));
}

function after(tr: Transaction, slash: SlashState, state: EditorState): SlashState {
  const step = tr.getMeta(key) as Step | undefined;
  if (step) return {...slash, ...step};
  if (slash.isOpen) {
    if (queryAt(state) === null) return closed;
    return tr.docChanged ? {...slash, index: 0} : slash;
  }
  if (!tr.docChanged || !isTypedSlash(tr)) return slash;
  return queryAt(state)?.text === '' ? {isOpen: true, index: 0} : slash;
}

/** One slash and nothing else: somebody else's edit, or what is pasted, is more. */
function isTypedSlash({steps}: Transaction): boolean {
  const [step] = steps;
  if (steps.length !== 1 || !(step instanceof ReplaceStep)) return false;
  const {content, openStart, openEnd} = step.slice;
  return openStart === 0 && openEnd === 0 && content.size === 1 && content.firstChild?.text === '/';
}

/** The word before the caret, if it begins with a slash. */
function queryAt({selection: {$from, empty}}: EditorState): SlashQuery | null {
  if (!empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\u{fffc}');
  const match = /(?:^|\s)(\/[\p{L}\d-]{0,24})$/u.exec(before);
  const typed = match?.[1];
  if (typed === undefined) return null;
  return {from: $from.pos - typed.length, to: $from.pos, text: typed.slice(1)};
}

function pressed(editor: Editor, event: KeyboardEvent): boolean {
  const items = slashItems(editor);
  if (items.length === 0 || event.isComposing) return false;
  const {state, view} = editor;
  const index = currentOf(state, items);
  const go = (to: number) => {
    const next: Step = {index: (to + items.length) % items.length};
    view.dispatch(state.tr.setMeta(key, next));
  };
  switch (event.key) {
    case 'ArrowDown':
      go(index + 1);
      return true;
    case 'ArrowUp':
      go(index - 1);
      return true;
    case 'Enter':
    case 'Tab': {
      const chosen = items[index];
      if (chosen) chooseSlash(editor, chosen);
      return true;
    }
    case 'Escape':
      closeSlash(editor);
      return true;
    default:
      return false;
  }
}

/** The focus stays in the text; these say which choice stands out. */
function attributesFor(editor: Editor, state: EditorState): Record<string, string> {
  // While the editor is being made there is no state to choose for.
  if (!slashQuery(state) || editor.isDestroyed || slashQuery(editor.state) === null) return {};
  const items = slashItems(editor);
  const current = items[currentOf(state, items)];
  if (!current) return {};
  return {
    'aria-autocomplete': 'list',
    'aria-controls': slashListId,
    'aria-activedescendant': slashOptionId(current),
  };
}

function isAbout({id, words: name}: ToolItem, wanted: string): boolean {
  const names = `${name} ${words.also[id] ?? ''}`;
  return plain(names)
    .split(/\s+/)
    .some((word) => word.startsWith(wanted));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
