/** What every keeper of how far people have seen documents promises. */

import type {Seen} from '@samenspel/server/history/seen.ts';
import type {DocumentId, PersonId, Seq} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface SeenWorld {
  readonly seen: Seen;
  /** With ten entries in its journal. */
  readonly documentId: DocumentId;
  readonly otherId: DocumentId;
  readonly amina: PersonId;
  readonly bram: PersonId;
}

export function seenContract(open: () => Promise<SeenWorld>): void {
  test('who never looked has seen nothing', async () => {
    const {seen, documentId, amina} = await open();
    expect(await seen.upTo(documentId, amina)).toBe(0);
    expect(await seen.all(amina)).toEqual(new Map());
  });

  test('each person has seen as far as they looked, and having seen more stays so', async () => {
    const {seen, documentId, otherId, amina, bram} = await open();
    await seen.see(documentId, amina, 7 as Seq);
    await seen.see(documentId, amina, 3 as Seq);
    await seen.see(otherId, amina, 1 as Seq);
    await seen.see(documentId, bram, 2 as Seq);
    expect(await seen.upTo(documentId, amina)).toBe(7);
    expect(await seen.upTo(documentId, bram)).toBe(2);
    expect(await seen.all(amina)).toEqual(
      new Map([
        [documentId, 7],
        [otherId, 1],
      ]),
    );
  });

  test('what has not been written yet can’t be seen, nor what does not exist', async () => {
    const {seen, documentId, amina} = await open();
    const absent = {code: 'not_found'};
    await expect(seen.see(documentId, amina, 11 as Seq)).rejects.toMatchObject(absent);
    const never = 'nooit-gezien' as DocumentId;
    await expect(seen.see(never, amina, 1 as Seq)).rejects.toMatchObject(absent);
    expect(await seen.upTo(documentId, amina)).toBe(0);
  });
}
