/** What people write in comments, parsed at the edge: plain text, without signs that hide or turn it. */

import {
  commentLimits,
  forgottenName,
  mention,
  type PersonId,
  type PersonView,
  plainWords,
} from '@samenspel/shared';
import {z} from 'zod';

/** Control signs, but for a line break; and those that turn the direction of what stands around them. */
const hidden = /[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu;

export const commentWords = plainText(commentLimits.words);
export const sentence = oneLine(commentLimits.sentence).refine((text) => text !== '');
/** '' says nothing. */
export const sentenceOrNone = oneLine(commentLimits.sentence).default('');
/** It takes the place of words in one line. */
export const proposedWords = oneLine(commentLimits.words);

/** Whom words may name: who may read the document. Anybody else becomes a name like any word. */
export function withReaders(
  words: string,
  readers: readonly PersonView[],
  known: readonly PersonView[],
): string {
  const mayRead = new Set<PersonId>(readers.map(({id}) => id));
  return words.replaceAll(/@\[([A-Za-z0-9_-]{1,64})\]/g, (whole, id: string) =>
    mayRead.has(id as PersonId)
      ? mention(id as PersonId)
      : plainWords(whole, (person) => nameOf(known, person)),
  );
}

export function nameOf(people: readonly PersonView[], id: PersonId): string {
  return people.find((one) => one.id === id)?.name ?? forgottenName;
}

function plainText(max: number) {
  return z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' '))
    .transform((text) => text.replaceAll(hidden, (sign) => (sign === '\n' ? '\n' : '')))
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(max));
}

function oneLine(max: number) {
  return plainText(max).transform((text) => text.replaceAll(/\s+/g, ' '));
}
