/**
 * What plans come to, of one document or of several: goals by status and by who carries them, money,
 * promises, what is parked, what rests on one kind of source only. A double is named and never counted.
 */

import type {Day} from './day.ts';
import type {DocumentId} from './ids.ts';
import type {ActionLine, CardLine, GoalLine, Line, Plan} from './plan.ts';
import {type Status, statuses} from './plan-fields.ts';
import {type Carrier, carriersOf} from './plan-overview-carriers.ts';
import {type FundsOverview, fundsOf} from './plan-overview-funds.ts';
import {type PromisesOverview, promisesOf} from './plan-overview-promises.ts';
import {type FacetName, facetsOf} from './schema/card-kinds.ts';
import {type SourceKind, sourceKinds} from './schema/source-kinds.ts';

export interface DocumentRef {
  readonly id: DocumentId;
  readonly title: string;
}

/** A document with what it knows of itself. */
export interface PlanOf {
  readonly document: DocumentRef;
  readonly plan: Plan;
}

/** A line with the document it stands in. */
export type Placed<T> = T & {readonly document: DocumentRef};

/** In all of it lists are in the order of the documents and of their text, unless told otherwise. */
export interface Overview {
  readonly goals: readonly Placed<GoalLine>[];
  /** Every goal once, also those whose status nobody chose (null, last); without empty groups. */
  readonly byStatus: readonly GoalGroup<Status | null>[];
  /** A goal stands with each who carries it; those of nobody (null) come last. */
  readonly byCarrier: readonly GoalGroup<Carrier | null>[];
  /** Goals of which everything marked rests on this kind of source; without empty groups. */
  readonly byOnlySource: readonly GoalGroup<SourceKind>[];
  readonly funds: FundsOverview;
  readonly promises: PromisesOverview;
  readonly parked: readonly Parked[];
  /** Cards with parts in which nothing is written yet, each with those parts. */
  readonly unfinished: readonly UnfinishedCard[];
  /** Blocks that stand twice after two simultaneous moves. */
  readonly doubles: readonly Placed<Line>[];
}

export interface GoalGroup<Of> {
  readonly of: Of;
  readonly goals: readonly Placed<GoalLine>[];
}

/** An initiative that waits for somebody to take it up again. */
export interface Parked {
  readonly kind: 'goal' | 'action';
  readonly line: Placed<GoalLine> | Placed<ActionLine>;
}

export interface UnfinishedCard {
  readonly card: Placed<CardLine>;
  readonly empty: readonly FacetName[];
}

export function overviewOf(plans: readonly PlanOf[], today: Day): Overview {
  const goals = placed(plans, (plan) => plan.goals).filter(isCounted);
  const actions = placed(plans, (plan) => plan.actions).filter(isCounted);
  const agreements = placed(plans, (plan) => plan.agreements).filter(isCounted);
  const cards = placed(plans, (plan) => plan.cards).filter(isCounted);
  return {
    goals,
    byStatus: grouped([...statuses, null], goals, (goal, status) => goal.status === status),
    byCarrier: goalsByCarrier(goals),
    byOnlySource: grouped(
      sourceKinds,
      goals,
      ({restsOn}, kind) => restsOn.length === 1 && restsOn[0] === kind,
    ),
    // Of an action that stands twice a line of money may stand there once.
    funds: fundsOf(placed(plans, (plan) => plan.actions)),
    promises: promisesOf(agreements, actions, today),
    parked: [
      ...goals.map((line) => ({kind: 'goal', line}) as const),
      ...actions.map((line) => ({kind: 'action', line}) as const),
    ].filter(({line}) => line.status === 'parked'),
    unfinished: cards.map(emptyParts).filter(({empty}) => empty.length > 0),
    doubles: placed<Line>(
      plans,
      ({tasks, goals: all, actions: more, agreements: others, cards: last}) => [
        ...tasks,
        ...all,
        ...more,
        ...others,
        ...last,
      ],
    ).filter(({isDouble}) => isDouble),
  };
}

function placed<T extends object>(
  plans: readonly PlanOf[],
  linesOf: (plan: Plan) => readonly T[],
): readonly Placed<T>[] {
  return plans.flatMap(({document, plan}) => linesOf(plan).map((line) => place(line, document)));
}

/** A line that did not change is the same placed line as before: who draws it need not look again. */
const known = new WeakMap<object, Placed<object>>();

function place<T extends object>(line: T, document: DocumentRef): Placed<T> {
  const before = known.get(line);
  if (before?.document === document) return before as Placed<T>;
  const found = {...line, document};
  known.set(line, found);
  return found;
}

function isCounted({isDouble}: Line): boolean {
  return !isDouble;
}

function grouped<Of>(
  all: readonly Of[],
  goals: readonly Placed<GoalLine>[],
  belongs: (goal: GoalLine, of: Of) => boolean,
): readonly GoalGroup<Of>[] {
  return all
    .map((of) => ({of, goals: goals.filter((goal) => belongs(goal, of))}))
    .filter((group) => group.goals.length > 0);
}

function goalsByCarrier(goals: readonly Placed<GoalLine>[]): readonly GoalGroup<Carrier | null>[] {
  const groups = new Map<string, {of: Carrier; goals: Placed<GoalLine>[]}>();
  const nobodys: Placed<GoalLine>[] = [];
  for (const goal of goals) {
    const carriers = carriersOf(goal.carriers);
    if (carriers.length === 0) nobodys.push(goal);
    for (const of of carriers) {
      const group = groups.get(of.key);
      if (group) group.goals.push(goal);
      else groups.set(of.key, {of, goals: [goal]});
    }
  }
  const rest = nobodys.length > 0 ? [{of: null, goals: nobodys}] : [];
  return [...groups.values(), ...rest];
}

function emptyParts(card: Placed<CardLine>): UnfinishedCard {
  const names: readonly FacetName[] = facetsOf[card.kind];
  return {card, empty: names.filter((name) => !card.facets[name])};
}
