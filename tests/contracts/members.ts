/** What every keeper of who is one of a lab promises. */

import type {Labs} from '@samenspel/server/labs/labs.ts';
import type {Members} from '@samenspel/server/labs/members.ts';
import type {LabId, LogKind, PersonId, Role, Side} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface MembersWorld {
  readonly members: Members;
  readonly labs: Labs;
  /** A lab that a counting informal member, `founder`, began, and nobody else is in. */
  readonly labId: LabId;
  readonly founder: PersonId;
  /** Somebody comes into it who does not count yet. */
  join(side: Side, role?: Role): Promise<PersonId>;
  /** Somebody of another lab. */
  readonly stranger: PersonId;
  /** The lab's log, newest first, since its beginning. */
  told(): Promise<readonly {readonly kind: LogKind; readonly by?: PersonId}[]>;
}

export function membersContract(open: () => Promise<MembersWorld>): void {
  const counting = async ({labs, labId}: MembersWorld): Promise<readonly PersonId[]> =>
    (await labs.members(labId)).flatMap(({id, counts}) => (counts ? [id] : []));

  test('a newcomer counts once somebody who counts, of their own side, says so', async () => {
    const world = await open();
    const {members, labId, founder, join} = world;
    const newcomer = await join('informal');
    expect(await counting(world)).toEqual([founder]);
    await members.confirm(labId, founder, newcomer);
    expect(await counting(world)).toEqual([founder, newcomer]);
    expect((await world.told())[0]).toMatchObject({kind: 'confirmed', by: founder});
    await expect(members.confirm(labId, founder, newcomer)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('the first of a side is confirmed by the other side, and the log says so; the next is not', async () => {
    const world = await open();
    const {members, labId, founder, join} = world;
    const [first, second] = [await join('formal'), await join('formal')];
    await members.confirm(labId, founder, first);
    expect((await world.told())[0]).toMatchObject({kind: 'confirmed_by_other_side', by: founder});
    const refused = members.confirm(labId, founder, second);
    await expect(refused).rejects.toMatchObject({code: 'forbidden'});
    await members.confirm(labId, first, second);
    expect(await counting(world)).toEqual([founder, first, second]);
  });

  test('nobody confirms themselves, nobody who does not count confirms, and readers never count', async () => {
    const world = await open();
    const {members, labId, founder, join} = world;
    const [one, other] = [await join('informal'), await join('informal')];
    const reader = await join('informal', 'commenter');
    const tries = [
      [one, one],
      [one, other],
      [reader, one],
      [founder, reader],
    ] as const;
    for (const [witness, newcomer] of tries) {
      await expect(members.confirm(labId, witness, newcomer)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await counting(world)).toEqual([founder]);
    expect(await world.told()).toEqual([]);
  });

  test('who is not in the lab has no say in it, and can’t be spoken for', async () => {
    const {members, labId, founder, join, stranger} = await open();
    const newcomer = await join('informal');
    for (const [witness, about] of [
      [stranger, newcomer],
      [founder, stranger],
    ] as const) {
      await expect(members.confirm(labId, witness, about)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  test('leaving is always possible, is told once, and when nobody is left that is told too', async () => {
    const world = await open();
    const {members, labs, labId, founder, join} = world;
    const other = await join('formal');
    await members.leave(labId, founder);
    await members.leave(labId, founder);
    expect((await labs.members(labId)).map(({id}) => id)).toEqual([other]);
    await members.leave(labId, other);
    expect((await world.told()).map(({kind, by}) => [kind, by])).toEqual([
      ['deserted', undefined],
      ['left', other],
      ['left', founder],
    ]);
  });

  test('who left and was the only one of their side leaves it to be begun anew', async () => {
    const world = await open();
    const {members, labId, founder, join} = world;
    const [first, second] = [await join('formal'), await join('formal')];
    await members.confirm(labId, founder, first);
    await members.leave(labId, first);
    await members.confirm(labId, founder, second);
    expect(await counting(world)).toEqual([founder, second]);
  });
}
