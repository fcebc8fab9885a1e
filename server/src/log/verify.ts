/** Reads every lab's log again and says where somebody changed it by hand. */

import type {LabId} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';
import {digestOf, type Head, hashOf, isSealed} from './chain.ts';

export interface LogProblem {
  readonly labId: LabId;
  /** Where it shows; null for the log as a whole. */
  readonly seq: number | null;
  readonly what:
    /** An entry is missing here, or one came in between. */
    | 'order'
    /** It does not follow from the one before. */
    | 'link'
    /** It is not what it was. */
    | 'entry'
    /** Its words are not what they were. */
    | 'words'
    /** It is not where the log ended. */
    | 'end'
    /** What says where the log ends is not ours. */
    | 'seal'
    /** A lab without a log. */
    | 'missing';
}

const pageSize = 500;

/** [] when every log is as it was written. `secret` is the folder's. */
export async function verifyLog(
  db: Kysely<Tables>,
  secret: string,
): Promise<readonly LogProblem[]> {
  const labs = await db
    .selectFrom('lab')
    .select('id as lab')
    .union(db.selectFrom('log').select('lab'))
    .union(db.selectFrom('log_head').select('lab'))
    .execute();
  const problems: LogProblem[] = [];
  for (const {lab} of labs) problems.push(...(await verifyLab(db, secret, lab)));
  return problems;
}

async function verifyLab(
  db: Kysely<Tables>,
  secret: string,
  labId: LabId,
): Promise<readonly LogProblem[]> {
  const problems: LogProblem[] = [];
  const found = (seq: number | null, what: LogProblem['what']) => problems.push({labId, seq, what});
  let last: Head = {lab: labId, seq: 0, hash: ''};
  // Below the first as well: somebody may have put something there.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await pageAfter(db, labId, after);
    after = rows.at(-1)?.seq ?? after;
    for (const {salt, words, hash, ...link} of rows) {
      if (link.seq !== last.seq + 1) found(link.seq, 'order');
      if (link.previous !== last.hash) found(link.seq, 'link');
      if (hashOf(link) !== hash) found(link.seq, 'entry');
      // Words that are gone are forgotten, which is allowed.
      if (words !== null && digestOf(salt ?? '', words) !== link.digest) found(link.seq, 'words');
      last = {lab: labId, seq: link.seq, hash};
    }
    if (rows.length < pageSize) break;
  }
  const end = await db
    .selectFrom('log_head')
    .select(['lab', 'seq', 'hash', 'seal'])
    .where('lab', '=', labId)
    .executeTakeFirst();
  if (!end) found(null, 'missing');
  else if (!isSealed(secret, end, end.seal)) found(end.seq, 'seal');
  else if (end.seq !== last.seq || end.hash !== last.hash) found(last.seq, 'end');
  return problems;
}

function pageAfter(db: Kysely<Tables>, labId: LabId, seq: number) {
  return db
    .selectFrom('log')
    .leftJoin('log_words', (join) =>
      join.onRef('log_words.lab', '=', 'log.lab').onRef('log_words.seq', '=', 'log.seq'),
    )
    .select([
      ...(['log.lab', 'log.seq', 'log.at', 'log.kind', 'log.facts', 'log.digest'] as const),
      ...(['log.previous', 'log.hash', 'log_words.salt', 'log_words.words'] as const),
    ])
    .where('log.lab', '=', labId)
    .where('log.seq', '>', seq)
    .orderBy('log.seq')
    .limit(pageSize)
    .execute();
}
