/** A turned key counts as long as who turned it does. */

import {type LabId, type PersonId, type QuestionId, sides} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Log} from '../log/log.ts';
import type {Tables} from '../store/tables.ts';

/** Takes back the keys that somebody turned on open questions of a lab, and says so in the log. */
export async function lapseKeys(
  trx: Kysely<Tables>,
  log: Log,
  labId: LabId,
  personId: PersonId,
): Promise<void> {
  for (const side of sides) {
    const taken = await trx
      .updateTable('question')
      .set({[`${side}_by`]: null, [`${side}_at`]: null})
      .where('lab', '=', labId)
      .where('outcome', 'is', null)
      .where(`${side}_by`, '=', personId)
      .returning('id')
      .execute();
    for (const {id} of taken) {
      const question = id as QuestionId;
      await log.append(trx, {labId, kind: 'key_lapsed', about: personId, question, side});
    }
  }
}
