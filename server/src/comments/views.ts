/** Threads as their readers see them: with names, and with where they are now. */

import {
  commentLimits,
  type CommentView,
  type HiddenView,
  mentionsIn,
  type PersonId,
  type PersonView,
  plainWords,
  type ReactionKind,
  type ThreadLine,
  type ThreadView,
} from '@samenspel/shared';
import {anchorOf, quoteOf} from './anchors/anchor.ts';
import type {Found} from './anchors/resolve.ts';
import type {CommentRow, Reaction, ThreadBody, ThreadRow, ThreadSummary} from './comments.ts';
import {nameOf} from './words.ts';

export interface Reader {
  readonly id: PersonId;
  /** May hide threads, and so sees what is in those that are hidden. */
  readonly mayHide: boolean;
}

type People = readonly PersonView[];

export function lineOf(
  thread: ThreadSummary,
  {place, around}: Found,
  people: People,
  reader: Reader,
): ThreadLine {
  const {id, state, count, startedAt, changedAt, revision, authors, made} = thread;
  const known = authors.flatMap((author) => personIn(people, author) ?? []);
  return {
    ...{id, place, ...around, state, count, startedAt, changedAt, revision, made},
    quote: quoteOf(anchorOf(thread.anchor)),
    hidden: thread.hidden !== null,
    begins: thread.hidden ? '' : firstWords(thread.begins ?? '', people),
    by: personIn(people, thread.startedBy),
    mine: authors.includes(reader.id),
    namesMe: thread.namesReader,
    unanswered: state === 'open' && authors.length === 1 && !thread.reactedTo,
    sides: [...new Set(known.map(({side}) => side))],
    proposes: thread.proposes,
  };
}

export function threadView(
  {thread, comments, reactions}: ThreadBody,
  people: People,
  reader: Reader,
): ThreadView {
  const isShown = thread.hidden === null || reader.mayHide;
  return {
    ...{id: thread.id, revision: thread.revision, state: thread.state},
    hidden: hiddenView(thread, people),
    comments: isShown
      ? comments.map((comment) => commentView(comment, reactions, people, reader))
      : [],
  };
}

function commentView(
  {id, kind, author, at, editedAt, words, proposal}: CommentRow,
  reactions: readonly Reaction[],
  people: People,
  reader: Reader,
): CommentView {
  const reacted = (wanted: ReactionKind) =>
    reactions.flatMap((one) =>
      one.commentId === id && one.kind === wanted ? (personIn(people, one.person) ?? []) : [],
    );
  return {
    ...{id, kind, at, editedAt, words, by: personIn(people, author), mine: author === reader.id},
    mentions: mentionsIn(words ?? '').flatMap((person) => personIn(people, person) ?? []),
    proposal: proposal && {
      words: proposal.words,
      taken: proposal.taken && {...proposal.taken, by: personIn(people, proposal.taken.by)},
    },
    reactions: {agree: reacted('agree'), thanks: reacted('thanks')},
  };
}

function hiddenView({hidden}: ThreadRow, people: People): HiddenView | null {
  return hidden && {...hidden, by: personIn(people, hidden.by)};
}

/** In one line, whole words as far as they fit. */
function firstWords(words: string, people: People): string {
  const line = plainWords(words, (id) => nameOf(people, id))
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= commentLimits.begins) return line;
  const cut = line.slice(0, commentLimits.begins - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), commentLimits.begins / 2)).trimEnd()}…`;
}

function personIn(people: People, id: PersonId): PersonView | null {
  return people.find((one) => one.id === id) ?? null;
}
