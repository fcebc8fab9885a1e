/**
 * Which Chromium the tests use: one from an npm package, the same on every machine and without the parts
 * that draw windows, which cost more than all our pages; or the one that is asked for.
 */

import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export interface BrowserBinary {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** `CHROMIUM_PATH` names another program; `preferred` is one to be used when it is there. */
export async function browserBinary(preferred?: string): Promise<BrowserBinary> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) return {executablePath: asked, env: {}};
  if (preferred && existsSync(preferred)) return {executablePath: preferred, env: {}};
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** Unpacked once per version; renamed when whole, so that an interrupted run leaves no half browser. */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `samenspel-chromium-${await bundledVersion()}`);
  if (existsSync(folder)) return folder;
  const beginning = await mkdtemp(`${folder}-`);
  const script = fileURLToPath(new URL('browser-unpack.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script], {
    env: {...process.env, TMPDIR: beginning},
  });
  await rename(beginning, folder).catch(async (cause: unknown) => {
    await rm(beginning, {recursive: true, force: true});
    // Another run was first.
    if (!existsSync(folder)) throw cause;
  });
  return folder;
}

async function bundledVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  return (JSON.parse(await readFile(file, 'utf8')) as {version: string}).version;
}
