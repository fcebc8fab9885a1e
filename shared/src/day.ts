/** The calendar day of a time where the labs are, also across the change to and from summer time. */

/** A day as "2026-11-12". */
export type Day = string & {readonly brand: 'Day'};

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Amsterdam at this time (epoch milliseconds). */
export function amsterdamDay(at: number): Day {
  return format.format(at) as Day;
}

/** The day before this day. */
export function dayBefore(day: Day): Day {
  // In UTC: whole days are subtracted where no summer time exists.
  return new Date(noonOf(day) - 86_400_000).toISOString().slice(0, 10) as Day;
}

/** A time on this day: noon in UTC, which is the same day in Amsterdam; epoch milliseconds. */
export function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}
