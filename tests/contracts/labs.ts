/** What every keeper of labs and their people promises. */

import type {Labs} from '@samenspel/server/labs/labs.ts';
import type {LabId, PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface LabsWorld {
  readonly labs: Labs;
  /** A lab with `first` (informal) and then `later` (formal, not counting yet) in it. */
  readonly labId: LabId;
  readonly first: PersonId;
  readonly later: PersonId;
  /** Another lab, with `later` in it too. */
  readonly otherLabId: LabId;
  /** Somebody leaves the first lab. */
  leave(personId: PersonId): Promise<void>;
  /** Somebody, also who left, comes into the first lab; false when they are in it. */
  join(personId: PersonId, side: 'informal' | 'formal'): Promise<boolean>;
}

export function labsContract(open: () => Promise<LabsWorld>): void {
  const whole = (personId: PersonId) => ({personId, onlyLab: null});

  test('a lab is found by its people only, each on their own side', async () => {
    const {labs, labId, otherLabId, first, later} = await open();
    expect(await labs.find(labId, whole(first))).toMatchObject({
      ...{id: labId, side: 'informal', role: 'member'},
      ...{rules: {text: ''}, closedAt: null},
    });
    expect(await labs.find(labId, whole(later))).toMatchObject({side: 'formal'});
    expect(await labs.find(otherLabId, whole(first))).toBeNull();
    expect((await labs.of(whole(first))).map(({id}) => id)).toEqual([labId]);
    expect((await labs.of(whole(later))).map(({id}) => id)).toEqual(
      expect.arrayContaining([labId, otherLabId]),
    );
  });

  test('a session of one lab finds that one only', async () => {
    const {labs, labId, otherLabId, later} = await open();
    const asker = {personId: later, onlyLab: otherLabId};
    expect(await labs.find(labId, asker)).toBeNull();
    expect(await labs.find(otherLabId, asker)).toMatchObject({id: otherLabId});
    expect((await labs.of(asker)).map(({id}) => id)).toEqual([otherLabId]);
  });

  test('people stand in order of joining, and who counts is known', async () => {
    const {labs, labId, first, later} = await open();
    expect(await labs.members(labId)).toMatchObject([
      {id: first, side: 'informal', counts: true},
      {id: later, side: 'formal', counts: false},
    ]);
  });

  test('who left is no member any more, and is still somebody with a name', async () => {
    const {labs, labId, first, later, leave} = await open();
    await leave(first);
    expect(await labs.find(labId, whole(first))).toBeNull();
    expect(await labs.of(whole(first))).toEqual([]);
    expect((await labs.members(labId)).map(({id}) => id)).toEqual([later]);
    const everyone = await labs.everyone(labId);
    expect(new Map(everyone.map(({id, side}) => [id, side]))).toEqual(
      new Map([
        [first, 'informal'],
        [later, 'formal'],
      ]),
    );
  });

  test('who comes back begins anew; who is in already stays as they are', async () => {
    const {labs, labId, first, leave, join} = await open();
    expect(await join(first, 'formal')).toBe(false);
    expect(await labs.find(labId, whole(first))).toMatchObject({side: 'informal'});
    await leave(first);
    expect(await join(first, 'informal')).toBe(true);
    const member = (await labs.members(labId)).find(({id}) => id === first);
    expect(member).toMatchObject({side: 'informal', counts: false});
  });
}
