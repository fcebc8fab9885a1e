/** Decides when a document's old rows are sealed, one document at a time, beside everything else. */

import type {DocumentId, Seq} from '@samenspel/shared';
import type {Journal} from './journal.ts';
import type {Sealed, Unsealed} from './seal.ts';

/** What sealing asks of the place where the journal lies. */
export interface SealStore {
  /**
   * Claims the document, so that nobody else seals it meanwhile, and hands over what is due; null when
   * nothing is or somebody else is at it. @throws AppError 'damaged' when what came before is
   */
  take(documentId: DocumentId, sealRows: number): Promise<Unsealed | null>;
  /**
   * Puts the segment in the place of its rows, all or nothing. False when they have been pinned or
   * sealed since. @throws AppError 'unavailable'
   */
  keep(sealed: Sealed): Promise<boolean>;
  /** Gives the claim back. */
  release(documentId: DocumentId): Promise<void>;
}

export interface Sealer {
  /** A journal that has its documents sealed as they grow. */
  readonly journal: Journal;
  /** Resolves when nothing is due. */
  settled(): Promise<void>;
  /** Begins nothing new; what is under way is finished or left as it was. */
  close(): Promise<void>;
}

export interface SealerDeps {
  readonly journal: Journal;
  readonly seals: SealStore;
  /** Makes the segment, preferably elsewhere. */
  readonly work: (unsealed: Unsealed) => Promise<Sealed>;
  /** More rows than this are too many; 0 seals nothing. */
  readonly sealRows: number;
  readonly onError: (documentId: DocumentId, error: unknown) => void;
}

/** After a quarter more rows a document is looked at again; so nothing needs to be remembered. */
const looksPerSegment = 4;

export function openSealer({journal, seals, work, sealRows, onError}: SealerDeps): Sealer {
  const due = new Set<DocumentId>();
  const stride = Math.max(1, Math.floor(sealRows / looksPerSegment));
  let working: Promise<void> | null = null;
  let closed = false;

  function wrote(documentId: DocumentId, seqs: readonly Seq[]): void {
    if (closed || sealRows === 0 || !seqs.some((seq) => seq % stride === 0)) return;
    due.add(documentId);
    working ??= workOff().finally(() => (working = null));
  }

  async function workOff(): Promise<void> {
    for (const documentId of due) {
      due.delete(documentId);
      try {
        while (!closed && (await sealOnce(documentId)));
      } catch (error) {
        if (!closed) onError(documentId, error);
      }
    }
  }

  /** False when there was nothing to do. */
  async function sealOnce(documentId: DocumentId): Promise<boolean> {
    const unsealed = await seals.take(documentId, sealRows);
    if (!unsealed) return false;
    try {
      return await seals.keep(await work(unsealed));
    } finally {
      await seals.release(documentId);
    }
  }

  return {
    journal: {
      ...journal,
      async append(entries) {
        const seqs = await journal.append(entries);
        for (const documentId of new Set(entries.map((entry) => entry.documentId))) {
          const ofDocument = seqs.filter((_, index) => entries[index]?.documentId === documentId);
          wrote(documentId, ofDocument);
        }
        return seqs;
      },
    },
    async settled() {
      while (working) await working;
    },
    async close() {
      closed = true;
      due.clear();
      await working;
    },
  };
}
