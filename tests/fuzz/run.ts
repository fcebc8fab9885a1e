/** `pnpm fuzz [--seconds N] [--seed N]`: looks for a seed that breaks a promise, until it is stopped. */

import {parseArgs} from 'node:util';
import {converge} from './convergence.ts';
import {attack} from './hostile.ts';

const {values} = parseArgs({options: {seconds: {type: 'string'}, seed: {type: 'string'}}});
const end = values.seconds ? Date.now() + Number(values.seconds) * 1_000 : Infinity;
let seed = Number(values.seed ?? Date.now() % 1_000_000_000);
let done = 0;

const games = [
  {name: 'convergence', play: (one: number) => converge(one, 100 + (one % 1_000))},
  {name: 'hostile frames', play: (one: number) => attack(one, 2_000)},
];

while (Date.now() < end) {
  for (const {name, play} of games) {
    try {
      await play(seed);
    } catch (cause) {
      throw new Error(`Seed ${seed} breaks a promise of ${name}`, {cause});
    }
  }
  done++;
  if (done % 50 === 0) console.log(`${done} seeds, last ${seed}`);
  seed++;
}
console.log(`${done} seeds, no promise broken`);
