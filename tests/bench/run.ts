/** `pnpm bench [name…]`: runs benches one after another and prints their figures beside their bounds. */

import {fork} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {availableParallelism, cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {benches} from './benches.ts';
import type {Row} from './rig/bench.ts';
import {untilQuiet} from './rig/saturation.ts';
import {tableOf} from './rig/table.ts';

type Result =
  | {readonly name: string; readonly seconds: number; readonly rows: readonly Row[]}
  | {readonly name: string; readonly seconds: number; readonly failed: string};

/** A machine that others keep busy is measured all the same: the tables say how busy it was. */
const quietWithinMs = 10_000;
const quickMs = 300_000;
const fullMs = 900_000;

const {values, positionals} = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {full: {type: 'boolean', default: false}, json: {type: 'boolean', default: false}},
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

// With --json, stdout is for one object and nothing after it.
const say = values.json ? console.error : console.log;
const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
say(`${machine}; server and load generator share it`);

const results: Result[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const result = await measure(name, values.full);
  results.push(result);
  say(`\n${name}: ${benches[name]?.about} (${result.seconds.toFixed(0)} s)`);
  say('rows' in result ? tableOf(result.rows) : `  FAILED: ${result.failed}`);
}
if (values.json) {
  console.log(JSON.stringify({at: new Date().toISOString(), machine, full: values.full, results}));
}
if (results.some((result) => 'failed' in result)) process.exitCode = 1;

/** In a folder that is gone afterwards, and for no longer than a bench may take. */
async function measure(name: string, full: boolean): Promise<Result> {
  await untilQuiet(quietWithinMs);
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-bench-'));
  const started = performance.now();
  try {
    const rows = await inProcess(name, folder, full);
    return {name, seconds: (performance.now() - started) / 1000, rows};
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    return {name, seconds: (performance.now() - started) / 1000, failed};
  } finally {
    await rm(folder, {recursive: true, force: true, maxRetries: 5});
  }
}

function inProcess(name: string, folder: string, full: boolean): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./one.ts', import.meta.url));
    const child = fork(script, [name, folder, full ? 'full' : 'quick'], {
      execArgv: ['--max-semi-space-size=64'],
      serialization: 'advanced',
    });
    const limitMs = full ? fullMs : quickMs;
    const timer = setTimeout(() => {
      // What it measures ends with it.
      child.kill('SIGKILL');
      reject(new Error(`not done after ${limitMs / 1000} s`));
    }, limitMs);
    child.once('message', (rows) => resolve(rows as readonly Row[]));
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${code}, see above`));
    });
  });
}
