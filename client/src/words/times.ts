/** Times as people say them, in the labs' own time zone wherever the reader is. */

import {amsterdamDay, dayBefore} from '@samenspel/shared';

const timeZone = 'Europe/Amsterdam';
const clock = new Intl.DateTimeFormat('nl-NL', {timeZone, hour: 'numeric', minute: '2-digit'});
const dayMonth = new Intl.DateTimeFormat('nl-NL', {timeZone, day: 'numeric', month: 'long'});
const fullDay = new Intl.DateTimeFormat('nl-NL', {
  timeZone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const justNowMs = 60_000;

/** "zojuist", "vandaag om 14.10", "gisteren om 14.10", "12 november om 9.05", "3 mei 2025 om 9.05". */
export function when(at: number, now: number): string {
  return Math.abs(now - at) < justNowMs ? 'zojuist' : `${dayInWords(at, now)} om ${time(at)}`;
}

/** "gisteren om 14.10", "op 12 november om 9.05": inside a sentence about a fixed moment. */
export function onMoment(at: number, now: number): string {
  const day = dayInWords(at, now);
  return `${nearDay(at, now) ? day : `op ${day}`} om ${time(at)}`;
}

/** "21 november 2026 om 14.10": where nobody knows when it is read. */
export function fullMoment(at: number): string {
  return `${fullDay.format(at)} om ${time(at)}`;
}

/** "14.10 – 14.32", or one time when both fall in the same minute. */
export function span(from: number, until: number): string {
  const [start, end] = [time(from), time(until)];
  return start === end ? start : `${start} – ${end}`;
}

/** "vandaag", "gisteren", "12 november 2026": a heading over what happened on that day. */
export function dayHeading(at: number, now: number): string {
  return nearDay(at, now) ?? fullDay.format(at);
}

/** "vandaag", "gisteren", "12 november" for a date such as 2026-11-12. */
export function dayWords(date: string, now: number): string {
  return dayInWords(Date.parse(`${date}T12:00:00Z`), now);
}

/** "9.05": no leading zero, a dot between. */
export function time(at: number): string {
  const parts = clock.formatToParts(at);
  const part = (type: 'hour' | 'minute') => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(part('hour'))}.${part('minute')}`;
}

function dayInWords(at: number, now: number): string {
  const sameYear = amsterdamDay(at).slice(0, 4) === amsterdamDay(now).slice(0, 4);
  return nearDay(at, now) ?? (sameYear ? dayMonth : fullDay).format(at);
}

function nearDay(at: number, now: number): string | null {
  const [day, today] = [amsterdamDay(at), amsterdamDay(now)];
  if (day === today) return 'vandaag';
  return day === dayBefore(today) ? 'gisteren' : null;
}
