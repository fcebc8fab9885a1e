/** Documents as earlier versions of the program wrote them, kept as they were. */

import {readFileSync} from 'node:fs';
import type {Told} from '@samenspel/server/history/provenance.ts';
import type {NewEntry} from '@samenspel/server/journal/journal.ts';
import {type ClientId, type DocumentId, type PersonId, SCHEMA_VERSION} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';

export interface SchemaFixture {
  readonly version: number;
  /** What it shows at the end of its journal. */
  readonly content: JSONContent;
  /** Its whole journal. */
  entries(documentId: DocumentId): readonly NewEntry[];
  /** Yjs update V2. */
  readonly state: Uint8Array;
  /** What a browser had of it: everything above, and a sentence that it had not sent. */
  readonly copy: readonly {readonly update: Uint8Array; readonly writers: readonly number[]}[];
}

/** Everybody who wrote in a fixture, with their client ids. */
export const fixtureOwners: ReadonlyMap<ClientId, PersonId> = new Map([
  [101 as ClientId, 'amina1' as PersonId],
  [202 as ClientId, 'joris1' as PersonId],
]);

/** What stands unsent in a fixture's local copy. */
export const unsentWords = 'Dit schreef ik in de trein.';

/** Of every version up to now. */
export const schemaVersions = Array.from({length: SCHEMA_VERSION}, (_, index) => index + 1);

interface Stored {
  readonly content: JSONContent;
  readonly state: string;
  readonly entries: readonly {
    readonly at: number;
    readonly actor: PersonId | null;
    readonly clientId: ClientId | null;
    readonly kind: NewEntry['kind'];
    readonly bytes: string;
    readonly told: Told;
  }[];
  readonly copy: readonly {readonly update: string; readonly writers: readonly number[]}[];
}

export function schemaFixture(version: number): SchemaFixture {
  const file = new URL(`../fixtures/schema/v${version}.json`, import.meta.url);
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  return {
    version,
    content: stored.content,
    entries: (documentId) =>
      stored.entries.map((entry) => ({...entry, documentId, bytes: bytesOf(entry.bytes)})),
    state: bytesOf(stored.state),
    copy: stored.copy.map(({update, writers}) => ({update: bytesOf(update), writers})),
  };
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
