/** What somebody promised or carries and that is due, read from what a text comes to. */

import {
  type Day,
  type DocumentRef,
  type DueNews,
  lastDayOf,
  overviewOf,
  type PersonId,
  type Plan,
  type PlanDate,
} from '@samenspel/shared';

export interface Promised extends Omit<DueNews, 'kind'> {
  readonly person: PersonId;
  /** The last day on which it is not late. */
  readonly lastDay: Day;
}

/** Of persons of the lab, with a date that can be read; without what is done, parked, or stands twice. */
export function promisedIn(document: DocumentRef, plan: Plan, today: Day): readonly Promised[] {
  const {byCarrier} = overviewOf([{document, plan}], today).promises;
  return byCarrier.flatMap(({of: carrier, promises}) =>
    promises.flatMap((promise): readonly Promised[] => {
      const {line, until, isDone, isLate, kind} = promise;
      const isParked = promise.kind === 'action' && promise.status === 'parked';
      if (!carrier?.person || line.id === null || until.kind !== 'read') return [];
      if (isDone || isParked) return [];
      const date: PlanDate = until.value;
      return [
        {
          ...{person: carrier.person, document, block: line.id, of: kind, title: line.title},
          ...{until: date, isLate, lastDay: lastDayOf(date)},
        },
      ];
    }),
  );
}
