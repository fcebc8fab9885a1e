/**
 * Shows in the live text what is commented on, and follows it: my own edits move the places along, others'
 * edits are looked up by the names of the characters, and when those have died it says so.
 */

import type {BlockId, PlaceView, ThreadId, ThreadLine} from '@samenspel/shared';
import {type Editor, Extension} from '@tiptap/core';
import {type EditorState, Plugin, PluginKey, type Transaction} from '@tiptap/pm/state';
import {DecorationSet} from '@tiptap/pm/view';
import {ySyncPluginKey} from '@tiptap/y-tiptap';
import {type Changed, changedIn} from '../editor/changed.ts';
import {drawAnchors} from './anchors-drawn.ts';
import {type CommentedBlock, commentedBlocks, drawBlockButtons} from './block-buttons.ts';
import {isAlive, linesOf, rangeOf, type TextRange, yDocOf} from './text-ids.ts';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Somebody wants to comment, or to see a thread. */
    comment: CommentAsk;
  }
}

export type CommentAsk =
  /** About the chosen words, else about what is around the caret. */
  | {readonly on: 'here'}
  | {readonly on: 'block'; readonly id: BlockId}
  | {readonly on: 'thread'; readonly id: ThreadId};

/** What is to be shown. */
export interface Anchored {
  /** Those that show in the text, as the server placed them. */
  readonly threads: readonly ThreadLine[];
  /** On how many threads each block leads to. */
  readonly counts: ReadonlyMap<BlockId, number>;
  readonly activeThread: ThreadId | null;
  readonly activeBlock: BlockId | null;
  readonly mayComment: boolean;
}

interface AnchorsState extends Anchored {
  /** Where the words of each thread stand now, none of it empty. */
  readonly ranges: ReadonlyMap<ThreadId, readonly TextRange[]>;
  readonly blocks: readonly CommentedBlock[];
  readonly drawn: DecorationSet;
}

const key = new PluginKey<AnchorsState>('anchors');

const nothing: Anchored = {
  threads: [],
  counts: new Map(),
  activeThread: null,
  activeBlock: null,
  mayComment: false,
};

export const Anchors = Extension.create({
  name: 'anchors',
  addProseMirrorPlugins() {
    const {editor} = this;
    return [
      new Plugin<AnchorsState>({
        key,
        state: {
          init: (_config, {doc}) => ({
            ...nothing,
            ...{ranges: new Map(), blocks: [], drawn: DecorationSet.create(doc, [])},
          }),
          apply: (tr, state, _before, now) => after(editor, tr, state, now),
        },
        view: () => ({
          update: (view, before) => {
            const [was, now] = [key.getState(before), key.getState(view.state)];
            // Looking for their buttons goes over all of the text, at every key.
            if (hasOpen(was) || hasOpen(now)) tellOpen(view.dom, now);
          },
        }),
        props: {
          decorations: (state) => key.getState(state)?.drawn,
          handleClick: (view, _pos, {target}) => {
            const ids = target instanceof Element ? anchorsAt(target) : [];
            const [id] = ids;
            // Who writes puts the caret there; what it is about stands beside it, or behind its sign.
            if (id === undefined || view.editable) return false;
            editor.emit('comment', {on: 'thread', id});
            return true;
          },
        },
      }),
    ];
  },
});

/** Shows these from now on. */
export function showAnchors(editor: Editor, anchored: Anchored): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, anchored).setMeta('addToHistory', false));
}

/** Where the words of a thread stand; [] when they are not in the text, or it is about no words. */
export function rangesOf(state: EditorState, id: ThreadId): readonly TextRange[] {
  return key.getState(state)?.ranges.get(id) ?? [];
}

/** Where a place is in the text, to put something beside it; null when it is nowhere. */
export function placeIn(state: EditorState, id: ThreadId, place: PlaceView): TextRange | null {
  if (place.at === 'block') return rangeOfBlock(state, place.id);
  const ranges = place.at === 'words' ? rangesOf(state, id) : [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first && last ? {from: first.from, to: last.to} : null;
}

/** From before its title to its end. */
export function rangeOfBlock(state: EditorState, id: BlockId): TextRange | null {
  const block = key.getState(state)?.blocks.find((one) => one.id === id);
  return block ? {from: block.pos + 1, to: block.pos + block.size - 1} : null;
}

/** Those of which characters or a block are gone by now that were there, as the server said. */
export function staleThreads(state: EditorState): readonly ThreadId[] {
  const doc = yDocOf(state);
  const stale = (key.getState(state)?.threads ?? []).filter(({place}) => {
    if (place.at === 'block') return rangeOfBlock(state, place.id) === null;
    return doc && place.at === 'words' && place.parts.some((part) => !isAlive(doc, part));
  });
  return stale.map(({id}) => id);
}

function after(
  editor: Editor,
  tr: Transaction,
  before: AnchorsState,
  now: EditorState,
): AnchorsState {
  const asked = tr.getMeta(key) as Anchored | undefined;
  if (asked) return draw(editor, now, asked, placed(now, asked.threads));
  const changed = tr.docChanged ? changedIn(tr) : null;
  if (!changed) return before;
  const isRemote = tr.getMeta(ySyncPluginKey) !== undefined;
  const moved = movedAlong(before.ranges, changed);
  const lost = isRemote ? before.threads.filter((line) => isTouched(line, moved, changed)) : [];
  const ranges = new Map([...moved, ...placed(now, lost)]);
  const blocks = commentedBlocks(tr.doc);
  if (isNamedAlike(blocks, before.blocks) && lost.length === 0 && isWhole(moved, before)) {
    const drawn = before.drawn.map(changed.mapping, tr.doc);
    // What was taken out and put back elsewhere lost it on the way; typing takes nothing out.
    if (!takesOut(changed) || drawn.find().length === before.drawn.find().length)
      return {...before, ranges, blocks, drawn};
  }
  return draw(editor, now, before, ranges);
}

function takesOut({mapping}: Changed): boolean {
  let found = false;
  for (const map of mapping.maps) map.forEach((from, to) => (found ||= to > from));
  return found;
}

function placed(
  state: EditorState,
  threads: readonly ThreadLine[],
): ReadonlyMap<ThreadId, readonly TextRange[]> {
  const doc = yDocOf(state);
  const inWords = threads.flatMap(({id, place}) =>
    place.at === 'words' ? {id, parts: place.parts} : [],
  );
  if (!doc || inWords.length === 0) return new Map();
  const lines = linesOf(state);
  return new Map(
    inWords.map(({id, parts}) => [id, parts.flatMap((part) => rangeOf(doc, lines, part) ?? [])]),
  );
}

function movedAlong(ranges: AnchorsState['ranges'], {mapping}: Changed): AnchorsState['ranges'] {
  return new Map(
    [...ranges].map(([id, own]) => [
      id,
      own
        // What is typed at an edge was not commented on.
        .map(({from, to}) => ({from: mapping.map(from, 1), to: mapping.map(to, -1)}))
        .filter(({from, to}) => from < to),
    ]),
  );
}

/** Others did something at its words, or have taken some away, or may have put them back. */
function isTouched(
  {id, place}: ThreadLine,
  moved: AnchorsState['ranges'],
  {pieces}: Changed,
): boolean {
  if (place.at !== 'words') return false;
  const own = moved.get(id) ?? [];
  return (
    own.length < place.parts.length ||
    own.some((one) => pieces.some(({from, to}) => one.from <= to && one.to >= from))
  );
}

/** All threads stand in as many pieces as before: then they only moved along. */
function isWhole(moved: AnchorsState['ranges'], {ranges}: AnchorsState): boolean {
  return [...ranges].every(([id, own]) => moved.get(id)?.length === own.length);
}

function draw(
  editor: Editor,
  state: EditorState,
  {threads, counts, activeThread, activeBlock, mayComment}: Anchored,
  ranges: AnchorsState['ranges'],
): AnchorsState {
  const blocks = commentedBlocks(state.doc);
  const mayWrite = editor.isEditable;
  const anchors = threads.map(({id, quote, count}) => ({
    ...{id, count, words: quote ?? ''},
    ranges: ranges.get(id) ?? [],
  }));
  const drawn = [
    ...drawBlockButtons(blocks, {
      ...{active: activeBlock, mayComment, mayWrite},
      countOf: (id) => counts.get(id) ?? 0,
      onPress: (id) => editor.emit('comment', {on: 'block', id}),
    }),
    ...drawAnchors(anchors, {
      ...{active: activeThread, mayWrite},
      onPress: (id) => editor.emit('comment', {on: 'thread', id}),
    }),
  ];
  return {
    ...{threads, counts, activeThread, activeBlock, mayComment, ranges, blocks},
    drawn: DecorationSet.create(state.doc, drawn),
  };
}

function isNamedAlike(a: readonly CommentedBlock[], b: readonly CommentedBlock[]): boolean {
  return (
    a.length === b.length &&
    a.every(({id, kind, title}, at) => {
      const other = b[at];
      return other?.id === id && other.kind === kind && other.title === title;
    })
  );
}

/** Signs and buttons stay as long as what they lead to; which of them is open changes. */
function tellOpen(dom: HTMLElement, state: AnchorsState | undefined): void {
  const {activeThread, activeBlock} = state ?? nothing;
  const isOpen = ({dataset}: HTMLElement) =>
    (activeThread !== null && dataset['thread'] === activeThread) ||
    (activeBlock !== null && dataset['comment'] === activeBlock);
  for (const button of openable(dom, activeThread, activeBlock)) {
    const told = `${isOpen(button)}`;
    if (button.getAttribute('aria-expanded') !== told) button.setAttribute('aria-expanded', told);
  }
}

function hasOpen(state: AnchorsState | undefined): boolean {
  return state !== undefined && (state.activeThread !== null || state.activeBlock !== null);
}

/** Those that say that they are open, and those that should. */
function openable(
  dom: HTMLElement,
  thread: ThreadId | null,
  block: BlockId | null,
): readonly HTMLElement[] {
  const selectors = [
    '.anchor-sign[aria-expanded=true]',
    '.comment-button[aria-expanded=true]',
    ...(thread === null ? [] : [`.anchor-sign[data-thread="${CSS.escape(thread)}"]`]),
    ...(block === null ? [] : [`.comment-button[data-comment="${CSS.escape(block)}"]`]),
  ];
  return [...dom.querySelectorAll<HTMLElement>(selectors.join(', '))];
}

function anchorsAt(target: Element): readonly ThreadId[] {
  const anchored = target.closest<HTMLElement>('[data-anchors]');
  return (anchored?.dataset['anchors']?.split(' ') ?? []) as ThreadId[];
}
