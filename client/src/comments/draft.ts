/**
 * Words as one writes them: whom one names and what one points at stand there by name, and become ids
 * when it is sent.
 */

import {
  type BlockId,
  blockLink,
  mention,
  partsOf,
  type PersonId,
  type PersonView,
  sideWord,
} from '@samenspel/shared';

/** Something that can be chosen behind an @ or a #. */
export interface Reference {
  /** As it stands between the words: "@Amina", "#Een open inloop". */
  readonly shown: string;
  /** As it is sent. */
  readonly token: string;
}

export interface Draft {
  readonly text: string;
  /** What was chosen so far, also when it was taken out again. */
  readonly references: readonly Reference[];
}

export const emptyDraft: Draft = {text: '', references: []};

/** What is being typed behind an @ or a #, up to the caret. */
export interface Asked {
  readonly sign: '@' | '#';
  /** Where the sign stands. */
  readonly from: number;
  readonly typed: string;
}

/** A goal or another block that can be pointed at. */
export interface Linkable {
  readonly id: BlockId;
  readonly kind: string;
  readonly title: string;
}

/** In the order given. Two who are called the same are told apart by their side, then by number. */
export function peopleReferences(
  people: readonly PersonView[],
): readonly (Reference & {readonly person: PersonView})[] {
  const shown = apart(
    people,
    ({name}) => `@${name}`,
    ({name, side}) => `@${name} (${sideWord(side)})`,
  );
  return people.map((person, at) => ({
    ...{person, token: mention(person.id)},
    shown: shown[at] ?? '',
  }));
}

export function blockReferences(
  blocks: readonly Linkable[],
): readonly (Reference & {readonly block: Linkable})[] {
  const titled = blocks.filter(({title}) => title !== '');
  const shown = apart(
    titled,
    ({title}) => `#${title}`,
    ({title, kind}) => `#${title} (${kind})`,
  );
  return titled.map((block, at) => ({
    ...{block, token: blockLink(block.id)},
    shown: shown[at] ?? '',
  }));
}

/** null when no sign stands before the caret, or something else was typed since. */
export function askedAt(text: string, caret: number): Asked | null {
  const [, sign, typed] =
    /(?:^|[\s(])([@#])([^\s@#][^@#\n]{0,30})?$/.exec(text.slice(0, caret)) ?? [];
  if (sign !== '@' && sign !== '#') return null;
  return {sign, from: caret - (typed?.length ?? 0) - 1, typed: typed ?? ''};
}

/** What fits what was typed, what begins with it first. */
export function fitting<R extends Reference>(
  references: readonly R[],
  typed: string,
): readonly R[] {
  const wanted = typed.toLocaleLowerCase('nl');
  const places = references.map((reference) => ({
    reference,
    at: reference.shown.slice(1).toLocaleLowerCase('nl').indexOf(wanted),
  }));
  return places
    .filter(({at}) => at !== -1)
    .toSorted((a, b) => Number(a.at > 0) - Number(b.at > 0))
    .map(({reference}) => reference);
}

/** Puts it where it was asked for, and the caret behind it. */
export function choose(
  {text, references}: Draft,
  {from, typed}: Asked,
  reference: Reference,
): {readonly draft: Draft; readonly caret: number} {
  const {shown, token} = reference;
  const [before, after] = [text.slice(0, from), text.slice(from + 1 + typed.length)];
  const gap = after.startsWith(' ') ? '' : ' ';
  return {
    draft: {text: before + shown + gap + after, references: [...references, {shown, token}]},
    caret: from + shown.length + 1,
  };
}

/** As it is sent. The longest first, so that "@Jan" does not take a bite of "@Jan Willem". */
export function wordsOf({text, references}: Draft): string {
  const byLength = references.toSorted((a, b) => b.shown.length - a.shown.length);
  let words = '';
  for (let at = 0; at < text.length;) {
    const found = byLength.find(
      ({shown}) =>
        text.startsWith(shown, at) && !/[\p{L}\p{N}]/u.test(text[at + shown.length] ?? ''),
    );
    words += found ? found.token : (text[at] ?? '');
    at += found ? found.shown.length : 1;
  }
  return words.trim();
}

/** What was sent, to write on in. */
export function draftOf(
  words: string,
  nameOf: (id: PersonId) => string | null,
  titleOf: (id: BlockId) => string | null,
): Draft {
  const references: Reference[] = [];
  const text = partsOf(words)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const isPerson = part.kind === 'person';
      const name = isPerson ? nameOf(part.id) : titleOf(part.id);
      const token = isPerson ? mention(part.id) : blockLink(part.id);
      // Who is forgotten and what is gone stays what it was.
      if (name === null) return token;
      const shown = `${isPerson ? '@' : '#'}${name}`;
      references.push({shown, token});
      return shown;
    })
    .join('');
  return {text, references};
}

function apart<T>(
  all: readonly T[],
  short: (one: T) => string,
  long: (one: T) => string,
): readonly string[] {
  const times = new Map<string, number>();
  for (const one of all) times.set(short(one), (times.get(short(one)) ?? 0) + 1);
  const used = new Map<string, number>();
  return all.map((one) => {
    const name = times.get(short(one)) === 1 ? short(one) : long(one);
    const before = used.get(name) ?? 0;
    used.set(name, before + 1);
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}
