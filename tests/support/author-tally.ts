/** Adds up how many characters the server gets wrong, by kind of edit. */

import {type EditKind, editKinds, type Simulation} from './author-edits.ts';

export interface Tally {
  readonly edits: number;
  /** Characters put down under new ids; by formatting, which puts none down, all in its blocks. */
  readonly put: number;
  readonly wrong: number;
  /** What believing the ids of characters would get wrong. */
  readonly wrongByIds: number;
}

const none: Tally = {edits: 0, put: 0, wrong: 0, wrongByIds: 0};

/** Goes on until this many edits that are more than typing were made. */
export function tally({next}: Simulation, structural: number): ReadonlyMap<EditKind, Tally> {
  const tallies = new Map<EditKind, Tally>(editKinds.map((kind) => [kind, none]));
  for (let made = 0; made < structural;) {
    for (const [kind, {put, touched, wrong, wrongByIds}] of next()) {
      const before = tallies.get(kind) ?? none;
      tallies.set(kind, {
        edits: before.edits + 1,
        put: before.put + (kind === 'formatting' ? touched : put),
        wrong: before.wrong + wrong,
        wrongByIds: before.wrongByIds + wrongByIds,
      });
      if (kind !== 'typing') made++;
    }
  }
  return tallies;
}

export function sum(tallies: Iterable<Tally>): Tally {
  let total = none;
  for (const {edits, put, wrong, wrongByIds} of tallies) {
    total = {
      edits: total.edits + edits,
      put: total.put + put,
      wrong: total.wrong + wrong,
      wrongByIds: total.wrongByIds + wrongByIds,
    };
  }
  return total;
}
