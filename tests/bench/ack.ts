/** How soon somebody knows that what they typed is on disk, at 1,000 updates a second. */

import {type Bench, row} from './rig/bench.ts';
import {measureCommit} from './rig/commit.ts';
import {compare} from './rig/compare.ts';
import type {Crowd} from './rig/crowd.ts';
import {strainRows} from './rig/saturation.ts';

const updatesPerSecond = 1_000;

export const ack: Bench = {
  about: 'acknowledgement at 1,000 updates/s: 200 people in 50 documents, all typing',
  async run({folder, full}) {
    const commit = measureCommit(folder);
    const sizes = {people: 200, documents: 50, words: 500, perDocument: 4};
    const {relay, ours} = await compare(folder, sizes, ({members, run}: Crowd) =>
      run({
        ...{writers: members, watched: members, updatesPerSecond},
        ...{warmMs: 2_000, forMs: full ? 30_000 : 8_000},
      }),
    );
    return [
      row('acknowledged, p50', ours.acknowledgement.p50, 'ms', {
        bound: {what: 'commit', value: commit.p50},
        target: {atMost: 12},
      }),
      row('acknowledged, p99', ours.acknowledgement.p99, 'ms', {
        bound: {what: 'commit', value: commit.p99},
        target: {atMost: 25},
      }),
      row('seen by others, p50', ours.arrival.p50, 'ms', {
        bound: {what: 'relay', value: relay.arrival.p50},
      }),
      row('seen by others, p99', ours.arrival.p99, 'ms', {
        bound: {what: 'relay', value: relay.arrival.p99},
      }),
      row('server busy', ours.cores, 'cores', {bound: {what: 'relay', value: relay.cores}}),
      ...strainRows('ours', ours.strain, ours.cores),
    ];
  },
};
