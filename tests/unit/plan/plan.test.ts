/** A document's JSON, also a stranger's, read as tasks, goals, actions, money, agreements and cards. */

import {
  joinPlans,
  maxCents,
  type Plan,
  type PlanNode,
  readAmountField,
  readDateField,
  readFundSource,
  readPart,
  readPlan,
  sameName,
  verdictOf,
  wordsOf,
} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {
  account,
  action,
  agreement,
  card,
  carrier,
  fund,
  goal,
  heading,
  measure,
  plan,
  task,
  withFields,
} from '../../support/plan.ts';

const loneliness = plan(
  heading(1, 'Ons plan'),
  task(
    'Eenzaamheid',
    'Veel mensen zitten thuis.',
    withFields(
      goal(
        'Een open inloop',
        measure('Mensen blijven hangen'),
        carrier('de buurtmoeders', 'informal'),
        withFields(
          action(
            'De zaal huren',
            carrier('het buurtteam', 'formal'),
            fund('huur', 125_050, {source: 'buurtbudget', state: 'asked', side: 'informal'}),
          ),
          {status: 'underway', until: '2027-03'},
        ),
      ),
      {status: 'idea', from: '2027'},
    ),
    agreement(
      'Elke week samen koffie',
      carrier('het buurtteam', 'formal', 'promises'),
      account('Twee keer niet', 'partly', 'informal'),
    ),
  ),
  card('wall', 'Geen diploma', {wall: ['Zonder diploma geen baan'], key: ['']}),
);

describe('Reading a plan', () => {
  test('finds every kind of block with its fields and what is around it', () => {
    const found = readPlan(loneliness);
    expect(found.tasks).toMatchObject([{id: 'block-1', title: 'Eenzaamheid', task: null}]);
    expect(found.goals).toMatchObject([
      {
        ...{title: 'Een open inloop', task: 'Eenzaamheid', goal: null, status: 'idea'},
        ...{from: {kind: 'read', value: '2027'}, until: {kind: 'empty'}},
        measures: ['Mensen blijven hangen'],
        carriers: [{name: 'de buurtmoeders', side: 'informal', part: 'carries', person: null}],
      },
    ]);
    expect(found.actions).toMatchObject([
      {
        ...{title: 'De zaal huren', goal: 'Een open inloop', status: 'underway'},
        funds: [{what: 'huur', amount: {kind: 'read', value: 125_050}, source: 'buurtbudget'}],
      },
    ]);
    expect(found.agreements).toMatchObject([
      {title: 'Elke week samen koffie', goal: null, accounts: [{kept: 'partly'}]},
    ]);
    expect(found.cards).toMatchObject([
      {kind: 'wall', facets: {wall: 'Zonder diploma geen baan', key: ''}},
    ]);
  });

  test('reads the same from its parts, joined, as from the whole', () => {
    const parts = (loneliness.content ?? []).map(readPart);
    expect(joinPlans(parts)).toEqual(readPlan(loneliness));
  });

  test('says of what stands twice that it is a double, with its money, and not of the first', () => {
    const action1: PlanNode = {
      type: 'action',
      attrs: {id: 'same-1'},
      content: [
        {type: 'fund', attrs: {id: 'money-1', amount: 5}},
        {type: 'fund', attrs: {amount: 7}},
      ],
    };
    const {actions} = readPlan({type: 'doc', content: [action1, action1]});
    expect(actions.map(({isDouble}) => isDouble)).toEqual([false, true]);
    expect(actions.map(({funds}) => funds.map(({isDouble}) => isDouble))).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test('knows what a goal rests on, its actions included, each kind once', () => {
    const marked = (...types: readonly string[]): PlanNode => ({
      type: 'paragraph',
      content: [{type: 'text', text: 'x', marks: types.map((type) => ({type}))}],
    });
    const {goals} = readPlan({
      type: 'doc',
      content: [
        {
          type: 'goal',
          content: [
            marked('sourcePolicy', 'bold'),
            {type: 'action', content: [marked('sourceLived'), marked('sourcePolicy')]},
          ],
        },
      ],
    });
    expect(goals[0]?.restsOn).toEqual(['lived', 'policy']);
  });

  test('takes for no choice what is none, and keeps what it can not read', () => {
    const strange = {status: 'gedaan', from: 'na de zomer', until: 20_270_315, id: {}};
    const node: PlanNode = {
      type: 'action',
      attrs: strange,
      content: [
        {type: 'fund', attrs: {amount: -5, source: ['wmo'], state: 'ASKED', side: 'none'}},
        {type: 'carrier', attrs: {part: 7, side: 'left', person: '../../etc'}},
      ],
    };
    expect(readPlan({type: 'doc', content: [node]}).actions).toMatchObject([
      {
        ...{id: null, status: null, from: {kind: 'unreadable', typed: 'na de zomer'}},
        until: {kind: 'unreadable', typed: '20270315'},
        funds: [{amount: {kind: 'unreadable', typed: '-5'}, source: null, state: null, side: null}],
        carriers: [{part: 'carries', side: null, person: null, name: ''}],
      },
    ]);
  });

  test('gives nothing for a card of a kind that is none, and goes on behind it', () => {
    const {cards} = readPlan({
      type: 'doc',
      content: [
        {type: 'card', attrs: {kind: 'toString'}},
        {
          type: 'card',
          attrs: {kind: 'talk'},
          content: [{type: 'facet', attrs: {name: '__proto__'}}],
        },
      ],
    });
    expect(cards).toMatchObject([{kind: 'talk', facets: {}}]);
  });

  test('reads what is nested without end, and cuts words without end', () => {
    const depth = 50_000;
    let nested: PlanNode = {type: 'text', text: 'diep'};
    for (let level = 0; level < depth; level++) nested = {type: 'blockquote', content: [nested]};
    const long = {type: 'blockTitle', content: [{type: 'text', text: '😀'.repeat(100_000)}]};
    const {goals} = readPlan({
      type: 'doc',
      content: [nested, {type: 'goal', attrs: {id: 'x'.repeat(10_000)}, content: [long, nested]}],
    });
    expect(goals).toHaveLength(1);
    expect(goals[0]?.id).toBeNull();
    expect(goals[0]?.title).toMatch(/^(?:😀)+…$/u);
    expect(goals[0]?.title.length).toBeLessThanOrEqual(300);
    expect(wordsOf(nested)).toBe('');
  });

  test('reads an empty document, and one that holds none of it', () => {
    const nothing: Plan = {tasks: [], goals: [], actions: [], agreements: [], cards: []};
    expect(readPlan({})).toEqual(nothing);
    expect(readPlan(plan('Alleen tekst'))).toEqual(nothing);
  });
});

describe('The words of a node', () => {
  test('stand together in a line, and with a space between blocks and at line breaks', () => {
    const line: PlanNode = {
      type: 'paragraph',
      content: [
        {type: 'text', text: 'Sa'},
        {type: 'text', text: 'men '},
        {type: 'hardBreak'},
        {type: 'text', text: 'doen'},
      ],
    };
    expect(wordsOf(line)).toBe('Samen  doen');
    expect(wordsOf({type: 'goal', content: [line, {type: 'paragraph'}, line]})).toBe(
      'Samen  doen Samen  doen',
    );
  });
});

describe('Fields', () => {
  test('an amount is whole cents up to the most that a line holds', () => {
    expect(readAmountField(maxCents)).toEqual({kind: 'read', value: maxCents});
    expect(readAmountField(-0)).toEqual({kind: 'read', value: 0});
    for (const bad of [maxCents + 1, 0.5, -1, 'vijftig', ' 50']) {
      expect(readAmountField(bad)).toEqual({kind: 'unreadable', typed: String(bad)});
    }
    for (const nothing of [null, undefined, '', '  ', {}, [5], true]) {
      expect(readAmountField(nothing)).toEqual({kind: 'empty'});
    }
  });

  test('a date that is none is kept as it was typed', () => {
    expect(readDateField('na de zomer')).toEqual({kind: 'unreadable', typed: 'na de zomer'});
    expect(readDateField('2027')).toEqual({kind: 'read', value: '2027'});
  });

  test('a source is one of ours however it was typed, or the words that were', () => {
    expect(readFundSource(' WMO ')).toBe('wmo');
    expect(readFundSource('Oranje Fonds')).toBe('Oranje Fonds');
    expect(readFundSource('  ')).toBeNull();
    expect(sameName(' Oranje  fonds', 'oranje Fonds')).toBe(true);
    expect(sameName('Oranje Fonds', 'Oranjefonds')).toBe(false);
  });

  test('a verdict is what all accounts say', () => {
    const of = (...kept: readonly ('kept' | 'broken' | null)[]) =>
      verdictOf({
        accounts: kept.map((one) => ({id: null, kept: one, side: null, person: null, words: ''})),
      });
    expect(of()).toBeNull();
    expect(of(null)).toBeNull();
    expect(of('kept', null, 'kept')).toBe('kept');
    expect(of('kept', 'broken')).toBe('differs');
  });
});
