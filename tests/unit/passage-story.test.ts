/** Who wrote a passage, when, and what was taken out of it. */

import {withLines} from '@samenspel/server/history/lines.ts';
import {openKnownLives} from '@samenspel/server/history/known-lives.ts';
import {openKnownMoments} from '@samenspel/server/history/known-moments.ts';
import {contentOf} from '@samenspel/server/history/content.ts';
import {type PassageStory, passageStory} from '@samenspel/server/history/passage-story.ts';
import {keyOf} from '@samenspel/server/history/restore/elements.ts';
import {piecesOf} from '@samenspel/server/history/restore/pieces.ts';
import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import type {Seq} from '@samenspel/shared';
import {type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {documentId, type RoomUnderTest} from '../support/room.ts';
import {type Desk, lineWith} from '../support/room-desk.ts';
import {type Table, table, words} from '../support/room-table.ts';
import {sealAll} from '../support/past.ts';

const head = ({journal}: RoomUnderTest) => journal.entries.length as Seq;

const asked = (world: RoomUnderTest) => ({
  journal: world.journal,
  moments: openKnownMoments(world),
  lives: openKnownLives(world),
});

/** The story of these words as they stand in this desk's document. */
async function storyOf(
  {world}: Table,
  {doc, see}: Desk,
  text: string,
  seq = head(world),
): Promise<PassageStory> {
  see();
  const line = lineWith(doc, text);
  const shown = piecesOf(line, openAuthors(new Map()))
    .map((piece) => piece.text)
    .join('');
  const from = shown.indexOf(text);
  const passage = {line: keyOf(line), from, until: from + text.length};
  return passageStory(asked(world), documentId, seq, passage);
}

test('[R54] words are by who typed them, since when they did', async () => {
  const at = await table();
  await at.bram.type('buurtkamer', ' Dat is te lang.');
  const {written} = await storyOf(at, at.amina, `zomer. Dat`);
  const first = at.world.journal.entries[0];
  expect(written).toMatchObject([
    {by: 'amina-id', seq: 1, at: first?.at},
    {by: 'bram-id', seq: 2},
  ]);
  expect(written.map(({from, until}) => until - from)).toEqual(['zomer.'.length, ' Dat'.length]);
});

test('[R54] a word that was taken out is told, with who did it and when', async () => {
  const at = await table();
  await at.bram.change((doc) => {
    const line = lineWith(doc, 'buurtkamer');
    line.delete(words.indexOf('niet '), 'niet '.length);
  });
  const {removed} = await storyOf(at, at.amina, 'willen dat de');
  expect(removed).toEqual([
    {
      ...{before: words.indexOf('niet '), text: 'niet ', by: 'bram-id', seq: 2},
      at: at.world.journal.entries[1]?.at,
    },
  ]);
  // Elsewhere in the line nothing was taken out.
  expect((await storyOf(at, at.amina, 'in de zomer')).removed).toEqual([]);
});

test('[R54] words that were moved are still by who typed them, since when they did', async () => {
  const at = await table();
  await at.bram.change((doc) => {
    const root = doc.getXmlFragment(ROOT_NAME);
    const copy = new Y.XmlElement('heading');
    root.insert(1, [copy]);
    copy.push([new Y.XmlText(words)]);
    root.delete(0, 1);
  });
  const {written, removed} = await storyOf(at, at.amina, 'buurtkamer');
  expect(written).toMatchObject([{by: 'amina-id', seq: 1}]);
  expect(removed).toEqual([]);
});

/** The line anew, without these words, as an editor does that turns a paragraph into a heading. */
const anew = (without: string) => (doc: Y.Doc) => {
  const root = doc.getXmlFragment(ROOT_NAME);
  const was = root.get(0);
  const line = was instanceof Y.XmlElement ? was.get(0) : null;
  if (!(line instanceof Y.XmlText)) throw new Error('No line');
  const copy = new Y.XmlElement('heading');
  root.insert(1, [copy]);
  copy.push([new Y.XmlText(line.toString().replace(without, ''))]);
  root.delete(0, 1);
};

const takeOut = (gone: string) => (doc: Y.Doc) => {
  const line = lineWith(doc, 'buurtkamer');
  line.delete(line.toString().indexOf(gone), gone.length);
};

test('[R54] a word that was taken out before its line was moved is still told', async () => {
  const at = await table();
  await at.bram.change(takeOut('niet '));
  await at.amina.change(anew(''));
  const {removed} = await storyOf(at, at.amina, 'willen dat de');
  expect(removed).toMatchObject([
    {before: words.indexOf('niet '), text: 'niet ', by: 'bram-id', seq: 2},
  ]);
  expect((await storyOf(at, at.amina, 'in de zomer')).removed).toEqual([]);
});

test('[R54] a word that moved along and was taken out then is by who took it, not by who moved', async () => {
  const at = await table();
  await at.bram.change(anew(''));
  await at.amina.change(takeOut('niet '));
  await at.bram.change(anew(''));
  const {removed} = await storyOf(at, at.amina, 'willen dat de');
  expect(removed).toMatchObject([{text: 'niet ', by: 'amina-id', seq: 3}]);
});

test('[R54] what was typed elsewhere meanwhile, and taken out there, was never in this line', async () => {
  const at = await table();
  await at.amina.change((doc) => {
    const other = new Y.XmlElement('paragraph');
    doc.getXmlFragment(ROOT_NAME).push([other]);
    other.push([new Y.XmlText('Een ander verhaal')]);
  });
  await at.amina.change((doc) => {
    const line = lineWith(doc, 'verhaal');
    line.delete(0, 'Een ander '.length);
  });
  await at.bram.change(anew(''));
  expect((await storyOf(at, at.amina, words)).removed).toEqual([]);
});

test('[R54] a part that was split off is no part that was taken out', async () => {
  const at = await table();
  await at.bram.change((doc) => {
    const root = doc.getXmlFragment(ROOT_NAME);
    const tail = words.slice(words.indexOf(' in de zomer'));
    lineWith(doc, 'buurtkamer').delete(words.indexOf(tail), tail.length);
    const next = new Y.XmlElement('paragraph');
    root.push([next]);
    next.push([new Y.XmlText(tail)]);
  });
  expect((await storyOf(at, at.amina, 'dichtgaat')).removed).toEqual([]);
});

test('[R54] at an earlier moment only what had happened by then is told', async () => {
  const at = await table();
  await at.bram.change((doc) => {
    lineWith(doc, 'buurtkamer').delete(words.indexOf('niet '), 'niet '.length);
  });
  at.amina.see();
  const line = keyOf(lineWith(at.amina.doc, 'buurtkamer'));
  const passage = {line, from: 0, until: words.length};
  const before = await passageStory(asked(at.world), documentId, 1 as Seq, passage);
  expect(before.removed).toEqual([]);
  expect(before.written).toMatchObject([{from: 0, until: words.length, by: 'amina-id'}]);
});

test('[R54] sealing changes nothing of it', async () => {
  const at = await table();
  for (const more of [' Echt', ' niet', '.']) await at.bram.type('buurtkamer', more);
  await at.bram.change((doc) => {
    lineWith(doc, 'buurtkamer').delete(words.indexOf('niet '), 'niet '.length);
  });
  for (let turn = 0; turn < 60; turn++) await at.amina.type('buurtkamer', ' ja');
  const before = await storyOf(at, at.amina, 'willen dat');
  await sealAll(at.world.journal.seals, documentId, 20);
  expect(await storyOf(at, at.amina, 'willen dat')).toEqual(before);
  expect(before.removed).toMatchObject([{text: 'niet ', by: 'bram-id'}]);
});

test('a line that is not there, or a moment that never was, is not found', async () => {
  const {world} = await table();
  const passage = {line: '9:9', from: 0, until: 1};
  const absent = {code: 'not_found'};
  await expect(passageStory(asked(world), documentId, 1 as Seq, passage)).rejects.toMatchObject(
    absent,
  );
  await expect(passageStory(asked(world), documentId, 9 as Seq, passage)).rejects.toMatchObject(
    absent,
  );
});

test('[R50] every piece of text says where it stands, and the document is what it was', async () => {
  const {amina} = await table();
  await amina.change((doc) => lineWith(doc, 'buurtkamer').format(3, 6, {bold: {}}));
  const root = amina.doc.getXmlFragment(ROOT_NAME);
  const before = Y.encodeStateAsUpdate(amina.doc);
  const plain = contentOf(root);
  const [line] = withLines(plain, root).content ?? [];
  const key = keyOf(lineWith(amina.doc, 'We '));
  expect(line?.content?.map(({text, line: of, at}: JSONContent) => [text, of, at])).toEqual([
    ['We ', key, 0],
    ['willen', key, 3],
    [words.slice(9), key, 9],
  ]);
  expect(contentOf(root)).toEqual(plain);
  expect(Y.encodeStateAsUpdate(amina.doc)).toEqual(before);
});
