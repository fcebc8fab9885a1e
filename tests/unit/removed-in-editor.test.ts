/** What the editor itself makes of moving a line and making it something else: what was taken out goes along. */

import {openKnownLives} from '@samenspel/server/history/known-lives.ts';
import {openKnownMoments} from '@samenspel/server/history/known-moments.ts';
import {pauseMs} from '@samenspel/server/history/moments.ts';
import {passageStory} from '@samenspel/server/history/passage-story.ts';
import {keyOf} from '@samenspel/server/history/restore/elements.ts';
import {beginning} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {wrapInList} from '@tiptap/pm/schema-list';
import {TextSelection, type Transaction} from '@tiptap/pm/state';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {type Author, openAuthorsAtWork} from '../support/authors.ts';
import type {HeadlessEditor} from '../support/headless-editor.ts';
import {memoryClaims, memoryJournal} from '../support/memory-journal.ts';
import {documentId} from '../support/room.ts';
import {fakeClock} from '../support/fake-clock.ts';

type Edit = (editor: HeadlessEditor) => Transaction;

/** Where these words begin, which stand in one piece. */
function placeOf({doc}: HeadlessEditor, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    if (node.isText && node.text?.includes(words)) found = pos + node.text.indexOf(words);
  });
  if (found < 0) throw new Error(`“${words}” is not there`);
  return found;
}

const line =
  (words: string): Edit =>
  ({doc, schema, state}) =>
    state.tr.insert(doc.content.size, schema.nodes['paragraph']!.create(null, schema.text(words)));

const without =
  (words: string): Edit =>
  (editor) => {
    const from = placeOf(editor, words);
    return editor.state.tr.delete(from, from + words.length);
  };

const splitBefore =
  (words: string): Edit =>
  (editor) =>
    editor.state.tr.split(placeOf(editor, words));

const asHeading =
  (words: string): Edit =>
  (editor) => {
    const at = placeOf(editor, words);
    return editor.state.tr.setBlockType(at, at, editor.schema.nodes['heading']!, {level: 2});
  };

const asListItem =
  (words: string): Edit =>
  (editor) => {
    const {state, doc, schema} = editor;
    const chosen = TextSelection.create(doc, placeOf(editor, words));
    const {tr} = state;
    wrapInList(schema.nodes['bulletList']!)(state.apply(state.tr.setSelection(chosen)), (made) => {
      for (const step of made.steps) tr.step(step);
    });
    return tr;
  };

const toTheTop =
  (words: string): Edit =>
  (editor) => {
    const $place = editor.doc.resolve(placeOf(editor, words));
    const [from, node] = [$place.before(1), $place.node(1)];
    return editor.state.tr.delete(from, from + node.nodeSize).insert(0, node);
  };

const joinBack =
  (words: string): Edit =>
  (editor) =>
    editor.state.tr.join(editor.doc.resolve(placeOf(editor, words)).before(1));

test('[R54] what was taken out is told through everything that the editor does to its line', async () => {
  const team = openAuthorsAtWork(2);
  const [journal, claims, clock] = [memoryJournal([documentId]), memoryClaims(), fakeClock()];
  for (const [clientId, person] of team.owners) await claims.claim(documentId, [clientId], person);
  const [amina, bram] = team.people;
  if (!amina || !bram) throw new Error('Nobody is there');

  async function does(author: Author, edit: Edit): Promise<void> {
    const before = team.rows.length;
    team.free(author, () => author.editor.dispatch(edit(author.editor)));
    clock.advance(pauseMs * 2);
    await journal.append(
      team.rows.slice(before).map(({bytes, actor, told}) => ({
        ...{documentId, at: clock.now(), actor, clientId: author.clientId, kind: 'edit' as const},
        ...{bytes, told},
      })),
    );
  }

  /** Of each line that something was taken out of. */
  async function removed() {
    const asked = {
      ...{journal, moments: openKnownMoments({journal, claims, clock})},
      lives: openKnownLives({journal, clock}),
    };
    const seq = (await journal.head(documentId)) ?? beginning;
    const found: Record<string, readonly unknown[]> = {};
    for (const text of team.live.doc.getXmlFragment(ROOT_NAME).createTreeWalker(() => true)) {
      if (!(text instanceof Y.XmlText)) continue;
      const passage = {line: keyOf(text), from: 0, until: text.length};
      const story = await passageStory(asked, documentId, seq, passage);
      const said = story.removed.map(({before, text: words, by}) => [before, words, by]);
      if (said.length > 0) found[text.toString()] = said;
    }
    return found;
  }

  await does(amina, line('We willen niet dat de buurtkamer dichtgaat in de zomer.'));
  await does(amina, line('Een tweede regel over de straat en het plein.'));
  await does(bram, line('Een derde regel over iets anders, zoals koffie.'));
  await does(bram, without('niet '));
  await does(bram, without('tweede '));
  await does(amina, without('Een derde '));
  const [niet, tweede] = [[10, 'niet ', 'person1'] as const, [4, 'tweede ', 'person1'] as const];
  const derde = [0, 'Een derde ', 'person0'] as const;
  const others = {
    'Een regel over de straat en het plein.': [tweede],
    'regel over iets anders, zoals koffie.': [derde],
  };
  const whole = {'We willen dat de buurtkamer dichtgaat in de zomer.': [niet], ...others};
  expect(await removed()).toEqual(whole);
  await does(amina, splitBefore(' de buurtkamer'));
  const split = {'We willen dat': [niet], ...others};
  expect(await removed()).toEqual(split);
  await does(bram, asHeading('We willen'));
  expect(await removed()).toEqual(split);
  await does(amina, asListItem('Een regel'));
  expect(await removed()).toEqual(split);
  await does(bram, toTheTop('koffie'));
  expect(await removed()).toEqual(split);
  await does(amina, joinBack(' de buurtkamer'));
  expect(await removed()).toEqual(whole);
  // Somebody writes on in it, and something more goes.
  await does(bram, without('iets anders, '));
  expect(await removed()).toEqual({
    ...{'We willen dat de buurtkamer dichtgaat in de zomer.': [niet]},
    ...{'Een regel over de straat en het plein.': [tweede]},
    'regel over zoals koffie.': [[11, 'iets anders, ', 'person1'], derde],
  });
});
