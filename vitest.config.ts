/** Kinds of tests: unit and server in Node, component in jsdom, e2e in a real browser. */

import {defineConfig} from 'vitest/config';

const kind = (name: string, extra: object = {}) => ({
  test: {name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node', ...extra},
});

export default defineConfig({
  test: {
    // One more than the smallest machine that everything is checked on has cores: each of them waits
    // for servers and browsers of its own, half of the time.
    maxWorkers: 3,
    // A list of barriers is worth nothing when it is cut off.
    chaiConfig: {truncateThreshold: 0},
    projects: [
      kind('unit', {
        isolate: false,
        sequence: {groupOrder: 0},
        // What never ends fails; how fast something is, benches say.
        testTimeout: 30_000,
        hookTimeout: 30_000,
      }),
      kind('component', {
        environment: 'jsdom',
        setupFiles: ['tests/support/jsdom.ts'],
        testTimeout: 30_000,
        hookTimeout: 30_000,
        sequence: {groupOrder: 0},
      }),
      kind('server', {
        isolate: false,
        sequence: {groupOrder: 1},
        testTimeout: 30_000,
        hookTimeout: 30_000,
      }),
      kind('e2e', {
        // A browser is started once by each worker, and not for every file.
        isolate: false,
        sequence: {groupOrder: 2},
        testTimeout: 90_000,
        hookTimeout: 90_000,
      }),
    ],
  },
});
