/** The log as rows: one chain per lab, its words beside it. */

import {randomBytes} from 'node:crypto';
import {type Kysely, sql} from 'kysely';
import type {LabId, LogKind} from '@samenspel/shared';
import type {Tables} from '../store/tables.ts';
import {digestOf, hashOf, sealOf} from './chain.ts';
import type {Log, LogEntry, LogFacts} from './log.ts';

export interface LogDeps {
  readonly db: Kysely<Tables>;
  /** The folder's. */
  readonly secret: string;
  readonly now: () => number;
}

export function openLog({db, secret, now}: LogDeps): Log {
  return {
    ...readLog(db),

    async append(trx, {labId, kind, words, ...facts}) {
      // A write first: nobody, in another process either, comes between the last entry and this one.
      await trx
        .updateTable('log_head')
        .set((row) => ({seq: row.ref('seq')}))
        .where('lab', '=', labId)
        .execute();
      const last = await lastOf(trx, labId);
      const salt = randomBytes(16).toString('hex');
      const link = {
        lab: labId,
        seq: (last?.seq ?? 0) + 1,
        at: Math.max(now(), last?.at ?? 0),
        kind,
        facts: JSON.stringify(facts),
        digest: words === undefined ? '' : digestOf(salt, words),
        previous: last?.hash ?? '',
      };
      const head = {lab: labId, seq: link.seq, hash: hashOf(link)};
      await trx
        .insertInto('log')
        .values({...link, hash: head.hash})
        .execute();
      if (words !== undefined) {
        await trx
          .insertInto('log_words')
          .values({lab: labId, seq: link.seq, salt, words})
          .execute();
      }
      const seal = sealOf(secret, head);
      await trx
        .insertInto('log_head')
        .values({...head, seal})
        .onConflict((conflict) =>
          conflict.column('lab').doUpdateSet({seq: head.seq, hash: head.hash, seal}),
        )
        .execute();
    },

    async forgetWords(trx, of) {
      const [name, id] =
        'by' in of
          ? (['by', of.by] as const)
          : 'about' in of
            ? (['about', of.about] as const)
            : (['document', of.document] as const);
      const entries = await trx
        .selectFrom('log')
        .select(['lab', 'seq'])
        .where(sql<string>`facts ->> ${name}`, '=', id)
        .where('digest', '<>', '')
        // Why a document was deleted is no word of the document.
        .$if('document' in of, (query) => query.where(sql`facts ->> 'question'`, 'is', null))
        .execute();
      for (const {lab, seq} of entries) {
        await trx.deleteFrom('log_words').where('lab', '=', lab).where('seq', '=', seq).execute();
      }
    },
  };
}

/** For who only looks. */
export function readLog(db: Kysely<Tables>): Pick<Log, 'page'> {
  return {
    async page(labId, before, count) {
      const rows = await db
        .selectFrom('log')
        .leftJoin('log_words', (join) =>
          join.onRef('log_words.lab', '=', 'log.lab').onRef('log_words.seq', '=', 'log.seq'),
        )
        .select(['log.seq', 'log.at', 'log.kind', 'log.facts', 'log_words.words'])
        .where('log.lab', '=', labId)
        .$if(before !== null, (query) => query.where('log.seq', '<', before))
        .orderBy('log.seq', 'desc')
        .limit(count)
        .execute();
      return rows.map((row) => toEntry(labId, row));
    },
  };
}

function lastOf(db: Kysely<Tables>, labId: LabId) {
  return db
    .selectFrom('log')
    .select(['seq', 'at', 'hash'])
    .where('lab', '=', labId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly facts: string;
  readonly words: string | null;
}

function toEntry(labId: LabId, {seq, at, kind, facts, words}: Row): LogEntry {
  return {labId, seq, at, kind: kind as LogKind, words, ...(JSON.parse(facts) as LogFacts)};
}
