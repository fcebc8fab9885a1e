/** Brings a document that was written in an older schema to the one of this program, before it is opened. */

import type {ClientId, DocumentId, PersonId} from '@samenspel/shared';
import type {Schema} from '@tiptap/pm/model';
import {
  needsChange,
  newestSchema,
  type SchemaStep,
  schemaSteps,
} from '@samenspel/shared/schema/migrations';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import type {SchemaVersions} from './versions.ts';

/** The text is of a schema that this program doesn't know: it may not touch it. */
export class NewerSchema extends Error {
  readonly version: number;

  constructor(version: number) {
    super(`A text of schema ${version}`);
    this.version = version;
  }
}

/**
 * What has to change is one entry of the journal, and the number goes up together with it: wherever
 * the power fails, it happened once or not at all.
 * @throws NewerSchema
 * @throws AppError when the text can't be read or written now
 */
export type BringUp = (documentId: DocumentId) => Promise<void>;

export interface BringUpDeps {
  readonly journal: Pick<Journal, 'append' | 'latest' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
  readonly versions: SchemaVersions;
  readonly now: () => number;
  readonly steps?: readonly SchemaStep[];
  /** Where the steps lead to; ours when left out. */
  readonly schema?: Schema;
}

export function openBringUp(deps: BringUpDeps): BringUp {
  const {journal, claims, versions, now, steps = schemaSteps, schema} = deps;
  const newest = newestSchema(steps);

  async function raise(documentId: DocumentId): Promise<void> {
    try {
      await versions.raise(documentId, newest);
    } catch (error) {
      // Nothing in the text waits for it: on a full disk one can still read, and it goes up next time.
      if (!(error instanceof AppError && error.code === 'unavailable')) throw error;
    }
  }

  return async (documentId) => {
    const version = await versions.of(documentId);
    if (version === null || version === newest) return;
    if (version > newest) throw new NewerSchema(version);
    const replay = needsChange(version, steps) ? await journal.latest(documentId) : null;
    if (!replay) return raise(documentId);
    // Loaded when there is something to change: the editor's schema would slow down every start.
    const {schemaEntry} = await import('./entry.ts');
    const entry = schemaEntry({
      ...{replay, version, steps, schema},
      owners: new Map<ClientId, PersonId>(await claims.all(documentId)),
      remembered: await journal.provenance.remembered(documentId),
    });
    if (!entry) return raise(documentId);
    const by = {actor: null, clientId: null, kind: 'schema', schema: newest} as const;
    await journal.append([{...{documentId, at: now()}, ...by, ...entry}]);
  };
}
