/** What plans come to: counted once each, exactly, with nothing left out in silence. */

import {
  allOf,
  type Day,
  type DocumentId,
  fundSources,
  fundStates,
  type Overview,
  overviewOf,
  type PlanNode,
  readPlan,
  spenders,
  statuses,
} from '@samenspel/shared';
import type {Block} from '@samenspel/shared/templates/build';
import {describe, expect, test} from 'vitest';
import {
  account,
  action,
  agreement,
  card,
  carrier,
  fund,
  goal,
  plan,
  task,
  withFields,
} from '../../support/plan.ts';
import {type Random, seeded} from '../../support/random.ts';

const today = '2027-04-10' as Day;

describe('The overview of a plan', () => {
  test('has nothing for a text without plan blocks', () => {
    expect(of('Alleen tekst')).toMatchObject({
      ...{goals: [], byStatus: [], byCarrier: [], byOnlySource: [], parked: [], doubles: []},
      ...{unfinished: [], promises: {late: [], byCarrier: []}},
      funds: {sources: [], spenders: [], unclear: [], total: {asked: 0, promised: 0, granted: 0}},
    });
  });

  test('groups goals by status, those without one last', () => {
    const found = of(
      goal('Zonder'),
      withFields(goal('Gelukt'), {status: 'achieved'}),
      withFields(goal('Idee'), {status: 'idea'}),
      withFields(goal('Nog een idee'), {status: 'idea'}),
    );
    expect(found.byStatus.map(({of: status, goals}) => [status, titles(goals)])).toEqual([
      ['idea', ['Idee', 'Nog een idee']],
      ['achieved', ['Gelukt']],
      [null, ['Zonder']],
    ]);
  });

  test('takes a carrier for the same one however the name was typed, and a person by who they are', () => {
    const amina = withFields(carrier('', 'informal'), {person: 'amina1'});
    const found = of(
      goal('Een', carrier('Het Buurtteam', 'formal'), carrier(' het  buurtteam ', 'formal')),
      goal('Twee', carrier('het buurtteam', 'informal'), amina),
      goal('Drie', amina),
      goal('Vier', carrier(' ', 'formal')),
    );
    expect(
      found.byCarrier.map(({of: who, goals}) => [who?.person ?? who?.name ?? null, titles(goals)]),
    ).toEqual([
      ['Het Buurtteam', ['Een', 'Twee']],
      ['amina1', ['Twee', 'Drie']],
      [null, ['Vier']],
    ]);
  });

  test('says where a goal rests on one kind of source only', () => {
    const marked = (title: string, ...types: readonly string[]) =>
      goal(title, {
        type: 'paragraph',
        content: types.map((type) => ({type: 'text', text: 'woorden', marks: [{type}]})),
      });
    const found = of(
      marked('Beleid', 'sourcePolicy', 'sourcePolicy'),
      marked('Beide', 'sourcePolicy', 'sourceLived'),
      marked('Geleefd', 'sourceLived'),
      goal('Niets gemerkt', 'Tekst'),
    );
    expect(found.byOnlySource.map(({of: kind, goals}) => [kind, titles(goals)])).toEqual([
      ['lived', ['Geleefd']],
      ['policy', ['Beleid']],
    ]);
  });

  test('shows what is parked, goals and actions, to be taken up again', () => {
    const found = of(
      withFields(goal('Moestuin', withFields(action('Grond zoeken'), {status: 'parked'})), {
        status: 'parked',
      }),
      goal('Loopt'),
    );
    expect(found.parked.map(({kind, line}) => [kind, line.title])).toEqual([
      ['goal', 'Moestuin'],
      ['action', 'Grond zoeken'],
    ]);
  });

  test('names the parts of cards that are still empty', () => {
    const found = of(
      card('image', 'Klaar', {image: ['a'], truth: ['b'], change: ['c']}),
      card('image', 'Half', {image: ['a'], truth: ['']}),
    );
    expect(found.unfinished.map(({card: {title}, empty}) => [title, empty])).toEqual([
      ['Half', ['truth', 'change']],
    ]);
  });

  test('names a double and counts it nowhere', () => {
    const twice = withId(
      withFields(goal('Twee keer', carrier('het buurtteam', 'formal')), {status: 'parked'}),
      'twice',
    );
    const moved = withId(
      action('Verhuisd', {
        ...fund('zaal', 500, ours),
        attrs: {...fund('', 500, ours).attrs, id: 'money'},
      }),
      'moved1',
    );
    const found = overviewOf([planOf({type: 'doc', content: [twice, twice, moved, moved]})], today);
    expect(titles(found.goals)).toEqual(['Twee keer']);
    expect(found.parked).toHaveLength(1);
    expect(found.byCarrier[0]?.goals).toHaveLength(1);
    expect(found.funds.total.asked).toBe(500);
    expect(found.promises.byCarrier).toMatchObject([{promises: [{line: {title: 'Verhuisd'}}]}]);
    expect(titles(found.doubles)).toEqual(['Twee keer', 'Verhuisd']);
  });

  test('goes over several documents, and knows where each line stands', () => {
    const [one, other] = [
      {...planOf(plan(goal('Hier'))), document: {id: 'doc-one' as DocumentId, title: 'Een'}},
      {...planOf(plan(goal('Daar'))), document: {id: 'doc-two' as DocumentId, title: 'Twee'}},
    ];
    const {goals} = overviewOf([one, other], today);
    // The same id in another document is another block.
    expect(goals.map(({document, id}) => [document.title, id])).toEqual([
      ['Een', 'block-1'],
      ['Twee', 'block-1'],
    ]);
  });
});

const ours = {source: 'buurtbudget', state: 'asked', side: 'informal'} as const;

describe('Money', () => {
  test('is summed per source, per side that spends it and per state, in cents', () => {
    const {funds} = of(
      action(
        'Zaal',
        fund('huur', 10, ours),
        fund('koffie', 20, ours),
        fund('stoelen', 5, {source: 'wmo', state: 'granted', side: 'formal'}),
      ),
      action(
        'Feest',
        fund('taart', 1, {source: 'Oranje Fonds', state: 'promised'}),
        fund('limonade', 2, {source: 'oranje fonds', state: 'promised', side: 'both'}),
      ),
    );
    expect(funds.sources).toEqual([
      {
        source: 'wmo',
        sums: {asked: 0, promised: 0, granted: 5},
        spenders: [{spender: 'formal', sums: {asked: 0, promised: 0, granted: 5}}],
      },
      {
        source: 'buurtbudget',
        sums: {asked: 30, promised: 0, granted: 0},
        spenders: [{spender: 'informal', sums: {asked: 30, promised: 0, granted: 0}}],
      },
      {
        source: 'Oranje Fonds',
        sums: {asked: 0, promised: 3, granted: 0},
        spenders: [
          {spender: 'both', sums: {asked: 0, promised: 2, granted: 0}},
          {spender: null, sums: {asked: 0, promised: 1, granted: 0}},
        ],
      },
    ]);
    expect(funds.total).toEqual({asked: 30, promised: 3, granted: 5});
    expect(allOf(funds.total)).toBe(38);
  });

  test('that can not be read or lacks something is named apart, and in no sum', () => {
    const typed = {...fund('huur', null, ours), attrs: {...ours, amount: 'ongeveer 500'}};
    const {funds} = of(
      action(
        'Zaal',
        typed,
        fund('koffie', null, ours),
        fund('stoelen', 700, {source: 'wmo'}),
        fund('niets', 300, {source: ' ', state: 'asked'}),
        fund('klaar', 11, ours),
      ),
    );
    expect(
      funds.unclear.map(({fund: {what, action: around}, gaps}) => [what, around.title, gaps]),
    ).toEqual([
      ['huur', 'Zaal', ['unreadable']],
      ['koffie', 'Zaal', ['amount']],
      ['stoelen', 'Zaal', ['state']],
      ['niets', 'Zaal', ['source']],
    ]);
    expect(funds.unclearCents).toBe(1_000);
    expect(allOf(funds.total)).toBe(11);
  });

  test.each([1, 2, 3, 4, 5])('adds up, however it is cut (seed %i)', (seed) => {
    const random = seeded(seed);
    let written = 0;
    const actions = Array.from({length: 60}, (_, index) =>
      action(
        `Actie ${index}`,
        ...Array.from({length: random.below(8)}, () => {
          const cents = random.below(100_000_000_000);
          written += cents;
          return randomFund(random, cents);
        }),
      ),
    );
    const {funds} = of(task('Opgave', ...actions.map((one, index) => goal(`Doel ${index}`, one))));
    const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
    expect(allOf(funds.total) + funds.unclearCents).toBe(written);
    for (const state of fundStates) {
      const total = funds.total[state];
      expect(sum(funds.sources.map(({sums}) => sums[state]))).toBe(total);
      expect(sum(funds.spenders.map(({sums}) => sums[state]))).toBe(total);
      for (const {sums, spenders: parts} of funds.sources) {
        expect(sum(parts.map((part) => part.sums[state]))).toBe(sums[state]);
      }
    }
  });
});

describe('Who promised what', () => {
  test('is what they carry or promise, and not what they expect', () => {
    const found = of(
      agreement(
        'Sleutel van de zaal',
        carrier('de buurtmoeders', 'informal', 'expects'),
        carrier('het buurtteam', 'formal', 'promises'),
      ),
      action('Soep koken', carrier('de buurtmoeders', 'informal')),
      action('Van niemand'),
    );
    expect(promised(found)).toEqual([
      ['het buurtteam', ['Sleutel van de zaal']],
      ['de buurtmoeders', ['Soep koken']],
      [null, ['Van niemand']],
    ]);
  });

  test('puts what is late first, then by date, what has none behind it, and what is done last', () => {
    const by = carrier('het buurtteam', 'formal');
    const due = (title: string, fields: Record<string, string>) =>
      withFields(action(title, by), fields);
    const found = of(
      due('Gedaan', {until: '2026', status: 'achieved'}),
      due('Zonder datum', {}),
      due('Later', {until: '2027-05'}),
      due('Deze maand', {until: '2027-04'}),
      due('Gisteren', {until: '2027-04-09'}),
      due('Vorig jaar', {until: '2026'}),
      due('Vandaag', {until: '2027-04-10'}),
      due('Gestald', {until: '2026', status: 'parked'}),
      due('Onleesbaar', {until: 'na de zomer'}),
    );
    expect(titles(found.promises.late.map(({line}) => line))).toEqual(['Vorig jaar', 'Gisteren']);
    expect(promised(found)[0]?.[1]).toEqual([
      ...['Vorig jaar', 'Gisteren', 'Gestald', 'Vandaag', 'Deze maand', 'Later'],
      ...['Zonder datum', 'Onleesbaar', 'Gedaan'],
    ]);
  });

  test('an agreement is late until all accounts say that it was kept', () => {
    const until = {until: '2027-03'};
    const found = of(
      withFields(agreement('Nog niets gezegd'), until),
      withFields(agreement('Nagekomen', account('', 'kept', 'formal')), until),
      withFields(
        agreement('Verschilt', account('', 'kept', 'formal'), account('', 'broken', 'informal')),
        until,
      ),
    );
    expect(titles(found.promises.late.map(({line}) => line))).toEqual([
      'Nog niets gezegd',
      'Verschilt',
    ]);
  });

  test('what several promised stands with each of them, and once among what is late', () => {
    const found = of(
      withFields(
        agreement(
          'Samen openen',
          carrier('het buurtteam', 'formal', 'promises'),
          carrier('de buurtmoeders', 'informal', 'promises'),
        ),
        {until: '2027-01'},
      ),
    );
    expect(promised(found)).toEqual([
      ['het buurtteam', ['Samen openen']],
      ['de buurtmoeders', ['Samen openen']],
    ]);
    expect(found.promises.late).toHaveLength(1);
  });
});

test.each([11, 12, 13])('no goal is lost or counted twice in any cut (seed %i)', (seed) => {
  const random = seeded(seed);
  const goals = Array.from({length: 80}, (_, index) => {
    const made = goal(
      `Doel ${index}`,
      ...(random.chance(0.6) ? [carrier(random.pick(['A', 'B', 'C']), 'formal')] : []),
    );
    return random.chance(0.8) ? withFields(made, {status: random.pick(statuses)}) : made;
  });
  const found = of(...goals);
  const all = titles(found.goals).toSorted();
  expect(all).toHaveLength(80);
  expect(found.byStatus.flatMap((group) => titles(group.goals)).toSorted()).toEqual(all);
  expect(found.byCarrier.flatMap((group) => titles(group.goals)).toSorted()).toEqual(all);
});

function of(...blocks: readonly Block[]): Overview {
  return overviewOf([planOf(plan(...blocks))], today);
}

function planOf(content: PlanNode) {
  return {document: {id: 'document' as DocumentId, title: 'Plan'}, plan: readPlan(content)};
}

function withId(node: ReturnType<typeof goal>, id: string) {
  return withFields(node, {id});
}

function titles(lines: readonly {readonly title: string}[]): readonly string[] {
  return lines.map(({title}) => title);
}

function promised({promises}: Overview) {
  return promises.byCarrier.map(({of: who, promises: theirs}) => [
    who?.name ?? null,
    titles(theirs.map(({line}) => line)),
  ]);
}

function randomFund(random: Random, cents: number) {
  const state = random.chance(0.9) ? {state: random.pick(fundStates)} : {};
  const side = random.chance(0.8) ? {side: random.pick(spenders)} : {};
  const source = random.chance(0.9)
    ? random.pick([...fundSources, 'Oranje Fonds', 'oranje fonds'])
    : '';
  return fund('iets', cents, {source, ...state, ...side});
}
