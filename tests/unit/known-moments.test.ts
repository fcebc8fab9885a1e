/** Moments that are kept for the next question: never another text than a fresh look shows. */

import {contentOf} from '@samenspel/server/history/content.ts';
import {openKnownMoments} from '@samenspel/server/history/known-moments.ts';
import {momentAt} from '@samenspel/server/history/moment.ts';
import type {DocumentId, PersonId, Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import {fakeClock} from '../support/fake-clock.ts';
import {memoryClaims, memoryJournal} from '../support/memory-journal.ts';
import {sealAll, writePast} from '../support/past.ts';
import {seeded} from '../support/random.ts';

const documentId = 'doc00001' as DocumentId;
const people = ['amina', 'bram', 'chris'] as PersonId[];

async function past(edits: number, seed: number) {
  const journal = memoryJournal([documentId]);
  await writePast(journal, documentId, {seed, edits, people});
  const clock = fakeClock();
  return {journal, clock, moments: openKnownMoments({journal, claims: memoryClaims(), clock})};
}

test('[R22] going on from the last moment shows what a fresh look shows, sealed or not', async () => {
  const {journal, moments} = await past(900, 11);
  const random = seeded(5);
  for (let look = 0; look < 60; look++) {
    if (look === 30) await sealAll(journal.seals, documentId, 200);
    const seq = (1 + random.below(900)) as Seq;
    const fresh = await momentAt(journal, documentId, seq);
    await moments.at(documentId, seq, async (moment) => {
      expect(moment.seq).toBe(fresh?.seq);
      expect(contentOf(moment.doc.getXmlFragment(ROOT_NAME))).toEqual(fresh?.content);
    });
  }
});

test('[R22] a tick that goes on is another moment', async () => {
  const {journal, moments} = await past(40, 3);
  const last = journal.entries.at(-1);
  const seqOf = (seq: Seq) => moments.at(documentId, seq, async (moment) => moment.seq);
  expect(await seqOf(40 as Seq)).toBe(40);
  if (!last) throw new Error('Nothing was written');
  await journal.append([{...last, bytes: Uint8Array.of(0, 0)}]);
  expect(await seqOf(40 as Seq)).toBe(41);
});

test('is kept for a minute after the last question, of two documents at most', async () => {
  const {journal, clock, moments} = await past(40, 3);
  let replays = 0;
  const replay = journal.replay.bind(journal);
  journal.replay = (...asked) => {
    replays++;
    return replay(...asked);
  };
  const look = () => moments.at(documentId, 40 as Seq, async () => undefined);
  await look();
  clock.advance(59_000);
  await look();
  expect(replays).toBe(1);
  clock.advance(60_000);
  await look();
  expect(replays).toBe(2);
  for (const other of ['doc00002', 'doc00003'] as DocumentId[]) {
    await expect(moments.at(other, 1 as Seq, look)).rejects.toMatchObject({code: 'not_found'});
  }
  await look();
  expect(replays).toBe(3);
});
