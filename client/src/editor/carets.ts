/** The carets of others: who just moved shows their name for a moment, inside the column of text. */

import {Extension} from '@tiptap/core';
import {type EditorState, Plugin, PluginKey} from '@tiptap/pm/state';
import type {DecorationSet, EditorView} from '@tiptap/pm/view';
import {yCursorPlugin, yCursorPluginKey, ySyncPluginKey} from '@tiptap/y-tiptap';
import type {Awareness} from 'y-protocols/awareness';
import {drawCaret, drawSelection, nameCaret, type Writer} from './caret.ts';

export interface CaretsOptions {
  readonly awareness: Awareness;
  readonly me: Writer;
}

/** Long enough to read a name; longer it would only cover the line above. */
const shownMs = 2_000;

/** Counts what others changed in the text, so that a caret pushed on by my own typing shows no name. */
const key = new PluginKey<number>('carets');

export const Carets = Extension.create<CaretsOptions>({
  name: 'carets',
  addProseMirrorPlugins() {
    const {awareness, me} = this.options;
    const drawn: Drawn = new Map();
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: (user, client) => {
          const caret = drawCaret(user, client);
          drawn.set(`${client}`, caret);
          return caret;
        },
        selectionBuilder: drawSelection,
      }),
      new Plugin<number>({
        key,
        state: {
          init: () => 0,
          apply: (tr, changes) => {
            const sync = tr.getMeta(ySyncPluginKey) as {isChangeOrigin?: boolean} | undefined;
            return sync?.isChangeOrigin ? changes + 1 : changes;
          },
        },
        view: (view) => {
          awareness.setLocalStateField('user', {id: me.id, name: me.name, side: me.side});
          return watchCarets(view, awareness, drawn);
        },
      }),
    ];
  },
});

/** By client, as it was drawn last: looking for them goes over all of the text. */
type Drawn = Map<string, HTMLElement>;

/** Where somebody's caret was when we looked last. */
interface Seen {
  /** As they told it. */
  readonly cursor: string;
  /** In its block: at the end of a text one types on without telling another place. */
  readonly offset: number;
  readonly hide: ReturnType<typeof setTimeout>;
  readonly isNamed: boolean;
}

function watchCarets(first: EditorView, awareness: Awareness, drawn: Drawn) {
  const seen = new Map<string, Seen>();
  let frame: number | null = null;

  function look(view: EditorView, before: EditorState | null): void {
    const changed = before !== null && key.getState(before) !== key.getState(view.state);
    const offsets = offsetsIn(view.state);
    for (const [client, offset] of offsets) {
      const cursor = JSON.stringify(awareness.getStates().get(Number(client))?.['cursor']);
      const last = seen.get(client);
      const isMoved = last?.cursor !== cursor || (changed && last.offset !== offset);
      if (!isMoved) seen.set(client, {...last, offset});
      else {
        clearTimeout(last?.hide);
        const hide = setTimeout(() => unname(client), shownMs);
        seen.set(client, {cursor, offset, hide, isNamed: true});
      }
    }
    for (const [client, {hide}] of seen) {
      if (awareness.getStates().get(Number(client))?.['cursor']) continue;
      clearTimeout(hide);
      seen.delete(client);
    }
    name();
    soon();
  }

  function soon(): void {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      place(first, carets());
    });
  }

  /** The drawing of a caret moves along or is made anew, as the editor sees fit. */
  function carets(): readonly HTMLElement[] {
    for (const [client, caret] of drawn) if (!first.dom.contains(caret)) drawn.delete(client);
    return [...drawn.values()];
  }

  function unname(client: string): void {
    const last = seen.get(client);
    if (last) seen.set(client, {...last, isNamed: false});
    name();
  }

  function name(): void {
    for (const caret of carets()) {
      const client = caret.dataset['client'] ?? '';
      caret.classList.toggle('caret-named', seen.get(client)?.isNamed ?? false);
      // It is kept while it moves, so who is called otherwise by now would keep their old name.
      nameCaret(caret, awareness.getStates().get(Number(client))?.['user']);
    }
  }

  window.addEventListener('resize', soon);
  // What comes into sight is laid out from then on.
  first.dom.addEventListener('contentvisibilityautostatechange', soon);
  look(first, null);
  return {
    update: look,
    destroy: () => {
      window.removeEventListener('resize', soon);
      first.dom.removeEventListener('contentvisibilityautostatechange', soon);
      for (const {hide} of seen.values()) clearTimeout(hide);
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}

/** By client, how far in its block each caret stands. */
function offsetsIn(state: EditorState): ReadonlyMap<string, number> {
  const drawn = yCursorPluginKey.getState(state) as DecorationSet | undefined;
  const carets = drawn?.find(undefined, undefined, (spec) => typeof spec.key === 'string') ?? [];
  return new Map(
    carets.map(({from, spec}) => [String(spec.key), state.doc.resolve(from).parentOffset]),
  );
}

/** A name that would stick out goes to the other side of its caret, and never before the column. */
function place(view: EditorView, drawn: readonly HTMLElement[]): void {
  // Measuring what is out of sight would lay it out, again at every key.
  const carets = drawn.filter(isLaidOut);
  if (carets.length === 0) return;
  const column = view.dom.getBoundingClientRect();
  const wanted = carets.flatMap((caret) => {
    const label = caret.querySelector<HTMLElement>('.caret-label');
    if (!label) return [];
    const {left} = caret.getBoundingClientRect();
    return {caret, shift: shiftFor(left, label.offsetWidth, column)};
  });
  // After all measuring, so that the page is laid out once.
  for (const {caret, shift} of wanted) {
    caret.classList.toggle('caret-turned', shift !== 0);
    caret.style.setProperty('--label-shift', `${shift}px`);
  }
}

/** True as well where the browser can't tell. */
function isLaidOut(caret: HTMLElement): boolean {
  return !('checkVisibility' in caret) || caret.checkVisibility({contentVisibilityAuto: true});
}

/** Pixels to the right, 0 or negative, for a label of that width at a caret. */
export function shiftFor(
  caret: number,
  width: number,
  column: {readonly left: number; readonly right: number},
): number {
  if (caret + width <= column.right) return 0;
  return Math.round(Math.max(2 - width, column.left - caret));
}
