/** Runs everything that must hold: types, lint, format, tests; ends with one line that counts the tests. */

import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Two rows beside each other: one is busy with types, which the other does not need. */
const rows = [
  [
    {name: 'types', command: ['tsc', '-b']},
    {name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings']},
  ],
  [
    {name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.']},
    {name: 'rules', command: ['node', 'scripts/rules.ts']},
    {name: 'build', command: ['pnpm', '--silent', 'build']},
  ],
];

const folder = await mkdtemp(join(tmpdir(), 'samenspel-check-'));
const report = join(folder, 'tests.json');
const failed: string[] = [];

await Promise.all(
  rows.map(async (steps) => {
    for (const step of steps) if ((await run(step.command)) !== 0) failed.push(step.name);
  }),
);
const tests = await run([
  ...['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ...process.argv.slice(2),
]);
if (tests !== 0) failed.push('tests');

const counts = await readFile(report, 'utf8').then(
  (text) => JSON.parse(text) as Counts,
  () => null,
);
await rm(folder, {recursive: true, force: true});

// A run without tests is a failure too: nothing was shown to hold.
if (!counts || counts.numPassedTests === 0) failed.push('no test ran');
if (failed.length > 0) console.log(`\nNot right: ${failed.join(', ')}.`);
const skipped = counts ? counts.numPendingTests + counts.numTodoTests : 0;
const lost = failed.length > 0 && (counts?.numFailedTests ?? 0) === 0 ? failed.length : 0;
console.log(
  `${counts?.numPassedTests ?? 0} passed, ${(counts?.numFailedTests ?? 0) + lost} failed, ${skipped} skipped`,
);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a command with its output shown; resolves with its exit code. */
function run([command = '', ...args]: readonly string[]): Promise<number> {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {stdio: ['ignore', 'inherit', 'inherit']});
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
