/** How soon somebody knows that what they typed is on disk, at 1,000 updates a second. */

import {type Bench, row} from './rig/bench.ts';
import {measureCommit} from './rig/commit.ts';
import {compareInTurns} from './rig/compare.ts';
import type {Crowd, Outcome} from './rig/crowd.ts';
import {median} from './rig/percentiles.ts';
import {strainRows} from './rig/saturation.ts';

const updatesPerSecond = 1_000;

export const ack: Bench = {
  about: 'acknowledgement at 1,000 updates/s: 200 people in 50 documents, all typing',
  async run({folder, full}) {
    const commit = measureCommit(folder);
    const sizes = {people: 200, documents: 50, words: 500, perDocument: 4};
    const time = {warmMs: 1_000, forMs: full ? 10_000 : 3_000};
    const {relay, ours} = await compareInTurns(folder, sizes, full ? 5 : 3, type);

    function type({members, run}: Crowd): Promise<Outcome> {
      return run({writers: members, watched: members, updatesPerSecond, ...time});
    }
    function against(read: (round: Outcome) => number) {
      return {
        value: median(ours.map(read)),
        bound: {what: 'relay', value: median(relay.map(read))},
      };
    }
    const p50 = against(({arrival}) => arrival.p50);
    const p99 = against(({arrival}) => arrival.p99);
    const cores = against((round) => round.cores);
    return [
      row('acknowledged, p50', median(ours.map(({acknowledgement}) => acknowledgement.p50)), 'ms', {
        bound: {what: 'commit', value: commit.p50},
        target: {atMost: 12},
      }),
      row('acknowledged, p99', median(ours.map(({acknowledgement}) => acknowledgement.p99)), 'ms', {
        bound: {what: 'commit', value: commit.p99},
        target: {atMost: 25},
      }),
      row('seen by others, p50', p50.value, 'ms', {bound: p50.bound}),
      row('seen by others, p99', p99.value, 'ms', {bound: p99.bound}),
      row('server busy', cores.value, 'cores', {bound: cores.bound}),
      ...strainRows('ours', ours),
    ];
  },
};
