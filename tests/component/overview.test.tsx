/** What an overview says, and how it follows an open text. */

import {openLivePlan} from '@samenspel/client/overview/live-plan.ts';
import {OverviewSections} from '@samenspel/client/overview/overview-sections.tsx';
import {type Lead, OverviewWorldProvider} from '@samenspel/client/overview/overview-world.tsx';
import {
  type BlockId,
  type Day,
  type DocumentId,
  overviewOf,
  type PersonId,
  readPlan,
} from '@samenspel/shared';
import {documentSchema} from '@samenspel/shared/schema';
import type {Block} from '@samenspel/shared/templates/build';
import {EditorState} from '@tiptap/pm/state';
import {cleanup, render, screen, within} from '@testing-library/react';
import {userEvent} from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import {action, agreement, carrier, fund, goal, plan, task, withFields} from '../support/plan.ts';
import {amina} from './in-app.tsx';

afterEach(cleanup);

const document = {id: 'document1' as DocumentId, title: 'Plan'};

function show(...blocks: readonly Block[]) {
  const to = vi.fn<(block: BlockId) => void>();
  const onTakeUp = vi.fn<(block: BlockId) => void>();
  const lead: Lead = {kind: 'jump', to};
  const overview = overviewOf([{document, plan: readPlan(plan(...blocks))}], '2027-04-10' as Day);
  render(
    <OverviewWorldProvider people={[amina]} lead={lead}>
      <OverviewSections isWide overview={overview} nothing="Nog niets." onTakeUp={onTakeUp} />
    </OverviewWorldProvider>,
  );
  return {to, onTakeUp};
}

const section = (name: string) => within(screen.getByRole('region', {name}));

test('says so when there is nothing yet, in one sentence or per part', () => {
  show('Alleen tekst');
  expect(screen.getByText('Nog niets.')).toBeTruthy();
  expect(screen.queryByRole('region')).toBeNull();
  cleanup();
  show(goal('Een doel'));
  for (const words of ['Er staat nog geen geld in.', 'Er is niets gestald.']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
});

test('a line leads to its place, also one without a title', async () => {
  const {to} = show(goal('Een open inloop'), goal(''));
  await userEvent.click(screen.getByRole('button', {name: 'Een open inloop'}));
  await userEvent.click(screen.getByRole('button', {name: 'Doel zonder titel'}));
  expect(to.mock.calls).toEqual([['block-1'], ['block-2']]);
});

test('people are called what they are called now, and who is not known “iemand”', () => {
  const person = (id: PersonId) => withFields(carrier('', 'formal'), {person: id});
  show(goal('Samen', person(amina.id), person('gone01' as PersonId)));
  const goals = section('Doelen');
  expect(goals.getByRole('option', {name: amina.name})).toBeTruthy();
  expect(goals.getByRole('option', {name: 'iemand'})).toBeTruthy();
});

test('goals can be seen of one who carries them', async () => {
  show(
    withFields(goal('Van de moeders', carrier('de buurtmoeders', 'informal')), {status: 'idea'}),
    goal('Van niemand'),
  );
  const goals = section('Doelen');
  await userEvent.selectOptions(goals.getByLabelText('Wie draagt het'), 'Nog niemand');
  expect(goals.getByRole('button', {name: 'Van niemand'})).toBeTruthy();
  expect(goals.queryByRole('button', {name: 'Van de moeders'})).toBeNull();
});

test('the table of money says per source and side what is asked, and sums it to the cent', () => {
  show(
    action(
      'Zaal',
      fund('huur', 125_050, {source: 'buurtbudget', state: 'asked', side: 'informal'}),
      fund('koffie', 5, {source: 'Oranje Fonds', state: 'granted'}),
      fund('stoelen', 700, {source: 'wmo'}),
    ),
  );
  const rows = section('Middelen').getAllByRole('row');
  const texts = rows.map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').replaceAll(/\s/g, ' ')),
  );
  expect(texts).toEqual([
    ['Bron', 'Gevraagd', 'Toegezegd', 'Toegekend', 'Samen'],
    ['Buurtbudget', '€ 1.250,50', '€ 0', '€ 0', '€ 1.250,50'],
    ['Informeel', '€ 1.250,50', '€ 0', '€ 0', '€ 1.250,50'],
    ['Oranje Fonds', '€ 0', '€ 0', '€ 0,05', '€ 0,05'],
    ['Niet gezegd', '€ 0', '€ 0', '€ 0,05', '€ 0,05'],
    ['Alles samen', '€ 1.250,50', '€ 0', '€ 0,05', '€ 1.250,55'],
    ['Informeel', '€ 1.250,50', '€ 0', '€ 0', '€ 1.250,50'],
    ['Niet gezegd', '€ 0', '€ 0', '€ 0,05', '€ 0,05'],
  ]);
  expect(
    section('Middelen').getByText(
      '€ 7 · Wmo · er staat niet bij of het gevraagd, toegezegd of toegekend is',
    ),
  ).toBeTruthy();
});

test('what is late says so in a word, and no person is counted', () => {
  show(
    withFields(agreement('De sleutel brengen', carrier('het buurtteam', 'formal', 'promises')), {
      until: '2027-03',
    }),
  );
  const promises = section('Wie beloofde wat');
  expect(promises.getByText('te laat')).toBeTruthy();
  expect(promises.getAllByText('afspraak · t/m maart 2027')).toHaveLength(2);
  const headings = promises.getAllByRole('heading', {level: 3});
  for (const {textContent} of headings) expect(textContent).not.toMatch(/\d/);
});

test('what is parked is taken up with one press', async () => {
  const {onTakeUp} = show(withFields(goal('Een moestuin'), {status: 'parked'}));
  await userEvent.click(screen.getByRole('button', {name: 'Oppakken: Een moestuin'}));
  expect(onTakeUp).toHaveBeenCalledExactlyOnceWith('block-1');
  expect(screen.getByText('“Een moestuin” is opgepakt. Het staat nu op bezig.')).toBeTruthy();
});

test('a live plan is what reading everything again gives, and the very same while nothing in it changes', () => {
  const schema = documentSchema();
  const content = plan('Eerst een zin.', task('Opgave', goal('Doel')), goal('Nog een doel'));
  let state = EditorState.create({doc: schema.nodeFromJSON(content)});
  const live = openLivePlan();
  const first = live(state.doc);
  expect(first).toEqual(readPlan(content));
  state = state.apply(state.tr.insertText('Vooraf. ', 1));
  expect(live(state.doc)).toBe(first);
  const title = state.doc.content.size - 2;
  state = state.apply(state.tr.insertText('!', title));
  expect(live(state.doc)).toEqual(readPlan(state.doc.toJSON()));
  expect(live(state.doc)).not.toBe(first);
  state = state.apply(state.tr.delete(0, state.doc.firstChild?.nodeSize ?? 0));
  expect(live(state.doc)).toEqual(readPlan(state.doc.toJSON()));
});
