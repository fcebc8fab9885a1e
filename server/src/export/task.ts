/** What can be taken along: a lab, or everything about oneself in one of two shapes. */

import type {LabId, PersonId} from '@samenspel/shared';

export type ExportTask = {
  /** Who asked for it. */
  readonly personId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
} & (
  | {readonly kind: 'lab'; readonly labId: LabId}
  | {
      readonly kind: 'person';
      readonly shape: 'json' | 'html';
      /** The one lab that their session opens; null for all of theirs. */
      readonly onlyLab: LabId | null;
    }
);
