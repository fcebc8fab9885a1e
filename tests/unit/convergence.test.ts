import {expect, test} from 'vitest';
import {converge} from '../fuzz/convergence.ts';

// `pnpm fuzz` goes on where this sample ends; a seed that ever fails gets a line of its own here.
const seeds = Array.from({length: 40}, (_, index) => index + 1);

test.each(seeds)(
  '[R2] everybody ends with the same text, and nothing kept is lost: seed %i',
  async (seed) => {
    await expect(converge(seed, 250)).resolves.toBeUndefined();
  },
);
