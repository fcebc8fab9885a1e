/** Looking up where threads are: once for all who ask, and again only when something changed. */

import {
  type Anchor,
  type AnchorText,
  anchorText,
} from '@samenspel/server/comments/anchors/anchor.ts';
import {place, type PlacingTask} from '@samenspel/server/comments/anchors/placing.ts';
import {openPlaces} from '@samenspel/server/comments/places.ts';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {BlockId, DocumentId} from '@samenspel/shared';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {goal, plan} from '../../support/plan.ts';
import {pointAt, readDoc} from '../../support/planted.ts';
import {documentId, openTestRooms} from '../../support/room.ts';
import {enter, lineWith} from '../../support/room-desk.ts';

const onGoal: Anchor = {on: 'block', id: 'block-1' as BlockId, quote: 'Samen eten'};
const elsewhere: Anchor = {on: 'block', id: 'weg-1' as BlockId, quote: ''};

async function written(follow = async (): Promise<void> => undefined) {
  const world = openTestRooms();
  const amina = await enter(world, 'amina', 1);
  const text = plan(goal('Samen eten', 'Elke maandag koken we samen een grote pan soep.'));
  await amina.change((doc) => Y.applyUpdate(doc, contentToUpdate(text)));
  const tasks: PlacingTask[] = [];
  const followed: (readonly [AnchorText, AnchorText])[] = [];
  const unkept: unknown[] = [];
  const places = openPlaces({
    journal: world.journal,
    async place(task) {
      tasks.push(task);
      return place(task);
    },
    async follow(_documentId, was, is) {
      followed.push([was, is]);
      await follow();
    },
    onUnkept: (_documentId, error) => unkept.push(error),
  });
  return {amina, places, tasks, followed, unkept};
}

test('is done once for everybody who asks while nothing changes', async () => {
  const {places, tasks} = await written();
  const anchors = [anchorText(onGoal), anchorText(elsewhere)];
  const answers = await Promise.all([1, 2, 3].map(() => places.of(documentId, anchors)));
  expect(tasks).toHaveLength(1);
  expect(answers[2]?.found.get(anchorText(onGoal))).toMatchObject({
    place: {at: 'block', id: 'block-1'},
    around: {goal: 'Samen eten', goalId: 'block-1', task: null},
  });
  expect(answers[2]?.found.get(anchorText(elsewhere))?.place).toEqual({at: 'gone'});
});

test('is done again when the text changed, and for a new thread alone', async () => {
  const {amina, places, tasks} = await written();
  const before = await places.of(documentId, [anchorText(onGoal)]);
  await places.of(documentId, [anchorText(onGoal), anchorText(elsewhere)]);
  expect(tasks.map(({anchors}) => anchors)).toEqual([
    [anchorText(onGoal)],
    [anchorText(elsewhere)],
  ]);
  await amina.type('soep', ' En brood.');
  const after = await places.of(documentId, [anchorText(onGoal)]);
  expect(tasks).toHaveLength(3);
  expect(after.seq).toBe(before.seq + 1);
});

test('costs nothing for a document without threads', async () => {
  const {places, tasks} = await written();
  expect(await places.of(documentId, [])).toMatchObject({seq: 1});
  expect(tasks).toEqual([]);
});

test('of a document that is not there fails as that', async () => {
  const {places} = await written();
  const absent = places.of('bestaat-niet' as DocumentId, [anchorText(onGoal)]);
  await expect(absent).rejects.toMatchObject({code: 'not_found'});
});

test('[R61] words that were put there anew are followed from then on, if that can be kept', async () => {
  const {amina, places, followed, unkept} = await written(() => Promise.reject(new Error('vol')));
  const words = 'koken we samen een grote pan';
  amina.see();
  const {anchor} = await places.anchor(documentId, pointAt(readDoc(amina.doc, []), words));
  await amina.change((doc) => {
    const line = lineWith(doc, words);
    line.delete(0, line.length);
  });
  expect((await places.of(documentId, [anchor])).found.get(anchor)?.place.at).toBe('gone');
  // Typed, so that these are other characters than those that went.
  for (let at = 0; at < words.length; at += 4) {
    await amina.type('Samen', words.slice(at, at + 4));
  }
  const again = (await places.of(documentId, [anchor])).found.get(anchor);
  expect(again?.place.at).toBe('words');
  const [[was, is] = [], ...others] = followed;
  expect(others).toEqual([]);
  expect(was).toBe(anchor);
  expect(is && (await places.of(documentId, [is])).found.get(is)).toEqual({...again, later: null});
  expect(unkept).toHaveLength(1);
});
