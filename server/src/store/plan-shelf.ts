/** What was read of documents' texts, as it lies there: for who only looks. */

import type {Database} from 'better-sqlite3';
import {type DocumentId, PLAN_READING, type Seq} from '@samenspel/shared';

export interface StoredPlan {
  readonly seq: Seq;
  /** A plan as JSON. */
  readonly body: string;
  /** The schema of the text that it was read of. */
  readonly version: number;
}

export interface PlanShelf {
  /** null when there is none, or only one that nobody will be shown: read by other rules than today's. */
  find(documentId: DocumentId): StoredPlan | null;
}

export function openPlanShelf(sqlite: Database): PlanShelf {
  const find = sqlite.prepare<[string, number], StoredPlan>(
    `select seq, body, coalesce(
         (select version from older_schema
            where document = document.id and until >= seq order by until limit 1),
         schema_version) as version
       from plan_model join document on document.id = plan_model.document
       where plan_model.document = ? and reading = ?`,
  );
  return {find: (documentId) => find.get(documentId, PLAN_READING) ?? null};
}
