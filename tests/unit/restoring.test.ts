/** Bringing an earlier moment back while people are writing. */

import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {Restoring} from '@samenspel/server/history/restoring.ts';
import {momentAt, textOf} from '@samenspel/server/history/moment.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {authorsOf} from '@samenspel/server/history/provenance/authors-of.ts';
import type {ClientId, PersonId, Seq} from '@samenspel/shared';
import {documentSchema, type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {blockOf, stepsWithQuotations} from '../support/older-schema.ts';
import {goal, plan, task} from '../support/plan.ts';
import {documentId, openTestRooms, type RoomUnderTest} from '../support/room.ts';
import {restoringIn} from '../support/restoring.ts';
import {type Desk, enter, lineWith} from '../support/room-desk.ts';

const everything = {kind: 'everything'} as const;
const carla = 'carla-id' as PersonId;

async function written(): Promise<{
  readonly world: RoomUnderTest;
  readonly restoring: Restoring;
  readonly amina: Desk;
}> {
  const world = openTestRooms();
  const first = await enter(world, 'bram', 2);
  const update = contentToUpdate(
    plan(
      task(
        'Eenzaamheid',
        goal('Een open inloop', 'Elke week koffie.'),
        goal('Samen eten', 'Soep.'),
      ),
    ),
  );
  first.send((doc) => Y.applyUpdate(doc, update));
  await first.room.settled();
  world.clock.advance(5_000);
  const amina = await enter(world, 'amina', 1);
  return {world, amina, restoring: restoringIn(world)};
}

function goalId(content: JSONContent, title: string): string {
  for (const node of content.content ?? []) {
    if (node.type === 'goal' && JSON.stringify(node.content?.[0]).includes(title)) {
      return String(node.attrs?.['id']);
    }
    const inside = goalId(node, title);
    if (inside) return inside;
  }
  return '';
}

const head = (world: RoomUnderTest) => world.journal.entries.length as Seq;
const shown = ({doc, see}: Desk) => {
  see();
  return textOf([Y.encodeStateAsUpdate(doc)]);
};

test('[R51] brings a whole moment back as an edit of its own kind, seen by everybody', async () => {
  const {world, restoring, amina} = await written();
  const then = head(world);
  const was = shown(amina);
  await amina.type('koffie', ' En thee.');
  const {seq, back} = await restoring.restore(documentId, then, everything, carla);
  expect(world.journal.entries.at(-1)).toMatchObject({seq, kind: 'restore', actor: carla});
  expect(shown(amina)).toEqual(was);

  world.clock.advance(5_000);
  await restoring.restore(documentId, back, everything, carla);
  expect(JSON.stringify(shown(amina))).toContain('Elke week koffie. En thee.');
});

test('[R51] keeps what somebody types elsewhere, and in the same line, at that moment', async () => {
  const {world, restoring, amina} = await written();
  const then = head(world);
  const id = goalId(shown(amina), 'Samen eten');
  await amina.type('Soep', ' Of stamppot.');
  await amina.type('koffie', ' Ook op zondag.');
  amina.see();
  const going = restoring.restore(documentId, then, {kind: 'block', id}, carla);
  amina.send((doc) => lineWith(doc, 'koffie').insert(0, 'Let op: '));
  amina.send((doc) => lineWith(doc, 'Soep').insert(0, 'Lekkere '));
  await going;
  await amina.room.settled();
  const text = JSON.stringify(shown(amina));
  expect(text).toContain('Let op: Elke week koffie. Ook op zondag.');
  expect(text).toContain('Lekkere Soep.');
  expect(text).not.toContain('stamppot');
});

test('[R53] words that come back stay their authors’, whoever brings them back', async () => {
  const {world, restoring, amina} = await written();
  await amina.type('koffie', ' Door mij geschreven.');
  const then = head(world);
  await amina.change((doc) => {
    const root = doc.getXmlFragment(ROOT_NAME);
    root.delete(0, root.length);
    root.push([new Y.XmlElement('paragraph')]);
  });
  await restoring.restore(documentId, then, everything, carla);
  amina.see();
  const blocks = authorsOf(
    amina.doc.getXmlFragment(ROOT_NAME),
    await world.journal.provenance.until(documentId),
    await world.claims.all(documentId),
  );
  const by = new Map(
    blocks.flatMap(({runs}) => runs.map(({text, author}) => [text.trim(), author] as const)),
  );
  expect(by.get('Door mij geschreven.')).toBe('amina-id');
  expect([...by.values()]).not.toContain(carla);
});

test('[R50] [R51] says beforehand which words would leave the view, and changes nothing', async () => {
  const {world, restoring, amina} = await written();
  const then = head(world);
  await amina.type('koffie', ' Ook op zondag.');
  const before = head(world);
  const preview = await restoring.preview(documentId, then, everything);
  expect(preview.leaving).toMatchObject([{text: ' Ook op zondag.', authors: ['amina-id']}]);
  expect(textOf([Y.encodeStateAsUpdate(preview.now)])).toEqual(shown(amina));
  expect(JSON.stringify(textOf([Y.encodeStateAsUpdate(preview.after)]))).not.toContain('zondag');
  expect(head(world)).toBe(before);
});

test('[R51] what needs no change makes no entry', async () => {
  const {world, restoring} = await written();
  const before = head(world);
  const outcome = await restoring.restore(documentId, before, everything, carla);
  expect(outcome).toEqual({seq: null, back: before});
  expect(head(world)).toBe(before);
});

test('a moment or a goal that never was can’t be put back', async () => {
  const {world, restoring} = await written();
  const absent = restoring.restore(documentId, 999 as Seq, everything, carla);
  await expect(absent).rejects.toMatchObject({code: 'not_found'});
  const unknown = {kind: 'block', id: 'nooit-geweest'} as const;
  const never = restoring.restore(documentId, head(world), unknown, carla);
  await expect(never).rejects.toMatchObject({code: 'not_found'});
});

test('[R25] a full disk refuses it, and the document is what it was', async () => {
  const {world, restoring, amina} = await written();
  const then = head(world);
  await amina.type('koffie', ' En thee.');
  world.journal.fail(true);
  const refused = restoring.restore(documentId, then, everything, carla);
  await expect(refused).rejects.toMatchObject({code: 'unavailable'});
  const moment = await momentAt(world.journal, documentId, head(world));
  expect(JSON.stringify(moment?.content)).toContain('En thee.');
  expect(amina.guest.notices()).toContain('readonly');
});

test('[R6] nobody can write on under the id of a restoring but who restored', async () => {
  const {world, restoring, amina} = await written();
  const then = head(world);
  await amina.change((doc) => lineWith(doc, 'koffie').delete(0, 5));
  await restoring.restore(documentId, then, everything, carla);
  const {clientId} = world.journal.entries.at(-1) ?? {};
  expect((await world.claims.all(documentId)).get(clientId as ClientId)).toBe(carla);
});

test('[R40] an older moment comes back in the schema of now, with its words still their authors’', async () => {
  const world = openTestRooms();
  const bram = 'bram-id' as PersonId;
  const by = {documentId, at: 1_000, actor: bram, clientId: 2 as ClientId, kind: 'edit'} as const;
  await world.claims.claim(documentId, [by.clientId], bram);
  const doc = new Y.Doc();
  doc.clientID = by.clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  const root = doc.getXmlFragment(ROOT_NAME);
  // What a quotation was called before.
  const cited = blockOf('citation', blockOf('paragraph', new Y.XmlText('Soep op vrijdag.')));
  root.push([cited, blockOf('paragraph', new Y.XmlText('Koffie.'))]);
  root.delete(0, 1);
  await world.journal.append(
    updates.map((bytes, index) => ({...by, bytes, at: by.at + index * 5_000})),
  );

  const restoring = restoringIn(world, {
    schema: documentSchema(),
    steps: stepsWithQuotations,
  });
  const preview = await restoring.preview(documentId, 1 as Seq, everything);
  expect(preview.leaving).toEqual([]);
  const {seq} = await restoring.restore(documentId, 1 as Seq, everything, carla);
  const moment = await momentAt(world.journal, documentId, seq ?? (0 as Seq));
  expect(moment?.content.content?.map(({type}) => type)).toEqual(['blockquote', 'paragraph']);
  expect(JSON.stringify(moment?.content)).toContain('Soep op vrijdag.');
  const replay = await world.journal.latest(documentId);
  const now = documentOf(replay?.state ?? null, replay?.updates ?? []);
  const told = await world.journal.provenance.until(documentId);
  const runs = authorsOf(now.getXmlFragment(ROOT_NAME), told, await world.claims.all(documentId));
  expect(runs.flatMap((block) => block.runs).map(({text, author}) => [text, author])).toEqual([
    ['Soep op vrijdag.', bram],
    ['Koffie.', bram],
  ]);
});
