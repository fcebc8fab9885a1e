/** Reads every lab's log again and says where somebody changed it by hand. */

import type {LabId} from '@samenspel/shared';
import {digestOf, type Head, hashOf, isSealed, type Link} from './chain.ts';

/** An entry as it is stored, with its words as far as they are not forgotten. */
export interface StoredEntry extends Link {
  readonly hash: string;
  readonly salt: string | null;
  readonly words: string | null;
}

/** The logs as they stand on disk. */
export interface LogShelf {
  /** Every lab that is there, or that something in a log is about. */
  labs(): readonly {readonly lab: LabId; readonly founded: boolean}[];
  /** In order of their numbers. */
  entries(labId: LabId): Iterable<StoredEntry>;
  /** What was sealed last; null when nothing was. */
  end(labId: LabId): (Head & {readonly seal: string}) | null;
  /** Runs `work` on the logs of one moment, whoever writes meanwhile. */
  snapshot<T>(work: () => T): T;
}

export interface LogProblem {
  readonly labId: LabId;
  /** Where it shows; null for the log as a whole. */
  readonly seq: number | null;
  readonly what:
    /** An entry is missing before this one, or it came in between. */
    | 'order'
    /** It does not follow from the one before. */
    | 'link'
    /** It is not what it was. */
    | 'entry'
    /** Its words are not what they were. */
    | 'words'
    /** The log once ended elsewhere. */
    | 'end'
    /** What says where it ends is not ours. */
    | 'seal'
    /** There is none, though the lab was founded here. */
    | 'missing';
}

/** [] when every log is as it was written. `secret` is the folder's; '' when there is none. */
export function verifyLog(shelf: LogShelf, secret: string): readonly LogProblem[] {
  return shelf.snapshot(() =>
    shelf.labs().flatMap(({lab, founded}) => verifyLab(shelf, secret, lab, founded)),
  );
}

function verifyLab(
  shelf: LogShelf,
  secret: string,
  labId: LabId,
  founded: boolean,
): readonly LogProblem[] {
  const problems: LogProblem[] = [];
  const found = (seq: number | null, what: LogProblem['what']) => problems.push({labId, seq, what});
  let last: Head = {lab: labId, seq: 0, hash: ''};
  for (const {salt, words, hash, ...link} of shelf.entries(labId)) {
    if (link.seq !== last.seq + 1) found(link.seq, 'order');
    if (link.previous !== last.hash) found(link.seq, 'link');
    if (hashOf(link) !== hash) found(link.seq, 'entry');
    // Words that are gone are forgotten, which is allowed.
    if (words !== null && digestOf(salt ?? '', words) !== link.digest) found(link.seq, 'words');
    last = {lab: labId, seq: link.seq, hash};
  }
  const end = shelf.end(labId);
  if (!end) {
    if (founded || last.seq !== 0) found(null, 'missing');
  } else if (!isSealed(secret, end, end.seal)) found(end.seq, 'seal');
  else if (end.seq !== last.seq || end.hash !== last.hash) found(last.seq, 'end');
  return problems;
}
