/** `pnpm fuzz [--seconds N] [--seed N]`: looks for a seed that breaks a promise, until it is stopped. */

import {parseArgs} from 'node:util';
import {converge} from './convergence.ts';

const {values} = parseArgs({options: {seconds: {type: 'string'}, seed: {type: 'string'}}});
const end = values.seconds ? Date.now() + Number(values.seconds) * 1_000 : Infinity;
let seed = Number(values.seed ?? Date.now() % 1_000_000_000);
let done = 0;

while (Date.now() < end) {
  try {
    await converge(seed, 100 + (seed % 1_000));
  } catch (cause) {
    throw new Error(`Seed ${seed} breaks a promise`, {cause});
  }
  done++;
  if (done % 50 === 0) console.log(`${done} seeds, last ${seed}`);
  seed++;
}
console.log(`${done} seeds, no promise broken`);
