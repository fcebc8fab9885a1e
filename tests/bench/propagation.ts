/** How soon others see what somebody types, with 1,000 connections on 100 documents. */

import {type Bench, type Row, row} from './rig/bench.ts';
import {measureCommit} from './rig/commit.ts';
import {compare} from './rig/compare.ts';
import type {Crowd, Outcome} from './rig/crowd.ts';
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
  about: '1,000 connections on 100 documents: from typing until another client has it',
  async run({folder, full}) {
    const commit = measureCommit(folder);
    const sizes = {people: 1_000, documents: 100, words: 500, perDocument};
    const {relay, ours} = await compare(folder, sizes, (crowd) => both(crowd, full ? 20 : 6));
    const allowed = (relayMs: number, commitMs: number) => ({
      atMost: relayMs + commitsAllowed * commitMs,
    });
    return [
      row('one types in each, p50', ours.one.arrival.p50, 'ms', {
        bound: {what: 'relay', value: relay.one.arrival.p50},
        target: allowed(relay.one.arrival.p50, commit.p50),
      }),
      row('one types in each, p99', ours.one.arrival.p99, 'ms', {
        bound: {what: 'relay', value: relay.one.arrival.p99},
        target: allowed(relay.one.arrival.p99, commit.p99),
      }),
      ...busy('one types in each', relay.one, ours.one),
      row('all type, p50', ours.all.arrival.p50, 'ms', {
        bound: {what: 'relay', value: relay.all.arrival.p50},
      }),
      row('all type, p99', ours.all.arrival.p99, 'ms', {
        bound: {what: 'relay', value: relay.all.arrival.p99},
        target: {atMost: 40},
      }),
      row('all type, server busy', ours.all.cores, 'cores', {
        bound: {what: 'relay', value: relay.all.cores},
        target: {atMost: 1},
      }),
      ...busy('all type', relay.all, ours.all),
      row('a commit on this disk, p50', commit.p50, 'ms'),
      row('a commit on this disk, p99', commit.p99, 'ms'),
    ];
  },
};

async function both({members, run}: Crowd, seconds: number): Promise<Both> {
  const firsts = members.filter((_, index) => index % perDocument === 0);
  const time = {warmMs: 2_000, forMs: seconds * 1_000};
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

function busy(name: string, relay: Outcome, ours: Outcome): readonly Row[] {
  return [
    ...strainRows(`${name}, relay`, relay.strain, relay.cores),
    ...strainRows(`${name}, ours`, ours.strain, ours.cores),
  ];
}
