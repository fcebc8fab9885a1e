/** How soon others see what somebody types, with 1,000 connections on 100 documents. */

import {type Bench, row} from './rig/bench.ts';
import {measureCommit} from './rig/commit.ts';
import {compareInTurns} from './rig/compare.ts';
import type {Crowd, Outcome} from './rig/crowd.ts';
import {median} from './rig/percentiles.ts';
import {strainRows} from './rig/saturation.ts';

/** A fast typist, in characters per second. */
const keysPerSecond = 6.6;
const perDocument = 10;
const commitsAllowed = 1.5;

interface Both {
  readonly one: Outcome;
  readonly all: Outcome;
}

export const propagation: Bench = {
  about: '1,000 connections on 100 documents: from typing until another client has it; by turns',
  async run({folder, full}) {
    const commit = measureCommit(folder);
    const sizes = {people: 1_000, documents: 100, words: 500, perDocument};
    const seconds = full ? 10 : 3;
    const {relay, ours} = await compareInTurns(folder, sizes, full ? 5 : 3, (crowd) =>
      both(crowd, seconds),
    );
    const against = (read: (round: Both) => number) => {
      const bound = median(relay.map(read));
      return {value: median(ours.map(read)), bound: {what: 'relay', value: bound}};
    };
    const oneP50 = against(({one}) => one.arrival.p50);
    const oneP99 = against(({one}) => one.arrival.p99);
    const allP50 = against(({all}) => all.arrival.p50);
    const allP99 = against(({all}) => all.arrival.p99);
    const cores = against(({all}) => all.cores);
    return [
      row('one types in each, p50', oneP50.value, 'ms', {
        bound: oneP50.bound,
        target: {atMost: oneP50.bound.value + commitsAllowed * commit.p50},
      }),
      row('one types in each, p99', oneP99.value, 'ms', {
        bound: oneP99.bound,
        target: {atMost: oneP99.bound.value + commitsAllowed * commit.p99},
      }),
      row('all type, p50', allP50.value, 'ms', {bound: allP50.bound}),
      row('all type, p99', allP99.value, 'ms', {bound: allP99.bound, target: {atMost: 40}}),
      row('all type, server busy', cores.value, 'cores', {
        bound: cores.bound,
        target: {atMost: 1},
      }),
      row('a commit on this disk, p50', commit.p50, 'ms'),
      row('a commit on this disk, p99', commit.p99, 'ms'),
      ...strainRows(
        'one types in each',
        ours.map(({one}) => one),
      ),
      ...strainRows(
        'all type',
        ours.map(({all}) => all),
      ),
    ];
  },
};

async function both({members, run}: Crowd, seconds: number): Promise<Both> {
  const firsts = members.filter((_, index) => index % perDocument === 0);
  const time = {warmMs: 1_000, forMs: seconds * 1_000};
  const one = await run({
    ...{writers: firsts, watched: members, ...time},
    updatesPerSecond: firsts.length * keysPerSecond,
  });
  const all = await run({
    // Two in each document are enough to know; reading all of it would busy the other core.
    ...{writers: members, watched: members.filter((_, index) => index % perDocument < 2), ...time},
    updatesPerSecond: members.length * keysPerSecond,
  });
  return {one, all};
}
