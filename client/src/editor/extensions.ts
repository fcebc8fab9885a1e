/** The editor's parts: the shared schema, the live document, and how it behaves under the hands. */

import {factNames, planBlockNames, ROOT_NAME} from '@samenspel/shared/schema';
import type {Extensions} from '@tiptap/core';
import {Collaboration} from '@tiptap/extension-collaboration';
import {Dropcursor, Gapcursor} from '@tiptap/extensions';
import type {Awareness} from 'y-protocols/awareness';
import type * as Y from 'yjs';
import {editor as words} from '../words/editor.ts';
import {Anchors} from '../comments/anchors.ts';
import {BlockIds} from './block-ids.ts';
import type {Writer} from './caret.ts';
import {Carets} from './carets.ts';
import {Find} from './find.ts';
import {Fold, type FoldOptions} from './fold.ts';
import {Hints} from './hints.ts';
import {KeepPress} from './keep-press.ts';
import {Moving} from './moving.ts';
import {drawnExtensions} from './plan-labels.ts';
import {OthersEdits} from './others-edits.ts';
import {PlanEditing} from './plan-editing.ts';
import {CaretWalk} from './plan/caret-walk.ts';
import {FactKeys} from './plan/fact-keys.ts';
import {PlanFacts} from './plan/plan-facts.ts';
import {Paste, type PasteOptions} from './paste/paste.ts';
import {ReaderOnly} from './reader-only.ts';
import {Slash} from './slash.ts';
import {SourcesUnderHands} from './sources/sources.ts';
import {TableMending} from './table-mending.ts';
import {Unwalked} from './unwalked.ts';

export interface EditorParts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly me: Writer;
  readonly mayWrite: boolean;
  /** All I wrote is at the server; so it is where there is none, when left out. */
  readonly isSaved?: () => boolean;
  /** Client ids of mine from before a reload, under which something was still unsent. */
  readonly earlier?: readonly number[];
  /** What is folded on this device; nothing is, and nothing is kept, when left out. */
  readonly fold?: FoldOptions;
  readonly paste?: PasteOptions;
}

export function editorExtensions({
  doc,
  awareness,
  me,
  mayWrite,
  isSaved = () => true,
  earlier = [],
  fold,
  paste,
}: EditorParts): Extensions {
  const moving = Moving.configure({doc, awareness, isSaved, earlier, now: () => Date.now(), after});
  return [
    ...drawnExtensions(),
    Collaboration.configure({document: doc, field: ROOT_NAME, yUndoOptions: {protectedNodes}}),
    OthersEdits,
    KeepPress,
    Carets.configure({awareness, me}),
    Anchors,
    Find,
    Fold.configure(fold),
    Hints.configure({emptyDocument: mayWrite ? words.emptyDocument : words.emptyReader}),
    PlanFacts,
    Paste.configure(paste),
    SourcesUnderHands,
    TableMending,
    Unwalked,
    ...(mayWrite
      ? [CaretWalk, FactKeys, PlanEditing, Slash, moving, BlockIds, Gapcursor, Dropcursor]
      : [ReaderOnly]),
  ];
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** What I made and others wrote in since is not taken from them when I take it back. */
const protectedNodes = new Set<string>([
  ...['paragraph', 'heading', 'blockquote', 'blockTitle', 'facet', 'card'],
  ...planBlockNames,
  ...factNames,
  ...['bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem'],
  ...['table', 'tableRow', 'tableCell', 'tableHeader'],
]);
