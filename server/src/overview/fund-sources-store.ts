/** A lab's own fund sources, as rows. */

import type {Kysely} from 'kysely';
import {fundSources, fundSourceWord, sameName} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import {newId} from '../ids.ts';
import {holdLab} from '../labs/members.ts';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';
import type {FundSources} from './fund-sources.ts';

/** A list to choose from, not a ledger. */
export const maxFundSources = 50;

export interface FundSourcesDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly now: () => number;
}

export function openFundSources({db, log, now}: FundSourcesDeps): FundSources {
  const ofLab = async (from: Kysely<Tables>, labId: Parameters<FundSources['ofLab']>[0]) => {
    const rows = await from
      .selectFrom('fund_source')
      .select(['id', 'name'])
      .where('lab', '=', labId)
      .execute();
    return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
  };
  return {
    ofLab: (labId) => ofLab(db, labId),
    add: (labId, name, by) =>
      db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        const known = await ofLab(trx, labId);
        const taken = [
          ...fundSources.flatMap((source) => [source, fundSourceWord(source)]),
          ...known.map((one) => one.name),
        ];
        if (taken.some((one) => sameName(one, name))) throw new AppError('conflict');
        if (known.length >= maxFundSources) throw new AppError('full', {most: maxFundSources});
        const id = newId();
        await trx
          .insertInto('fund_source')
          .values({id, lab: labId, name, added_at: now()})
          .execute();
        await log.append(trx, {labId, kind: 'fund_source_added', by, words: name});
        return {id, name};
      }),
    remove: (labId, id, by) =>
      db.transaction().execute(async (trx) => {
        await holdLab(trx, labId);
        const row = await trx
          .deleteFrom('fund_source')
          .where('lab', '=', labId)
          .where('id', '=', id)
          .returning('name')
          .executeTakeFirst();
        if (!row) throw new AppError('not_found');
        await log.append(trx, {labId, kind: 'fund_source_removed', by, words: row.name});
      }),
  };
}
