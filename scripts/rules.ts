/** Compares the promises in RULES.md with the tests: exits 1 when one has no test or no promise. */

import {glob, readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

const root = dirname(import.meta.dirname);
const rulesFile = 'server/src/RULES.md';
const comment = /^\s*(?:\/\/|\/?\*)/;

const promised = new Set(found(await readFile(join(root, rulesFile), 'utf8'), /^## (R\d+) /gm));
const proved = new Map<string, string[]>();

// Contract suites too: they are tests, though not named so.
for await (const file of glob(['tests/**/*.ts', 'tests/**/*.tsx'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
})) {
  const text = await readFile(join(root, file), 'utf8');
  const code = text.split('\n').filter((line) => !comment.test(line));
  for (const rule of found(code.join('\n'), /\[(R\d+)\]/g))
    proved.set(rule, [...(proved.get(rule) ?? []), file]);
}

const untested = [...promised].filter((rule) => !proved.has(rule));
const unknown = [...proved].filter(([rule]) => !promised.has(rule));

for (const rule of untested) console.log(`${rule} stands in ${rulesFile}, but no test carries it.`);
for (const [rule, files] of unknown)
  console.log(`${rule} is carried by ${files.join(', ')}, but stands not in ${rulesFile}.`);
if (untested.length + unknown.length > 0) process.exitCode = 1;
else console.log(`All ${promised.size} promises are carried by a test.`);

/** What the first group matched, each once; [] when nothing did. */
function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap(([, group]) => group ?? []))];
}
