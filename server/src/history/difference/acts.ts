/** Which entry of a journal wrote an id and which deleted it, in columns that are looked up by id. */

import type {EntryMark, Trace} from '../../journal/journal.ts';
import type {Range} from '../../journal/structs.ts';
import {
  type IdColumns,
  idColumns,
  idColumnsInTurns,
  type IdRanges,
} from '../../journal/id-columns.ts';
import {othersFirst} from '../../others-first.ts';

/** One entry of the journal: who wrote it and when. */
export type Deed = Pick<EntryMark, 'seq' | 'at' | 'actor' | 'first'>;

export interface Acts {
  /** The entry that wrote this id; null when none did that is known here. */
  wrote(client: number, clock: number): Deed | null;
  /** How far what `wrote` says of an id holds for the ones after it too. */
  wroteUpTo(client: number, clock: number): number;
  /** The entry that deleted this id; null when none did that is known here. */
  deleted(client: number, clock: number): Deed | null;
  /** How far what `deleted` says of an id holds for the ones after it too. */
  deletedUpTo(client: number, clock: number): number;
}

/** @param traces each id is written once and deleted once at most: what lies in a journal */
export function actsOf(traces: readonly Trace[]): Acts {
  return actsIn(
    traces,
    idColumns(rangesIn(traces, ({wrote}) => wrote)),
    idColumns(rangesIn(traces, ({removed}) => removed)),
  );
}

/** The same, for who asks of a long past beside those who write: others go first in between. */
export async function longActsOf(traces: readonly Trace[]): Promise<Acts> {
  const columns = async (rangesOf: (trace: Trace) => readonly Range[]) => {
    const ranges = rangesIn(traces, rangesOf);
    await othersFirst();
    return idColumnsInTurns(ranges);
  };
  const written = await columns(({wrote}) => wrote);
  return actsIn(traces, written, await columns(({removed}) => removed));
}

/** What either knows; of what is sealed and what is not yet. */
export function bothActs(one: Acts, other: Acts): Acts {
  return {
    wrote: (client, clock) => one.wrote(client, clock) ?? other.wrote(client, clock),
    wroteUpTo: (client, clock) =>
      Math.min(one.wroteUpTo(client, clock), other.wroteUpTo(client, clock)),
    deleted: (client, clock) => one.deleted(client, clock) ?? other.deleted(client, clock),
    deletedUpTo: (client, clock) =>
      Math.min(one.deletedUpTo(client, clock), other.deletedUpTo(client, clock)),
  };
}

export const noActs = actsOf([]);

function actsIn(traces: readonly Trace[], written: IdColumns, gone: IdColumns): Acts {
  const marks = traces.map(({mark}) => mark);
  const markAt = (number: number | null) => (number === null ? null : (marks[number] ?? null));
  return {
    wrote: (client, clock) => markAt(written.at(client, clock)),
    wroteUpTo: (client, clock) => written.upTo(client, clock),
    deleted: (client, clock) => markAt(gone.at(client, clock)),
    deletedUpTo: (client, clock) => gone.upTo(client, clock),
  };
}

function rangesIn(
  traces: readonly Trace[],
  rangesOf: (trace: Trace) => readonly Range[],
): IdRanges {
  let count = 0;
  for (const trace of traces) count += rangesOf(trace).length;
  const [client, clock] = [new Float64Array(count), new Float64Array(count)];
  const [length, number] = [new Float64Array(count), new Float64Array(count)];
  let at = 0;
  for (let place = 0; place < traces.length; place++) {
    const trace = traces[place];
    for (const {client: of, from, to} of trace ? rangesOf(trace) : []) {
      client[at] = of;
      clock[at] = from;
      length[at] = to - from;
      number[at++] = place;
    }
  }
  return {client, clock, length, number};
}
