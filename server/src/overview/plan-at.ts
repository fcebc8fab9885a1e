/** What a document's text came to at one position: read from a replay, never from the live document. */

import {type Plan, readPlan} from '@samenspel/shared';
import {textOf} from '../history/moment.ts';
import type {Replay} from '../journal/journal.ts';

export function planAt({state, updates}: Pick<Replay, 'state' | 'updates'>): Plan {
  return readPlan(textOf(updates, state));
}
