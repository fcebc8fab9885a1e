/**
 * Numbers under ranges of ids, in columns of small numbers: of a hundred pages there are tens of
 * thousands, and looking through objects for them takes longer than what is done with them.
 */

import {othersFirst} from '../others-first.ts';
import {orderOf} from './number-order.ts';

export interface IdColumns {
  /** The number under this id; null when there is none. */
  at(client: number, clock: number): number | null;
  /** How far what `at` says of an id holds for the ones after it. */
  upTo(client: number, clock: number): number;
  /** Tells the parts of these ids that have a number, in order. */
  each(client: number, clock: number, length: number, tell: TellIds): void;
}

export type TellIds = (clock: number, length: number, number: number) => void;

/** A range of ids for each number from 0 on. */
export interface IdRanges {
  readonly client: ArrayLike<number>;
  readonly clock: ArrayLike<number>;
  readonly length: ArrayLike<number>;
  /** What stands for them; left out, their own numbers. */
  readonly number?: ArrayLike<number>;
}

/** Of one client, by clock, none of them overlapping. */
interface Column {
  readonly from: number[];
  readonly to: number[];
  readonly number: number[];
  /** Where the last one was found that was asked for: the next one often follows it. */
  last: number;
}

/** Of ids that stand in several ranges the one with the highest number holds. */
export function idColumns(ranges: IdRanges): IdColumns {
  const building = build(ranges);
  for (;;) {
    const {done, value} = building.next();
    if (done) return value;
  }
}

/** The same, for who asks of very many beside those who write: others go first in between. */
export async function idColumnsInTurns(ranges: IdRanges): Promise<IdColumns> {
  const building = build(ranges);
  for (;;) {
    const {done, value} = building.next();
    if (done) return value;
    await othersFirst();
  }
}

/** A few milliseconds. */
const atOnce = 16_384;

function* build({client, clock, length, number}: IdRanges): Generator<undefined, IdColumns> {
  const columns = new Map<number, Column>();
  const order = orderOf(clock);
  yield;
  for (let next = 0; next < order.length; next++) {
    if (next % atOnce === atOnce - 1) yield;
    const place = order[next] ?? 0;
    const of = client[place] ?? 0;
    let column = columns.get(of);
    if (!column) columns.set(of, (column = {from: [], to: [], number: [], last: 0}));
    const from = clock[place] ?? 0;
    add(column, from, from + (length[place] ?? 0), number ? (number[place] ?? 0) : place);
  }

  return {
    at(of, at) {
      const column = columns.get(of);
      if (!column) return null;
      const index = firstEndingAfter(column, at);
      const isIn = (column.from[index] ?? Infinity) <= at;
      return isIn ? (column.number[index] ?? null) : null;
    },
    upTo(of, at) {
      const column = columns.get(of);
      if (!column) return Infinity;
      const index = firstEndingAfter(column, at);
      const from = column.from[index] ?? Infinity;
      return from <= at ? (column.to[index] ?? Infinity) : from;
    },
    each(of, at, many, tell) {
      const column = columns.get(of);
      if (!column) return;
      const {from, to} = column;
      const end = at + many;
      for (let index = firstEndingAfter(column, at); index < from.length; index++) {
        const start = Math.max(from[index] ?? 0, at);
        if (start >= end) break;
        tell(start, Math.min(to[index] ?? 0, end) - start, column.number[index] ?? 0);
      }
    },
  };
}

/** It begins nowhere before what is there. */
function add(column: Column, from: number, to: number, number: number): void {
  if ((column.to.at(-1) ?? 0) <= from) put(column, from, to, number);
  else addOver(column, from, to, number);
}

function addOver(column: Column, from: number, to: number, number: number): void {
  const there: {readonly from: number; readonly to: number; readonly number: number}[] = [];
  while ((column.to.at(-1) ?? 0) > from) {
    there.unshift({
      from: column.from.pop() ?? 0,
      to: column.to.pop() ?? 0,
      number: column.number.pop() ?? 0,
    });
  }
  let at = from;
  for (const one of there) {
    put(column, one.from, Math.min(one.to, from), one.number);
    const isOver = one.number > number;
    put(column, at, Math.min(isOver ? one.from : one.to, to), number);
    put(column, Math.max(one.from, isOver ? from : to), one.to, one.number);
    at = Math.max(at, one.to);
  }
  put(column, at, to, number);
}

function put(column: Column, from: number, to: number, number: number): void {
  if (from >= to) return;
  column.from.push(from);
  column.to.push(to);
  column.number.push(number);
}

function firstEndingAfter(column: Column, clock: number): number {
  const {to, last} = column;
  if ((to[last - 1] ?? Infinity) <= clock) {
    if ((to[last] ?? Infinity) > clock) return last;
    if ((to[last + 1] ?? Infinity) > clock) return (column.last = last + 1);
  }
  let [low, high] = [0, to.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((to[middle] ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return (column.last = low);
}
