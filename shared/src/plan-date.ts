/**
 * A date in a plan is as precise as people are: a day, a month or a year. Kept as "2027-03-15",
 * "2027-03" or "2027".
 */

import type {Day} from './day.ts';

/** "2027-03-15", "2027-03" or "2027". */
export type PlanDate = string & {readonly brand: 'PlanDate'};

const kept = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const months = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
  ...['juli', 'augustus', 'september', 'oktober', 'november', 'december'],
];

/**
 * What somebody typed: "15 maart 2027", "15-3-2027", "maart 2027", "3-2027", "2027", or as it is kept.
 * Without a year, the first such day from `today` on. null when it can't be read without guessing.
 */
export function parsePlanDate(text: string, today: Day): PlanDate | null {
  const bare = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const asKept = kept.exec(bare);
  if (asKept) return planDate(asKept[1], asKept[2], asKept[3]);
  const inNumbers = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(bare);
  if (inNumbers) return planDate(inNumbers[3], inNumbers[2], inNumbers[1]);
  const inWords = /^(?:(\d{1,2}) )?([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(bare);
  if (!inWords?.[2]) return null;
  const month = monthOf(inWords[2]);
  if (month === null) return null;
  const [, day, , year] = inWords;
  return year ? planDate(year, String(month), day) : nextTime(month, day, today);
}

/** The first that is not over: a leap day may be eight years away. */
function nextTime(month: number, day: string | undefined, today: Day): PlanDate | null {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + 8; year++) {
    const date = planDate(String(year), String(month), day);
    if (date && lastDayOf(date) >= today) return date;
  }
  return null;
}

/** What stands in a document: the date, or null when it is none. */
export function readPlanDate(value: unknown): PlanDate | null {
  if (typeof value !== 'string') return null;
  const match = kept.exec(value);
  return match ? planDate(match[1], match[2], match[3]) : null;
}

/** The first day that it covers. */
export function firstDayOf(date: PlanDate): Day {
  return `${date}${'-01-01'.slice(date.length - 4)}` as Day;
}

/** The last day that it covers: until then nothing is late. */
export function lastDayOf(date: PlanDate): Day {
  const [year, month, day] = date.split('-');
  if (day) return date as string as Day;
  if (!month) return `${date}-12-31` as Day;
  return `${date}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}` as Day;
}

/** "15 maart 2027", "maart 2027" or "2027". */
export function planDateText(date: PlanDate): string {
  const [year = '', month, day] = date.split('-');
  const name = month ? `${months[Number(month) - 1] ?? ''} ` : '';
  return `${day ? `${Number(day)} ` : ''}${name}${year}`;
}

function planDate(year = '', month?: string, day?: string): PlanDate | null {
  const [y, m, d] = [Number(year), month ? Number(month) : null, day ? Number(day) : null];
  if (y < 1900 || y > 2199) return null;
  if (m === null) return year as PlanDate;
  if (m < 1 || m > 12) return null;
  const inMonth = `${year}-${String(m).padStart(2, '0')}`;
  if (d === null) return inMonth as PlanDate;
  if (d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${inMonth}-${String(d).padStart(2, '0')}` as PlanDate;
}

/** Whole names and the usual short ones ("mrt", "sept"). */
function monthOf(word: string): number | null {
  const at = word === 'mrt' ? 2 : months.findIndex((name) => name.startsWith(word));
  return at < 0 ? null : at + 1;
}
