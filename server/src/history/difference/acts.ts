/** Which entry of a journal wrote an id and which deleted it, in columns that are looked up by id. */

import type {EntryMark, Trace} from '../../journal/journal.ts';
import type {Range} from '../../journal/structs.ts';
import {type IdColumns, idColumns} from '../../journal/id-columns.ts';

/** One entry of the journal: who wrote it and when. */
export type Deed = Pick<EntryMark, 'seq' | 'at' | 'actor'>;

export interface Acts {
  /** The entry that wrote this id; null when none did that is known here. */
  wrote(client: number, clock: number): Deed | null;
  /** The entry that deleted this id; null when none did that is known here. */
  deleted(client: number, clock: number): Deed | null;
  /** How far what `deleted` says of an id holds for the ones after it too. */
  deletedUpTo(client: number, clock: number): number;
}

/** @param traces each id is written once and deleted once at most: what lies in a journal */
export function actsOf(traces: readonly Trace[]): Acts {
  const marks = traces.map(({mark}) => mark);
  const written = columnsOf(traces, ({wrote}) => wrote);
  const gone = columnsOf(traces, ({removed}) => removed);
  const markAt = (number: number | null) => (number === null ? null : (marks[number] ?? null));
  return {
    wrote: (client, clock) => markAt(written.at(client, clock)),
    deleted: (client, clock) => markAt(gone.at(client, clock)),
    deletedUpTo: (client, clock) => gone.upTo(client, clock),
  };
}

/** What either knows; of what is sealed and what is not yet. */
export function bothActs(one: Acts, other: Acts): Acts {
  return {
    wrote: (client, clock) => one.wrote(client, clock) ?? other.wrote(client, clock),
    deleted: (client, clock) => one.deleted(client, clock) ?? other.deleted(client, clock),
    deletedUpTo: (client, clock) =>
      Math.min(one.deletedUpTo(client, clock), other.deletedUpTo(client, clock)),
  };
}

export const noActs = actsOf([]);

function columnsOf(
  traces: readonly Trace[],
  rangesOf: (trace: Trace) => readonly Range[],
): IdColumns {
  const [client, clock, length, number]: number[][] = [[], [], [], []];
  for (const [place, trace] of traces.entries()) {
    for (const {client: of, from, to} of rangesOf(trace)) {
      client?.push(of);
      clock?.push(from);
      length?.push(to - from);
      number?.push(place);
    }
  }
  return idColumns({
    ...{client: client ?? [], clock: clock ?? []},
    ...{length: length ?? [], number: number ?? []},
  });
}
