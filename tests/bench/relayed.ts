/** How many updates a second reach all nine others before it hurts, and what that costs. */

import {type Bench, type Row, row} from './rig/bench.ts';
import {compare} from './rig/compare.ts';
import type {Crowd, Outcome} from './rig/crowd.ts';
import {strainRows} from './rig/saturation.ts';

interface Highest {
  readonly perSecond: number;
  readonly outcome: Outcome;
}

interface Found {
  readonly highest: Highest;
  /** At 1,000 a second. */
  readonly calm: Outcome;
}

const readers = 9;
const tolerableMs = 200;
const calmPerSecond = 1_000;
const firstPerSecond = 4_000;
const step = 1.5;
/** More than this nobody asked for. */
const mostPerSecond = 40_000;

export const relayed: Bench = {
  about: '20 documents, one types, nine read: most updates/s that reach all nine with p99 < 200 ms',
  async run({folder, full}) {
    const sizes = {people: 200, documents: 20, words: 500, perDocument: 1 + readers};
    // One writer sends more than a person may, so that limit is off.
    const environment = {MAX_MESSAGES_PER_SECOND: '0'};
    const seconds = full ? 8 : 2;
    const search = (crowd: Crowd) => find(crowd, seconds);
    const {relay, ours} = await compare(folder, sizes, search, environment);
    return [
      row('most relayed, p99 < 200 ms', ours.highest.perSecond, 'updates/s', {
        bound: {what: 'relay', value: relay.highest.perSecond},
        target: {atLeast: 20_000},
      }),
      cost('CPU per 10,000 relayed, at the most', relay.highest.outcome, ours.highest.outcome, 0.5),
      cost('CPU per 10,000 relayed, at 1,000/s', relay.calm, ours.calm, 3),
      row('p99 at 1,000/s', ours.calm.arrival.p99, 'ms', {
        bound: {what: 'relay', value: relay.calm.arrival.p99},
      }),
      ...strainRows('at the most, relay', [relay.highest.outcome]),
      ...strainRows('at the most, ours', [ours.highest.outcome]),
    ];
  },
};

async function find(crowd: Crowd, seconds: number): Promise<Found> {
  const calm = await at(crowd, calmPerSecond, seconds + 2);
  let highest: Highest = {perSecond: calmPerSecond, outcome: calm};
  let failures = 0;
  for (let rate = firstPerSecond; rate <= mostPerSecond && failures < 2; rate *= step) {
    const tried = await tolerable(crowd, rate, seconds);
    failures = tried ? 0 : failures + 1;
    highest = tried ?? highest;
  }
  const between = await tolerable(crowd, (highest.perSecond * (1 + step)) / 2, seconds);
  return {calm, highest: between ?? highest};
}

/** A bad second of the machine is no limit of the server: tried twice. */
async function tolerable(crowd: Crowd, rate: number, seconds: number): Promise<Highest | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const outcome = await at(crowd, rate, seconds);
    if (outcome.arrival.p99 < tolerableMs) return {perSecond: outcome.updates / seconds, outcome};
  }
  return null;
}

function at({members, run}: Crowd, updatesPerSecond: number, seconds: number): Promise<Outcome> {
  return run({
    writers: members.filter((_, index) => index % (1 + readers) === 0),
    // One of the nine: reading all of it would busy the other core.
    watched: members.filter((_, index) => index % (1 + readers) === 1),
    updatesPerSecond,
    warmMs: 1_000,
    forMs: seconds * 1_000,
  });
}

function cost(what: string, relay: Outcome, ours: Outcome, atMost: number): Row {
  const per = ({cpuSeconds, updates}: Outcome) => (cpuSeconds / updates) * 10_000;
  return row(what, per(ours), 's', {
    bound: {what: 'relay', value: per(relay)},
    target: {atMost},
  });
}
