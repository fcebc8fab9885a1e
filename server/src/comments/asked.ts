/** What is asked of comments over HTTP, parsed at the edge. */

import {
  type BlockId,
  commentLimits,
  madeKinds,
  parseCommentId,
  parseThreadId,
  type ReactionKind,
  reactionKinds,
  type TextId,
  type ThreadId,
} from '@samenspel/shared';
import {z} from 'zod';
import {AppError} from '../errors.ts';
import {newId} from '../ids.ts';
import {json} from '../json.ts';
import {documentTitle} from '../words-in.ts';
import {commentWords, proposedWords, sentence, sentenceOrNone} from './words.ts';

const textId = z
  .string()
  .regex(/^\d{1,10}:\d{1,10}$/)
  .transform((text) => text as TextId);
const anchor = z.discriminatedUnion('on', [
  z.object({on: z.literal('document')}),
  z.object({
    on: z.literal('block'),
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .transform((text) => text as BlockId),
  }),
  z.object({
    on: z.literal('passage'),
    first: textId,
    last: textId,
    quote: z
      .string()
      .max(20_000)
      .transform((text) => text.slice(0, commentLimits.quote)),
  }),
]);
const key = z.string().regex(/^[A-Za-z0-9_-]{6,64}$/);
const saying = {words: commentWords, proposal: proposedWords.nullable().default(null), key};
const says = ({words, proposal}: {readonly words: string; readonly proposal: string | null}) =>
  words !== '' || proposal !== null;
const nothingSaid = {path: ['words']};

export const beginning = json(z.object({...saying, anchor}).refine(says, nothingSaid));
export const replying = json(z.object(saying).refine(says, nothingSaid));
export const changing = json(z.object({words: commentWords}));
/** Without a key it is sent once. */
const onceKey = key.default(() => newId());
export const handling = json(z.object({words: sentence, key: onceKey}));
export const reopening = json(z.object({words: sentenceOrNone, key: onceKey}));
export const hiding = json(z.object({reason: sentence}));
export const attaching = json(z.object({anchor}));
export const turning = json(
  z.object({kind: z.enum(madeKinds), title: documentTitle, key: onceKey}),
);

/** @throws AppError 'not_found' for what can't be one */
export function threadIn(address: string): ThreadId {
  const id = parseThreadId(address);
  if (!id) throw new AppError('not_found');
  return id;
}

/** @throws AppError 'not_found' for what can't be one */
export function commentIn(address: string) {
  const id = parseCommentId(address);
  if (!id) throw new AppError('not_found');
  return id;
}

/** @throws AppError 'not_found' for what is none */
export function reactionIn(address: string): ReactionKind {
  const kind = reactionKinds.find((one) => one === address);
  if (!kind) throw new AppError('not_found');
  return kind;
}

/** @throws AppError 'bad_request' when they are too many, or can't be ids */
export function threadsIn(list: string | undefined): readonly ThreadId[] {
  const ids = [...new Set((list ?? '').split(',').filter((id) => id !== ''))];
  const parsed = ids.flatMap((id) => parseThreadId(id) ?? []);
  if (parsed.length !== ids.length || ids.length > commentLimits.bodies) {
    throw new AppError('bad_request', {fields: ['ids']});
  }
  return parsed;
}
