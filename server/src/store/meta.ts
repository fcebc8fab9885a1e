/** Facts about this installation. */

import type {Kysely} from 'kysely';
import type {Tables} from './tables.ts';

type Fact = 'epoch' | 'example_lab' | 'founding_link';

/** null when it was never written. */
export async function readMeta(db: Kysely<Tables>, key: Fact): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeMeta(db: Kysely<Tables>, key: Fact, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({key, value})
    .onConflict((conflict) => conflict.column('key').doUpdateSet({value}))
    .execute();
}

/** How often this installation was put back from a backup, plus one. */
export async function readEpoch(db: Kysely<Tables>): Promise<number> {
  return Number((await readMeta(db, 'epoch')) ?? 1);
}

/** What was written, which is forgotten with it; null when it was never written. */
export async function takeMeta(db: Kysely<Tables>, key: Fact): Promise<string | null> {
  const row = await db
    .deleteFrom('meta')
    .where('key', '=', key)
    .returning('value')
    .executeTakeFirst();
  return row?.value ?? null;
}
