/** The overview in real browsers: beside a text while it is written, and across all texts of a lab. */

import type {DocumentId} from '@samenspel/shared';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {barriers, overflow, smallTargets} from '../support/axe.ts';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, eventually, labScreen} from '../support/pages.ts';
import {
  account,
  action,
  agreement,
  card,
  carrier,
  fund,
  goal,
  plan,
  question,
  task,
  withFields,
} from '../support/plan.ts';
import {planWriter} from '../support/plan-writer.ts';

const lab = browserLab('--people', '3', '--documents', '7', '--words', '0');

for (const width of ['wide', 'phone'] as const) {
  test(`the overview follows two who write, and leads to each place (${width})`, async () => {
    const documentId = await filled();
    const reader = await lab.visit(0, {width});
    const writer = await lab.visit(1);
    const {page} = reader;
    await documentScreen(page).open(documentId);
    const overview = await openOverview(page);
    await overview.getByRole('button', {name: 'Een open inloop'}).first().waitFor();
    expect(await overview.getByText('Te laat', {exact: true}).isVisible()).toBe(true);
    expect(await overview.getByRole('row', {name: /Buurtbudget/}).innerText()).toContain(
      '€ 1.250,50',
    );
    await look(page, width);

    // Somebody else changes a title and adds a goal; nobody has to ask for it.
    const theirs = documentScreen(writer.page);
    await theirs.open(documentId);
    await writer.page.locator('.text').getByText('Een open inloop', {exact: true}).click();
    await writer.page.keyboard.press('End');
    await writer.page.keyboard.type(' voor iedereen');
    await overview.getByRole('button', {name: 'Een open inloop voor iedereen'}).first().waitFor();

    // Taking up again is one press, for everybody.
    await overview.getByRole('button', {name: 'Oppakken: Een moestuin'}).click();
    await overview.getByText('“Een moestuin” is opgepakt. Het staat nu op bezig.').waitFor();
    await overview.getByText('Er is niets gestald.').waitFor();
    await theirs.isSaved();

    // A line leads to its place, and one can write there.
    await overview.getByRole('button', {name: 'De zaal huren'}).first().click();
    await documentScreen(page).isFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' in maart');
    await theirs.text.getByText('De zaal huren in maart').waitFor();
  });

  test(`the overview of a lab leads to a place in each document (${width})`, async () => {
    const [one, other] = [await filled(), lab.nextDocument()];
    const writer = await planWriter(lab.server, person(0), other);
    await writer.write(
      plan(goal('Een speeltuin', action('Schommels', fund('hout', 75_000, ours)))),
    );
    const {page} = await lab.visit(0, {width});
    await labScreen(page).open(lab.seeded.lab.id);
    await page.getByRole('link', {name: 'Overzicht van alle plannen'}).click();
    await page.getByRole('heading', {name: 'Overzicht', level: 1}).waitFor();
    const main = page.getByRole('main');
    await main.getByRole('link', {name: 'Een speeltuin'}).first().waitFor();
    expect(await main.getByRole('row', {name: /Buurtbudget/}).count()).toBeGreaterThan(0);
    await look(page, width);

    await main.getByRole('link', {name: 'Een speeltuin'}).first().click();
    await page.waitForURL(`**/documenten/${other}`);
    await documentScreen(page).isFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' achter het plein');
    await documentScreen(page).isSaved();
    await page.goBack();
    await main.getByRole('link', {name: 'Een speeltuin achter het plein'}).first().waitFor();
    expect(one).not.toBe(other);
  });
}

test('a member adds a source of money, removes it and puts it back', async () => {
  const {page} = await lab.visit(0, {expected: [/409.*\/fund-sources/]});
  await page.goto(`/labs/${lab.seeded.lab.id}/overzicht`);
  const section = page.getByRole('region', {name: 'Eigen geldbronnen'});
  await section.getByRole('textbox', {name: 'Nieuwe geldbron'}).fill('Oranje Fonds');
  await section.getByRole('button', {name: 'Voeg toe'}).click();
  await section.getByText('“Oranje Fonds” staat nu op de lijst.').waitFor();
  await section.getByRole('textbox', {name: 'Nieuwe geldbron'}).fill('oranje fonds');
  await section.getByRole('button', {name: 'Voeg toe'}).click();
  await section.getByText('Deze geldbron staat er al.').waitFor();
  await section.getByRole('button', {name: 'Haal weg: Oranje Fonds'}).click();
  await section.getByText('Er zijn nog geen eigen geldbronnen.').waitFor();
  await section.getByRole('button', {name: 'Zet terug'}).click();
  await section.getByRole('listitem').filter({hasText: 'Oranje Fonds'}).waitFor();
  expect(await barriers(page, 'all')).toEqual([]);
});

test('what is printed is the overview with its title, and nothing else of the screen', async () => {
  const {page} = await lab.visit(0);
  await page.addInitScript(() => {
    // As a browser that leaves the question open.
    window.print = () => undefined;
  });
  await documentScreen(page).open(await filled());
  const overview = await openOverview(page);
  await overview.getByRole('button', {name: 'Druk dit overzicht af'}).click();
  await page.emulateMedia({media: 'print'});
  const paper = page.locator('.overview-paper');
  await paper.getByRole('heading', {level: 1}).waitFor();
  expect(await paper.getByText('De zaal huren').first().isVisible()).toBe(true);
  expect(await page.locator('.text > .ProseMirror').isVisible()).toBe(false);
  // Paper is narrower than the window, where the overview stands elsewhere.
  await page.setViewportSize({width: 700, height: 1_000});
  expect(await paper.getByText('De zaal huren').first().isVisible()).toBe(true);
  expect(await paper.getByText(/^Overzicht\. Zoals het was op \d+ \w+ \d{4} om/).isVisible()).toBe(
    true,
  );
  await page.setViewportSize({width: 1_280, height: 800});
  await page.emulateMedia({media: 'screen'});
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await paper.waitFor({state: 'detached'});
  expect(await page.locator('.text > .ProseMirror').isVisible()).toBe(true);
});

const ours = {source: 'buurtbudget', state: 'asked', side: 'informal'} as const;

/** A document with something of everything. */
async function filled(): Promise<DocumentId> {
  const documentId = lab.nextDocument();
  const writer = await planWriter(lab.server, person(2), documentId);
  await writer.write(
    plan(
      task(
        'Eenzaamheid',
        withFields(
          goal(
            'Een open inloop',
            carrier('de buurtmoeders', 'informal'),
            withFields(
              action(
                'De zaal huren',
                carrier('het buurtteam', 'formal'),
                fund('huur', 125_050, ours),
                fund('koffie', null, ours),
              ),
              {status: 'underway', until: '2026-01'},
            ),
            withFields(
              agreement(
                'Elke week koffie',
                carrier('het buurtteam', 'formal', 'promises'),
                account('', 'kept', 'informal'),
              ),
              {until: '2026'},
            ),
          ),
          {status: 'underway'},
        ),
        withFields(goal('Een moestuin'), {status: 'parked'}),
      ),
      card('wall', 'Geen diploma', {
        wall: ['Zonder diploma geen baan'],
        key: [question('Wat hielp?')],
      }),
    ),
  );
  return documentId;
}

function person(at: number) {
  const found = lab.seeded.people[at];
  if (!found) throw new Error('Seed more people for this file');
  return found;
}

/** Where there is room it stands beside the text, elsewhere it comes up from below. */
async function openOverview(page: Page) {
  const tab = page.getByRole('tab', {name: 'Overzicht'});
  const more = page.getByRole('button', {name: 'Meer', exact: true});
  await tab.or(more).first().waitFor();
  if (await tab.isVisible()) await tab.click();
  else {
    await more.click();
    await page.getByRole('menuitem', {name: 'Overzicht', exact: true}).click();
  }
  const overview = page.locator('.overview-panel');
  await overview.getByRole('heading', {name: 'Doelen', exact: true}).waitFor();
  return overview;
}

async function look(page: Page, width: 'wide' | 'phone'): Promise<void> {
  expect(await barriers(page, 'all')).toEqual([]);
  await eventually(() => overflow(page), 0);
  if (width === 'phone') expect(await smallTargets(page)).toEqual([]);
  else {
    // The colours are the same on a phone.
    await page.emulateMedia({colorScheme: 'dark'});
    expect(await barriers(page, 'colours')).toEqual([]);
    await page.emulateMedia({colorScheme: 'light'});
  }
}
