/** What is due soon, or was, in the texts of a lab, as news to who promised or carries it. */

import {amsterdamDay, type Day, type DocumentId, type LabId} from '@samenspel/shared';
import type {Plans} from '../overview/plans.ts';
import type {NewNews} from './news.ts';
import {promisedIn} from './promised.ts';

export interface DueDocument {
  readonly id: DocumentId;
  readonly labId: LabId;
  readonly title: string;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** So long before its last day it is told once, and once more when that day is over. */
const soonMs = 7 * dayMs;
/** What was over before somebody promised it is no news. */
const lateMs = 30 * dayMs;

/** @throws Error when its text can't be read */
export async function newsOfDue(
  plans: Plans,
  {labId, ...document}: DueDocument,
  now: number,
): Promise<readonly NewNews[]> {
  const today = amsterdamDay(now);
  const plan = await plans.of(document.id);
  if (!plan) return [];
  return promisedIn(document, plan, today)
    .filter(({lastDay}) => isNear(lastDay, now))
    .map(({person, block, until, isLate}) => ({
      ...{person, labId, documentId: document.id, at: now},
      facts: {kind: 'due', block, until, isLate} as const,
    }));
}

function isNear(lastDay: Day, now: number): boolean {
  return lastDay >= amsterdamDay(now - lateMs) && lastDay <= amsterdamDay(now + soonMs);
}
