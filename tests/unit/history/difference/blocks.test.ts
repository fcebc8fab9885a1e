import {earlierOf, laterOf} from '@samenspel/shared';
import type {Node} from '@tiptap/pm/model';
import {liftListItem, sinkListItem, wrapInList} from '@tiptap/pm/schema-list';
import {type Command, TextSelection} from '@tiptap/pm/state';
import {addColumnAfter, addRowAfter, deleteColumn, deleteRow} from '@tiptap/pm/tables';
import {afterEach, describe, expect, test} from 'vitest';
import type {Author} from '../../../support/authors.ts';
import {
  type Desk,
  desk,
  find,
  type Make,
  signs,
  textAt,
  tidy,
  told,
} from '../../../support/difference-desk.ts';

let open: Desk | null = null;

function written(write: (make: Make) => readonly Node[]): Desk {
  open = desk(write);
  return open;
}

const lines = (...texts: readonly string[]) =>
  written((make) => texts.map((text) => make('paragraph', null, ...(text ? [text] : []))));

const list = (...items: readonly string[]) =>
  written((make) => [
    make(
      'bulletList',
      null,
      ...items.map((item) => make('listItem', null, make('paragraph', null, item))),
    ),
  ]);

const table = (...rows: readonly (readonly string[])[]) =>
  written((make) => [
    make(
      'table',
      null,
      ...rows.map((cells) =>
        make(
          'tableRow',
          null,
          ...cells.map((cell) => make('tableCell', null, make('paragraph', null, cell))),
        ),
      ),
    ),
  ]);

/** As with the cursor in this text. */
function commands({team}: Desk, author: Author, text: string, command: Command): void {
  team.free(author, () => {
    const {editor} = author;
    const {from} = find(author, text);
    const {state} = editor;
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from)));
    command(selected, (made) => {
      const {tr} = editor.state;
      made.steps.forEach((step) => tr.step(step));
      editor.dispatch(tr);
    });
  });
}

function typeIn({editor}: Author, name: string) {
  const type = editor.schema.nodes[name];
  if (!type) throw new Error(`No ${name}`);
  return type;
}

afterEach(() => {
  const one = open;
  open = null;
  if (!one) return;
  const difference = one.difference();
  expect(tidy(laterOf(difference))).toEqual(textAt(one.team, one.team.rows.length));
  expect(tidy(earlierOf(difference))).toEqual(textAt(one.team, one.marked()));
});

describe('A block', () => {
  test('that was cut in two is told as split, and none of its words as new', () => {
    const {bram, does, difference} = lines('Wij drinken koffie in het buurthuis', 'Onderaan');
    does(bram, (tr) => tr.split(find(bram, 'in het').from));
    expect(signs(difference())).toBe('Wij drinken koffie  | in het buurthuis | Onderaan');
    expect(told(difference())).toEqual([{what: 'split', other: 0, by: [bram.personId]}]);
  });

  test('that was cut in two and written on is split all the same, and what was written came in', () => {
    const {bram, does, difference} = lines('Wij koken samen in het buurthuis', 'Onderaan');
    does(bram, (tr) => tr.split(find(bram, 'in het').from));
    const more = ', en wie dat wil eet mee, elke vrijdagavond, het hele jaar door';
    does(bram, (tr) => tr.insertText(more, find(bram, 'buurthuis').to));
    expect(told(difference())).toEqual([
      {what: 'split', other: 0, by: [bram.personId]},
      {what: 'inserted', of: 'text', text: more, by: [bram.personId]},
    ]);
  });

  test('of which the first word became a line of its own is split too', () => {
    const {bram, does, difference} = lines('Koffie: elke maandag in het buurthuis', 'Onderaan');
    does(bram, (tr) => tr.split(find(bram, ' elke').from));
    expect(told(difference())).toEqual([{what: 'split', other: 0, by: [bram.personId]}]);
  });

  test('that was cut in two while another typed in both halves', () => {
    const {amina, bram, does, difference} = lines(
      'Wij drinken koffie in het buurthuis',
      'Onderaan',
    );
    does(bram, (tr) => tr.split(find(bram, 'in het').from));
    does(amina, (tr) => tr.insertText('samen ', find(amina, 'koffie').from));
    does(amina, (tr) => tr.insertText('oude ', find(amina, 'buurthuis').from));
    expect(signs(difference())).toBe(
      'Wij drinken {+samen +}koffie  | in het {+oude +}buurthuis | Onderaan',
    );
  });

  test('that became a part of the one before is told as joined', () => {
    const {bram, does, difference} = lines('Wij drinken koffie', ' in het buurthuis', 'Onderaan');
    does(bram, (tr) => tr.join(find(bram, ' in het').from - 1));
    expect(signs(difference())).toBe('Wij drinken koffie in het buurthuis | Onderaan');
    expect(told(difference())).toEqual([{what: 'joined', other: 0, by: [bram.personId]}]);
  });

  test.each([
    ['up', 2, 0, 'Soep | Koffie | Thee'],
    ['down', 0, 3, 'Thee | Soep | Koffie'],
  ])('that was moved %s is moved, and those that it passed are not', (_, from, to, text) => {
    const {bram, does, difference} = lines('Koffie', 'Thee', 'Soep');
    does(bram, (tr) => {
      const node = tr.doc.child(from);
      const start = startOf(tr.doc, from);
      tr.insert(startOf(tr.doc, to), node);
      const mapped = tr.mapping.map(start);
      tr.delete(mapped, mapped + node.nodeSize);
    });
    expect(signs(difference())).toBe(text);
    expect(told(difference())).toMatchObject([{what: 'moved', of: 'block', by: [bram.personId]}]);
  });

  test('that was moved and changed is told as both', () => {
    const {amina, bram, does, difference} = lines(
      'Wij drinken koffie in het buurthuis',
      'Tweede regel hier',
      'Derde regel hier',
    );
    does(bram, (tr) => {
      const node = tr.doc.child(0);
      tr.delete(0, node.nodeSize).insert(tr.doc.content.size, node);
    });
    does(amina, (tr) => tr.insertText('samen ', find(amina, 'koffie').from));
    expect(signs(difference())).toBe(
      'Tweede regel hier | Derde regel hier | Wij drinken {+samen +}koffie in het buurthuis',
    );
    expect(told(difference())).toMatchObject([
      {what: 'moved', by: [bram.personId]},
      {what: 'inserted', of: 'text', by: [amina.personId]},
    ]);
  });

  test('that came is told once, whatever is in it', () => {
    const {bram, does, difference} = lines('Boven', 'Onder');
    does(bram, (tr, make) =>
      tr.insert(
        tr.doc.child(0).nodeSize,
        make(
          'bulletList',
          null,
          make('listItem', null, make('paragraph', null, 'Appels')),
          make('listItem', null, make('paragraph', null, 'Peren')),
        ),
      ),
    );
    expect(told(difference())).toEqual([
      {what: 'inserted', of: 'block', text: 'Appels Peren', by: [bram.personId]},
    ]);
  });

  test('that went is told once, by who took it away', () => {
    const {bram, does, difference} = lines('Boven', 'Wij drinken koffie', 'Onder');
    does(bram, (tr) => {
      const {pos, node} = find(bram, 'Wij drinken');
      tr.delete(pos, pos + node.nodeSize);
    });
    expect(signs(difference())).toBe('Boven | [-Wij drinken koffie-] | Onder');
    expect(told(difference())).toEqual([
      {what: 'deleted', of: 'block', was: 'Wij drinken koffie', by: [bram.personId]},
    ]);
  });

  test('without text came, and went', () => {
    const {amina, bram, does, mark, difference} = lines('Boven', 'Onder');
    does(bram, (tr, make) => tr.insert(tr.doc.child(0).nodeSize, make('horizontalRule')));
    expect(told(difference())).toEqual([
      {what: 'inserted', of: 'block', text: '', by: [bram.personId]},
    ]);
    mark();
    does(amina, (tr) => {
      const start = tr.doc.child(0).nodeSize;
      tr.delete(start, start + 1);
    });
    expect(told(difference())).toEqual([
      {what: 'deleted', of: 'block', was: '', by: [amina.personId]},
    ]);
  });

  test('that became a heading is told as that, and another level as a field', () => {
    const {amina, bram, does, mark, difference} = lines('Een kop', 'tekst');
    does(bram, (tr) => tr.setBlockType(1, 1, typeIn(bram, 'heading'), {level: 2}));
    expect(told(difference())).toEqual([
      {what: 'retyped', from: ['paragraph'], to: ['heading'], by: [bram.personId]},
    ]);
    mark();
    does(amina, (tr) => tr.setNodeMarkup(0, null, {level: 3}));
    expect(told(difference())).toEqual([
      {what: 'field', field: 'level', from: 2, to: 3, by: [amina.personId]},
    ]);
  });
});

describe('A list', () => {
  const inList = ['bulletList', 'listItem', 'paragraph'];

  test('around a paragraph makes it another kind of block', () => {
    const one = lines('Een ding', 'Twee dingen');
    commands(one, one.bram, 'Een ding', wrapInList(typeIn(one.bram, 'bulletList')));
    expect(told(one.difference())).toEqual([
      {what: 'retyped', from: ['paragraph'], to: inList, by: [one.bram.personId]},
    ]);
  });

  test('lets an item out, and the items around it stay what they are', () => {
    const one = list('Appels', 'Peren', 'Druiven');
    commands(one, one.bram, 'Peren', liftListItem(typeIn(one.bram, 'listItem')));
    expect(signs(one.difference())).toBe('Appels | Peren | Druiven');
    expect(told(one.difference())).toEqual([
      {what: 'retyped', from: inList, to: ['paragraph'], by: [one.bram.personId]},
    ]);
  });

  test('takes an item under another', () => {
    const one = list('Appels', 'Peren', 'Druiven');
    commands(one, one.bram, 'Peren', sinkListItem(typeIn(one.bram, 'listItem')));
    expect(told(one.difference())).toMatchObject([{what: 'retyped', from: inList}]);
  });

  test('that gets numbers is one change, however many items it has', () => {
    const {bram, does, difference} = list('Appels', 'Peren', 'Druiven');
    does(bram, (tr) => tr.setNodeMarkup(0, typeIn(bram, 'orderedList')));
    expect(told(difference())).toEqual([
      {
        what: 'retyped',
        ...{from: inList, to: ['orderedList', 'listItem', 'paragraph'], by: [bram.personId]},
      },
    ]);
  });

  test('with an item in another place has one that moved', () => {
    const {bram, does, difference} = list('Appels', 'Peren', 'Druiven');
    does(bram, (tr) => {
      const item = tr.doc.child(0).child(0);
      tr.delete(1, 1 + item.nodeSize).insert(tr.doc.content.size - 1, item);
    });
    expect(told(difference())).toEqual([
      {what: 'moved', of: 'block', text: 'Appels', by: [bram.personId]},
    ]);
  });

  test('of tasks says what was ticked', () => {
    const {bram, does, difference} = written((make) => [
      make(
        'taskList',
        null,
        make('taskItem', {checked: false}, make('paragraph', null, 'Zaal huren')),
      ),
    ]);
    does(bram, (tr) => tr.setNodeAttribute(1, 'checked', true));
    expect(told(difference())).toEqual([
      {what: 'field', field: 'checked', from: false, to: true, by: [bram.personId]},
    ]);
  });
});

describe('A table', () => {
  const rows = [
    ['Wie', 'Wat'],
    ['Amina', 'Koffie'],
    ['Bram', 'Soep'],
  ];

  test.each([
    ['a row that came', addRowAfter, {what: 'inserted', of: 'row', text: ''}],
    ['a row that went', deleteRow, {what: 'deleted', of: 'row', was: 'Amina Koffie'}],
    ['a column that came', addColumnAfter, {what: 'inserted', of: 'column', text: ''}],
    ['a column that went', deleteColumn, {what: 'deleted', of: 'column', was: 'Wie Amina Bram'}],
  ])('tells %s once, and no cell beside it', (_, command, change) => {
    const one = table(...rows);
    commands(one, one.bram, 'Amina', command);
    expect(told(one.difference())).toEqual([{...change, by: [one.bram.personId]}]);
  });

  test('tells what was written in a new row as that row', () => {
    const one = table(...rows);
    commands(one, one.bram, 'Bram', addRowAfter);
    one.does(one.amina, (tr) => tr.insertText('Chris', tr.doc.content.size - 8));
    expect(told(one.difference())).toMatchObject([
      {what: 'inserted', of: 'row', text: 'Chris', by: [one.amina.personId]},
    ]);
  });

  test('tells a cell that changed in the cell', () => {
    const {bram, does, difference} = table(...rows);
    does(bram, (tr) => tr.insertText('Verse ', find(bram, 'Koffie').from));
    expect(told(difference())).toEqual([
      {what: 'inserted', of: 'text', text: 'Verse ', by: [bram.personId]},
    ]);
  });

  test('tells a row that was dragged as moved, with what changed in it', () => {
    const {amina, bram, does, difference} = table(...rows);
    does(bram, (tr) => {
      const row = tr.doc.child(0).child(1);
      const start = 1 + tr.doc.child(0).child(0).nodeSize;
      tr.delete(start, start + row.nodeSize).insert(tr.doc.content.size - 1, row);
    });
    does(amina, (tr) => tr.insertText('Verse ', find(amina, 'Koffie').from));
    expect(told(difference())).toMatchObject([
      {what: 'moved', by: [bram.personId]},
      {what: 'inserted', of: 'text', text: 'Verse ', by: [amina.personId]},
    ]);
  });
});

function startOf(doc: Node, child: number): number {
  let start = 0;
  for (let index = 0; index < child; index++) start += doc.child(index).nodeSize;
  return start;
}
