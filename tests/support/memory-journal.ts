/** The journal and the claims in memory, which can be made to stall or to fail. */

import {AppError} from '@samenspel/server/errors.ts';
import {maxRemovals} from '@samenspel/server/history/provenance.ts';
import type {Claims, Entry, Journal, NewEntry} from '@samenspel/server/journal/journal.ts';
import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';

export interface MemoryJournal extends Journal {
  readonly entries: readonly Entry[];
  /** Appends wait from now on; returns what lets them go on. */
  stall(): () => void;
  /** Appends fail while this is true. */
  fail(failing: boolean): void;
}

export function memoryJournal(documentIds: readonly DocumentId[]): MemoryJournal {
  const entries: (Entry & Pick<NewEntry, 'told'>)[] = [];
  let gate: Promise<void> | null = null;
  let failing = false;

  async function ready(): Promise<void> {
    await gate;
    if (failing) throw new AppError('unavailable');
  }
  const of = (documentId: DocumentId) => entries.filter((entry) => entry.documentId === documentId);

  const attributed = (documentId: DocumentId, until: number) =>
    of(documentId)
      .filter(({seq}) => seq <= until)
      .flatMap(({seq, told}) => told?.attributions.map((one) => ({...one, seq})) ?? []);

  return {
    entries,
    provenance: {
      until: async (documentId, seq = Infinity as Seq) => attributed(documentId, seq),
      remembered: async (documentId) => ({
        attributions: attributed(documentId, Infinity),
        removed: of(documentId)
          .flatMap(({told}) => (told && told.removed.length > 0 ? [told.removed] : []))
          .slice(-maxRemovals),
      }),
    },
    stall() {
      let open: (() => void) | undefined;
      gate = new Promise((resolve) => (open = resolve));
      return () => {
        gate = null;
        open?.();
      };
    },
    fail(now) {
      failing = now;
    },
    async append(news) {
      await ready();
      const missing = news.find(({documentId}) => !documentIds.includes(documentId));
      if (missing) throw new AppError('not_found', {documentId: missing.documentId});
      return news.map((entry) => {
        const before = of(entry.documentId);
        const seq = (before.length + 1) as Seq;
        const at = Math.max(entry.at, before.at(-1)?.at ?? 0);
        entries.push({...entry, at, seq, bytes: entry.bytes.slice()});
        return seq;
      });
    },
    since: async (documentId, seq, until = Infinity as Seq) =>
      of(documentId).filter((entry) => entry.seq > seq && entry.seq <= until),
    marks: async (documentId) => of(documentId).map(({bytes: _bytes, ...mark}) => mark),
    head: async (documentId) =>
      documentIds.includes(documentId) ? (of(documentId).length as Seq) : null,
    probe: ready,
  };
}

export function memoryClaims(): Claims {
  const claims = new Map<DocumentId, Map<ClientId, PersonId>>();
  const of = (documentId: DocumentId) => {
    const found = claims.get(documentId) ?? new Map<ClientId, PersonId>();
    claims.set(documentId, found);
    return found;
  };
  return {
    all: async (documentId) => new Map(of(documentId)),
    async claim(documentId, clientIds, personId) {
      const owners = of(documentId);
      return clientIds.map((clientId) => {
        if (!owners.has(clientId)) owners.set(clientId, personId);
        return owners.get(clientId) ?? personId;
      });
    },
  };
}
