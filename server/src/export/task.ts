/** What can be taken along: a lab, a document's journal, or everything about oneself in one of two shapes. */

import type {DocumentId, LabId, PersonId} from '@samenspel/shared';

export type ExportTask = {
  /** Who asked for it. */
  readonly personId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
} & (
  | {readonly kind: 'lab'; readonly labId: LabId}
  | {readonly kind: 'journal'; readonly documentId: DocumentId; readonly labId: LabId}
  | {
      readonly kind: 'person';
      readonly shape: 'json' | 'html';
      /** The one lab that their session opens; null for all of theirs. */
      readonly onlyLab: LabId | null;
    }
);
