/** From pause to pause; where those were in a day of a long life is asked when somebody gets there. */

import {useQueryClient} from '@tanstack/react-query';
import type {DocumentId, Seq, TimelineDay, TimelineView} from '@samenspel/shared';
import {momentsOf} from '../moments.ts';
import {landings} from './life.ts';

/** The pause after a position (1) or before it (-1); null where there is none. */
export type NextPause = (seq: Seq, by: 1 | -1) => Promise<Seq | null>;

export function useNextPause(documentId: DocumentId, {days}: TimelineView): NextPause {
  const queries = useQueryClient();

  async function pausesOf(day: TimelineDay): Promise<readonly Seq[]> {
    if (day.stretches) return landings('pause', {days: [day]}, []);
    const moments = await queries.fetchQuery(momentsOf(documentId, day));
    return moments.map(({seq}) => seq).toReversed();
  }

  return async (seq, by) => {
    // A day always ends in a pause, so that the neighbour of the day one is in has one for certain.
    const here = days.findIndex(({until}) => until >= seq);
    for (let index = here; ; index += by) {
      const day = days[index];
      if (!day) return null;
      const pauses = await pausesOf(day);
      const next = by === 1 ? pauses.find((one) => one > seq) : pauses.findLast((one) => one < seq);
      if (next !== undefined) return next;
    }
  };
}
