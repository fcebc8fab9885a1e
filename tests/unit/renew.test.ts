import {renewByItself} from '@samenspel/client/sync/renew.ts';
import {expect, test} from 'vitest';

test('[R40] a page renews itself once, and not for ever when it comes back as it was', () => {
  const kept = new Map<string, string>();
  let reloads = 0;
  const world = {
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
    reload: () => (reloads += 1),
  };
  renewByItself(world);
  renewByItself(world);
  expect(reloads).toBe(1);
  // A later version of the page may again.
  for (const key of kept.keys()) kept.set(key, '0');
  renewByItself(world);
  expect(reloads).toBe(2);
});
