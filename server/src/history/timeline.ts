/** A document's whole life by day: bounded by the number of days, not by how much was written. */

import {
  amsterdamDay,
  beginning,
  type Day,
  noonOf,
  type Seq,
  type TimelineDay,
  type TimelineView,
} from '@samenspel/shared';
import type {EntryMark} from '../journal/journal.ts';
import {moments} from './moments.ts';

/** More stretches of writing in a day than these are not told apart. */
const maxStretches = 60;

/** @param marks of all entries, in journal order */
export function timelineOf(marks: readonly EntryMark[]): TimelineView {
  const days: (TimelineDay & {readonly stretches: readonly number[]})[] = [];
  let head = beginning;
  // A stretch of writing never reaches over midnight.
  let from = beginning;
  for (const {seq, until} of moments(marks)) {
    const day = amsterdamDay(until);
    const last = days.at(-1);
    if (last?.day === day) {
      days[days.length - 1] = {
        ...last,
        until: seq,
        stretches:
          last.stretches.length < maxStretches ? [...last.stretches, seq - from] : last.stretches,
      };
    } else {
      const first = (from + 1) as Seq;
      days.push({day, at: noonOf(day), from: first, until: seq, busy: 0, stretches: [seq - from]});
    }
    from = seq;
    head = seq;
  }
  const busy = busyByDay(marks);
  return {
    head,
    days: days.map((one) => ({...one, busy: busy.get(one.day) ?? 0})),
    restores: marks.filter(({kind}) => kind === 'restore').map(({seq}) => ({seq})),
  };
}

/** Naming a day is slow, and in Amsterdam it begins on a whole hour of UTC: ask once per hour. */
function busyByDay(marks: readonly EntryMark[]): ReadonlyMap<Day, number> {
  const hourMs = 3_600_000;
  const byHour = new Map<number, number>();
  let last = '';
  for (const {at, actor} of marks) {
    const second = `${Math.floor(at / 1_000)} ${actor}`;
    if (second === last) continue;
    last = second;
    const hour = Math.floor(at / hourMs);
    byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
  }
  const byDay = new Map<Day, number>();
  for (const [hour, count] of byHour) {
    const day = amsterdamDay(hour * hourMs);
    byDay.set(day, (byDay.get(day) ?? 0) + count);
  }
  return byDay;
}
