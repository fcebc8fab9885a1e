/** Wishes as rows, and the one transaction in which news goes into a letter. */

import type {Kysely} from 'kysely';
import {newId} from '../ids.ts';
import type {Mailer} from '../mail/mail.ts';
import type {Tables} from '../store/tables.ts';
import type {Wish, Wishes} from './wishes.ts';

export function openWishes(db: Kysely<Tables>, mailer: Pick<Mailer, 'add'>): Wishes {
  const rows = db
    .selectFrom('news_mail as wish')
    .select(['wish.person', 'wish.lab as labId', 'wish.how', 'wish.next_at as nextAt']);
  return {
    of: (personId) => rows.where('person', '=', personId).execute(),
    async set(person, lab, wish) {
      if (wish === null) {
        await db
          .deleteFrom('news_mail')
          .where('person', '=', person)
          .where('lab', '=', lab)
          .execute();
        return;
      }
      const {how, nextAt: next_at} = wish;
      await db
        .insertInto('news_mail')
        .values({person, lab, how, next_at})
        .onConflict((conflict) => conflict.columns(['person', 'lab']).doUpdateSet({how, next_at}))
        .execute();
    },
    due: (at) =>
      rows
        .innerJoin('contact', 'contact.person', 'wish.person')
        .where('contact.confirmed_at', 'is not', null)
        .where('wish.next_at', '<=', at)
        // A digest moves on to its next morning also when there is nothing to tell.
        .where((row) =>
          row.or([
            row('wish.how', '<>', 'at_once'),
            row.exists(
              row
                .selectFrom('news')
                .select('news.id')
                .whereRef('news.person', '=', 'wish.person')
                .whereRef('news.lab', '=', 'wish.lab')
                .where('news.read_at', 'is', null)
                .where('news.letter', 'is', null),
            ),
          ]),
        )
        .orderBy('wish.next_at')
        .execute(),
    claim: (wish, next) => db.transaction().execute((trx) => claimIn(trx, mailer, wish, next)),
  };
}

async function claimIn(
  trx: Kysely<Tables>,
  mailer: Pick<Mailer, 'add'>,
  {person, labId, how, nextAt: was}: Wish,
  {nextAt, until}: {readonly nextAt: number; readonly until: number},
) {
  const letter = newId();
  const taken = await trx
    .updateTable('news_mail')
    .set({next_at: nextAt})
    .where('person', '=', person)
    .where('lab', '=', labId)
    .where('how', '=', how)
    // Of two servers that look at the same moment the second finds another time here.
    .where('next_at', '=', was)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return null;
  const {numUpdatedRows} = await trx
    .updateTable('news')
    .set({letter})
    .where('person', '=', person)
    .where('lab', '=', labId)
    .where('read_at', 'is', null)
    .where('letter', 'is', null)
    .where('at', '<=', until)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    // Nothing was sent: what happens a moment from now has not to wait for that.
    if (how === 'at_once') await moveTo(trx, person, labId, was);
    return null;
  }
  const {address} = await trx
    .selectFrom('contact')
    .select('address')
    .where('person', '=', person)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  await mailer.add(trx, {kind: 'news', address, person, lab: labId, facts: {letter}});
  return {letter, person, labId, address};
}

async function moveTo(
  trx: Kysely<Tables>,
  person: Wish['person'],
  lab: Wish['labId'],
  next_at: number,
): Promise<void> {
  await trx
    .updateTable('news_mail')
    .set({next_at})
    .where('person', '=', person)
    .where('lab', '=', lab)
    .execute();
}
