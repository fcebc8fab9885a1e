/**
 * A whole meeting in one document: 500 people, all typing at once. Without the relay: it would have to
 * send 1,250,000 frames a second.
 */

import {type Bench, row} from './rig/bench.ts';
import {onServer} from './rig/compare.ts';
import type {Crowd} from './rig/crowd.ts';
import {strainRows} from './rig/saturation.ts';

const people = 500;
const keysPerSecond = 5;
const sampled = 10;

export const crowd: Bench = {
  about: '500 people typing 5 keys/s in one document, ten receivers sampled',
  async run({folder, full}) {
    const sizes = {people, documents: 1, words: 500, perDocument: people};
    const time = {warmMs: 3_000, forMs: full ? 30_000 : 8_000};
    const ours = await onServer(folder, sizes, ({members, run}: Crowd) => {
      const watched = members.filter((_, index) => index % (people / sampled) === 0);
      return run({writers: members, watched, updatesPerSecond: people * keysPerSecond, ...time});
    });
    return [
      row('seen by others, p50', ours.arrival.p50, 'ms'),
      row('seen by others, p95', ours.arrival.p95, 'ms', {
        target: {atMost: 100},
      }),
      row('acknowledged, p95', ours.acknowledgement.p95, 'ms'),
      row('server busy', ours.cores, 'cores'),
      ...strainRows('ours', [ours]),
    ];
  },
};
