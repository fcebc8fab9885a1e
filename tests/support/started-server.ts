/** A real server in its own process; who starts it says when what it leaves behind is cleaned up. */

import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {DocumentId, LabId, PersonId, Role, Side} from '@samenspel/shared';

export interface StartedServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataFolder: string;
  /** The printed sign-in links of the example lab; '' when there is none. */
  readonly links: Readonly<Record<Side, string>>;
  /** Everything it printed so far. */
  stdout(): string;
  stderr(): string;
  /** Uses a link up; the Cookie header value of the session. */
  signIn(link: string): Promise<string>;
  /** One request; `body` is sent as JSON. */
  ask(path: string, asked?: Ask): Promise<Response>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface Ask {
  readonly method?: string;
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Takes what is to be done at the end: `onTestFinished`, or a list of one's own. */
export type CleanUp = (work: () => Promise<void>) => void;

export interface StartOptions {
  readonly cleanUp: CleanUp;
  /** A temporary one when left out. */
  readonly dataFolder?: string;
  /** Any free port when left out. */
  readonly port?: number;
  /** With the example lab unless told otherwise. */
  readonly example?: boolean;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Seeded {
  readonly lab: {readonly id: LabId; readonly name: string};
  readonly people: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly side: Side;
    readonly role: Role;
    readonly cookie: string;
  }[];
  readonly documents: readonly {readonly id: DocumentId; readonly title: string}[];
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'server/src/main.ts');
const cli = join(root, 'server/src/cli.ts');

/** A running server; killed at the end, unless it ended before. */
export async function startServer(options: StartOptions): Promise<StartedServer> {
  const dataFolder = options.dataFolder ?? (await temporaryFolder(options.cleanUp));
  const example = options.example ?? true;
  const child = run(
    main,
    [
      ...['--port', String(options.port ?? 0), '--data', dataFolder],
      ...(example ? [] : ['--no-example']),
      ...(options.args ?? []),
    ],
    options.env,
  );
  const output = collect(child);
  const ended = once(child, 'close');
  options.cleanUp(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await greeted(child, output, example ? /^Professional: \S+\n/m : /klaar op [^]+\n$/);

  const port = Number(/(?:klaar|Luistert) op \S+:(\d+)/.exec(output.stdout)?.[1]);
  const url = `http://localhost:${port}`;
  const linkOf = (who: string) =>
    new RegExp(`^${who}: (\\S+)$`, 'm').exec(output.stdout)?.[1] ?? '';

  const ask = (path: string, {method, cookie, body, headers}: Ask = {}) =>
    fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(cookie === undefined ? {} : {cookie}),
        ...(body === undefined ? {} : {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });

  return {
    ...{url, port, pid: child.pid ?? 0, dataFolder, ask},
    links: {informal: linkOf('Sleutelpersoon'), formal: linkOf('Professional')},
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    async signIn(link) {
      const answer = await ask('/api/sign-in', {body: {token: tokenOf(link)}});
      if (!answer.ok) throw new Error(`Signing in answered ${answer.status}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** For a server that several tests share: hand in `add`, and `run` afterwards. */
export function cleanUps(): {readonly add: CleanUp; run(): Promise<void>} {
  const works: (() => Promise<void>)[] = [];
  return {
    add: (work) => void works.unshift(work),
    async run() {
      for (const work of works.splice(0)) await work();
    },
  };
}

/** Runs the server until it ends by itself: for starts that must fail. */
export function runServer(
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
  /** As whom; only root can choose. */
  uid?: number,
): Promise<Ended> {
  return ending(run(main, args, env, uid));
}

/** Runs a command of the operator. */
export function runCli(args: readonly string[]): Promise<Ended> {
  return ending(run(cli, args));
}

/** A lab made by `seed`, also beside a running server. */
export async function seed(dataFolder: string, ...args: readonly string[]): Promise<Seeded> {
  // Not as a command: starting a process takes longer than all that it does.
  const {readSeedOptions, seed: seedHere} = await import('@samenspel/server/seed/seed.ts');
  return JSON.parse(
    await seedHere(readSeedOptions(['--data', dataFolder, '--json', ...args], {})),
  ) as Seeded;
}

export function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}

/** An empty folder that is removed at the end. */
export async function temporaryFolder(cleanUp: CleanUp): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-test-'));
  cleanUp(() => rm(folder, {recursive: true, force: true, maxRetries: 5}));
  return folder;
}

function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  uid?: number,
): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {PATH: process.env['PATH'], ...env},
    ...(uid === undefined || process.getuid?.() !== 0 ? {} : {uid, gid: uid}),
  });
}

function collect(child: ChildProcess): {stdout: string; stderr: string} {
  const output = {stdout: '', stderr: ''};
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return output;
}

async function ending(child: ChildProcess): Promise<Ended> {
  const output = collect(child);
  await once(child, 'close');
  return {code: child.exitCode, ...output};
}

function greeted(
  child: ChildProcess,
  output: {readonly stdout: string; readonly stderr: string},
  greeting: RegExp,
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (greeting.test(output.stdout)) resolve();
    });
    child.once('close', (code) =>
      reject(new Error(`The server ended with ${code}: ${output.stderr}`)),
    );
  });
}
