/** Until what time of day a whole meeting may use one code. */

const hourMs = 3_600_000;
const quarterMs = hourMs / 4;

/** "21.30" as a time field writes it, some three hours from now: most meetings are over by then. */
export function usualEnd(now: number): string {
  // At a quarter, as people end meetings.
  const end = new Date(Math.ceil((now + 3 * hourMs) / quarterMs) * quarterMs);
  return `${String(end.getHours()).padStart(2, '0')}:${String(end.getMinutes()).padStart(2, '0')}`;
}

/** The next time that a clock here says this; null when it is no time of day. */
export function nextTime(text: string, now: number): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at.getTime();
}
