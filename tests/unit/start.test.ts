/** What a start loads before it listens: every package more is a wait for who wants to read. */

import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = '@samenspel/shared';
const exported = (
  JSON.parse(readFileSync(join(root, 'shared/package.json'), 'utf8')) as {
    exports: Readonly<Record<string, string>>;
  }
).exports;

test('a start loads nothing that signing in, mail, making and looking back need', () => {
  const found = packagesFrom(join(root, 'server/src/run.ts'));
  const heavy = ['better-auth', 'nodemailer', '@tiptap', 'prosemirror'];
  const unwanted = [...found].filter(([name]) => heavy.some((one) => name.startsWith(one)));
  expect(unwanted).toEqual([]);
  // It walked all the way: these are at the ends of long ways.
  expect([...found.keys()]).toEqual(
    expect.arrayContaining(['better-sqlite3', 'hono', 'ws', 'yjs']),
  );
});

test('every import of a file says its ending, which is how Node finds it without searching', () => {
  const files = ['server/src', 'shared/src'].flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  const endless = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.ts'))
      .map((specifier) => `${relative(root, file)}: ${specifier}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(endless).toEqual([]);
});

/** The packages that loading this file loads, each with one way that leads to it. */
function packagesFrom(start: string): ReadonlyMap<string, string> {
  const ways = new Map([[start, relative(root, start)]]);
  const packages = new Map<string, string>();
  for (const [file, way] of ways) {
    for (const specifier of importsOf(file)) {
      const next = fileOf(specifier, file);
      if (next && !ways.has(next)) ways.set(next, `${way} > ${relative(root, next)}`);
      const name = next ?? packageOf(specifier);
      if (!next && !specifier.startsWith('node:') && !packages.has(name)) packages.set(name, way);
    }
  }
  return packages;
}

/** Static ones, those for types alone left out: they are gone before anything is loaded. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const statements = source.matchAll(/^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)';/gm);
  return [...statements].flatMap(([, specifier]) => specifier ?? []);
}

/** The file of ours that is meant; null for a package. */
function fileOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  if (specifier !== shared && !specifier.startsWith(`${shared}/`)) return null;
  const target = exported[`.${specifier.slice(shared.length)}`];
  if (!target) throw new Error(`${shared} doesn't export ${specifier}`);
  return join(root, 'shared', target);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
