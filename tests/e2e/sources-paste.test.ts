/** What comes from elsewhere and what words rest on, in a real browser under our own policy. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {barriers, overflow} from '../support/axe.ts';
import {browserLab} from '../support/browser-lab.ts';
import {pasteHtml} from '../support/clipboard.ts';
import {documentScreen, eventually, pressKey} from '../support/pages.ts';
import {schemaFixture, unsentWords} from '../support/schema-fixture.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

const lab = browserLab('--people', '2', '--documents', '12', '--words', '0');
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, `../fixtures/paste/${name}.html`), 'utf8');

/** Somebody in an empty document, with the caret in the text. */
async function writer(width: 'wide' | 'phone' = 'wide') {
  const {page, context} = await lab.visit(0, {width});
  const screen = documentScreen(page);
  await screen.open(lab.nextDocument());
  await screen.text.click();
  return {page, context, screen};
}

test.each(['word-desktop', 'word-online', 'google-docs'])(
  '[R40] %s keeps headings, looks, lists and tables, and our policy has nothing to refuse',
  async (name) => {
    const {page, screen} = await writer();
    await pasteHtml(page, fixture(name));
    await screen.text.locator('table').waitFor();
    expect(await screen.text.locator('h1').count()).toBe(1);
    for (const look of ['strong', 'em', 'u', 's']) {
      expect(await screen.text.locator(`p > ${look}`).count()).toBeGreaterThan(0);
    }
    expect(await screen.text.locator('ul ul').count()).toBe(1);
    expect(await screen.text.locator('ol > li').count()).toBeGreaterThan(0);
    expect(
      await screen.text
        .locator(
          'p[style], p span[style], td[style], [class*=Mso], img:not(.ProseMirror-separator), script',
        )
        .count(),
    ).toBe(0);
    await page.getByText('Plaatjes gaan niet mee.').waitFor();
    expect(await barriers(page, 'all')).toEqual([]);
    await page.getByRole('status').getByRole('button', {name: 'Sluiten'}).click();
    expect(await page.getByText('Plaatjes gaan niet mee.').count()).toBe(0);
    await screen.isSaved();
  },
);

test('[R40] nothing of a hostile page runs, loads or poses', async () => {
  const {page, screen} = await writer();
  await pasteHtml(page, fixture('web-page'));
  await screen.text.locator('section[data-block=goal]').waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'gekaapt'))).toBeUndefined();
  const addresses = await screen.text
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses).toEqual(['https://voorbeeld.nl/']);
  expect(await screen.text.locator('.modal, .byline, [onclick], iframe, script').count()).toBe(0);
  await screen.isSaved();
});

test('[R40] what was really copied from another page is pasted with its structure', async () => {
  const {page, context, screen} = await writer();
  const other = await context.newPage();
  const body = '<h2>Van elders</h2><ul><li>een <b>punt</b></li></ul><p>en een regel</p>';
  await other.goto(`data:text/html,<body>${encodeURIComponent(body)}</body>`);
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Control+c');
  await page.bringToFront();
  await screen.text.click();
  await pressKey(page, 'Control+v');
  await screen.text.locator('h2', {hasText: 'Van elders'}).waitFor();
  expect(await screen.text.locator('ul > li strong').innerText()).toBe('punt');
  await screen.isSaved();
});

test('a goal that is copied from one text to another stays a goal, with an id of its own', async () => {
  const {page, screen} = await writer();
  await screen.choose('Plan', 'Doel');
  await page.keyboard.type('Een open inloop');
  await pressKey(page, 'Enter');
  await page.keyboard.type('Voor wie maar wil.');
  await screen.isSaved();
  await pressKey(page, 'Control+a');
  await pressKey(page, 'Control+c');
  await screen.open(lab.nextDocument());
  await screen.text.click();
  await pressKey(page, 'Control+v');
  await pressKey(page, 'Control+End');
  await pressKey(page, 'Control+v');
  const goals = screen.text.locator('section[data-block=goal]');
  await eventually(() => goals.count(), 2);
  const titles = screen.text.locator('[data-block-title]');
  expect(await titles.allInnerTexts()).toEqual(['Een open inloop', 'Een open inloop']);
  await screen.isSaved();
});

test('[R40] what this browser kept under the first version is shown and goes along', async () => {
  const documentId = lab.nextDocument();
  const [amina, joris] = lab.seeded.people;
  if (!amina || !joris) throw new Error('Two people were seeded');
  const [base, unsent] = schemaFixture(1).copy;
  if (!base || !unsent) throw new Error('The fixture has a copy');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, base.update);
  const other = stockClient(lab.server, joris, documentId, {doc});
  await until('synced', () => other.provider.synced);

  const {page} = await lab.visit(0);
  const screen = documentScreen(page);
  // The first document that is opened makes the database.
  await screen.open(lab.nextDocument());
  await keepRows(page, amina.id, documentId, [
    {update: [...base.update], writers: []},
    {update: [...unsent.update], writers: [...unsent.writers]},
  ]);
  await screen.open(documentId);
  await screen.text.getByText(unsentWords).waitFor();
  await until('arrived', () => JSON.stringify(doc.getXmlFragment('default')).includes('trein'));
  expect(await page.getByText('die niet mee kon').count()).toBe(0);
});

/** As the first version left them. */
function keepRows(
  page: Page,
  personId: string,
  documentId: string,
  rows: readonly {readonly update: readonly number[]; readonly writers: readonly number[]}[],
): Promise<void> {
  return page.evaluate(
    async (given) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('samenspel');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error('no database')));
      });
      const transaction = database.transaction('rows', 'readwrite');
      for (const {update, writers} of given.rows) {
        transaction.objectStore('rows').add({
          copy: `${given.personId}|${given.documentId}|1`,
          ...{personId: given.personId, documentId: given.documentId, epoch: 1},
          ...{update: new Uint8Array(update), writers},
          ...(writers.length > 0 ? {unsentBy: given.personId} : {}),
        });
      }
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      database.close();
    },
    {personId, documentId, rows},
  );
}

test('words are said to rest on something by keyboard alone, and it is seen, heard and undone', async () => {
  const {page, screen} = await writer();
  await page.keyboard.type('Wij weten dit al lang.');
  for (let steps = 0; steps < 5; steps += 1) await pressKey(page, 'Shift+ArrowLeft');
  await screen.choose('Bron', 'Ervaringskennis');
  await eventually(() => screen.text.locator('[data-source=lived]').allInnerTexts(), ['lang.']);
  expect(await screen.text.locator('.source-word').innerText()).toBe('ervaringskennis');
  await pressKey(page, 'Alt+Shift+Digit3');
  await eventually(() => screen.text.locator('[data-source=policy]').count(), 1);
  await screen.choose('Bron', 'Ervaringskennis – haal weg');
  await eventually(() => screen.text.locator('[data-source=lived]').count(), 0);
  await screen.isSaved();
});

test.each(['wide', 'phone'] as const)(
  'goals on one kind stand out when that is asked for (%s)',
  async (width) => {
    const {page, screen} = await writer(width);
    await pasteHtml(
      page,
      '<section data-block="goal"><p data-block-title="">Een open inloop</p>' +
        '<p><span data-source="lived">Wij komen hier elke dag.</span></p></section>' +
        '<section data-block="goal"><p data-block-title="">Minder papier</p>' +
        '<p><span data-source="lived">Wij</span> en <span data-source="research">zij</span></p></section>',
    );
    await screen.text.locator('[data-source]').first().waitFor();
    await openPanel(page, width);
    await page.getByText('Doelen die op één soort rusten', {exact: true}).click();
    await eventually(
      () => screen.text.locator('.rests-on-one').allInnerTexts(),
      ['Rust alleen op ervaringskennis'],
    );
    expect(await barriers(page, 'all')).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByText('Met het woord erbij', {exact: true}).click();
    await eventually(() => screen.text.locator('.source-word:visible').count(), 3);
    expect(await barriers(page, 'all')).toEqual([]);
  },
);

async function openPanel(page: Page, width: 'wide' | 'phone'): Promise<void> {
  if (width === 'wide') return page.getByRole('tab', {name: 'Bronnen'}).click();
  const direct = page.getByRole('button', {name: 'Bronnen', exact: true});
  if (await direct.isVisible()) return direct.click();
  await page.getByRole('button', {name: 'Meer', exact: true}).click();
  return page.getByRole('menuitem', {name: 'Bronnen', exact: true}).click();
}
