/** Finding and replacing words in the text, while others go on writing in it. */

import {type Editor, Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import {Decoration, DecorationSet} from '@tiptap/pm/view';
import {ySyncPluginKey, yUndoPluginKey} from '@tiptap/y-tiptap';
import type {UndoManager} from 'yjs';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    find: {
      /** Marks every place; '' ends it. */
      find: (query: FindQuery) => ReturnType;
      findNext: () => ReturnType;
      findPrevious: () => ReturnType;
      /** Replaces the current one and goes to the next. */
      replaceFound: (text: string) => ReturnType;
      replaceAllFound: (text: string) => ReturnType;
    };
  }
}

export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
}

export interface FindState {
  readonly query: FindQuery;
  readonly matches: readonly Match[];
  /** The place in `matches` of the current one; -1 when there is none. */
  readonly current: number;
}

const key = new PluginKey<FindState>('find');
const nothing: FindState = {query: {text: '', matchCase: false}, matches: [], current: -1};

type Step = {readonly query: FindQuery} | {readonly current: number};

export const Find = Extension.create({
  name: 'find',
  addCommands() {
    const go =
      (by: 1 | -1) =>
      () =>
      ({state, tr, dispatch}: {state: EditorState; tr: Transaction; dispatch?: unknown}) => {
        const {matches, current} = findState(state);
        if (matches.length === 0) return false;
        if (dispatch) show(tr, matches, (current + by + matches.length) % matches.length);
        return true;
      };
    return {
      find:
        (query) =>
        ({tr, dispatch}) => {
          if (dispatch) tr.setMeta(key, {query} satisfies Step);
          return true;
        },
      findNext: go(1),
      findPrevious: go(-1),
      replaceFound:
        (text) =>
        ({state, tr, dispatch}) => {
          const {matches, current} = findState(state);
          const match = matches[current];
          if (!match) return false;
          if (dispatch) replace(tr, match, text);
          return true;
        },
      replaceAllFound:
        (text) =>
        ({state, tr, dispatch}) => {
          const {matches} = findState(state);
          if (matches.length === 0) return false;
          // From the end, so that the places before stay where they are.
          if (dispatch) matches.toReversed().forEach((match) => replace(tr, match, text));
          return true;
        },
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => nothing,
        apply(tr, found, before, state) {
          const step = tr.getMeta(key) as Step | undefined;
          if (step && 'query' in step) return search(state, step.query, state.selection.from);
          if (step) return {...found, current: step.current};
          if (!tr.docChanged || found.query.text === '') return found;
          const match = found.matches[found.current];
          return search(state, found.query, match ? placeAfter(tr, before.doc, match.from) : 0);
        },
      },
      props: {
        decorations(state) {
          const {matches, current} = findState(state);
          if (matches.length === 0) return null;
          const marks = matches.map(({from, to}, index) =>
            Decoration.inline(from, to, {
              class: index === current ? 'found found-current' : 'found',
            }),
          );
          return DecorationSet.create(state.doc, marks);
        },
      },
    }),
  ],
});

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? nothing;
}

/** Replaces all in one step of its own: taking it back takes nothing else along, and the other way. */
export function replaceAll(editor: Editor, text: string): void {
  // Yjs joins what follows within half a second to the step before.
  const {undoManager} = yUndoPluginKey.getState(editor.state) as {undoManager: UndoManager};
  undoManager.stopCapturing();
  editor.commands.replaceAllFound(text);
  undoManager.stopCapturing();
}

/** Every place, within one text block each; formatting in between does not matter. */
export function matchesIn(doc: ProseMirrorNode, {text, matchCase}: FindQuery): readonly Match[] {
  if (text === '') return [];
  const wanted = fold(text, matchCase);
  const matches: Match[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    // One character per position: a line break or anything that is no text can't match.
    const content = node.textBetween(0, node.content.size, undefined, '\u{fffc}');
    const folded = fold(content, matchCase);
    for (
      let at = folded.indexOf(wanted);
      at !== -1;
      at = folded.indexOf(wanted, at + wanted.length)
    )
      matches.push({from: pos + 1 + at, to: pos + 1 + at + wanted.length});
    return false;
  });
  return matches;
}

/**
 * Where something stands after a change. Others' edits arrive as a new document in place of the old
 * one, whose mapping leads everything to its end: there the first and last difference tell.
 */
function placeAfter(tr: Transaction, before: ProseMirrorNode, pos: number): number {
  if (tr.getMeta(ySyncPluginKey) === undefined) return tr.mapping.map(pos);
  const start = before.content.findDiffStart(tr.doc.content);
  const end = before.content.findDiffEnd(tr.doc.content);
  if (start === null || end === null || pos < start) return pos;
  return pos >= end.a ? pos + end.b - end.a : start;
}

function search(state: EditorState, query: FindQuery, near: number): FindState {
  const matches = matchesIn(state.doc, query);
  const next = matches.findIndex(({from}) => from >= near);
  return {query, matches, current: matches.length === 0 ? -1 : Math.max(next, 0)};
}

function show(tr: Transaction, matches: readonly Match[], current: number): void {
  tr.setMeta(key, {current} satisfies Step);
  const match = matches[current];
  if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView();
}

/** The new words take over the formatting of the old. */
function replace(tr: Transaction, {from, to}: Match, text: string): void {
  if (text === '') tr.delete(from, to);
  else tr.replaceWith(from, to, tr.doc.type.schema.text(text, tr.doc.nodeAt(from)?.marks ?? []));
}

/** Letter by letter, so that every place keeps its number: "İ" in lower case would be two long. */
function fold(text: string, matchCase: boolean): string {
  if (matchCase) return text;
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('');
}
