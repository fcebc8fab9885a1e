/** What the money in plans comes to: per source, and per side that spends it; in whole cents. */

import type {BlockId} from './ids.ts';
import type {ActionLine, FundLine} from './plan.ts';
import {
  type FundState,
  fundSources,
  fundStates,
  nameKey,
  type Spender,
  spenders,
} from './plan-fields.ts';
import type {Placed} from './plan-overview.ts';

/** Cents in each state. Lines of money hold at most `maxCents`, so that sums stay exact. */
export type Sums = Readonly<Record<FundState, number>>;

export interface FundsOverview {
  /** Ours in their own order, then the lab's own words as they come in the text. */
  readonly sources: readonly SourceSums[];
  readonly spenders: readonly SpenderSums[];
  readonly total: Sums;
  /** In none of these sums: something is missing or can't be read. */
  readonly unclear: readonly UnclearFund[];
  /** Of those, the cents of the ones whose amount can be read. */
  readonly unclearCents: number;
}

export interface SourceSums {
  /** One of `fundSources`, or the lab's own words. */
  readonly source: string;
  readonly sums: Sums;
  readonly spenders: readonly SpenderSums[];
}

export interface SpenderSums {
  /** null where nobody said which side spends it. */
  readonly spender: Spender | null;
  readonly sums: Sums;
}

/** A line of money with the action that it is for. */
export interface PlacedFund extends Placed<FundLine> {
  readonly action: {readonly id: BlockId | null; readonly title: string};
}

export type FundGap = 'amount' | 'unreadable' | 'source' | 'state';

export interface UnclearFund {
  readonly fund: PlacedFund;
  /** What is missing, or `unreadable` for an amount that is there and can't be read. */
  readonly gaps: readonly FundGap[];
}

interface Money {
  readonly cents: number;
  readonly source: string;
  readonly state: FundState;
  readonly spender: Spender | null;
}

export function fundsOf(actions: readonly Placed<ActionLine>[]): FundsOverview {
  const funds = actions.flatMap(({id, title, document, funds: lines}) =>
    lines
      .filter(({isDouble}) => !isDouble)
      .map((line): PlacedFund => ({...line, document, action: {id, title}})),
  );
  const unclear = funds
    .map((fund) => ({fund, gaps: gapsIn(fund)}))
    .filter(({gaps}) => gaps.length > 0);
  const money = funds.flatMap((fund) => moneyOf(fund) ?? []);
  const bySource = Map.groupBy(money, ({source}) => nameKey(source));
  const order = [...new Set([...fundSources, ...bySource.keys()])];
  return {
    sources: order.flatMap((key) => {
      const [first, ...rest] = bySource.get(key) ?? [];
      if (!first) return [];
      const all = [first, ...rest];
      return {source: first.source, sums: sumsOf(all), spenders: bySpender(all)};
    }),
    spenders: bySpender(money),
    total: sumsOf(money),
    unclear,
    unclearCents: unclear
      .map(({fund: {amount}}) => (amount.kind === 'read' ? amount.value : 0))
      .reduce(plus, 0),
  };
}

/** Of all states together. */
export function allOf(sums: Sums): number {
  return fundStates.map((state) => sums[state]).reduce(plus, 0);
}

function gapsIn({amount, source, state}: FundLine): readonly FundGap[] {
  return [
    ...(amount.kind === 'empty' ? (['amount'] as const) : []),
    ...(amount.kind === 'unreadable' ? (['unreadable'] as const) : []),
    ...(source === null ? (['source'] as const) : []),
    ...(state === null ? (['state'] as const) : []),
  ];
}

function moneyOf({amount, source, state, side}: FundLine): Money | null {
  if (amount.kind !== 'read' || source === null || state === null) return null;
  return {cents: amount.value, source, state, spender: side};
}

function bySpender(money: readonly Money[]): readonly SpenderSums[] {
  return [...spenders, null].flatMap((spender) => {
    const theirs = money.filter((one) => one.spender === spender);
    return theirs.length > 0 ? {spender, sums: sumsOf(theirs)} : [];
  });
}

function sumsOf(money: readonly Money[]): Sums {
  const sums = {asked: 0, promised: 0, granted: 0};
  for (const {cents, state} of money) sums[state] += cents;
  return sums;
}

function plus(one: number, other: number): number {
  return one + other;
}
