/** Whether what was read of a text, and kept, is what the text says: it is read again, and compared. */

import type {DocumentId} from '@samenspel/shared';
import {replayTo, type Shelf} from '../journal/past.ts';
import {planAt} from '../overview/plan-at.ts';
import {planBody} from '../overview/plan-models-store.ts';
import type {PlanShelf} from '../store/plan-shelf.ts';
import type {Finding} from './document.ts';

/** To be called on one snapshot, for a document whose journal was found right. */
export function verifyPlan(
  shelf: Shelf,
  plans: PlanShelf,
  documentId: DocumentId,
): readonly Finding[] {
  const stored = plans.find(documentId);
  if (!stored) return [];
  const wrong = [{kind: 'planWrong', seq: stored.seq}] as const;
  const head = shelf.head(documentId);
  if (head === null || stored.seq > head) return wrong;
  // The empty document has no entry to replay to.
  const replay =
    stored.seq === 0 ? {state: null, updates: []} : replayTo(shelf, documentId, stored.seq);
  // An older one, somewhere in what is sealed by now: it is read again before anybody is shown it.
  if (!replay || ('seq' in replay && replay.seq !== stored.seq)) return [];
  return planBody(planAt({...replay, version: stored.version})) === stored.body ? [] : wrong;
}
