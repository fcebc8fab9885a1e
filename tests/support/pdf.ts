/** What a reader finds in a PDF as Chromium writes it: the words of each page, bookmarks, tags. */

import {inflateSync} from 'node:zlib';

export interface Pdf {
  /** The words of each page, as they were drawn, without spaces and line ends. */
  readonly pages: readonly string[];
  /** By page from 1, in order. */
  readonly bookmarks: readonly {readonly title: string; readonly page: number}[];
  /** Of its structure, in no order: 'H1', 'P', 'Table' …; [] for a PDF without tags. */
  readonly tags: readonly string[];
  /** The language it says it is in; null when it says none. */
  readonly language: string | null;
  readonly title: string;
}

/** Chromium writes every object by itself and plainly; other writers do not. */
export function readPdf(bytes: Uint8Array): Pdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\s([^]*?)\sendobj$/gm)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const at = (reference: string | undefined) => objects.get(reference ?? '') ?? '';
  const trailer = file.slice(file.lastIndexOf('trailer'));
  const catalog = at(referenceIn(trailer, 'Root'));
  const pageIds = pagesUnder(referenceIn(catalog, 'Pages') ?? '', at);
  return {
    pages: pageIds.map((id) => wordsOf(at(id), at)),
    bookmarks: bookmarksIn(catalog, pageIds, at),
    tags: /\/Marked true/.test(catalog)
      ? [...objects.values()].flatMap(
          (body) => /\/Type \/StructElem[^]*?\/S \/(\w+)/.exec(body)?.[1] ?? [],
        )
      : [],
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? null,
    title: stringIn(at(referenceIn(trailer, 'Info')), 'Title'),
  };
}

type At = (reference: string | undefined) => string;

function referenceIn(body: string, key: string): string | undefined {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];
}

function pagesUnder(id: string, at: At): readonly string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(at(id))?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => pagesUnder(kid, at));
}

function bookmarksIn(catalog: string, pageIds: readonly string[], at: At): Pdf['bookmarks'] {
  const found: {title: string; page: number}[] = [];
  const walk = (first: string | undefined): void => {
    for (let id = first; id !== undefined; id = referenceIn(at(id), 'Next')) {
      const body = at(id);
      const page = /\/Dest \[(\d+) 0 R/.exec(body)?.[1] ?? '';
      found.push({title: stringIn(body, 'Title'), page: pageIds.indexOf(page) + 1});
      walk(referenceIn(body, 'First'));
    }
  };
  walk(referenceIn(at(referenceIn(catalog, 'Outlines')), 'First'));
  return found;
}

/** "(letters)", or two bytes per letter as "<FEFF…>". */
function stringIn(body: string, key: string): string {
  const [, plain, coded] = new RegExp(`/${key} (?:\\(((?:[^\\\\)]|\\\\.)*)\\)|<([^>]*)>)`).exec(
    body,
  ) ?? ['', '', ''];
  if (coded) return utf16(Buffer.from(coded, 'hex').subarray(2));
  return (plain ?? '').replaceAll(/\\(.)/g, '$1');
}

function utf16(bytes: Buffer): string {
  return Buffer.from(bytes).swap16().toString('utf16le');
}

function wordsOf(page: string, at: At): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
      name,
      fontIn(at(id), at),
    ]),
  );
  let decode: Decode = () => '';
  let words = '';
  const drawn = /\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>|\(((?:[^\\)]|\\[^])*)\)/g;
  for (const [, font, coded, plain] of streamIn(at(referenceIn(page, 'Contents'))).matchAll(
    drawn,
  )) {
    if (font !== undefined) decode = fonts.get(font) ?? decode;
    else if (coded !== undefined) words += decode(Buffer.from(coded, 'hex'));
    else if (plain !== undefined) words += decode(unescaped(plain));
  }
  return words.replaceAll(/\s/g, '');
}

type Decode = (codes: Buffer) => string;

function fontIn(font: string, at: At): Decode {
  const width = /\/Subtype \/Type0/.test(font) ? 2 : 1;
  const letters = lettersIn(streamIn(at(referenceIn(font, 'ToUnicode'))));
  return (codes) => {
    let words = '';
    for (let index = 0; index + width <= codes.length; index += width)
      words += letters.get(codes.readUIntBE(index, width)) ?? '';
    return words;
  };
}

function lettersIn(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, kind, lines = ''] of map.matchAll(/beginbf(char|range)\s([^]*?)endbf/g)) {
    const line = kind === 'char' ? /<(\w+)> ()<(\w+)>/g : /<(\w+)> <(\w+)> <(\w+)>/g;
    for (const [, from = '', until, letter = ''] of lines.matchAll(line)) {
      const first = Number.parseInt(from, 16);
      const last = until ? Number.parseInt(until, 16) : first;
      const bytes = Buffer.from(letter, 'hex');
      for (let code = first; code <= last; code++) {
        letters.set(code, utf16(bytes));
        bytes.writeUInt16BE(bytes.readUInt16BE(bytes.length - 2) + 1, bytes.length - 2);
      }
    }
  }
  return letters;
}

function unescaped(plain: string): Buffer {
  const bytes = plain.replaceAll(/\\(\d{3}|[^])/g, (_, code: string) =>
    /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(bytes, 'latin1');
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'};

function streamIn(body: string): string {
  const stream = /stream\r?\n([^]*)\sendstream/.exec(body)?.[1];
  if (stream === undefined) return '';
  const bytes = Buffer.from(stream, 'latin1');
  return (/\/FlateDecode/.test(body) ? inflateSync(bytes) : bytes).toString('latin1');
}
