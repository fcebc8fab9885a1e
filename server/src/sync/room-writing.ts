/** What arrives becomes entries: judged, applied, and appended in one go. */

import type {ClientId, DocumentId, EntryKind, PersonId, Seq} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {Attribution, Told} from '../history/provenance.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import type {Ingested} from './live-document.ts';
import type {Outage} from './outage.ts';
import type {RoomText} from './room-text.ts';

/** What came of a message; `dropped` because nothing can be written now. */
export type Verdict = Exclude<Ingested, {kind: 'unclaimed'}> | {readonly kind: 'dropped'};

/** Whose message it is, and how the journal tells of it. */
export interface Sender {
  readonly personId: PersonId;
  /** The id of the connection that brought it; null when no connection did. */
  readonly clientId: ClientId | null;
  readonly mayWrite: boolean;
  readonly kind: EntryKind;
  /** Whose words it copies from another moment, beyond what the text itself tells. */
  readonly copied?: readonly Attribution[];
}

export interface NewWriting {
  readonly sender: Sender;
  readonly bytes: Uint8Array;
  readonly told: Told;
}

export interface RoomWriting {
  /** @throws BrokenDocument when the document must be read again */
  ingest(update: Uint8Array, sender: Sender): Promise<Verdict>;
  /** Their positions, in order; null when they could not be put on the disk. */
  append(written: readonly NewWriting[]): Promise<readonly Seq[] | null>;
  /** Whether these ids have an owner now, whoever it is. */
  claim(clientIds: readonly ClientId[], personId: PersonId): Promise<boolean>;
}

export interface RoomWritingDeps {
  readonly documentId: DocumentId;
  readonly journal: Pick<Journal, 'append'>;
  readonly claims: Claims;
  readonly clock: Clock;
  /** All claims of the document; what is claimed is added to them. */
  readonly owners: Map<ClientId, PersonId>;
  readonly text: RoomText;
  readonly outage: Outage;
  /** Appends began to fail; so many bytes wait to be written. */
  readonly onUnwritable: (cause: unknown, bytes: number) => void;
  readonly onGone: () => void;
}

/** More new ids than this in one message is no person who worked offline. */
const maxClaims = 1_000;

export function openRoomWriting(deps: RoomWritingDeps): RoomWriting {
  const {documentId, journal, claims, clock, owners, text, outage} = deps;

  async function claim(clientIds: readonly ClientId[], personId: PersonId): Promise<boolean> {
    try {
      const found = await claims.claim(documentId, clientIds, personId);
      clientIds.forEach((clientId, index) => owners.set(clientId, found[index] ?? personId));
      return true;
    } catch (error) {
      orGone(error);
      deps.onUnwritable(error, 0);
      return false;
    }
  }

  /** @throws what it was given when the document does not exist any more */
  function orGone(error: unknown): void {
    if (!(error instanceof AppError) || error.code !== 'not_found') return;
    deps.onGone();
    throw error;
  }

  return {
    claim,
    async ingest(update, sender) {
      if (outage.active) return {kind: 'dropped'};
      const live = await text.writable();
      const verdict = live.ingest(update, sender, sender.copied);
      if (verdict.kind !== 'unclaimed') return verdict;
      if (verdict.clientIds.length > maxClaims) {
        return {kind: 'refused', reason: 'refused', why: 'too many ids'};
      }
      if (!(await claim(verdict.clientIds, sender.personId))) return {kind: 'dropped'};
      const again = live.ingest(update, sender, sender.copied);
      // Somebody else's after all: they were faster.
      return again.kind === 'unclaimed' ? {kind: 'dropped'} : again;
    },
    async append(written) {
      if (written.length === 0) return [];
      const at = clock.now();
      try {
        return await journal.append(
          written.map(({sender: {personId: actor, clientId, kind}, bytes, told}) => ({
            ...{documentId, at, actor, clientId, kind, bytes, told},
          })),
        );
      } catch (error) {
        orGone(error);
        const waiting = written.reduce((sum, {bytes}) => sum + bytes.length, 0);
        deps.onUnwritable(error, waiting);
        return null;
      }
    },
  };
}
