/** The example lab: a neighbourhood that does not exist, with one person of each side to try out. */

import type {Kysely} from 'kysely';
import type {LabId, PersonId, Side} from '@samenspel/shared';
import {createDocument} from '../documents/store.ts';
import type {Log} from '../log/log.ts';
import {readMeta, writeMeta} from '../store/meta.ts';
import type {LabOrigin, Tables} from '../store/tables.ts';
import {createLab, createMember, type NewMember} from './store.ts';

export interface ExamplePerson {
  readonly personId: PersonId;
  readonly side: Side;
}

const lab = {
  name: 'Voorbeeldlab Vlonderbuurt',
  neighbourhood: 'Vlonderbuurt (bestaat niet)',
  origin: 'example',
} as const;

const people: readonly NewMember[] = [
  {name: 'Samira', side: 'informal', role: 'member'},
  {name: 'Joost', side: 'formal', role: 'member'},
];

/**
 * Makes the example lab where there is none and nobody works for real: all of it, or after a crash
 * nothing. Seeded labs are no reason to do without.
 */
export async function ensureExampleLab(db: Kysely<Tables>, log: Log, now: number): Promise<void> {
  if (await anyLab(db, ['example', 'founded'])) return;
  // Only now, because it brings the editor's schema along.
  const {exampleText} = await import('../documents/templates.ts');
  const text = exampleText(now);
  await db.transaction().execute(async (trx) => {
    const labId = await createLab(trx, lab, now);
    await log.append(trx, {labId, kind: 'lab_founded'});
    for (const person of people) await createMember(trx, labId, person, now);
    await createDocument(trx, {labId, createdBy: null, ...text}, now);
    await writeMeta(trx, 'example_lab', labId);
  });
}

/** The first of each side in the example lab; [] when there is none. */
export async function examplePeople(db: Kysely<Tables>): Promise<readonly ExamplePerson[]> {
  const labId = await readMeta(db, 'example_lab');
  if (!labId) return [];
  const members = await db
    .selectFrom('member')
    .select(['person as personId', 'side'])
    .where('lab', '=', labId as LabId)
    .where('left_at', 'is', null)
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('side', 'desc')
    .execute();
  const first = (side: Side) => members.find((member) => member.side === side);
  return [first('informal'), first('formal')].filter((member) => member !== undefined);
}

/** Whether there is a lab that came about in one of these ways. */
export async function anyLab(db: Kysely<Tables>, origins: readonly LabOrigin[]): Promise<boolean> {
  const row = await db
    .selectFrom('lab')
    .select('id')
    .where('origin', 'in', origins)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
