/** A question between its row and itself. */

import type {KeyAct, Key, Question, QuestionId} from '@samenspel/shared';
import type {Selectable} from 'kysely';
import type {Tables} from '../store/tables.ts';
import type {AskedQuestion} from './questions.ts';

type Row = Selectable<Tables['question']>;

export function fromRow(row: Row): AskedQuestion {
  return {
    id: row.id as QuestionId,
    labId: row.lab,
    act: JSON.parse(row.act) as KeyAct,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    reason: row.reason,
    keys: {
      informal: toKey(row.informal_by, row.informal_at),
      formal: toKey(row.formal_by, row.formal_at),
    },
    state: row.outcome ?? 'open',
    closedAt: row.closed_at,
  };
}

export function keyColumns({informal, formal}: Question['keys']) {
  return {
    informal_by: informal?.person ?? null,
    informal_at: informal?.at ?? null,
    formal_by: formal?.person ?? null,
    formal_at: formal?.at ?? null,
  };
}

function toKey(person: Row['informal_by'], at: number | null): Key | null {
  return person === null || at === null ? null : {person, at};
}
