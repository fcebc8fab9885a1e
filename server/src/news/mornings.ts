/** When a digest goes: in the morning where the labs are, also across the change to and from summer time. */

import {amsterdamDay, type Day, type MailHow} from '@samenspel/shared';

const hour = 8;
const dayMs = 24 * 60 * 60 * 1_000;
/** What comes at once comes together with what else happens soon after. */
const togetherMs = 10 * 60 * 1_000;
const monday = 1;

const hours = new Intl.DateTimeFormat('en-GB', {
  ...{timeZone: 'Europe/Amsterdam', hour: '2-digit', hourCycle: 'h23'},
});

/** The first time after `at` (both epoch milliseconds) when the next letter may go. */
export function nextLetterAt(how: Exclude<MailHow, 'never'>, at: number): number {
  if (how === 'at_once') return at + togetherMs;
  for (let days = 0; ; days++) {
    const morning = morningOf(dayAfter(amsterdamDay(at), days));
    const isItsDay = how === 'daily' || new Date(morning).getUTCDay() === monday;
    if (morning > at && isItsDay) return morning;
  }
}

function morningOf(day: Day): number {
  const inUtc = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // At seven in UTC it is eight or nine o'clock there.
  const early = inUtc - 60 * 60 * 1_000;
  return Number(hours.format(early)) === hour ? early : early - 60 * 60 * 1_000;
}

/** Noon in UTC: whole days are added where no summer time exists. */
function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as Day;
}
