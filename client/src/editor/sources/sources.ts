/**
 * What words rest on, under the hands: marking it, and showing it. Every passage has a line under it in
 * the pattern of its kind; its word stands behind it for who listens, and for who looks where they stand
 * or when they ask for it. No kind counts for more, so all look alike but for the pattern.
 */

import {type SourceKind, sourceKinds, sourceMark, sourceWord} from '@samenspel/shared';
import {Extension} from '@tiptap/core';
import {type Command, type EditorState, Plugin, PluginKey} from '@tiptap/pm/state';
import {Decoration, DecorationSet} from '@tiptap/pm/view';
import {restsOnOne} from '../../words/sources.ts';
import {oneSidedGoals, type Passage, passagesIn} from './passages.ts';

/** quiet: lines only; words: every word; single: goals on one kind; a kind: only what rests on that. */
export const sourceViews = ['quiet', 'words', ...sourceKinds, 'single'] as const;
export type SourceView = (typeof sourceViews)[number];

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    sources: {
      /** Says of the chosen words, or of the whole line, that they rest on this; or no longer. */
      toggleSource: (kind: SourceKind) => ReturnType;
      viewSources: (view: SourceView) => ReturnType;
    };
  }
}

interface Shown {
  readonly view: SourceView;
  readonly passages: readonly Passage[];
  /** Which of them the caret stands in. */
  readonly near: string;
  readonly drawn: DecorationSet;
}

const key = new PluginKey<Shown>('sources');

export const SourcesUnderHands = Extension.create({
  name: 'sourcesUnderHands',
  addCommands: () => ({
    toggleSource:
      (kind) =>
      ({state, dispatch}) =>
        toggleSource(kind)(state, dispatch),
    viewSources:
      (view) =>
      ({tr, dispatch}) => {
        dispatch?.(tr.setMeta(key, view));
        return true;
      },
  }),
  addKeyboardShortcuts() {
    return Object.fromEntries(
      sourceKinds.map((kind, at) => [
        `Alt-Shift-${at + 1}`,
        () => this.editor.isEditable && this.editor.commands.toggleSource(kind),
      ]),
    );
  },
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: (_config, state) => drawn('quiet', passagesIn(state.doc), state),
        apply(tr, shown, _before, state) {
          const view = (tr.getMeta(key) as SourceView | undefined) ?? shown.view;
          const passages = tr.docChanged ? passagesIn(tr.doc) : shown.passages;
          const isSame = !tr.docChanged && view === shown.view;
          if (isSame && nearIn(passages, state) === shown.near) return shown;
          return drawn(view, passages, state);
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.drawn,
        attributes: (state): Record<string, string> => {
          const view = sourceViewOf(state);
          return {class: view === 'quiet' || view === 'words' ? '' : 'prose-by-source'};
        },
      },
    }),
  ],
});

/** How sources are shown now. */
export function sourceViewOf(state: EditorState): SourceView {
  return key.getState(state)?.view ?? 'quiet';
}

/** Whether all of what a choice would be about rests on this. */
export function restsOn(state: EditorState, kind: SourceKind): boolean {
  const mark = state.schema.marks[sourceMark(kind)];
  const {from, to} = reach(state, kind);
  let all = mark !== undefined && to > from;
  state.doc.nodesBetween(from, to, (node) => {
    if (mark && node.isText && !mark.isInSet(node.marks)) all = false;
  });
  return all;
}

function toggleSource(kind: SourceKind): Command {
  return (state, dispatch) => {
    const mark = state.schema.marks[sourceMark(kind)];
    const {from, to} = reach(state, kind);
    if (!mark || from === to) return false;
    const isOn = restsOn(state, kind);
    dispatch?.(
      isOn ? state.tr.removeMark(from, to, mark) : state.tr.addMark(from, to, mark.create()),
    );
    return true;
  };
}

/** The chosen words; without any, the passage of this kind or else the line around the caret. */
function reach(state: EditorState, kind: SourceKind): {readonly from: number; readonly to: number} {
  const {$from, from, to, empty} = state.selection;
  if (!empty || !$from.parent.isTextblock) return {from, to};
  const here = (key.getState(state)?.passages ?? passagesIn(state.doc)).find(
    (passage) => passage.kind === kind && passage.from <= from && from <= passage.to,
  );
  return here ?? {from: $from.start(), to: $from.end()};
}

function drawn(view: SourceView, passages: readonly Passage[], state: EditorState): Shown {
  const near = nearIn(passages, state);
  const places = near.split(' ');
  const decorations = passages.flatMap((passage, at) => {
    const isWordShown = view === 'words' || view === passage.kind || places.includes(String(at));
    const isMatch = view === passage.kind;
    return [
      wordAfter(passage, isWordShown),
      ...(isMatch ? [Decoration.inline(passage.from, passage.to, {class: 'source-match'})] : []),
    ];
  });
  const goals = view === 'single' ? oneSidedGoals(state.doc) : [];
  for (const {pos, size, kind} of goals) {
    decorations.push(
      Decoration.node(pos, pos + size, {class: 'source-match'}),
      Decoration.widget(pos + 1, () => note('p', 'rests-on-one', restsOnOne(kind)), {
        ...{side: -1, key: `rests-${kind}`, ignoreSelection: true},
      }),
    );
  }
  return {view, passages, near, drawn: DecorationSet.create(state.doc, decorations)};
}

function wordAfter({kind, to}: Passage, isShown: boolean): Decoration {
  const className = isShown ? 'source-word' : 'source-word visually-hidden';
  return Decoration.widget(to, () => note('small', className, ` ${sourceWord(kind)}`), {
    // Behind a caret at the end of the passage.
    ...{side: 1, key: `source-${kind}-${isShown}`, ignoreSelection: true, marks: []},
  });
}

/** Words beside the text, which can't be written in. */
function note(name: 'small' | 'p', className: string, words: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.contentEditable = 'false';
  element.textContent = words;
  return element;
}

/** By their places in the list, joined: compared to see whether anything has to be drawn anew. */
function nearIn(passages: readonly Passage[], {selection: {from, to}}: EditorState): string {
  return passages
    .flatMap((passage, at) => (passage.from <= to && from <= passage.to ? [at] : []))
    .join(' ');
}
