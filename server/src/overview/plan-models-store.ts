/** Plan models as rows. */

import {type Kysely, sql} from 'kysely';
import {PLAN_READING, type Plan} from '@samenspel/shared';
import {asAppError} from '../store/disk.ts';
import type {Tables} from '../store/tables.ts';
import type {PlanModels} from './plan-models.ts';

export function openPlanModels(db: Kysely<Tables>): PlanModels {
  return {
    async find(documentId) {
      const row = await db
        .selectFrom('plan_model')
        .select(['seq', 'body'])
        .where('document', '=', documentId)
        .where('reading', '=', PLAN_READING)
        .executeTakeFirst();
      return row ? {seq: row.seq, plan: JSON.parse(row.body) as Plan} : null;
    },
    async keep(documentId, {seq, plan}) {
      await sql`
        insert into plan_model (document, seq, reading, body)
          select id, ${seq}, ${PLAN_READING}, ${planBody(plan)} from document where id = ${documentId}
          on conflict (document) do update
            set seq = excluded.seq, reading = excluded.reading, body = excluded.body
            where excluded.seq > plan_model.seq or excluded.reading <> plan_model.reading
      `
        .execute(db)
        .catch((cause: unknown) => {
          throw asAppError(cause);
        });
    },
  };
}

/** As it is stored: the same plan gives the same text. */
export function planBody(plan: Plan): string {
  return JSON.stringify(plan);
}
