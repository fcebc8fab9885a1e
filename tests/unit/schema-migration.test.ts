/** Documents of older schemas, in the program of now and in one that is still to come. */

import {problemIn} from '@samenspel/client/sync/guard.ts';
import {AppError} from '@samenspel/server/errors.ts';
import {contentOf} from '@samenspel/server/history/content.ts';
import {textOf} from '@samenspel/server/history/moment.ts';
import {authorsOf} from '@samenspel/server/history/provenance/authors-of.ts';
import {type BringUp, NewerSchema, openBringUp} from '@samenspel/server/schema/bring-up.ts';
import {type DocumentId, SCHEMA_VERSION, type Seq} from '@samenspel/shared';
import {
  documentSchema,
  type JSONContent,
  ROOT_NAME,
  schemaExtensions,
} from '@samenspel/shared/schema';
import {
  migrated,
  newestSchema,
  type SchemaStep,
  schemaSteps,
} from '@samenspel/shared/schema/migrations';
import {getSchema, Node} from '@tiptap/core';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {schemaVersionsContract} from '../contracts/schema-versions.ts';
import {memoryClaims, memoryJournal} from '../support/memory-journal.ts';
import {memorySchemaVersions} from '../support/memory-schema-versions.ts';
import {
  fixtureOwners,
  schemaFixture,
  schemaVersions,
  unsentWords,
} from '../support/schema-fixture.ts';

const documentId = 'document1' as DocumentId;

/** A version that is still to come: what is called a goal will be called an aim. */
const renaming: readonly SchemaStep[] = [
  ...schemaSteps,
  {from: SCHEMA_VERSION, change: (document) => renamed(document, 'goal', 'aim')},
];
const Aim = Node.create({
  name: 'aim',
  group: 'planBlock',
  content: '(block | blockTitle | measure | carrier | action | agreement)+',
  addAttributes: () =>
    Object.fromEntries(['id', 'status', 'from', 'until'].map((name) => [name, {default: null}])),
});
const nextSchema = getSchema([
  ...schemaExtensions().map((extension) =>
    extension.name === 'task'
      ? extension.extend({content: '(block | blockTitle | aim | action | agreement)+'})
      : extension,
  ),
  Aim,
]);

function renamed(node: JSONContent, from: string, to: string): JSONContent {
  const content = node.content?.map((child) => renamed(child, from, to));
  const isSame = node.type !== from && content?.every((child, at) => child === node.content?.[at]);
  if (isSame || (node.type !== from && !content)) return node;
  return {...node, ...(node.type === from ? {type: to} : {}), ...(content ? {content} : {})};
}

/** A document as a version left it, on a server of another. */
async function left(version: number, steps?: readonly SchemaStep[]) {
  const fixture = schemaFixture(version);
  const journal = memoryJournal([documentId]);
  await journal.append(fixture.entries(documentId));
  const versions = memorySchemaVersions(journal, new Map([[documentId, version]]));
  const claims = memoryClaims();
  for (const [clientId, personId] of fixtureOwners) {
    await claims.claim(documentId, [clientId], personId);
  }
  const next = steps ? {steps, schema: nextSchema} : {};
  const bringUp: BringUp = openBringUp({journal, claims, versions, now: () => 9_000, ...next});
  const latest = async () => {
    const replay = await journal.latest(documentId);
    if (!replay) throw new Error('The document is gone');
    return replay;
  };
  return {
    ...{fixture, journal, versions, bringUp},
    async text() {
      const {updates, state} = await latest();
      return textOf(updates, state);
    },
    async doc() {
      const {updates, state} = await latest();
      const doc = new Y.Doc();
      if (state) Y.applyUpdateV2(doc, state);
      for (const update of updates) Y.applyUpdate(doc, update);
      return doc;
    },
  };
}

schemaVersionsContract('Schema numbers in memory', async () => {
  const journal = memoryJournal([documentId]);
  return {journal, documentId, versions: memorySchemaVersions(journal, new Map([[documentId, 1]]))};
});

test('[R40] there is a step from each version to the next, up to the one of now', () => {
  expect(schemaSteps.map(({from}) => from)).toEqual(schemaSteps.map((_, index) => index + 1));
  expect(newestSchema()).toBe(SCHEMA_VERSION);
});

test('[R40] the fixture of now holds everything that a document may hold', () => {
  const text = JSON.stringify(schemaFixture(SCHEMA_VERSION).content);
  const {nodes, marks} = documentSchema();
  const missing = [...Object.keys(nodes), ...Object.keys(marks)].filter(
    (name) => !text.includes(`"type":"${name}"`),
  );
  expect(missing).toEqual([]);
});

describe.each(schemaVersions)('A document of version %i', (version) => {
  test('[R40] opens in the version of now, and shows what it showed', async () => {
    const {fixture, bringUp, versions, text, journal} = await left(version);
    const entries = journal.entries.length;
    await bringUp(documentId);
    expect(await versions.of(documentId)).toBe(SCHEMA_VERSION);
    const shown = await text();
    expect(shown).toEqual(migrated(fixture.content, version));
    const node = documentSchema().nodeFromJSON(shown);
    expect(() => node.check()).not.toThrow();
    // Nothing had to change, so nothing was written.
    expect(journal.entries).toHaveLength(entries);
  });

  test('[R40] has a history that can be read to its beginning', async () => {
    const {bringUp, versions, journal} = await left(version);
    await bringUp(documentId);
    for (const {seq} of journal.entries) {
      const moment = await journal.replay(documentId, seq);
      const then = await versions.of(documentId, seq);
      expect(then).toBe(version);
      const content = migrated(textOf(moment?.updates ?? [], moment?.state ?? null), version);
      expect(() => documentSchema().nodeFromJSON(content).check()).not.toThrow();
    }
  });

  test('[R40] is let through by the browser, unsent words included, and they arrive', async () => {
    const {fixture, bringUp, doc} = await left(version);
    const here = new Y.Doc();
    for (const {update} of fixture.copy) Y.applyUpdate(here, update);
    expect(problemIn(here.getXmlFragment(ROOT_NAME), documentSchema())).toBeNull();
    await bringUp(documentId);
    const there = await doc();
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)));
    expect(JSON.stringify(contentOf(there.getXmlFragment(ROOT_NAME)))).toContain(unsentWords);
  });

  test('[R40] is changed by a step that renames, and stays its writers’', async () => {
    const {fixture, bringUp, versions, journal, text, doc} = await left(version, renaming);
    const before = journal.entries.length;
    await bringUp(documentId);
    expect(await text()).toEqual(renamed(fixture.content, 'goal', 'aim'));
    expect(journal.entries.slice(before).map(({kind, actor}) => [kind, actor])).toEqual([
      ['schema', null],
    ]);
    expect(await versions.of(documentId)).toBe(SCHEMA_VERSION + 1);
    expect(await versions.of(documentId, before as Seq)).toBe(version);

    const told = await journal.provenance.until(documentId);
    const blocks = authorsOf((await doc()).getXmlFragment(ROOT_NAME), told, fixtureOwners);
    const line = blocks.find(({runs}) => runs.some((run) => run.text.includes('maandag')));
    expect(line?.runs.map(({text: words, author}) => [words, author])).toEqual([
      ['Voor wie maar wil.', null],
      [' Ook op maandag.', 'amina1'],
      [' Wij regelen de sleutel.', 'joris1'],
    ]);
  });
});

test('[R40] what a step moved keeps the words that are typed beside it at the same time', async () => {
  const {bringUp, doc} = await left(1, renaming);
  const offline = await doc();
  offline.clientID = 404;
  const quote = (offline.getXmlFragment(ROOT_NAME).get(2) as Y.XmlElement).get(0) as Y.XmlElement;
  (quote.get(0) as Y.XmlText).insert(0, 'Zij zei: ');
  await bringUp(documentId);
  const after = await doc();
  Y.applyUpdate(after, Y.encodeStateAsUpdate(offline));
  const shown = JSON.stringify(contentOf(after.getXmlFragment(ROOT_NAME)));
  expect(shown).toContain('Zij zei: Hier wil ik oud worden.');
  expect(shown).toContain('"type":"aim"');
  expect(shown).not.toContain('"type":"goal"');
});

test('[R40] a step happens once, also when the power fails before it is on disk', async () => {
  const {bringUp, versions, journal, text} = await left(1, renaming);
  journal.fail(true);
  await expect(bringUp(documentId)).rejects.toMatchObject({code: 'unavailable'});
  expect(await versions.of(documentId)).toBe(1);
  journal.fail(false);
  await bringUp(documentId);
  const shown = await text();
  const entries = journal.entries.length;
  await bringUp(documentId);
  expect(journal.entries).toHaveLength(entries);
  expect(await text()).toEqual(shown);
});

test('[R40] a document that holds nothing of what a step changes is left as it is', async () => {
  const journal = memoryJournal([documentId]);
  const versions = memorySchemaVersions(journal, new Map([[documentId, 1]]));
  const bringUp = openBringUp({
    ...{journal, versions, claims: memoryClaims(), now: () => 0, steps: renaming},
    schema: nextSchema,
  });
  await bringUp(documentId);
  expect(journal.entries).toEqual([]);
  expect(await versions.of(documentId)).toBe(SCHEMA_VERSION + 1);
});

test('[R25] a document in which nothing has to change opens on a full disk, and is raised later', async () => {
  const {journal, versions} = await left(1);
  const deps = {journal, claims: memoryClaims(), now: () => 0};
  const raise = () => Promise.reject(new AppError('unavailable'));
  await openBringUp({...deps, versions: {...versions, raise}})(documentId);
  expect(await versions.of(documentId)).toBe(1);
  await openBringUp({...deps, versions})(documentId);
  expect(await versions.of(documentId)).toBe(SCHEMA_VERSION);
});

test('[R40] a document of a newer program is not touched', async () => {
  const {bringUp, journal, versions} = await left(1, renaming);
  await bringUp(documentId);
  const entries = journal.entries.length;
  const older = openBringUp({journal, versions, claims: memoryClaims(), now: () => 0});
  await expect(older(documentId)).rejects.toThrow(NewerSchema);
  expect(journal.entries).toHaveLength(entries);
});
