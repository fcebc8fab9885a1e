/** A word that was taken out of a line is told with the words that it stood beside, also elsewhere. */

import {openKnownLives} from '@samenspel/server/history/known-lives.ts';
import {openKnownMoments} from '@samenspel/server/history/known-moments.ts';
import {passageStory} from '@samenspel/server/history/passage-story.ts';
import {keyOf} from '@samenspel/server/history/restore/elements.ts';
import type {Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {sealAll} from '../support/past.ts';
import {documentId} from '../support/room.ts';
import {type Desk, lineWith} from '../support/room-desk.ts';
import {put, type Table, table, words} from '../support/room-table.ts';

/** Of the line that begins with this text. */
const place = (doc: Y.Doc, text: string) =>
  doc
    .getXmlFragment(ROOT_NAME)
    .toArray()
    .findIndex((block) => block === lineWith(doc, text).parent);

const takeOut = ({change}: Desk, text: string) =>
  change((doc) => {
    const line = lineWith(doc, text);
    line.delete(line.toString().indexOf(text), text.length);
  });

const typeBefore = ({change}: Desk, next: string, text: string) =>
  change((doc) => {
    const line = lineWith(doc, next);
    line.insert(line.toString().indexOf(next), text);
  });

/** What was taken out of these words or from beside them: how far into them, what and by whom. */
async function removedBeside({world, amina}: Table, text: string) {
  amina.see();
  const line = lineWith(amina.doc, text);
  const from = line.toString().indexOf(text);
  const {journal} = world;
  const asked = {journal, moments: openKnownMoments(world), lives: openKnownLives(world)};
  const passage = {line: keyOf(line), from, until: from + text.length};
  const seq = journal.entries.length as Seq;
  const {removed} = await passageStory(asked, documentId, seq, passage);
  return removed.map(({before, text: gone, by}) => [before - from, gone, by]);
}

const removals: Readonly<
  Record<string, (at: Table) => Promise<{beside: string; told: readonly unknown[]}>>
> = {
  'typed with the rest': async ({bram}) => {
    await takeOut(bram, 'niet ');
    return {beside: 'willen dat', told: [[7, 'niet ', 'bram-id']]};
  },
  'typed by somebody else': async ({amina, bram}) => {
    await typeBefore(bram, 'niet', 'echt ');
    await takeOut(amina, 'echt ');
    return {beside: 'willen niet', told: [[7, 'echt ', 'amina-id']]};
  },
  'typed later by who typed the rest': async ({amina, bram}) => {
    await typeBefore(amina, 'niet', 'echt ');
    await takeOut(bram, 'echt ');
    return {beside: 'willen niet', told: [[7, 'echt ', 'bram-id']]};
  },
  'at the very beginning': async ({bram}) => {
    await takeOut(bram, 'We ');
    return {beside: 'willen niet', told: [[0, 'We ', 'bram-id']]};
  },
  'at the very beginning, by somebody else': async ({amina, bram}) => {
    await typeBefore(bram, 'We', 'Nee, ');
    await takeOut(amina, 'Nee, ');
    return {beside: 'We willen', told: [[0, 'Nee, ', 'amina-id']]};
  },
  'at the very end': async ({bram}) => {
    await takeOut(bram, ' in de zomer.');
    return {beside: 'dichtgaat', told: [[9, ' in de zomer.', 'bram-id']]};
  },
  'at the very end, by somebody else': async ({amina, bram}) => {
    await bram.type('zomer.', ' Echt niet.');
    await takeOut(amina, ' Echt niet.');
    return {beside: 'zomer.', told: [[6, ' Echt niet.', 'amina-id']]};
  },
  'beside another, each by somebody': async ({amina, bram}) => {
    await typeBefore(bram, 'dat', 'nooit ');
    await takeOut(bram, 'niet ');
    await takeOut(amina, 'nooit ');
    return {
      beside: 'willen dat',
      told: [
        [7, 'nooit ', 'amina-id'],
        [7, 'niet ', 'bram-id'],
      ],
    };
  },
};

/** Where the words after `within` stand afterwards is new; the words are the same. */
const ways: Readonly<Record<string, (at: Table) => Promise<void>>> = {
  'was moved': async ({amina, bram}) => {
    await amina.change((doc) => put(doc, 0, 'paragraph', 'Een ander verhaal'));
    await bram.change((doc) => {
      const root = doc.getXmlFragment(ROOT_NAME);
      const [block] = root.slice(1, 2);
      const copy = block?.clone();
      root.delete(1, 1);
      if (copy) root.insert(0, [copy]);
    });
  },
  'was turned into a heading': async ({amina}) => {
    await amina.change((doc) => {
      const text = lineWith(doc, 'buurtkamer').toString();
      doc.getXmlFragment(ROOT_NAME).delete(0, 1);
      put(doc, 0, 'heading', text);
    });
  },
  'was cut, and pasted by somebody else': async ({amina, bram}) => {
    await amina.change((doc) => put(doc, 1, 'paragraph', 'Een ander verhaal'));
    const text = lineWith(amina.doc, 'buurtkamer').toString();
    await amina.change((doc) => doc.getXmlFragment(ROOT_NAME).delete(0, 1));
    await bram.change((doc) => put(doc, 1, 'paragraph', text));
  },
  'was split, and both parts moved': async ({amina, bram}) => {
    await amina.change((doc) => {
      const line = lineWith(doc, 'buurtkamer');
      const tail = line.toString().slice(line.toString().indexOf(' de buurtkamer'));
      line.delete(line.length - tail.length, tail.length);
      put(doc, 1, 'paragraph', tail);
    });
    for (const part of ['willen', 'buurtkamer']) {
      await bram.change((doc) => {
        const at = place(doc, part);
        const text = lineWith(doc, part).toString();
        doc.getXmlFragment(ROOT_NAME).delete(at, 1);
        put(doc, 0, 'paragraph', text);
      });
    }
  },
  'was joined to another': async ({amina, bram}) => {
    await amina.change((doc) => put(doc, 0, 'paragraph', 'Een ander verhaal'));
    await bram.change((doc) => {
      const text = lineWith(doc, 'buurtkamer').toString();
      doc.getXmlFragment(ROOT_NAME).delete(1, 1);
      const line = lineWith(doc, 'verhaal');
      line.insert(line.length, text);
    });
  },
};

for (const [way, bring] of Object.entries(ways)) {
  test.each(Object.entries(removals))(
    `[R54] before its line ${way}, a word was taken out: %s`,
    async (_which, remove) => {
      const at = await table();
      const {beside, told} = await remove(at);
      expect(await removedBeside(at, beside)).toEqual(told);
      await bring(at);
      expect(await removedBeside(at, beside)).toEqual(told);
      // In the middle of other words nothing was taken out.
      expect(await removedBeside(at, 'buurtka')).toEqual([]);
      expect(await sealAll(at.world.journal.seals, documentId, 1)).toBeGreaterThan(0);
      expect(await removedBeside(at, beside)).toEqual(told);
    },
  );
}

test('[R54] words that were taken out before each of two moves are all told', async () => {
  const at = await table();
  const {amina, bram} = at;
  await takeOut(bram, 'niet ');
  await ways['was moved']?.(at);
  await takeOut(amina, 'willen ');
  await ways['was turned into a heading']?.(at);
  expect(await removedBeside(at, 'We dat')).toEqual([
    [3, 'willen ', 'amina-id'],
    [3, 'niet ', 'bram-id'],
  ]);
});

test('[R54] words that were taken out by moving their line without them are by who moved it', async () => {
  const at = await table();
  await at.bram.change((doc) => {
    doc.getXmlFragment(ROOT_NAME).delete(0, 1);
    put(doc, 0, 'heading', words.replace('We ', '').replace('niet ', ''));
  });
  expect(await removedBeside(at, 'willen dat')).toEqual([
    [0, 'We ', 'bram-id'],
    [7, 'niet ', 'bram-id'],
  ]);
});

test('[R54] a word that was brought back and taken out again is told once, by who did it last', async () => {
  const at = await table();
  const {amina, bram} = at;
  const undo = new Y.UndoManager(bram.doc.getXmlFragment(ROOT_NAME), {captureTimeout: 0});
  await takeOut(bram, 'niet ');
  await bram.change(() => void undo.undo());
  expect(await removedBeside(at, 'willen niet')).toEqual([]);
  await ways['was moved']?.(at);
  await takeOut(amina, 'niet ');
  expect(await removedBeside(at, 'willen dat')).toEqual([[7, 'niet ', 'amina-id']]);
});

test('[R54] a word that was pasted twice is not gone as long as it stands in one of the places', async () => {
  const at = await table();
  const {amina, bram} = at;
  await bram.change((doc) => doc.getXmlFragment(ROOT_NAME).delete(0, 1));
  for (const desk of [amina, bram]) await desk.change((doc) => put(doc, 0, 'paragraph', words));
  await takeOut(amina, 'niet ');
  expect(await removedBeside(at, 'willen dat')).toEqual([]);
  await takeOut(amina, 'niet ');
  const told = await removedBeside(at, 'willen dat');
  expect(told.map(([, text, by]) => [text, by])).toEqual([['niet ', 'amina-id']]);
});

test('[R54] what was taken out of a line altogether is told before what was written there next', async () => {
  const at = await table();
  const {amina, bram} = at;
  const write = (text: string, kept: number) => (doc: Y.Doc) => {
    const block = doc.getXmlFragment(ROOT_NAME).get(0);
    const line = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(line instanceof Y.XmlText)) throw new Error('No line');
    line.insert(0, text);
    line.delete(kept, text.length - kept);
  };
  await bram.change((doc) => lineWith(doc, words).delete(0, words.length));
  // What goes before anybody sees it was never beside anything.
  await bram.change(write('Nee', 0));
  await amina.change(write('De buurtkamer blijft.', 'De buurtkamer blijft.'.length));
  await ways['was turned into a heading']?.(at);
  expect(await removedBeside(at, 'De buurt')).toEqual([[0, words, 'bram-id']]);
});

test('[R54] what one person took out and typed within a second is told after that second was sealed', async () => {
  const at = await table();
  const {amina, bram, world} = at;
  bram.see();
  bram.send((doc) => {
    doc.getXmlFragment(ROOT_NAME).delete(0, 1);
    put(doc, 0, 'heading', words);
  });
  await bram.room.settled();
  await takeOut(bram, 'niet ');
  await amina.type('buurtkamer', ' Dat hopen we.');
  const told = [[7, 'niet ', 'bram-id']];
  expect(await removedBeside(at, 'willen dat')).toEqual(told);
  await sealAll(world.journal.seals, documentId, 1);
  expect(await world.journal.marks(documentId)).toHaveLength(world.journal.entries.length - 1);
  expect(await removedBeside(at, 'willen dat')).toEqual(told);
});

test('[R23] what was taken out is told as far as the journal can be read', async () => {
  const at = await table();
  const {amina, bram, world} = at;
  const {made, seals} = world.journal;
  await amina.change((doc) => put(doc, 0, 'paragraph', 'Een ander verhaal'));
  for (let turn = 0; turn < 3; turn++) await bram.type('verhaal', ' en nog een');
  await sealAll(seals, documentId, 2);
  const [first] = made.segments;
  if (!first) throw new Error('Nothing was sealed');
  made.segments = [{...first, body: Uint8Array.of(1, 2, 3)}, ...made.segments.slice(1)];
  await amina.change((doc) => put(doc, 0, 'paragraph', 'Iedereen mag echt meedoen'));
  await takeOut(bram, 'echt ');
  await bram.type('buurtkamer', ' Dat hopen we.');
  await takeOut(bram, 'hopen ');
  expect(await removedBeside(at, 'mag meedoen')).toEqual([[4, 'echt ', 'bram-id']]);
  expect(await removedBeside(at, 'buurtkamer')).toEqual([]);
});
