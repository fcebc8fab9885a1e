/**
 * Who wrote a passage and when it came in at first, wherever it has been since; and what was taken out
 * of it. Words are followed by the ids that they were typed under, through moving, splitting, pasting
 * and retyping.
 */

import type {DocumentId, PersonId, Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Journal} from '../journal/journal.ts';
import {neighboursIn} from './holes.ts';
import type {KnownLives, Life} from './known-lives.ts';
import type {KnownMoment, KnownMoments} from './known-moments.ts';
import {pauseMs} from './moments.ts';
import {type RemovedWords, removedBeside} from './removed-words.ts';
import {findByKey} from './restore/elements.ts';
import {type Piece, piecesBetween} from './restore/pieces.ts';

export interface PassageStory {
  /** The words that stand there, in order, none left out. */
  readonly written: readonly WrittenRun[];
  /** What was taken out of them or from beside them, latest first. */
  readonly removed: readonly RemovedWords[];
}

/** Words that one person wrote in one go. */
export interface WrittenRun {
  /** UTF-16 units of the line. */
  readonly from: number;
  readonly until: number;
  /** null is nobody in particular: text that came with the product. */
  readonly by: PersonId | null;
  /** When they came in at first; null when that part of the journal can't be read. */
  readonly seq: Seq | null;
  readonly at: number | null;
}

export interface Passage {
  /** The line's Yjs id, "client:clock". */
  readonly line: string;
  readonly from: number;
  readonly until: number;
}

export interface StoryDeps {
  readonly journal: Pick<Journal, 'since'>;
  readonly moments: KnownMoments;
  readonly lives: KnownLives;
}

/**
 * The passage as it is at a moment.
 * @throws AppError 'not_found' when there is no such moment, or no such line in it
 */
export function passageStory(
  deps: StoryDeps,
  documentId: DocumentId,
  asked: Seq,
  passage: Passage,
): Promise<PassageStory> {
  return deps.moments.at(documentId, asked, (moment) => storyIn(deps, documentId, moment, passage));
}

async function storyIn(
  {journal, lives}: StoryDeps,
  documentId: DocumentId,
  moment: KnownMoment,
  passage: Passage,
): Promise<PassageStory> {
  const {line: key, from, until} = passage;
  const {doc, authors} = moment;
  const line = findByKey(doc, doc.getXmlFragment(ROOT_NAME), key);
  if (!(line instanceof Y.XmlText)) throw new AppError('not_found', {documentId});
  const life = await lives.of(documentId);
  const written = writtenIn(piecesBetween(line, authors, from, until), from, life);
  // What stood right beside the passage is told too.
  const start = Math.max(from - 1, 0);
  const around = piecesBetween(line, authors, start, until + 1);
  const neighbours = neighboursIn(around, start, passage);
  return {written, removed: await removedBeside(journal, documentId, neighbours, moment, life)};
}

function writtenIn(pieces: readonly Piece[], from: number, {acts}: Life): readonly WrittenRun[] {
  const written: WrittenRun[] = [];
  let at = from;
  for (const {sourceClient, sourceClock, length, author: by} of pieces) {
    for (let clock = sourceClock; clock < sourceClock + length;) {
      const {seq = null, at: when = null} = acts.wrote(sourceClient, clock) ?? {};
      const end = Math.min(acts.wroteUpTo(sourceClient, clock), sourceClock + length);
      add(written, {from: at, until: at + end - clock, by, seq, at: when});
      at += end - clock;
      clock = end;
    }
  }
  return written;
}

/** What one person wrote without a long pause is one run. */
function add(written: WrittenRun[], next: WrittenRun): void {
  const last = written.at(-1);
  const goesOn = last?.by === next.by && Math.abs((last.at ?? 0) - (next.at ?? 0)) <= pauseMs;
  if (!last || !goesOn) written.push(next);
  else {
    const isLater = (next.seq ?? 0) > (last.seq ?? 0);
    const {seq, at} = isLater ? next : last;
    written[written.length - 1] = {...last, until: next.until, seq, at};
  }
}
