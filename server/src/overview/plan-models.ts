/** The port to what was read of documents' texts: kept, so that a lab's overview reads no text twice. */

import type {DocumentId, Plan, Seq} from '@samenspel/shared';

/** What the text came to after entry `seq`. It can always be read again, so losing it loses nothing. */
export interface PlanModel {
  readonly seq: Seq;
  readonly plan: Plan;
}

export interface PlanModels {
  /** null when there is none, or it was read by other rules than today's. */
  find(documentId: DocumentId): Promise<PlanModel | null>;
  /** Only ever forward, and nothing of a document that is gone. @throws AppError 'unavailable' */
  keep(documentId: DocumentId, model: PlanModel): Promise<void>;
}
