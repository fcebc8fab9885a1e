/** Which side stands first today: they take turns by the day, so that neither is first by rule. */

import {amsterdamDay, type Side, sides} from '@samenspel/shared';

const dayMs = 86_400_000;

/** Both sides, in the order of the day in Amsterdam at this time. */
export function sidesOn(at: number): readonly Side[] {
  const days = Date.parse(`${amsterdamDay(at)}T00:00:00Z`) / dayMs;
  return days % 2 === 0 ? sides : sides.toReversed();
}
