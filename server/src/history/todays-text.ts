/**
 * An earlier text in the schema of now, with whose words are in it: what is made of it, or held beside
 * another, speaks of one schema. What a step moves stays its authors'; what it writes is nobody's.
 */

import type {ClientId, DocumentId, PersonId} from '@samenspel/shared';
import {needsChange, type SchemaStep, schemaSteps} from '@samenspel/shared/schema/migrations';
import type {Schema} from '@tiptap/pm/model';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Replay} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import type {Attribution} from './provenance.ts';

export interface TodaysTextDeps {
  readonly versions: Pick<SchemaVersions, 'of'>;
  readonly steps?: readonly SchemaStep[];
  /** Where the steps lead to; ours when left out. */
  readonly schema?: Schema;
}

export interface EarlierText {
  readonly documentId: DocumentId;
  readonly replay: Replay;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  /** What entries up to it attributed, oldest first. */
  readonly attributions: readonly Attribution[];
}

export interface TodaysText {
  /** The caller's to destroy. */
  readonly doc: Y.Doc;
  /** What the steps told, to be learned after what the entries did; [] when nothing had to change. */
  readonly told: readonly Attribution[];
}

/** @throws AppError 'conflict' when the text does not fit the schema of now */
export async function todaysText(
  {versions, steps = schemaSteps, schema}: TodaysTextDeps,
  {documentId, replay, owners, attributions}: EarlierText,
): Promise<TodaysText> {
  const doc = documentOf(replay.state, replay.updates);
  const version = await versions.of(documentId, replay.seq);
  if (version === null || !needsChange(version, steps)) return {doc, told: []};
  // Loaded when there is something to change: the editor's schema would slow down every start.
  const {schemaEntry} = await import('../schema/entry.ts');
  try {
    const remembered = {attributions, removed: []};
    const step = schemaEntry({replay, version, steps, schema, owners, remembered});
    if (step) Y.applyUpdate(doc, step.bytes);
    return {doc, told: step?.told?.attributions ?? []};
  } catch (cause) {
    doc.destroy();
    if (cause instanceof RangeError) throw new AppError('conflict', {}, {cause});
    throw cause;
  }
}
