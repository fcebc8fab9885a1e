/** Kinds of tests: unit and server in Node, component in jsdom, e2e and browsers in a real browser. */

import {defineConfig} from 'vitest/config';

const kind = (name: string, extra: object = {}) => ({
  test: {name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node', ...extra},
});

/** Browsers' tests that hold on a machine that is busy as well; each of the others is to join them. */
const steady = ['comments', 'revoking', 'writing'];
const fileOf = (name: string) => `tests/e2e/${name}.test.ts`;
const browsers = {sequence: {groupOrder: 2}, testTimeout: 90_000, hookTimeout: 90_000};

export default defineConfig({
  test: {
    // As many as the smallest machine that everything is checked on has cores.
    maxWorkers: 2,
    projects: [
      kind('unit', {sequence: {groupOrder: 0}}),
      kind('component', {
        environment: 'jsdom',
        setupFiles: ['tests/support/jsdom.ts'],
        sequence: {groupOrder: 0},
      }),
      kind('server', {sequence: {groupOrder: 1}, testTimeout: 30_000, hookTimeout: 30_000}),
      kind('e2e', {include: steady.map(fileOf), ...browsers}),
      // Not part of the check: `pnpm check:browsers`.
      kind('browsers', {
        include: [fileOf('*')],
        exclude: steady.map(fileOf),
        ...browsers,
      }),
    ],
  },
});
