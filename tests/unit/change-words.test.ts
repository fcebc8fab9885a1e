/** Changes as sentences: in plain words, by name and side, with what a plan's fields say. */

import {
  type Change,
  type Difference,
  openChangeWords,
  type PersonId,
  type PersonView,
  summariesOf,
} from '@samenspel/shared';
import type {Transaction} from '@tiptap/pm/state';
import {describe, expect, test} from 'vitest';
import {type Desk, desk, find, type Make} from '../support/difference-desk.ts';

const goal = (make: Make, id: string, title: string, ...more: Parameters<Make>[2][]) =>
  make(
    'goal',
    {id, status: 'idea'},
    make('blockTitle', null, title),
    make('paragraph', null, 'Elke maandag drinken wij koffie'),
    make('carrier', {id: `carrier-${id}`, part: 'carries'}, 'de buurvrouw'),
    make(
      'action',
      {id: `action-${id}`},
      make('blockTitle', null, 'Zaal huren'),
      make('fund', {id: `fund-${id}`, amount: 25_000, source: 'buurtbudget'}, 'huur'),
    ),
    ...more,
  );

const written = () =>
  desk((make) => [
    make(
      'task',
      {id: 'task01'},
      make('blockTitle', null, 'Eenzaamheid'),
      goal(make, 'goal01', 'Open inloop'),
      goal(make, 'goal02', 'Samen eten'),
    ),
    make('task', {id: 'task02'}, make('blockTitle', null, 'Veiligheid')),
    make('paragraph', null, 'Wij willen niet dat de zaal dichtgaat'),
  ]);

/** Where the block with this id begins. */
function place({doc}: Transaction, id: string) {
  let found: {from: number; size: number} | null = null;
  doc.descendants((node, from) => {
    if (node.attrs['id'] === id) found ??= {from, size: node.nodeSize};
  });
  if (!found) throw new Error(`No ${id}`);
  return found as {from: number; size: number};
}

const fill = (one: Desk, id: string, field: string, value: unknown) =>
  one.does(one.bram, (tr) => tr.setNodeAttribute(place(tr, id).from, field, value));

const peopleOf = ({amina, bram}: Desk): readonly PersonView[] => [
  {id: amina.personId, name: 'Amina', side: 'informal'},
  {id: bram.personId, name: 'Bram', side: 'formal'},
];

function sentences(one: Desk, people = peopleOf(one)): readonly string[] {
  const difference = one.difference();
  const words = openChangeWords({difference, people});
  return difference.changes.map((change) => words.sentence(change));
}

describe('What somebody did in a text', () => {
  test('a word that was taken out is named, with who did it and their side', () => {
    const one = written();
    one.does(one.bram, (tr) => {
      const {from, to} = find(one.bram, 'niet ');
      tr.delete(from, to);
    });
    expect(sentences(one)).toEqual(['Bram (formeel) haalde ‘niet’ weg.']);
  });

  test('words that came, and words in the place of others', () => {
    const one = written();
    one.does(one.amina, (tr) => tr.insertText(' nooit', find(one.amina, 'Wij willen').to));
    one.does(one.bram, (tr) => {
      const {from, to} = find(one.bram, 'dichtgaat');
      tr.insertText('leegloop', from, to);
    });
    expect(sentences(one)).toEqual([
      'Amina (informeel) schreef ‘nooit’ erbij.',
      'Bram (formeel) veranderde ‘dichtgaat’ in ‘leegloop’.',
    ]);
  });

  test('nobody reads half a word: one that changed inside is told whole', () => {
    const one = written();
    one.does(one.amina, (tr) => tr.insertText('tje', find(one.amina, 'de zaal').to));
    one.does(one.bram, (tr) => {
      const {from, to} = find(one.bram, 'dicht');
      tr.delete(from, to);
    });
    expect(sentences(one)).toEqual([
      'Amina (informeel) veranderde ‘zaal’ in ‘zaaltje’.',
      'Bram (formeel) veranderde ‘dichtgaat’ in ‘gaat’.',
    ]);
  });

  test('a look is told in words, and what words rest on as that', () => {
    const one = written();
    const mark = (words: string, name: string) =>
      one.does(one.amina, (tr) => {
        const {from, to} = find(one.amina, words);
        const type = one.amina.editor.schema.marks[name];
        if (!type) throw new Error(`No ${name}`);
        tr.addMark(from, to, type.create());
      });
    mark('Wij', 'bold');
    mark('de zaal', 'sourceLived');
    expect(sentences(one)).toEqual([
      'Amina (informeel) veranderde de opmaak van ‘Wij’: vet erbij.',
      'Amina (informeel) gaf aan dat ‘de zaal’ rust op ervaringskennis.',
    ]);
  });

  test('a paragraph that became a heading', () => {
    const one = written();
    one.does(one.bram, (tr) => {
      const {pos} = find(one.bram, 'Wij willen');
      const {heading} = one.bram.editor.schema.nodes;
      if (heading) tr.setBlockType(pos + 1, pos + 1, heading, {level: 2});
    });
    expect(sentences(one)).toEqual([
      'Bram (formeel) maakte van een gewone alinea een kop: ‘Wij willen niet dat de zaal dichtgaat’.',
    ]);
  });
});

describe('What somebody did in a plan', () => {
  test('every field is called and filled as it is on a screen', () => {
    const one = written();
    fill(one, 'goal01', 'status', 'underway');
    fill(one, 'goal01', 'until', '2027-03');
    fill(one, 'fund-goal01', 'amount', 40_000);
    fill(one, 'fund-goal01', 'source', null);
    expect(sentences(one)).toEqual([
      'Bram (formeel) veranderde de status: idee → bezig.',
      'Bram (formeel) veranderde het einde: leeg → maart 2027.',
      'Bram (formeel) veranderde het bedrag voor ‘huur’: € 250 → € 400.',
      'Bram (formeel) veranderde waar het geld vandaan komt voor ‘huur’: buurtbudget → leeg.',
    ]);
  });

  test('a value that no screen knows is said to be unknown, and one that was typed stays', () => {
    const one = written();
    fill(one, 'goal01', 'status', {toString: 'gelukt'});
    fill(one, 'goal01', 'from', 'na de zomer');
    expect(sentences(one)).toEqual([
      'Bram (formeel) veranderde het begin: leeg → na de zomer.',
      'Bram (formeel) veranderde de status: idee → onbekend.',
    ]);
  });

  test('somebody of the lab is called by their name of now, and who was forgotten is iemand', () => {
    const one = written();
    fill(one, 'carrier-goal01', 'person', one.amina.personId);
    expect(sentences(one)).toEqual([
      'Bram (formeel) veranderde de persoon van ‘de buurvrouw’: leeg → Amina.',
    ]);
    expect(sentences(one, [])).toEqual([
      'Iemand veranderde de persoon van ‘de buurvrouw’: leeg → iemand.',
    ]);
  });

  test('a goal that moved is moved to the task where it stands now', () => {
    const one = written();
    one.does(one.amina, (tr) => {
      const {from, size} = place(tr, 'goal01');
      const node = tr.doc.nodeAt(from);
      if (!node) throw new Error('No goal');
      tr.delete(from, from + size);
      const target = place(tr, 'task02');
      tr.insert(target.from + target.size - 1, node);
    });
    const difference = one.difference();
    const words = openChangeWords({difference, people: peopleOf(one)});
    expect(difference.changes.map(words.short)).toEqual([
      'verplaatst naar opgave ‘Veiligheid’: doel ‘Open inloop’',
    ]);
    expect(sentences(one)).toEqual([
      'Amina (informeel) verplaatste doel ‘Open inloop’ naar opgave ‘Veiligheid’.',
    ]);
  });

  test('lines that come and go say what they are', () => {
    const one = written();
    one.does(one.amina, (tr, make) =>
      tr.insert(
        place(tr, 'carrier-goal01').from,
        make('carrier', {id: 'new', part: 'carries', person: one.bram.personId}),
      ),
    );
    one.does(one.bram, (tr) => {
      const {from, size} = place(tr, 'fund-goal02');
      tr.delete(from, from + size);
    });
    expect(sentences(one)).toEqual([
      'Amina (informeel) voegde ‘Bram’ (draagt) toe.',
      'Bram (formeel) haalde geld voor ‘huur’ (€ 250 · buurtbudget) weg.',
    ]);
  });
});

describe('Goal by goal', () => {
  const summary = (one: Desk) => {
    const difference = one.difference();
    const people = peopleOf(one);
    return summariesOf(difference, openChangeWords({difference, people})).map(
      ({heading, sentences: told}) => [heading, ...told],
    );
  };

  test('what changed in it is told under its name, what changed in its action with that', () => {
    const one = written();
    fill(one, 'goal02', 'status', 'parked');
    fill(one, 'action-goal02', 'status', 'achieved');
    one.does(one.amina, (tr) => tr.insertText('Ook ', find(one.amina, 'Wij willen').from));
    expect(summary(one)).toEqual([
      [
        'In doel ‘Samen eten’',
        'Bram (formeel) veranderde de status: idee → gestald.',
        'Bram (formeel) veranderde de status: leeg → gelukt (actie ‘Zaal huren’).',
      ],
      ['In de rest van de tekst', 'Amina (informeel) schreef ‘Ook’ erbij.'],
    ]);
  });

  test('a goal that came or went says so in its heading', () => {
    const one = written();
    one.does(one.amina, (tr, make) =>
      tr.insert(
        place(tr, 'task02').from + 1,
        make('goal', {id: 'goal03'}, make('blockTitle', null, 'Een moestuin')),
      ),
    );
    one.does(one.bram, (tr) => {
      const {from, size} = place(tr, 'goal02');
      tr.delete(from, from + size);
    });
    expect(summary(one)).toEqual([
      ['Weg: doel ‘Samen eten’', 'Bram (formeel) haalde doel ‘Samen eten’ weg.'],
      ['Nieuw: doel ‘Een moestuin’', 'Amina (informeel) voegde doel ‘Een moestuin’ toe.'],
    ]);
  });

  test('of much that changed the plan’s own facts are told, and the rest together', () => {
    const one = written();
    fill(one, 'goal01', 'status', 'underway');
    for (const word of ['Elke', 'maandag', 'drinken', 'wij', 'koffie', 'buurvrouw']) {
      one.does(one.amina, (tr) => tr.insertText(` ${word.length}`, find(one.amina, word).to));
    }
    expect(summary(one)).toEqual([
      [
        'In doel ‘Open inloop’',
        'Bram (formeel) veranderde de status: idee → bezig.',
        'Op 6 plekken is tekst bijgeschreven, door Amina (informeel).',
      ],
    ]);
  });

  test('fields that one person filled in one after another are one sentence', () => {
    const one = written();
    fill(one, 'goal01', 'status', 'underway');
    fill(one, 'goal01', 'until', '2027');
    expect(summary(one)).toEqual([
      [
        'In doel ‘Open inloop’',
        'Bram (formeel) veranderde de status: idee → bezig; het einde: leeg → 2027.',
      ],
    ]);
  });

  test('of much that changed what went is told before what came', () => {
    const one = written();
    for (const word of ['Elke', 'maandag', 'drinken', 'wij', 'koffie', 'buurvrouw']) {
      one.does(one.amina, (tr) => tr.insertText(` ${word.length}`, find(one.amina, word).to));
    }
    one.does(one.bram, (tr) => {
      const {from, to} = find(one.bram, 'Zaal ');
      tr.delete(from, to);
    });
    expect(summary(one)).toEqual([
      [
        'In doel ‘Open inloop’',
        'Bram (formeel) haalde ‘Zaal’ weg (actie ‘huren’).',
        'Op 6 plekken is tekst bijgeschreven, door Amina (informeel).',
      ],
    ]);
  });
});

test('what nobody in particular did is told without a name', () => {
  const change: Change = {
    ...{what: 'inserted', of: 'text', text: 'Hoe begon het?', key: 'one', block: 0},
    ...{place: null, by: [], seq: null, at: null},
  };
  const words = openChangeWords({difference: nothing, people: []});
  expect(words.sentence(change)).toBe('Erbij: ‘Hoe begon het?’.');
  expect(words.who([])).toBe('');
});

test('several are named together, and who was forgotten once', () => {
  const people: PersonView[] = ['Amina', 'Bram', 'Chaima'].map((name) => ({
    ...{id: name as PersonId, name, side: 'informal'},
  }));
  const words = openChangeWords({difference: nothing, people});
  const [amina, bram, chaima] = ['Amina', 'Bram', 'Chaima'] as PersonId[];
  expect(words.who([amina, bram, chaima] as PersonId[])).toBe(
    'Amina (informeel), Bram (informeel) en Chaima (informeel)',
  );
  const gone = ['gone1', 'gone2'] as PersonId[];
  const change: Change = {
    ...{what: 'deleted', of: 'text', was: 'x'.repeat(400), key: 'one', block: 0},
    ...{place: null, by: gone, seq: null, at: null},
  };
  expect(words.sentence(change)).toBe(`Iemand haalde ‘${'x'.repeat(99)}…’ weg.`);
});

const nothing: Difference = {
  ...{earlier: {seq: 0, at: 0}, later: {seq: 0, at: 0}},
  ...{blocks: [], changes: [], places: []},
} as unknown as Difference;
