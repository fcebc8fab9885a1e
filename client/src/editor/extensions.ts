/** The editor's parts: the shared schema, the live document, and how it behaves under the hands. */

import {ROOT_NAME} from '@samenspel/shared/schema';
import type {Extensions} from '@tiptap/core';
import {Collaboration} from '@tiptap/extension-collaboration';
import {Dropcursor, Gapcursor} from '@tiptap/extensions';
import type {Awareness} from 'y-protocols/awareness';
import type * as Y from 'yjs';
import {editor as words} from '../words/editor.ts';
import {BlockIds} from './block-ids.ts';
import type {Writer} from './caret.ts';
import {Carets} from './carets.ts';
import {Find} from './find.ts';
import {Hints} from './hints.ts';
import {drawnExtensions} from './plan-labels.ts';
import {PlanEditing} from './plan-editing.ts';
import {FactKeys} from './plan/fact-keys.ts';
import {PlanFacts} from './plan/plan-facts.ts';
import {ReaderOnly} from './reader-only.ts';

export interface EditorParts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly me: Writer;
  readonly mayWrite: boolean;
}

export function editorExtensions({doc, awareness, me, mayWrite}: EditorParts): Extensions {
  return [
    ...drawnExtensions(),
    Collaboration.configure({document: doc, field: ROOT_NAME}),
    Carets.configure({awareness, me}),
    Find,
    Hints.configure({emptyDocument: mayWrite ? words.emptyDocument : words.emptyReader}),
    PlanFacts,
    ...(mayWrite ? [FactKeys, PlanEditing, BlockIds, Gapcursor, Dropcursor] : [ReaderOnly]),
  ];
}
