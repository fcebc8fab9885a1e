import {mkdir} from 'node:fs/promises';
import {documentKinds, type DocumentView, kindWord} from '@samenspel/shared';
import type {Page} from 'playwright-core';
import {expect, onTestFinished, test} from 'vitest';
import {barriers, overflow, smallTargets} from '../support/axe.ts';
import {browserLab} from '../support/browser-lab.ts';
import {flowWidths, visit} from '../support/browser.ts';
import {documentScreen, drawn, eventually, labScreen, option} from '../support/pages.ts';
import {seed} from '../support/started-server.ts';

const lab = browserLab('--people', '2', '--documents', '1', '--words', '0');
const shots = process.env['SCREENSHOTS'];

async function picture(page: Page, name: string): Promise<void> {
  // A dialog is kept unseen until it has found its place.
  await eventually(() => page.locator('.dialog-veil[style*="opacity"]').count(), 0);
  await drawn(page);
  if (!shots) return;
  await mkdir(shots, {recursive: true});
  await page.screenshot({path: `${shots}/${name}.png`, fullPage: name.startsWith('template-')});
}

/** Nothing that a machine can hold against the screen, and all of it fits. */
async function examine(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect.soft(await barriers(page, 'all'), name).toEqual([]);
  expect.soft(await overflow(page), `${name}, sideways`).toBe(0);
}

/** A document of the first person, as the dialog makes it. */
async function begin(template: string, title: string): Promise<string> {
  const {server, seeded} = lab;
  const answer = await server.ask(`/api/labs/${seeded.lab.id}/documents`, {
    ...{cookie: seeded.people[0]?.cookie ?? '', body: {template, title}},
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as DocumentView).id;
}

// Each state is looked at once: empty where there is room, filled where there is little.
test('every template is opened where there is room (wide)', async () => {
  const {page} = await lab.visit(0);
  for (const kind of documentKinds) {
    await documentScreen(page).open(await begin(kind, `${kindWord(kind)} (wide)`));
    await examine(page, `template-${kind}-wide-empty`);
  }
}, 240_000);

test.each(flowWidths)(
  'every template is opened and filled, and its questions go as they are answered (%s)',
  async (width) => {
    const {page} = await lab.visit(0, {width});
    const screen = documentScreen(page);
    for (const kind of documentKinds) {
      await screen.open(await begin(kind, `${kindWord(kind)} (${width})`));
      await picture(page, `template-${kind}-${width}-empty`);
      const questions = page.locator('.text p[data-question].hint');
      const count = await questions.count();
      expect(count > 0, kind).toBe(kind !== 'free');
      for (let left = count; left > 0; left -= 1) {
        await questions.first().click();
        await page.keyboard.insertText(`Antwoord ${left}`);
        await eventually(() => questions.count(), left - 1);
      }
      if (count === 0) await screen.writeAtEnd('Een begin');
      const text = await screen.text.innerText();
      expect(text, kind).toContain(count === 0 ? 'Een begin' : `Antwoord ${count}`);
      await screen.isSaved();
      await examine(page, `template-${kind}-${width}-filled`);
    }
  },
  240_000,
);

test.each(['wide', 'phone'] as const)(
  'somebody chooses from every kind by keyboard, and reads who sees a personal one (%s)',
  async (width) => {
    const {page} = await lab.visit(0, {width});
    await labScreen(page).open(lab.seeded.lab.id);
    await page.getByRole('button', {name: 'Nieuw document'}).click();
    await page.getByRole('textbox', {name: 'Hoe heet het?'}).fill(`Wat we horen (${width})`);
    await examine(page, `choosing-${width}`);
    if (width === 'phone') expect.soft(await smallTargets(page)).toEqual([]);
    await page.getByText(/Alleen jij ziet dit, en wie jij uitnodigt/).waitFor();
    await page.keyboard.press('Tab');
    for (const kind of ['Samenwerkingsafspraken', 'Waarden en beelden', 'Samenspel', 'Gesprek']) {
      await page.keyboard.press('ArrowDown');
      await page.getByRole('radio', {name: new RegExp(`^${kind}`), checked: true}).waitFor();
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {name: 'Zo voer je het gesprek'}).waitFor();
  },
);

test('a document is kept as a template, taken along as a file, and begun with in another lab', async () => {
  const made = await begin('agreements', 'Onze manier');
  const {page} = await lab.visit(0);
  await documentScreen(page).open(made);
  await page.getByRole('button', {name: 'Meer met dit document'}).click();
  await page.getByRole('menuitem', {name: 'Bewaar als sjabloon'}).click();
  await examine(page, 'saving-wide');
  await page.getByRole('button', {name: 'Bewaar het sjabloon'}).click();
  await page.getByText('“Onze manier” staat nu bij “Nieuw document”.').waitFor();
  await examine(page, 'saved-wide');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', {name: 'Meenemen als bestand: Onze manier'}).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('sjabloon-onze-manier.json');
  const file = await download.path();

  const {server} = lab;
  const other = await seed(server.dataFolder, '--people', '1', '--documents', '0');
  const cookie = other.people[0]?.cookie ?? '';
  const there = await visit({server, cookie, width: 'phone', cleanUp: onTestFinished});
  await labScreen(there.page).open(other.lab.id);
  await there.page.getByRole('button', {name: 'Nieuw document'}).click();
  await there.page.getByRole('button', {name: 'Sjablonen van dit lab'}).click();
  await there.page.getByText('Dit lab heeft nog geen eigen sjablonen.').waitFor();
  await there.page.locator('input[type=file]').setInputFiles(file);
  await there.page.getByText(/staat nu bij de sjablonen. Controleer of er namen in/).waitFor();
  await examine(there.page, 'templates-phone');
  expect.soft(await smallTargets(there.page)).toEqual([]);
  await there.page.getByRole('button', {name: 'Haal weg: Onze manier'}).click();
  await there.page.getByRole('button', {name: 'Terugzetten', exact: true}).click();
  await there.page.getByText('“Onze manier” staat er weer bij.').waitFor();
  await there.page.getByRole('button', {name: 'Terug naar het nieuwe document'}).click();
  await there.page.getByRole('textbox', {name: 'Hoe heet het?'}).fill('Van de buren geleerd');
  await option(there.page, 'Onze manier').click();
  await there.page.getByRole('button', {name: 'Maak het document'}).click();
  await there.page.getByRole('heading', {name: 'Wat we van elkaar verwachten'}).waitFor();
  await documentScreen(there.page).isSaved();
});
