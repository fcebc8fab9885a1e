import {describe, expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, labScreen} from '../support/pages.ts';

describe('a commenter', () => {
  const lab = browserLab(
    '--people',
    '2',
    '--documents',
    '1',
    '--words',
    '60',
    '--role',
    'commenter',
  );

  test('reads the text with the reason why, and finds no way to change anything', async () => {
    const {page} = await lab.visit(0);
    const screen = documentScreen(page);
    const documentId = lab.nextDocument();
    await page.goto(`/documenten/${documentId}`);
    await screen.says('Je leest mee');
    await page
      .getByText('Je leest mee. Alleen leden van het lab schrijven in deze tekst.')
      .waitFor();
    expect(await screen.toolbar.count()).toBe(0);
    expect(await page.getByRole('button', {name: /Titel/}).count()).toBe(0);

    const before = await screen.lines();
    expect(before.join(' ').length).toBeGreaterThan(100);
    await screen.text.click();
    await page.keyboard.type('Ik mag dit niet');
    expect(await screen.lines()).toEqual(before);

    await labScreen(page).open(lab.seeded.lab.id);
    expect(await page.getByRole('button', {name: 'Nieuw document'}).count()).toBe(0);
    await page
      .getByRole('button', {name: /^Meer over/})
      .first()
      .click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Geschiedenis']);
    await page.getByRole('menuitem', {name: 'Geschiedenis'}).click();
    await page.getByRole('heading', {name: 'Geschiedenis', level: 1}).waitFor();
  });
});
