import {earlierOf, laterOf} from '@samenspel/shared';
import {afterEach, describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {noActs} from '@samenspel/server/history/difference/acts.ts';
import {differenceBetween} from '@samenspel/server/history/difference/difference.ts';
import {
  type Desk,
  desk,
  find,
  momentsOf,
  only,
  signs,
  textAt,
  tidy,
  told,
} from '../../../support/difference-desk.ts';

let open: Desk | null = null;

/** Amina has written these paragraphs. */
function lines(...texts: readonly string[]): Desk {
  open = desk((make) => texts.map((text) => make('paragraph', null, ...(text ? [text] : []))));
  return open;
}

afterEach(() => {
  const one = open;
  open = null;
  if (!one) return;
  // Whatever is told: both texts are in it, exactly.
  const difference = one.difference();
  expect(tidy(laterOf(difference))).toEqual(textAt(one.team, one.team.rows.length));
  expect(tidy(earlierOf(difference))).toEqual(textAt(one.team, one.marked()));
});

describe('In the text of a block', () => {
  test('typed words came, by who typed them, at the position where they were there', () => {
    const {bram, does, difference} = lines('Een inloop');
    does(bram, (tr) => tr.insertText('open ', find(bram, 'inloop').from));
    expect(signs(difference())).toBe('Een {+open +}inloop');
    expect(told(difference())).toEqual([
      {what: 'inserted', of: 'text', text: 'open ', by: [bram.personId]},
    ]);
    expect(only(difference(), 'inserted')).toMatchObject({seq: 2, at: 2_000, place: null});
  });

  test('what came in many goes is told from its beginning, and as there when the last of it came', () => {
    const {bram, does, difference} = lines('Een inloop');
    const words = Array.from({length: 20}, (_, count) => ` en ${'x'.repeat(5)}${count % 10}`);
    for (const word of words) {
      does(bram, (tr) => tr.insertText(word, bram.editor.state.doc.content.size - 1));
    }
    const {text} = only(difference(), 'inserted');
    expect(text).toBe(`${words.join('').slice(0, 159)}…`);
    expect(only(difference(), 'inserted')).toMatchObject({seq: 21, by: [bram.personId]});
  });

  test('one small word that went is told, and who took it away', () => {
    const {bram, does, difference} = lines('Dat doen wij niet samen');
    does(bram, (tr) => tr.delete(find(bram, 'niet ').from, find(bram, 'niet ').to));
    expect(signs(difference())).toBe('Dat doen wij [-niet -]samen');
    expect(told(difference())).toEqual([
      {what: 'deleted', of: 'text', was: 'niet ', by: [bram.personId]},
    ]);
  });

  test('a word in the place of another is one change, by both who made it', () => {
    const {amina, bram, does, difference} = lines('De straat is vuil en donker');
    does(bram, (tr) => tr.delete(find(bram, 'vuil').from, find(bram, 'vuil').to));
    does(amina, (tr) => tr.insertText('schoon', find(amina, ' en donker').from));
    expect(signs(difference())).toBe('De straat is [-vuil-]{+schoon+} en donker');
    const change = only(difference(), 'replaced');
    expect(change).toMatchObject({text: 'schoon', was: 'vuil'});
    expect(change.by.toSorted()).toEqual([amina.personId, bram.personId]);
  });

  test('of a word that changed inside, what stayed of it is told too', () => {
    const {bram, does, difference} = lines('Mensen die helpen krijgen hulp, dat is onmogelijk');
    const instead = (was: string, now: string) =>
      does(bram, (tr) => tr.insertText(now, find(bram, was).from, find(bram, was).to));
    instead('Mensen die help', 'Bewoners die meewerk');
    instead('hulp', 'hulpje');
    instead('onmogelijk', 'mogelijk');
    expect(signs(difference())).toBe(
      '[-Mensen die help-]{+Bewoners die meewerk+}en krijgen hulp{+je+}, dat is [-on-]mogelijk',
    );
    const by = [bram.personId];
    expect(told(difference())).toEqual([
      {
        ...{what: 'replaced', text: 'Bewoners die meewerk', was: 'Mensen die help', by},
        word: {before: '', after: 'en'},
      },
      {...{what: 'inserted', of: 'text', text: 'je', by}, word: {before: 'hulp', after: ''}},
      {...{what: 'deleted', of: 'text', was: 'on', by}, word: {before: '', after: 'mogelijk'}},
    ]);
  });

  test('two people in one sentence are told apart', () => {
    const {amina, bram, does, difference} = lines('De straat is vuil en donker');
    does(bram, (tr) => tr.insertText('schoon', find(bram, 'vuil').from, find(bram, 'vuil').to));
    does(amina, (tr) =>
      tr.insertText('licht', find(amina, 'donker').from, find(amina, 'donker').to),
    );
    expect(signs(difference())).toBe('De straat is [-vuil-]{+schoon+} en [-donker-]{+licht+}');
    expect(told(difference())).toEqual([
      {what: 'replaced', text: 'schoon', was: 'vuil', by: [bram.personId]},
      {what: 'replaced', text: 'licht', was: 'donker', by: [amina.personId]},
    ]);
  });

  test('words of two people side by side are two changes', () => {
    const {amina, bram, does, difference} = lines('Een inloop');
    does(bram, (tr) => tr.insertText('open ', find(bram, 'inloop').from));
    does(amina, (tr) => tr.insertText('gratis ', find(amina, 'inloop').from));
    expect(told(difference())).toEqual([
      {what: 'inserted', of: 'text', text: 'open ', by: [bram.personId]},
      {what: 'inserted', of: 'text', text: 'gratis ', by: [amina.personId]},
    ]);
  });

  test('what two wrote at the same moment, without seeing each other, is each one’s own', () => {
    const {team, amina, bram, does, mark, difference} = lines('Wij drinken koffie op maandag');
    team.free(bram, () => undefined);
    mark();
    does(amina, (tr) => tr.insertText('samen ', find(amina, 'koffie').from));
    // Hers has not reached him.
    const {from, to} = find(bram, 'Wij');
    bram.editor.dispatch(bram.editor.state.tr.insertText('Allen', from, to));
    expect(signs(difference())).toBe('[-Wij-]{+Allen+} drinken {+samen +}koffie op maandag');
    expect(told(difference())).toMatchObject([
      {what: 'replaced', by: [bram.personId]},
      {what: 'inserted', by: [amina.personId]},
    ]);
  });

  test('a sentence that was written anew is replaced as a whole, not letter by letter', () => {
    const {bram, does, difference} = lines('De straat is vuil en donker');
    const words = 'Een heel andere zin over het park';
    does(bram, (tr) => tr.insertText(words, 1, find(bram, 'donker').to));
    expect(signs(difference())).toBe(`[-De straat is vuil en donker-]{+${words}+}`);
  });

  test('the same words typed again are no change', () => {
    const {bram, does, difference} = lines('Koffie voor iedereen in de buurt');
    does(bram, (tr) => tr.delete(1, 7));
    does(bram, (tr) => tr.insertText('Koffie', 1));
    expect(difference().changes).toEqual([]);
  });

  test('what was undone is no change', () => {
    const {team, bram, does, difference} = lines('Koffie voor iedereen', 'Onderaan');
    does(bram, (tr) => tr.delete(0, tr.doc.child(0).nodeSize));
    team.free(bram, () => bram.editor.undo());
    expect(difference().changes).toEqual([]);
  });

  test('a passage that was dragged went there and came here, by who dragged it', () => {
    const {bram, does, difference} = lines(
      'Wij drinken samen koffie in het buurthuis',
      'Onderaan staat ook wat',
    );
    does(bram, (tr) => {
      const {from, to} = find(bram, 'samen koffie ');
      const {content} = tr.doc.slice(from, to);
      tr.delete(from, to).insert(tr.mapping.map(find(bram, 'staat').from), content);
    });
    expect(signs(difference())).toBe(
      'Wij drinken [>samen koffie >]in het buurthuis | Onderaan {<samen koffie <}staat ook wat',
    );
    expect(told(difference())).toEqual([
      {what: 'went', was: 'samen koffie ', by: [bram.personId]},
      {what: 'moved', of: 'text', text: 'samen koffie ', by: [bram.personId]},
    ]);
  });

  test('formatting is told apart from words: what was added, by whom', () => {
    const {bram, does, difference} = lines('Samen koffie drinken');
    does(bram, (tr) => tr.addMark(7, 13, bram.editor.schema.mark('bold')));
    expect(signs(difference())).toBe('Samen *koffie* drinken');
    expect(told(difference())).toEqual([
      {
        what: 'formatted',
        added: [{type: 'bold'}],
        removed: [],
        text: 'koffie',
        by: [bram.personId],
      },
    ]);
  });

  test('formatting that was taken away is by who took it away', () => {
    const {amina, bram, does, mark, difference} = lines('Samen koffie drinken');
    does(bram, (tr) => tr.addMark(7, 13, bram.editor.schema.mark('bold')));
    mark();
    does(amina, (tr) => tr.removeMark(7, 10, amina.editor.schema.marks['bold']));
    expect(signs(difference())).toBe('Samen *kof*fie drinken');
    expect(only(difference(), 'formatted')).toMatchObject({
      ...{added: [], removed: [{type: 'bold'}], by: [amina.personId]},
    });
  });

  test('another address of a link is a change of formatting, with both addresses', () => {
    const {amina, bram, does, mark, difference} = lines('Kijk hier verder');
    const to = (href: string) => ({href});
    does(amina, (tr) => tr.addMark(6, 10, amina.editor.schema.mark('link', to('https://een.nl'))));
    mark();
    does(bram, (tr) => tr.addMark(6, 10, bram.editor.schema.mark('link', to('https://twee.nl'))));
    const {added, removed, by} = only(difference(), 'formatted');
    expect([removed[0]?.attrs?.['href'], added[0]?.attrs?.['href'], by]).toEqual([
      ...['https://een.nl', 'https://twee.nl', [bram.personId]],
    ]);
  });

  test('what a passage rests on is a mark like any other', () => {
    const {bram, does, difference} = lines('Wij merken dat het werkt');
    does(bram, (tr) => tr.addMark(1, 10, bram.editor.schema.mark('sourceLived')));
    does(bram, (tr) => tr.addMark(5, 14, bram.editor.schema.mark('sourceResearch')));
    expect(told(difference()).map((one) => Reflect.get(one, 'text'))).toEqual([
      ...['Wij ', 'merke', 'n da'],
    ]);
  });

  test('a line break came', () => {
    const {bram, does, difference} = lines('Regel een');
    does(bram, (tr, make) => tr.insert(find(bram, 'een').from, make('hardBreak')));
    expect(signs(difference())).toBe('Regel {+⏎+}een');
  });
});

describe('Between any two moments', () => {
  test('the same moment twice has no changes', () => {
    const {team, difference} = lines('Koffie', '', 'Thee');
    expect(difference().changes).toEqual([]);
    expect(differenceBetween(momentsOf(team, 1, 1)).changes).toEqual([]);
  });

  test('everything came, seen from the empty document', () => {
    const {team, amina} = lines('Koffie', 'Thee');
    const difference = differenceBetween(momentsOf(team, 0, 1));
    expect(signs(difference)).toBe('{+Koffie+} | {+Thee+}');
    expect(told(difference)).toEqual([
      {what: 'inserted', of: 'block', text: 'Koffie', by: [amina.personId]},
      {what: 'inserted', of: 'block', text: 'Thee', by: [amina.personId]},
    ]);
  });

  test('[R3] neither document is touched', () => {
    const {team, bram, does} = lines('Een inloop', 'Thee');
    does(bram, (tr) => tr.insertText('open ', 5));
    const input = momentsOf(team, 1, team.rows.length);
    const bytes = () =>
      [input.earlier.doc, input.later.doc].map((doc) => Y.encodeStateAsUpdate(doc));
    const before = bytes();
    differenceBetween(input);
    expect(bytes()).toEqual(before);
  });

  test('a change keeps its key when more is written elsewhere', () => {
    const {bram, amina, does, difference} = lines('Een inloop', 'Thee');
    does(bram, (tr) => tr.insertText('open ', find(bram, 'inloop').from));
    const [first] = difference().changes;
    does(amina, (tr) => tr.insertText('Verse ', find(amina, 'Thee').from));
    expect(difference().changes.map(({key}) => key)).toContain(first?.key);
  });

  test('text that a strange program put outside any block is in it', () => {
    const doc = new Y.Doc();
    doc.clientID = 5;
    doc.getXmlFragment('default').insert(0, [new Y.XmlText('los')]);
    const empty = new Y.Doc();
    const difference = differenceBetween({
      ...{attributions: [], owners: new Map(), acts: noActs, entries: () => []},
      earlier: {seq: 0 as never, at: 0, doc: empty},
      later: {seq: 1 as never, at: 1, doc},
    });
    expect(signs(difference)).toBe('{+los+}');
  });
});
