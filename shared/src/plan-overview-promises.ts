/**
 * Who promised what: agreements and actions by person or group. Nobody is counted or ranked; what is
 * late comes first, so that one can talk about it.
 */

import type {Day} from './day.ts';
import type {ActionLine, AgreementLine} from './plan.ts';
import {verdictOf} from './plan.ts';
import type {Field, KeptState, Status} from './plan-fields.ts';
import {lastDayOf, type PlanDate} from './plan-date.ts';
import type {Placed} from './plan-overview.ts';
import {type Carrier, carriersOf} from './plan-overview-carriers.ts';

/** Behind every day. */
const never = '9999';

interface Promised {
  readonly until: Field<PlanDate>;
  /** Its last day is over, and it is not done, kept or parked. */
  readonly isLate: boolean;
  readonly isDone: boolean;
  /** Who promised it; [] when nobody did. */
  readonly carriers: readonly Carrier[];
}

export type PlanPromise =
  | (Promised & {
      readonly kind: 'agreement';
      readonly line: Placed<AgreementLine>;
      readonly verdict: KeptState | 'differs' | null;
    })
  | (Promised & {
      readonly kind: 'action';
      readonly line: Placed<ActionLine>;
      readonly status: Status | null;
    });

export interface PromisesOverview {
  /** Every one once: the longest due first. */
  readonly late: readonly PlanPromise[];
  /** By who promised, those of agreements first; what nobody promised (null) comes last. */
  readonly byCarrier: readonly PromiseGroup[];
}

export interface PromiseGroup {
  readonly of: Carrier | null;
  /** Late ones first, then by date, those without a date behind them; what is done comes last. */
  readonly promises: readonly PlanPromise[];
}

export function promisesOf(
  agreements: readonly Placed<AgreementLine>[],
  actions: readonly Placed<ActionLine>[],
  today: Day,
): PromisesOverview {
  const all = [
    ...agreements.map((line) => agreed(line, today)),
    ...actions.map((line) => acted(line, today)),
  ].toSorted(dueFirst);
  const groups = new Map<string, {of: Carrier; promises: PlanPromise[]}>();
  for (const of of [...agreements, ...actions].flatMap((line) => promisers(line))) {
    if (!groups.has(of.key)) groups.set(of.key, {of, promises: []});
  }
  for (const promise of all) {
    for (const {key} of promise.carriers) groups.get(key)?.promises.push(promise);
  }
  const nobodys = all.filter(({carriers}) => carriers.length === 0);
  return {
    late: all.filter(({isLate}) => isLate),
    byCarrier: [...groups.values(), ...(nobodys.length > 0 ? [{of: null, promises: nobodys}] : [])],
  };
}

function agreed(line: Placed<AgreementLine>, today: Day): PlanPromise {
  const verdict = verdictOf(line);
  const isDone = verdict === 'kept';
  const {until} = line;
  return {
    ...{kind: 'agreement', line, verdict, until, isDone, carriers: promisers(line)},
    isLate: !isDone && isOver(until, today),
  };
}

function acted(line: Placed<ActionLine>, today: Day): PlanPromise {
  const {status, until} = line;
  const isDone = status === 'achieved';
  return {
    ...{kind: 'action', line, status, until, isDone, carriers: promisers(line)},
    // What is parked waits for somebody: nobody is late with it.
    isLate: !isDone && status !== 'parked' && isOver(until, today),
  };
}

/** Who expects something has promised nothing. */
function promisers({carriers}: Pick<ActionLine, 'carriers'>): readonly Carrier[] {
  return carriersOf(carriers.filter(({part}) => part !== 'expects'));
}

function isOver(until: Field<PlanDate>, today: Day): boolean {
  return until.kind === 'read' && lastDayOf(until.value) < today;
}

function dueFirst(one: PlanPromise, other: PlanPromise): number {
  const [first, second] = [dueOf(one), dueOf(other)];
  if (turnOf(one) !== turnOf(other)) return turnOf(one) - turnOf(other);
  return first === second ? 0 : first < second ? -1 : 1;
}

function turnOf({isLate, isDone}: PlanPromise): number {
  return isLate ? 0 : isDone ? 2 : 1;
}

function dueOf({until}: PlanPromise): string {
  return until.kind === 'read' ? lastDayOf(until.value) : never;
}
