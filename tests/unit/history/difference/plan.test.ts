import {earlierOf, laterOf} from '@samenspel/shared';
import type {Node} from '@tiptap/pm/model';
import type {Transaction} from '@tiptap/pm/state';
import {afterEach, describe, expect, test} from 'vitest';
import {
  type Desk,
  desk,
  find,
  type Make,
  only,
  signs,
  textAt,
  tidy,
  told,
} from '../../../support/difference-desk.ts';

let open: Desk | null = null;

function plan(): Desk {
  open = desk((make) => [
    make(
      'task',
      {id: 'task01'},
      make('blockTitle', null, 'Eenzaamheid'),
      goal(make, 'goal01', 'Open inloop', 'Elke maandag drinken wij koffie'),
      goal(make, 'goal02', 'Samen eten', 'Iedere vrijdag is er soep'),
    ),
    make('task', {id: 'task02'}, make('blockTitle', null, 'Veiligheid')),
  ]);
  return open;
}

function goal(make: Make, id: string, title: string, text: string): Node {
  return make(
    'goal',
    {id, status: 'idea'},
    make('blockTitle', null, title),
    make('paragraph', null, text),
    make('measure', null, 'Er komen meer mensen'),
    make('carrier', {id: `carrier-${id}`}, 'de buurvrouw'),
    make(
      'action',
      {id: `action-${id}`},
      make('blockTitle', null, 'Zaal huren'),
      make('fund', {id: `fund-${id}`, amount: 10_000, source: 'buurtbudget'}, 'huur'),
    ),
  );
}

/** Where the block with this id begins. */
function place({doc}: Transaction, id: string): {readonly from: number; readonly node: Node} {
  let found: {from: number; node: Node} | null = null;
  doc.descendants((node, from) => {
    if (node.attrs['id'] === id) found ??= {from, node};
  });
  if (!found) throw new Error(`No ${id}`);
  return found;
}

/** As dragging does: taken out and put in, at the end of this block. */
function carry(tr: Transaction, id: string, into: string): void {
  const {from, node} = place(tr, id);
  tr.delete(from, from + node.nodeSize);
  const target = place(tr, into);
  tr.insert(target.from + target.node.nodeSize - 1, node);
}

function fill(desk_: Desk, who: Desk['amina'], id: string, field: string, value: unknown): void {
  desk_.does(who, (tr) => tr.setNodeAttribute(place(tr, id).from, field, value));
}

afterEach(() => {
  const one = open;
  open = null;
  if (!one) return;
  const difference = one.difference();
  expect(tidy(laterOf(difference))).toEqual(textAt(one.team, one.team.rows.length));
  expect(tidy(earlierOf(difference))).toEqual(textAt(one.team, one.marked()));
});

describe('Of a goal', () => {
  test('every field that changed is told with what it was, and by whom', () => {
    const one = plan();
    const {amina, bram} = one;
    fill(one, bram, 'goal01', 'status', 'underway');
    fill(one, amina, 'goal01', 'until', '2027-03');
    fill(one, bram, 'fund-goal01', 'amount', 25_000);
    fill(one, amina, 'fund-goal01', 'state', 'promised');
    expect(told(one.difference())).toEqual([
      {what: 'field', field: 'status', from: 'idea', to: 'underway', by: [bram.personId]},
      {what: 'field', field: 'until', from: null, to: '2027-03', by: [amina.personId]},
      {what: 'field', field: 'amount', from: 10_000, to: 25_000, by: [bram.personId]},
      {what: 'field', field: 'state', from: null, to: 'promised', by: [amina.personId]},
    ]);
  });

  test('a field that was emptied is by who emptied it', () => {
    const one = plan();
    fill(one, one.bram, 'goal01', 'status', null);
    expect(told(one.difference())).toEqual([
      {what: 'field', field: 'status', from: 'idea', to: null, by: [one.bram.personId]},
    ]);
  });

  test('a field that came back to what it was is no change', () => {
    const one = plan();
    fill(one, one.bram, 'goal01', 'status', 'parked');
    fill(one, one.amina, 'goal01', 'status', 'idea');
    expect(one.difference().changes).toEqual([]);
  });

  test('who carries it, and money, come and go as lines', () => {
    const {amina, bram, does, difference} = plan();
    does(amina, (tr, make) =>
      tr.insert(
        place(tr, 'carrier-goal01').from,
        make('carrier', {id: 'carrier-new', side: 'formal'}, 'het wijkteam'),
      ),
    );
    does(bram, (tr) => {
      const {from, node} = place(tr, 'fund-goal02');
      tr.delete(from, from + node.nodeSize);
    });
    expect(told(difference())).toEqual([
      {what: 'inserted', of: 'block', text: 'het wijkteam', by: [amina.personId]},
      {what: 'deleted', of: 'block', was: 'huur', by: [bram.personId]},
    ]);
  });

  test('a title that was written anew is that title', () => {
    const {bram, does, difference} = plan();
    does(bram, (tr) => {
      const {from, to} = find(bram, 'Open inloop');
      tr.insertText('Koffie voor iedereen', from, to);
    });
    expect(told(difference())).toMatchObject([
      {what: 'replaced', text: 'Koffie voor iedereen', was: 'Open inloop'},
    ]);
  });

  test('changes are told within it, and within the blocks in it', () => {
    const one = plan();
    fill(one, one.bram, 'goal01', 'status', 'underway');
    fill(one, one.bram, 'fund-goal02', 'amount', 500);
    one.does(one.bram, (tr) => tr.insertText('dan ', find(one.bram, 'wij koffie').from));
    const {changes, places} = one.difference();
    const idOf = (number: number | null) => places.find((each) => each.number === number)?.id;
    expect(changes.map(({place: number}) => idOf(number))).toEqual([
      ...['goal01', 'goal01', 'action-goal02'],
    ]);
    expect(places.map(({id, title, parent}) => [id, title, idOf(parent) ?? null])).toEqual([
      ['task01', 'Eenzaamheid', null],
      ['goal01', 'Open inloop', 'task01'],
      ['action-goal01', 'Zaal huren', 'goal01'],
      ['goal02', 'Samen eten', 'task01'],
      ['action-goal02', 'Zaal huren', 'goal02'],
      ['task02', 'Veiligheid', null],
    ]);
  });
});

describe('A goal that was carried to another task', () => {
  test('moved once, with what changed in it told inside', () => {
    const one = plan();
    const {amina, bram, does, difference} = one;
    does(bram, (tr) => carry(tr, 'goal01', 'task02'));
    does(amina, (tr) => tr.insertText('samen ', find(amina, 'koffie').from));
    expect(signs(difference())).toContain('Elke maandag drinken wij {+samen +}koffie');
    expect(told(difference())).toEqual([
      {what: 'moved', of: 'block', text: 'Open inloop', by: [bram.personId]},
      {what: 'inserted', of: 'text', text: 'samen ', by: [amina.personId]},
    ]);
    const away = JSON.stringify(difference().blocks).match(
      /"is":"away","number":\d+,"change":"[^"]+"/g,
    );
    expect(away).toHaveLength(1);
  });

  test('keeps who filled in which field, before and after', () => {
    const one = plan();
    const {amina, bram, does} = one;
    const [, , chris] = one.team.people;
    if (!chris) throw new Error('Nobody came');
    fill(one, chris, 'goal01', 'status', 'underway');
    fill(one, amina, 'goal01', 'status', 'achieved');
    fill(one, chris, 'goal01', 'until', '2027');
    does(bram, (tr) => carry(tr, 'goal01', 'task02'));
    fill(one, chris, 'fund-goal01', 'amount', 700);
    expect(told(one.difference())).toEqual([
      {what: 'moved', of: 'block', text: 'Open inloop', by: [bram.personId]},
      {what: 'field', field: 'status', from: 'idea', to: 'achieved', by: [amina.personId]},
      {what: 'field', field: 'until', from: null, to: '2027', by: [chris.personId]},
      {what: 'field', field: 'amount', from: 10_000, to: 700, by: [chris.personId]},
    ]);
  });

  test('leaves what others wrote to them', () => {
    const {amina, bram, does, difference} = plan();
    does(amina, (tr) => tr.insertText('verse ', find(amina, 'koffie').from));
    does(bram, (tr) => carry(tr, 'goal01', 'task02'));
    expect(only(difference(), 'inserted')).toMatchObject({text: 'verse ', by: [amina.personId]});
  });

  test('and lost a word to somebody before, tells who took it', () => {
    const {amina, bram, does, difference} = plan();
    does(amina, (tr) => {
      const {from, to} = find(amina, 'drinken ');
      tr.delete(from, to);
    });
    does(bram, (tr) => carry(tr, 'goal01', 'task02'));
    expect(only(difference(), 'deleted')).toMatchObject({was: 'drinken ', by: [amina.personId]});
  });

  test('and lost a word to somebody afterwards, tells who took it', () => {
    const {amina, bram, does, difference} = plan();
    does(bram, (tr) => carry(tr, 'goal01', 'task02'));
    does(amina, (tr) => {
      const {from, to} = find(amina, 'drinken ');
      tr.delete(from, to);
    });
    expect(only(difference(), 'deleted')).toMatchObject({was: 'drinken ', by: [amina.personId]});
  });
});

describe('A goal that two people carried at the same moment', () => {
  test('stands twice: once it moved, and once it came', () => {
    const {team, amina, bram, does, mark, difference} = plan();
    team.free(bram, () => undefined);
    mark();
    does(amina, (tr) => carry(tr, 'goal01', 'task02'));
    // Hers has not reached him.
    const {tr} = bram.editor.state;
    carry(tr, 'goal01', 'task02');
    bram.editor.dispatch(tr);
    expect(told(difference())).toMatchObject([
      {what: 'moved', text: 'Open inloop', by: [amina.personId]},
      {what: 'inserted', of: 'block', by: [bram.personId]},
    ]);
    const goals = difference().places.filter(({id}) => id === 'goal01');
    expect(goals.map(({where}) => where).toSorted()).toEqual(['both', 'later']);
  });
});

describe('A whole goal', () => {
  test('that went is one change, with everything in it', () => {
    const {bram, does, difference} = plan();
    does(bram, (tr) => {
      const {from, node} = place(tr, 'goal02');
      tr.delete(from, from + node.nodeSize);
    });
    expect(told(difference())).toMatchObject([{what: 'deleted', of: 'block', by: [bram.personId]}]);
    expect(difference().places.find(({id}) => id === 'goal02')).toMatchObject({where: 'earlier'});
  });

  test('that went while a line of it stays elsewhere', () => {
    const {bram, does, difference} = plan();
    does(bram, (tr) => {
      const {from, node} = place(tr, 'goal02');
      const line = node.child(1);
      tr.delete(from, from + node.nodeSize).insert(tr.doc.content.size, line);
    });
    expect(told(difference())).toMatchObject([
      {what: 'deleted', of: 'block'},
      {what: 'moved', of: 'block', text: 'Iedere vrijdag is er soep'},
    ]);
  });

  test('that two people moved at once, and so stands twice, is not taken for one', () => {
    const {bram, does, difference} = plan();
    does(bram, (tr) => tr.insert(tr.doc.content.size, place(tr, 'goal01').node));
    const places = difference().places.filter(({id}) => id === 'goal01');
    expect(places.map(({where}) => where).toSorted()).toEqual(['both', 'later']);
  });
});

test('The parts of a card keep their places when the card is carried elsewhere', () => {
  open = desk((make) => [
    make(
      'card',
      {id: 'card01', kind: 'image'},
      make('facet', {name: 'image'}, make('paragraph', null, 'Zij luisteren niet')),
      make('facet', {name: 'truth'}, make('paragraph')),
      make('facet', {name: 'change'}, make('paragraph')),
    ),
    make('paragraph', null, 'Hieronder staat wat wij afspraken'),
    make('paragraph', null, 'Onderaan'),
  ]);
  const {amina, bram, does, difference} = open;
  does(bram, (tr) => {
    const {node} = place(tr, 'card01');
    tr.delete(0, node.nodeSize).insert(tr.doc.content.size, node);
  });
  does(amina, (tr) => {
    const {from, node} = place(tr, 'card01');
    tr.insertText('Soms', from + node.nodeSize - 3);
  });
  expect(told(difference())).toEqual([
    {what: 'moved', of: 'block', text: 'Zij luisteren niet', by: [bram.personId]},
    {what: 'inserted', of: 'text', text: 'Soms', by: [amina.personId]},
  ]);
});
