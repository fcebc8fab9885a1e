/** Opens a document from its newest state and, when it is let go of, leaves its state for the next time. */

import type {ClientId, DocumentId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import type {Builder} from './builder.ts';
import type {DocumentLimits} from './document-size.ts';
import {type LiveDocument, openLiveDocument} from './live-document.ts';

export interface KeptDocument {
  /** The journal, watched for what of the document is on disk. */
  readonly journal: Journal;
  /** @throws AppError when it can't be read */
  open(): Promise<LiveDocument>;
}

export interface KeptDocumentDeps {
  readonly documentId: DocumentId;
  readonly journal: Journal;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  readonly limits: DocumentLimits;
  readonly builder: Builder;
  readonly elapsed: () => number;
  /** A state is on its way to the disk. */
  readonly onKeeping: (done: Promise<void>) => void;
}

/** Reading fewer entries than this costs less than writing the state. */
const keepAfterEntries = 200;

export function keepDocument(deps: KeptDocumentDeps): KeptDocument {
  const {documentId, journal, owners, limits, builder, elapsed, onKeeping} = deps;
  let appended = 0;

  return {
    journal: {
      ...journal,
      async append(entries) {
        const seqs = await journal.append(entries);
        appended = seqs.at(-1) ?? appended;
        return seqs;
      },
    },
    async open() {
      const replay = await journal.latest(documentId);
      if (!replay) throw new AppError('not_found', {documentId});
      const remembered = await journal.provenance.remembered(documentId);
      const doc = await builder.build({state: replay.state, updates: replay.updates});
      const live = openLiveDocument(doc, owners, limits, elapsed, remembered);
      let {seq} = replay;
      let unkept = replay.updates.length;
      let broken = false;
      appended = seq;
      return {
        ...live,
        ingest(update, writer, copied) {
          // Whoever throws half way leaves a document that nobody may keep.
          const wasBroken = broken;
          broken = true;
          const ingested = live.ingest(update, writer, copied);
          broken = wasBroken;
          if (ingested.kind === 'fresh') {
            seq++;
            unkept++;
          }
          return ingested;
        },
        destroy() {
          // Only what is all on disk, and nothing beside it, is the document at this position.
          if (!broken && seq === appended && unkept >= keepAfterEntries) {
            onKeeping(journal.keep(documentId, seq, Y.encodeStateAsUpdateV2(live.doc)));
          }
          live.destroy();
        },
      };
    },
  };
}
