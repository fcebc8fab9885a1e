import {expect, test} from 'vitest';
import {attack} from '../fuzz/hostile.ts';

// 100,000 frames in all; `pnpm fuzz` goes on where this sample ends.
const seeds = Array.from({length: 10}, (_, index) => index + 1);

test.each(seeds)(
  '[R26] ten thousand hostile frames leave the document what its journal says: seed %i',
  {timeout: 60_000},
  async (seed) => {
    const report = await attack(seed, 10_000);
    expect(report.frames).toBe(10_000);
    // The attack was one: many frames were refused, and some got through on their merits.
    expect(report.refused).toBeGreaterThan(2_000);
    expect(report.accepted).toBeGreaterThan(100);
    expect(report.honest).toBeGreaterThan(100);
  },
);
