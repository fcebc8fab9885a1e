/** A document's past in steps, by day, and by side. */

import {filmOf} from '@samenspel/server/history/film.ts';
import {momentAt} from '@samenspel/server/history/moment.ts';
import {timelineOf} from '@samenspel/server/history/timeline.ts';
import {voiceOf} from '@samenspel/server/history/voice.ts';
import {type DocumentId, type PersonId, SCHEMA_VERSION, type Seq} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {schemaSteps} from '@samenspel/shared/schema/migrations';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {memoryClaims, memoryJournal, type MemoryJournal} from '../support/memory-journal.ts';
import {memorySchemaVersions} from '../support/memory-schema-versions.ts';
import {sealAll, writePast} from '../support/past.ts';
import {documentId as roomDocument, openTestRooms} from '../support/room.ts';
import {enter, lineWith} from '../support/room-desk.ts';

const documentId = 'document1' as DocumentId;
const people = ['amina', 'bram', 'carla'] as PersonId[];

const versionsOf = (journal: MemoryJournal) =>
  memorySchemaVersions(journal, new Map([[documentId, SCHEMA_VERSION]]));

interface Shown {
  readonly seq: Seq;
  /** By its id, the same as in the moment by itself: what stays is known by it. */
  readonly blocks: readonly (readonly [id: string, json: unknown])[];
}

/** Plays a film from its first step to its last. */
async function play(
  journal: MemoryJournal,
  range: {from: number; until: number; steps: number},
): Promise<readonly Shown[]> {
  const film = await filmOf({journal, versions: versionsOf(journal)}, documentId, {
    ...{from: range.from as Seq, until: range.until as Seq, steps: range.steps},
  });
  return (film?.steps ?? []).map(({seq}, step) => ({
    seq,
    blocks: (film?.blocks ?? []).flatMap(({id, says, gone}) => {
      const last = says.findLast(({from}) => from <= step);
      return last && (gone === null || step < gone) ? [[id, last.json] as const] : [];
    }),
  }));
}

describe.each([1, 2, 3])('[R50] every step of a film is the moment it says, seed %i', (seed) => {
  test.each([false, true])('[R50] sealed: %s', async (sealed) => {
    const journal = memoryJournal([documentId]);
    await writePast(journal, documentId, {seed, edits: 250, people});
    if (sealed) await sealAll(journal.seals, documentId, 40);
    for (const range of [
      {from: 1, until: 250, steps: 30},
      {from: 1, until: 250, steps: 120},
      {from: 100, until: 140, steps: 60},
      {from: 77, until: 77, steps: 5},
    ]) {
      const shown = await play(journal, range);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThanOrEqual(range.steps);
      for (const {seq, blocks} of shown) {
        const moment = await momentAt(journal, documentId, seq, {lines: true});
        expect(moment?.seq).toBe(seq);
        const alone = moment?.content.content ?? [];
        expect(blocks).toEqual(alone.map((json, place) => [moment?.blocks[place], json]));
      }
      const last = await momentAt(journal, documentId, range.until as Seq);
      expect(shown.at(-1)?.seq).toBe(last?.seq);
    }
  });
});

test('a film of what never was is none', async () => {
  const journal = memoryJournal([documentId]);
  const range = {from: 5 as Seq, until: 9 as Seq, steps: 5};
  expect(await filmOf({journal, versions: versionsOf(journal)}, documentId, range)).toBeNull();
});

test('[R50] a film shows an older text as the schema of now has it, block by block', async () => {
  const journal = memoryJournal([documentId]);
  await writePast(journal, documentId, {seed: 4, edits: 60, people});
  const steps = [
    ...schemaSteps,
    {from: SCHEMA_VERSION, change: (text: JSONContent) => renamed(text, 'paragraph', 'line')},
  ];
  const range = {from: 1 as Seq, until: 60 as Seq, steps: 10};
  const deps = {journal, versions: versionsOf(journal)};
  const [was, is] = await Promise.all([
    filmOf(deps, documentId, range),
    filmOf({...deps, schemaSteps: steps}, documentId, range),
  ]);
  const told = JSON.stringify(was?.blocks);
  expect(told).toContain('"type":"paragraph"');
  expect(JSON.stringify(is?.blocks)).toBe(told.replaceAll('"type":"paragraph"', '"type":"line"'));
  expect(is?.steps).toEqual(was?.steps);
});

function renamed(node: JSONContent, from: string, to: string): JSONContent {
  return {
    ...node,
    ...(node.type === from ? {type: to} : {}),
    ...(node.content ? {content: node.content.map((child) => renamed(child, from, to))} : {}),
  };
}

test('a timeline has a day for each on which somebody wrote, and where each pause was', async () => {
  const world = openTestRooms();
  const amina = await enter(world, 'amina', 1);
  await amina.change((doc) => {
    const line = new Y.XmlElement('paragraph');
    doc.getXmlFragment('default').push([line]);
    line.push([new Y.XmlText('Koffie')]);
  });
  await amina.type('Koffie', ' en thee');
  world.clock.advance(20 * 60_000);
  await amina.type('Koffie', ' en soep');
  world.clock.advance(26 * 3_600_000);
  await amina.type('Koffie', '.');
  const {days, restores, head} = timelineOf(await world.journal.marks(roomDocument));
  expect(head).toBe(4);
  expect(restores).toEqual([]);
  expect(days.map(({from, until, busy, stretches}) => ({from, until, busy, stretches}))).toEqual([
    {from: 1, until: 3, busy: 3, stretches: [2, 1]},
    {from: 4, until: 4, busy: 1, stretches: [1]},
  ]);
});

test('voices are counted by side, per task and in time', async () => {
  const world = openTestRooms();
  const amina = await enter(world, 'amina', 1);
  const bram = await enter(world, 'bram', 2);
  await amina.change((doc) => {
    const task = new Y.XmlElement('task');
    doc.getXmlFragment('default').push([task]);
    const title = new Y.XmlElement('blockTitle');
    task.push([title]);
    title.push([new Y.XmlText('Samen eten')]);
  });
  await bram.type('Samen', ' in de wijk');
  const voice = await voiceOf(world, roomDocument, (id) =>
    id === 'amina-id' ? 'informal' : 'formal',
  );
  const now = {informal: 'Samen eten'.length, formal: ' in de wijk'.length, ours: 0};
  expect(voice).toMatchObject({
    now,
    tasks: [{...now, title: 'Samen eten in de wijk'}],
    past: [
      {...now, formal: 0, seq: 1},
      {...now, seq: 2},
    ],
  });
  // Nothing in it is about a person.
  expect(JSON.stringify(voice)).not.toMatch(/amina|bram/);
  expect(lineWith(bram.doc, 'Samen').length).toBe(21);
});

test('of a document without a word there is no voice', async () => {
  const journal = memoryJournal([documentId]);
  const claims = memoryClaims();
  expect(await voiceOf({journal, claims}, documentId, () => null)).toBeNull();
});
