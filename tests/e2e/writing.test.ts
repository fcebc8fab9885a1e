import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, eventually, pressKey} from '../support/pages.ts';

const lab = browserLab('--people', '2', '--documents', '12', '--words', '0');

/** Somebody in an empty document, with the caret in the text. */
async function writer(documentId: string = lab.nextDocument(), person = 0) {
  const {page} = await lab.visit(person);
  const screen = documentScreen(page);
  await screen.open(documentId);
  await screen.text.click();
  return {documentId, page, screen, keys: keysOf(page)};
}

/** Types texts and presses keys, as they come: 'woord', '[Enter]'. */
function keysOf(page: Page) {
  return async (...strokes: readonly string[]): Promise<void> => {
    for (const stroke of strokes) {
      const key = /^\[(.{2,})\]$/.exec(stroke)?.[1];
      await (key ? pressKey(page, key) : page.keyboard.type(stroke));
    }
  };
}

test('Alt+F10 goes to the toolbar, the arrows through it, Escape back; Tab passes it in one step', async () => {
  const {page, screen, keys} = await writer();
  await keys('[Alt+F10]');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await eventually(focused, 'Plan');
  await keys('[ArrowRight]', '[ArrowRight]', '[ArrowLeft]');
  expect(await focused()).toBe('Vet');
  await keys('[Escape]');
  await screen.isFocused();

  // One step into the bar, one out of it, and the same way back into the text.
  const inBar = () => screen.toolbar.locator('button:focus').count();
  await keys('[Shift+Tab]');
  expect(await inBar()).toBe(1);
  await keys('[Shift+Tab]');
  expect(await inBar()).toBe(0);
  await keys('[Tab]');
  expect(await inBar()).toBe(1);
  await keys('[Tab]');
  await screen.isFocused();
});

test('bold, italic, underline and headings are made with the keyboard alone', async () => {
  const {screen, keys} = await writer();
  await screen.pressTool('Vet');
  await keys('dik', '[Control+b]', ' ', '[Control+i]', 'schuin', '[Control+i]', ' ');
  await keys('[Control+u]', 'onderstreept', '[Control+u]', '[Enter]', 'Over de buurt');
  await screen.choose('Tekst', 'Kop');
  await keys('[Enter]', 'Gewoon weer.');
  expect(await screen.text.locator('strong').innerText()).toBe('dik');
  expect(await screen.text.locator('em').innerText()).toBe('schuin');
  expect(await screen.text.locator('u').innerText()).toBe('onderstreept');
  expect(await screen.text.locator('h2').innerText()).toBe('Over de buurt');
  expect(await screen.text.locator('h2 + p').innerText()).toBe('Gewoon weer.');
});

test('lists come from the menu and from typing, go deeper with Tab, and can be ticked off', async () => {
  const {page, screen, keys} = await writer();
  await screen.choose('Lijst', 'Lijst met punten');
  await keys('thee', '[Enter]', 'koffie', '[Tab]', '[Enter]', '[Shift+Tab]', '[Enter]');
  await keys('1. ', 'eerst', '[Enter]', 'dan', '[Enter]', '[Enter]');
  await keys('[ ] ', 'stoelen klaarzetten');
  expect(await screen.text.locator('ul ul li').innerText()).toBe('koffie');
  expect(await screen.text.locator('ol > li').allInnerTexts()).toEqual(['eerst', 'dan']);
  await page.getByRole('checkbox', {name: 'Afvinken: stoelen klaarzetten'}).press('Space');
  await screen.isSaved();
  await page.reload();
  await screen.isSaved();
  const box = page.getByRole('checkbox', {name: 'Afvinken: stoelen klaarzetten'});
  expect(await box.isChecked()).toBe(true);
});

test('typing rules: # and a space makes a heading, - a list, 1. a numbered one, > a quote', async () => {
  const {screen, keys} = await writer();
  await keys('# ', 'Groot', '[Enter]', '## ', 'Minder groot', '[Enter]');
  await keys('- ', 'punt', '[Enter]', '[Enter]', '1. ', 'nummer', '[Enter]', '[Enter]');
  await keys('> ', 'iemand zei dit');
  expect(await screen.text.locator('h1').innerText()).toBe('Groot');
  expect(await screen.text.locator('h2').innerText()).toBe('Minder groot');
  expect(await screen.text.locator('ul li').innerText()).toBe('punt');
  expect(await screen.text.locator('ol li').innerText()).toBe('nummer');
  expect(await screen.text.locator('blockquote').innerText()).toBe('iemand zei dit');
});

test('a table is made, filled, widened, lengthened and taken away with the keyboard', async () => {
  const {screen, keys} = await writer();
  await screen.choose('Tabel', 'Tabel invoegen');
  await keys('Wat', '[Tab]', 'Wie', '[Tab]', 'Geld', '[Tab]', 'Inloop');
  await screen.choose('Tabel', 'Rij eronder');
  await screen.choose('Tabel', 'Kolom erna');
  expect(await screen.text.locator('tr').count()).toBe(4);
  expect(await screen.text.locator('tr').first().locator('th').count()).toBe(4);
  await screen.choose('Tabel', 'Rij weghalen');
  await screen.choose('Tabel', 'Kolom weghalen');
  await screen.choose('Tabel', 'Bovenste rij is kop');
  expect(await screen.text.locator('tr').count()).toBe(3);
  expect(await screen.text.locator('th').count()).toBe(0);
  await screen.choose('Tabel', 'Tabel weghalen');
  expect(await screen.text.locator('table').count()).toBe(0);
});

test('a link is made, changed and taken away, and an address that could do harm is refused', async () => {
  const {page, screen, keys} = await writer();
  await keys('de buurtsite', '[Shift+Home]', '[Control+k]');
  const address = page.getByRole('dialog', {name: 'Link'}).getByRole('textbox', {name: 'Adres'});
  await address.waitFor();
  await keys('javascript:alert(1)', '[Enter]');
  await page.getByText('Dit adres kennen we niet.').waitFor();
  await address.fill('https://buurt.example');
  await keys('[Enter]');
  await screen.isFocused();
  const made = screen.text.getByRole('link', {name: 'de buurtsite'});
  expect(await made.getAttribute('href')).toBe('https://buurt.example');

  await keys('[ArrowRight]', '[ArrowLeft]', '[Control+k]');
  await address.fill('mail@buurt.example');
  await keys('[Enter]');
  await eventually(() => made.getAttribute('href'), 'mailto:mail@buurt.example');
  await keys('[Control+k]');
  await page.getByRole('button', {name: 'Link weghalen'}).press('Enter');
  await eventually(() => made.count(), 0);
  await screen.shows(['de buurtsite']);
});

test('find counts and walks through what it found; replace changes one or all; undo brings them back', async () => {
  const {page, screen, keys} = await writer();
  await keys('De straat, de straat en nog een Straat.', '[Control+f]');
  const bar = page.getByRole('region', {name: 'Zoeken en vervangen'});
  await keys('straat');
  await bar.getByText('1 van 3').waitFor();
  await keys('[Enter]');
  await bar.getByText('2 van 3').waitFor();
  await bar.getByRole('button', {name: 'Vervangen'}).press('Enter');
  await bar.getByRole('textbox', {name: 'Vervang door'}).fill('buurt');
  await bar.getByRole('button', {name: 'Vervang', exact: true}).press('Enter');
  await screen.shows(['De straat, de buurt en nog een Straat.']);
  await bar.getByRole('button', {name: 'Vervang alle'}).press('Enter');
  await screen.shows(['De buurt, de buurt en nog een buurt.']);
  await keys('[Escape]');
  await screen.isFocused();
  await keys('[Control+z]');
  await screen.shows(['De straat, de buurt en nog een Straat.']);
  await keys('[Control+z]');
  await eventually(async () => (await screen.lines()).join().includes('buurt'), false);
});

test('undo and redo touch only what one wrote oneself', async () => {
  const one = await writer();
  await one.keys('Eerste regel.', '[Enter]');
  const other = await writer(one.documentId, 1);
  await other.keys('[Control+End]', 'Van de ander.');
  await one.screen.line('Van de ander.').waitFor();
  await one.keys('[Control+Home]', 'Van mij. ');
  await other.screen.line('Van mij.').waitFor();
  await one.keys('[Control+z]');
  await other.screen.shows(['Eerste regel.', 'Van de ander.']);
  await one.keys('[Control+Shift+z]');
  await other.screen.shows(['Van mij. Eerste regel.', 'Van de ander.']);
  // However often: the other's words stay.
  for (let times = 0; times < 6; times += 1) await one.keys('[Control+z]');
  await eventually(
    async () => (await other.screen.lines()).join('|').replace('|', ''),
    'Van de ander.',
  );
});

test('tasks, goals, actions and agreements are put in and left again with the keyboard', async () => {
  const {screen, keys} = await writer();
  await screen.choose('Plan', 'Opgave');
  await keys('Eenzaamheid', '[Enter]', 'Veel mensen zitten thuis.', '[Enter]');
  await screen.choose('Plan', 'Doel');
  await keys('Een open inloop', '[Enter]');
  await screen.choose('Plan', 'Actie');
  await keys('De deur op dinsdag open', '[Enter]', 'Van tien tot twaalf.', '[Enter]', '[Enter]');
  await screen.choose('Plan', 'Afspraak');
  await keys('De sleutel hangt bij de beheerder');
  const labels = await screen.text
    .locator('[data-block]')
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-block')));
  expect(labels).toEqual(['task', 'goal', 'action', 'agreement']);
  await screen.isSaved();
  await screen.page.reload();
  await screen.isSaved();
  for (const words of ['Eenzaamheid', 'Een open inloop', 'De deur op dinsdag open']) {
    await screen.text.getByText(words).waitFor();
  }
});

test('the list of keys opens from the toolbar and gives the text its focus back', async () => {
  const {page, screen, keys} = await writer();
  await screen.pressTool('Toetsen');
  await page.getByRole('dialog', {name: 'Toetsen'}).getByText('Alt + F10').waitFor();
  await keys('[Escape]');
  await screen.isFocused();
});
