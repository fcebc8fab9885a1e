/** A process under measurement: started, asked what it costs, stopped, or killed without warning. */

import {type ChildProcess, execFile, fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Cost} from './probe.ts';

export interface Measured {
  /** Without a slash at the end. */
  readonly url: string;
  readonly cost: () => Promise<Cost>;
  /** After a garbage collection: what is really held. */
  readonly settledCost: () => Promise<Cost>;
  readonly stop: () => Promise<void>;
  /** As a power cut would: SIGKILL. */
  readonly kill: () => Promise<void>;
}

export interface Seeded {
  readonly people: readonly {readonly id: string; readonly cookie: string}[];
  readonly documents: readonly {readonly id: string}[];
}

type Environment = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const probe = new URL('./probe.ts', import.meta.url).href;
const stopMs = 12_000;

export async function startServer(
  folder: string,
  {environment = {}, port = 0}: {environment?: Environment; port?: number} = {},
): Promise<Measured> {
  const options = ['--port', String(port), '--host', '127.0.0.1', '--data', folder, '--no-example'];
  return openChild(forkServer(options, environment));
}

/** Started, but not waited for: to be asked as soon as it listens. */
export function launchServer(folder: string, port: number): ChildProcess {
  const options = ['--port', String(port), '--host', '127.0.0.1', '--data', folder, '--no-example'];
  return forkServer(options, {});
}

/** The bound: passes on every frame and does nothing else. */
export function startRelay(): Promise<Measured> {
  return openChild(forkScript('tests/bench/rig/relay.ts', [], {}));
}

export async function stopChild(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await gone;
  clearTimeout(timer);
}

/** People and documents as `pnpm seed` makes them. */
export async function seed(
  folder: string,
  sizes: {readonly people: number; readonly documents: number; readonly words: number},
): Promise<Seeded> {
  const {people, documents, words} = sizes;
  const {stdout} = await promisify(execFile)(
    process.execPath,
    [
      ...['server/src/cli.ts', 'seed', '--json', '--data', folder],
      ...['--people', String(people), '--documents', String(documents), '--words', String(words)],
    ],
    {cwd: root, maxBuffer: 64 * 1024 * 1024},
  );
  return JSON.parse(stdout) as Seeded;
}

function forkServer(options: readonly string[], environment: Environment): ChildProcess {
  return forkScript('server/src/main.ts', options, environment);
}

function forkScript(script: string, args: readonly string[], environment: Environment) {
  const child = fork(script, args, {
    cwd: root,
    env: {...process.env, ...environment},
    execArgv: ['--import', probe, '--expose-gc', ...profiling()],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stderr?.resume();
  return child;
}

/** Set `BENCH_PROFILE` to a folder to find a CPU profile of each measured process there. */
function profiling(): readonly string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder ? ['--cpu-prof', '--cpu-prof-dir', folder] : [];
}

async function openChild(child: ChildProcess): Promise<Measured> {
  const port = await greetingPort(child);
  const ask = async (question: string) => {
    const answer = once(child, 'message');
    child.send(question);
    const [cost] = (await answer) as [Cost];
    return cost;
  };
  return {
    url: `ws://127.0.0.1:${port}`,
    cost: () => ask('cost'),
    settledCost: () => ask('cost after collecting'),
    stop: () => stopChild(child, 'SIGTERM'),
    kill: () => stopChild(child, 'SIGKILL'),
  };
}

/** Both servers print their address once they can be reached. */
function greetingPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /https?:\/\/[^\s:]+:(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', () => reject(new Error(`It ended before it could be reached: ${said}`)));
  });
}
