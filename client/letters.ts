/**
 * The house's letters in small files, cut from the font while the client is built: what Dutch is written
 * with in one, and what a name from elsewhere needs in others, asked for where such a letter is met.
 */

import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import subsetFont from 'subset-font';
import type {Plugin} from 'vite';

/** What to import: a style sheet with the whole family. */
const asked = 'virtual:letters.css';
const family = 'Atkinson Hyperlegible Next Variable';
/** From as thin to as bold as anything is written here. */
const weights = {min: 400, max: 700};
/** Beside the letters without a sign, which are all there. */
const often = 'áàâäçéèêëíìîïñóòôöúùûüÁÉËÏÓÖÜÇ·×°½¼‘’“”„–—…•€−\u{a0}';

interface Face {
  readonly name: string;
  /** Which part of the font it is cut from, by its name there. */
  readonly part: string;
  readonly characters: ReadonlySet<number>;
}

export function letters(): Plugin {
  const {resolve} = createRequire(import.meta.url);
  const from = resolve('@fontsource-variable/atkinson-hyperlegible-next/unicode.json');
  let folder = '';
  let made: Promise<string> | null = null;

  async function make(): Promise<string> {
    await mkdir(folder, {recursive: true});
    const faces = facesOf(JSON.parse(await readFile(from, 'utf8')) as Record<string, string>);
    const rules = await Promise.all(faces.map(cut));
    const sheet = join(folder, 'letters.css');
    await writeFile(sheet, rules.join('\n'));
    return sheet;
  }

  async function cut({name, part, characters}: Face): Promise<string> {
    const file = `files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`;
    const whole = await readFile(join(from, '..', file));
    const bytes = await subsetFont(whole, String.fromCodePoint(...characters), {
      targetFormat: 'woff2',
      variationAxes: {wght: weights},
    });
    await writeFile(join(folder, `${name}.woff2`), bytes);
    return `@font-face {
  font-family: '${family}';
  font-weight: ${weights.min} ${weights.max};
  font-display: swap;
  src: url(./${name}.woff2) format('woff2');
  unicode-range: ${written(characters)};
}`;
  }

  return {
    name: 'letters',
    configResolved: ({cacheDir}) => void (folder = join(cacheDir, 'letters')),
    resolveId: (id) => (id === asked ? (made ??= make()) : null),
  };
}

function facesOf({latin = '', 'latin-ext': extended = ''}: Record<string, string>): Face[] {
  const common = new Set([...between(0x20, 0x7e), ...often.split('').map(codeOf)]);
  return [
    {name: 'extended', part: 'latin-ext', characters: read(extended)},
    {name: 'seldom', part: 'latin', characters: read(latin).difference(common)},
    {name: 'often', part: 'latin', characters: common},
  ];
}

/** A list as in a style sheet: `U+20-7E,U+A0`. */
function read(ranges: string): ReadonlySet<number> {
  return new Set(
    ranges.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.replace('U+', '').split('-').map(fromHex);
      return between(first, last);
    }),
  );
}

/** The same list, written. */
function written(characters: ReadonlySet<number>): string {
  const runs: {first: number; last: number}[] = [];
  for (const code of [...characters].toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.last === code - 1) run.last = code;
    else runs.push({first: code, last: code});
  }
  return runs
    .map(({first, last}) =>
      first === last ? inHex(first) : `${inHex(first)}-${last.toString(16)}`,
    )
    .join(',');
}

function between(first: number, last: number): readonly number[] {
  return Array.from({length: last - first + 1}, (_, index) => first + index);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function fromHex(digits: string): number {
  return Number.parseInt(digits, 16);
}

function inHex(code: number): string {
  return `U+${code.toString(16)}`;
}
