/**
 * Comments: a thread about a place in a text, and what becomes of it. They live beside the document, not
 * in it, so that who comments needs no right to edit. Times are epoch milliseconds.
 *
 * Words are plain text in which `@[person]` names somebody and `#[block]` points at a goal or another
 * block: by id, so that a new name or title shows at once, and who is forgotten is.
 */

import type {BlockId, PersonId} from './ids.ts';
import {forgottenName, type Side} from './people.ts';
import {unreachable} from './unreachable.ts';
import type {PersonView} from './views.ts';

export type ThreadId = string & {readonly brand: 'ThreadId'};
export type CommentId = string & {readonly brand: 'CommentId'};
/** A character or a line of text, as Yjs names it: "client:clock". */
export type TextId = string & {readonly brand: 'TextId'};

/** All lengths are UTF-16 units. */
export const commentLimits = {
  words: 10_000,
  /** A sentence with which a thread is handled, or hidden. */
  sentence: 500,
  mentions: 30,
  /** The words that a thread is about, as they are kept. */
  quote: 300,
  /** Whole threads asked for at once. */
  bodies: 50,
  /** What `begins` holds. */
  begins: 140,
} as const;

/** After this long without an answer, a thread shows as unanswered. */
export const unansweredMs = 7 * 24 * 60 * 60 * 1_000;

export const reactionKinds = ['agree', 'thanks'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** What somebody wants to say something about. */
export type AskedAnchor =
  | {readonly on: 'document'}
  | {readonly on: 'block'; readonly id: BlockId}
  /**
   * From the first of these characters to the last, in the order of the text; they may stand in
   * different lines. `quote` is what was read there, lines with a line break between them: kept when the
   * characters are gone by the time that this arrives.
   */
  | {
      readonly on: 'passage';
      readonly first: TextId;
      readonly last: TextId;
      readonly quote: string;
    };

/** Where a thread is now. */
export type PlaceView =
  | {readonly at: 'document'}
  | {readonly at: 'block'; readonly id: BlockId}
  /** In reading order, at least one: a passage that was split stands in several lines. */
  | {readonly at: 'words'; readonly parts: readonly PassagePart[]}
  /** The text is taken away; `quote` in the thread holds its words. */
  | {readonly at: 'gone'};

export interface PassagePart {
  /** The Y.XmlText that holds the words. */
  readonly line: TextId;
  /** Its first and last character. */
  readonly first: TextId;
  readonly last: TextId;
  /** UTF-16 units of the line, at the moment of `ThreadsView.seq`. */
  readonly from: number;
  readonly until: number;
}

export type ThreadState = 'open' | 'handled';

/**
 * All threads of a document, by the start of each, oldest first; small, because there may be thousands.
 * `GET threads?ids=a,b` answers with those alone: after a notice, which names the thread.
 */
export interface ThreadsView {
  /** The journal position whose text the places are of. */
  readonly seq: number;
  readonly threads: readonly ThreadLine[];
}

export interface ThreadLine {
  readonly id: ThreadId;
  readonly place: PlaceView;
  /** The words it is about, or the block's title, as they were then; null for a whole document. */
  readonly quote: string | null;
  /** The innermost task, goal, action, agreement or card around it; null outside of one, or gone. */
  readonly block: BlockId | null;
  /** The goal around it, or that it is about, and the titles; null where there is none. */
  readonly goalId: BlockId | null;
  readonly goal: string | null;
  readonly task: string | null;
  readonly state: ThreadState;
  readonly hidden: boolean;
  /** Comments that are not withdrawn. */
  readonly count: number;
  /** The first words, with names; '' when they are withdrawn, or the thread is hidden. */
  readonly begins: string;
  /** null when they are forgotten. */
  readonly by: PersonView | null;
  readonly startedAt: number;
  /** When something was said last, or it was handled, reopened, hidden or shown. */
  readonly changedAt: number;
  /** Goes up with every change of what `ThreadView` shows, its place aside: then ask for it again. */
  readonly revision: number;
  /** I wrote in it. */
  readonly mine: boolean;
  /** It names me. */
  readonly namesMe: boolean;
  /** Open, and nobody but who began it has said anything or reacted. */
  readonly unanswered: boolean;
  /** On which sides those stand who wrote in it. */
  readonly sides: readonly Side[];
  /** It holds a proposed text that nobody took over yet. */
  readonly proposes: boolean;
  /** What it was turned into. */
  readonly made: readonly MadeBlock[];
}

export interface MadeBlock {
  readonly block: BlockId;
  readonly kind: MadeKind;
}

export const madeKinds = ['action', 'agreement'] as const;
export type MadeKind = (typeof madeKinds)[number];

/** Whole threads, in the order in which they were asked for; those that are not there are left out. */
export interface ThreadBodiesView {
  readonly threads: readonly ThreadView[];
}

export interface ThreadView {
  readonly id: ThreadId;
  readonly revision: number;
  readonly state: ThreadState;
  /** null while everybody sees it. */
  readonly hidden: HiddenView | null;
  /** Oldest first; [] of a hidden thread for who may not show it again. */
  readonly comments: readonly CommentView[];
}

export interface HiddenView {
  readonly by: PersonView | null;
  readonly at: number;
  readonly reason: string;
}

/** said: a comment; handled and reopened: what was done with the thread, with a sentence. */
export type CommentKind = 'said' | 'handled' | 'reopened';

export interface CommentView {
  readonly id: CommentId;
  readonly kind: CommentKind;
  /** null when they are forgotten. */
  readonly by: PersonView | null;
  readonly at: number;
  readonly mine: boolean;
  /** null when they were never changed. */
  readonly editedAt: number | null;
  /** null when they are withdrawn: nothing else is left of it then. */
  readonly words: string | null;
  /** Who is named in the words, as far as they are known. */
  readonly mentions: readonly PersonView[];
  readonly proposal: ProposalView | null;
  readonly reactions: Readonly<Record<ReactionKind, readonly PersonView[]>>;
}

/** What could stand in the place of the words that the thread is about; '' proposes to leave them out. */
export interface ProposalView {
  readonly words: string;
  /** Who took it over; null while nobody has. */
  readonly taken: {readonly by: PersonView | null; readonly at: number} | null;
}

/** The body of `POST threads`. `key` is made by who sends: the same key twice is one comment. */
export interface NewThread extends NewComment {
  readonly anchor: AskedAnchor;
}

/** The body of `POST threads/:threadId/comments`. */
export interface NewComment {
  readonly words: string;
  readonly proposal: string | null;
  /** 6 to 64 letters, digits, - or _. */
  readonly key: string;
}

/** The answer to both. */
export interface SaidView {
  readonly threadId: ThreadId;
  readonly commentId: CommentId;
}

/** Whom somebody who comments may name. */
export interface MentionableView {
  readonly people: readonly PersonView[];
}

export type WordsPart =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'person'; readonly id: PersonId}
  | {readonly kind: 'block'; readonly id: BlockId};

const pattern = /^[A-Za-z0-9_-]{6,64}$/;
const token = /([@#])\[([A-Za-z0-9_-]{1,64})\]/g;

/** The id, or null when the text cannot be one. */
export function parseThreadId(text: string): ThreadId | null {
  return pattern.test(text) ? (text as ThreadId) : null;
}

/** The id, or null when the text cannot be one. */
export function parseCommentId(text: string): CommentId | null {
  return pattern.test(text) ? (text as CommentId) : null;
}

export function mention(person: PersonId): string {
  return `@[${person}]`;
}

export function blockLink(block: BlockId): string {
  return `#[${block}]`;
}

/** Words cut where they name somebody or point at something; all parts together are the words. */
export function partsOf(words: string): readonly WordsPart[] {
  const parts: WordsPart[] = [];
  let at = 0;
  const text = (end: number) => {
    if (end > at) parts.push({kind: 'text', text: words.slice(at, end)});
  };
  for (const {index, 0: whole, 1: sign, 2: id} of words.matchAll(token)) {
    text(index);
    if (sign === '@') parts.push({kind: 'person', id: id as PersonId});
    else parts.push({kind: 'block', id: id as BlockId});
    at = index + whole.length;
  }
  text(words.length);
  return parts;
}

/** Who is named, each once, in order. */
export function mentionsIn(words: string): readonly PersonId[] {
  return [...new Set(partsOf(words).flatMap((part) => (part.kind === 'person' ? [part.id] : [])))];
}

/** As one reads it where nothing can be pressed. `titleOf` may answer null for what is gone. */
export function plainWords(
  words: string,
  nameOf: (id: PersonId) => string | null,
  titleOf: (id: BlockId) => string | null = () => null,
): string {
  return partsOf(words)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'person') return `@${nameOf(part.id) ?? forgottenName}`;
      return `‘${titleOf(part.id) ?? '…'}’`;
    })
    .join('');
}

/** As much of a thread as its transitions are about. */
export interface Thread {
  readonly state: ThreadState;
  readonly hidden: boolean;
}

export type ThreadMove = 'say' | 'handle' | 'reopen' | 'hide' | 'show';

/** The thread after this; null when that can't be done with it now, because somebody was earlier. */
export function moveThread(thread: Thread, move: ThreadMove): Thread | null {
  switch (move) {
    case 'say':
      return thread.hidden ? null : thread;
    case 'handle':
      return thread.state === 'open' && !thread.hidden ? {...thread, state: 'handled'} : null;
    case 'reopen':
      return thread.state === 'handled' && !thread.hidden ? {...thread, state: 'open'} : null;
    case 'hide':
      return thread.hidden ? null : {...thread, hidden: true};
    case 'show':
      return thread.hidden ? {...thread, hidden: false} : null;
    default:
      return unreachable(move);
  }
}

/** Nobody answered within a week. */
export function isLongUnanswered(
  line: Pick<ThreadLine, 'unanswered' | 'startedAt'>,
  now: number,
): boolean {
  return line.unanswered && now - line.startedAt > unansweredMs;
}
