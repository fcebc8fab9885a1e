/** Whether what was said of words stays with those words, whatever happens to them. */

import type {Anchor} from '@samenspel/server/comments/anchors/anchor.ts';
import {findQuote} from '@samenspel/server/comments/anchors/find-quote.ts';
import {makeAnchor} from '@samenspel/server/comments/anchors/make-anchor.ts';
import {resolve, stretchesOf, wordsOf} from '@samenspel/server/comments/anchors/resolve.ts';
import {readText, type TextReading} from '@samenspel/server/comments/anchors/text-reading.ts';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import {restore, type Side} from '@samenspel/server/history/restore/restore.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import type {BlockId, ClientId, PersonId, Seq, TextId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {editKinds, simulate} from '../../support/author-edits.ts';
import {type Authors, openAuthorsAtWork} from '../../support/authors.ts';
import {goal, plan, task} from '../../support/plan.ts';
import {
  judge,
  passage,
  type Planted,
  plantedIn,
  pointAt,
  readDoc,
  signsLeft,
} from '../../support/planted.ts';
import {type Random, seeded} from '../../support/random.ts';
import {restoringIn} from '../../support/restoring.ts';
import {documentId, openTestRooms, type RoomUnderTest} from '../../support/room.ts';
import {type Desk, enter, lineWith} from '../../support/room-desk.ts';

const everything = {kind: 'everything'} as const;

describe('[R61] through every kind of edit', () => {
  const rounds = 30;
  const atOnce = 10;

  test.each([1, 2, 3])('an anchor is where its characters are (seed %i)', (seed) => {
    const random = seeded(seed);
    const team = openAuthorsAtWork(3);
    const simulation = simulate(team, random);
    simulation.begin(24);
    const all: Planted[] = [];
    const plant = () => all.push(plantIn(team, random, all.length));
    for (let count = 0; count < atOnce; count++) plant();
    const wrong: string[] = [];
    let back = 0;
    const leftBefore = new Map<Planted, number>();
    for (let round = 0; round < rounds; round++) {
      for (const kind of editKinds) {
        simulation.step(kind);
        const reading = read(team);
        const away = all.filter((one) => signsLeft(one, reading).length === 0);
        for (const one of all) {
          const {whole, exact, gone: isGone} = judge(one, reading);
          const right = away.includes(one) ? isGone : whole && exact;
          if (!right) wrong.push(`${kind} in round ${round}: ${one.words}`);
        }
        for (const one of all) {
          const left = signsLeft(one, reading).length;
          if (left > (leftBefore.get(one) ?? left)) back++;
          leftBefore.set(one, left);
        }
        while (all.length - away.length < atOnce) plant();
      }
    }
    expect(wrong).toEqual([]);
    // Otherwise this would prove nothing of what is deleted, and of what comes back.
    expect([...leftBefore.values()]).toContain(0);
    expect(back).toBeGreaterThan(0);
  });

  test('… which the ids of characters alone would not tell', () => {
    const random = seeded(1);
    const team = openAuthorsAtWork(3);
    const simulation = simulate(team, random);
    simulation.begin(24);
    const all = Array.from({length: atOnce}, (_, number) => plantIn(team, random, number));
    for (let round = 0; round < 10; round++) for (const kind of editKinds) simulation.step(kind);
    const unknowing = readDoc(team.live.doc, []);
    expect(all.filter((one) => !judge(one, unknowing).whole).length).toBeGreaterThan(2);
    expect(all.filter((one) => !judge(one, read(team)).whole)).toEqual([]);
  });
});

describe('[R61] through restoring', () => {
  test.each([4, 5])('an anchor is where its characters are put back (seed %i)', (seed) => {
    const random = seeded(seed);
    const team = openAuthorsAtWork(3);
    const simulation = simulate(team, random);
    simulation.begin(24);
    const all = Array.from({length: 12}, (_, number) => plantIn(team, random, number));
    const moments: number[] = [];
    for (let round = 0; round < 20; round++) {
      moments.push(team.rows.length);
      for (const kind of editKinds) simulation.step(kind);
    }
    const told = team.rows.flatMap((row) => row.told.attributions);
    const before = all.filter((one) => signsLeft(one, read(team)).length === 0).length;
    const wrong: string[] = [];
    let back = 0;
    for (const moment of moments) {
      const [then, now] = [sideAt(team, moment), sideAt(team, team.rows.length)];
      const restored = restore(then, now, everything);
      const reading = readDoc(now.doc, [...told, ...(restored?.copied ?? [])]);
      for (const one of all) {
        const left = signsLeft(one, reading).length;
        const {whole, exact, gone} = judge(one, reading);
        if (!(left === 0 ? gone : whole && exact)) wrong.push(`${moment}: ${one.words}`);
      }
      back += before - all.filter((one) => signsLeft(one, reading).length === 0).length;
    }
    expect(wrong).toEqual([]);
    expect(back).toBeGreaterThan(0);
  });

  test('words that a restore puts back are the words that were spoken of', async () => {
    const {world, amina, reading} = await written();
    const restoring = restoringIn(world);
    const coffee = plantedIn(await reading(), 'Elke week koffie');
    const then = world.journal.entries.length as Seq;
    await amina.change((doc) => {
      const root = doc.getXmlFragment(ROOT_NAME);
      root.delete(0, root.length);
      root.push([new Y.XmlElement('paragraph')]);
    });
    expect(resolve(coffee.anchor, await reading()).place).toEqual({at: 'gone'});
    await restoring.restore(documentId, then, everything, 'carla-id' as PersonId);
    expect(shownBy(coffee.anchor, await reading())).toBe('Elke week koffie');
  });

  test('a goal is the same goal, taken away and put back', async () => {
    const {world, amina, reading} = await written();
    const restoring = restoringIn(world);
    const id = [...(await reading()).blocks.values()].find(({kind}) => kind === 'goal')?.id;
    const anchor = makeAnchor({on: 'block', id: id as BlockId}, await reading());
    expect(anchor).toMatchObject({on: 'block', quote: 'Een open inloop'});
    const then = world.journal.entries.length as Seq;
    await amina.change((doc) => {
      const [first] = doc.getXmlFragment(ROOT_NAME).toArray();
      if (first instanceof Y.XmlElement) first.delete(1, first.length - 1);
    });
    expect(resolve(anchor, await reading()).place).toEqual({at: 'gone'});
    await restoring.restore(documentId, then, everything, 'carla-id' as PersonId);
    expect(resolve(anchor, await reading())).toMatchObject({
      place: {at: 'block', id},
      around: {goal: 'Een open inloop', task: 'Eenzaamheid'},
    });
  });
});

describe('When the characters are gone', () => {
  const text =
    'We gaan samen koken op vrijdag.\nElke maandag koffie in het buurthuis.\nDe deur is open.';
  const quoted = (quote: string, from = text.indexOf(quote)) => ({
    ...{quote, hint: from, prefix: text.slice(Math.max(0, from - 32), from)},
    suffix: text.slice(from + quote.length, from + quote.length + 32),
  });
  const found = (wanted: Parameters<typeof findQuote>[0], now: string) => {
    const hit = findQuote(wanted, {text: now});
    return hit && now.slice(hit.from, hit.until);
  };

  test('[R61] the same words, put there anew, are found', () => {
    const wanted = quoted('Elke maandag koffie in het buurthuis.');
    expect(found(wanted, `Eerst dit.\n${text}`)).toBe(wanted.quote);
    expect(found(quoted('koffie'), text)).toBe('koffie');
  });

  test('[R61] words that were changed a little are found between what stood around them', () => {
    const wanted = quoted('Elke maandag koffie in het buurthuis.');
    expect(found(wanted, text.replace('maandag', 'dinsdag'))).toBe(
      'Elke dinsdag koffie in het buurthuis.',
    );
  });

  test('[R61] a short word elsewhere is another word', () => {
    expect(found(quoted('koffie'), 'Er is koffie bij de buren, en ook thee.')).toBeNull();
  });

  test('[R61] a line like it, that stood beside it, does not take its place', () => {
    const alike = text.replace('\nDe deur', '\nElke dinsdag koffie in het buurthuis.\nDe deur');
    const wanted = quoted('Elke maandag koffie in het buurthuis.');
    const before = {...wanted, suffix: '\nElke dinsdag koffie in het buur'};
    const now = alike.replace('Elke maandag koffie in het buurthuis.\n', '');
    expect(found(before, now)).toBeNull();
  });

  test('[R61] of words that stand there twice, neither is taken', () => {
    const sentence = 'Elke maandag koffie in het buurthuis.';
    const wanted = {quote: sentence, prefix: '', suffix: '', hint: 0};
    expect(found(wanted, `${sentence}\n${sentence}`)).toBeNull();
  });
});

describe('What somebody points at', () => {
  test('[R61] a passage over several lines is one passage', async () => {
    const {reading} = await written();
    const now = await reading();
    const words = 'Een open inloop\nElke week';
    const anchor = makeAnchor(pointAt(now, words), now);
    expect(anchor).toMatchObject({quote: words, suffix: ' koffie.\nSamen eten\nSoep.'});
    expect(shownBy(anchor, now)).toBe(words);
  });

  test('[R61] words that were taken away before it arrived are kept as they were read', async () => {
    const {amina, reading} = await written();
    const asked = pointAt(await reading(), 'week koffie');
    await amina.change((doc) => lineWith(doc, 'koffie').delete(0, 17));
    const now = await reading();
    const anchor = makeAnchor(asked, now);
    expect(anchor).toMatchObject({quote: 'week koffie'});
    expect(resolve(anchor, now).place).toEqual({at: 'gone'});
  });

  test('[R62] [R61] words that arrive after what is said of them are found then', async () => {
    const {amina, reading} = await written();
    const before = await reading();
    const from = Y.getState(amina.doc.store, 1);
    const [first, last] = [`1:${from}`, `1:${from + 6}`] as [TextId, TextId];
    const anchor = makeAnchor({on: 'passage', first, last, quote: ' Welkom'}, before);
    expect(resolve(anchor, before).place).toEqual({at: 'gone'});
    await amina.type('koffie', ' Welkom');
    expect(shownBy(anchor, await reading())).toBe(' Welkom');
  });

  test('[R61] what is typed inside a passage belongs to it, what is typed beside it does not', async () => {
    const {amina, reading} = await written();
    const {anchor} = plantedIn(await reading(), 'week koffie');
    await amina.change((doc) => lineWith(doc, 'koffie').insert(10, 'dag '));
    await amina.change((doc) => lineWith(doc, 'koffie').insert(0, 'Echt '));
    expect(shownBy(anchor, await reading())).toBe('week dag koffie');
  });

  test('ids that are nobody’s make a thread without a place, and no error', async () => {
    const {reading} = await written();
    const now = await reading();
    const [first, last] = ['77:5', '4294967295:99999'] as [TextId, TextId];
    const anchor = makeAnchor({on: 'passage', first, last, quote: ''}, now);
    expect(resolve(anchor, now).place).toEqual({at: 'gone'});
  });
});

function plantIn(team: Authors, random: Random, number: number): Planted {
  const author = random.pick(team.people);
  const words = passage(number);
  team.edit(author, (act) => {
    const {doc, state} = author.editor;
    const places: number[] = [];
    doc.descendants((node, pos) => {
      if (node.isTextblock) places.push(pos + 1 + random.below(node.content.size + 1));
      return !node.isTextblock;
    });
    act.type(state.tr.insertText(words, random.pick(places)));
  });
  return plantedIn(read(team), words);
}

function sideAt(team: Authors, rows: number): Side {
  const then = team.rows.slice(0, rows);
  const doc = documentOf(
    null,
    then.map(({bytes}) => bytes),
  );
  const authors = openAuthors(team.owners);
  authors.learn(then.flatMap(({told}) => told.attributions));
  return {doc, root: doc.getXmlFragment(ROOT_NAME), authors};
}

function read(team: Authors): TextReading {
  return readDoc(
    team.live.doc,
    team.rows.flatMap(({told}) => told.attributions),
  );
}

function shownBy(anchor: Anchor, reading: TextReading): string {
  return anchor.on === 'passage' ? wordsOf(stretchesOf(anchor.ranges, reading), reading) : '';
}

async function written(): Promise<{
  readonly world: RoomUnderTest;
  readonly amina: Desk;
  readonly reading: () => Promise<TextReading>;
}> {
  const world = openTestRooms();
  const amina = await enter(world, 'amina', 1);
  const text = plan(
    task('Eenzaamheid', goal('Een open inloop', 'Elke week koffie.'), goal('Samen eten', 'Soep.')),
  );
  await amina.change((doc) => Y.applyUpdate(doc, contentToUpdate(text)));
  const reading = async () => {
    amina.see();
    const authors = openAuthors(new Map<ClientId, PersonId>());
    authors.learn(await world.journal.provenance.until(documentId));
    return readText(amina.doc.getXmlFragment(ROOT_NAME), authors);
  };
  return {world, amina, reading};
}
