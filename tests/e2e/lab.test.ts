import {expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, labScreen} from '../support/pages.ts';

const lab = browserLab('--people', '2', '--documents', '4', '--words', '30');

test('documents are made, renamed, archived and brought back, and the other member sees it happen', async () => {
  const one = await lab.visit(0);
  const other = await lab.visit(1, {width: 'phone'});
  const [mine, theirs] = [labScreen(one.page), labScreen(other.page)];
  await Promise.all([mine.open(lab.seeded.lab.id), theirs.open(lab.seeded.lab.id)]);

  // Empty: one begins to write at once.
  await mine.make('Praten over de speeltuin', 'Vrij document');
  const empty = documentScreen(one.page);
  await empty.isSaved();
  await empty.text.locator('[data-hint="Hier is nog niets. Begin met een doel."]').waitFor();
  await empty.writeAtEnd('Wie komt er?');
  await empty.isSaved();
  // The list of the other follows by itself.
  await theirs.row('Praten over de speeltuin').getByText('Vrij document').waitFor();
  await theirs.row('Praten over de speeltuin').getByText('Nu hier:').waitFor();

  // From the template: the questions stand in it.
  await mine.open(lab.seeded.lab.id);
  await mine.make('Plan voor de Kade', 'Wijkuitvoeringsplan');
  const plan = documentScreen(one.page);
  await plan.isSaved();
  // A question of the template, until somebody answers it.
  await one.page.locator('[data-hint="Waar merk je dat aan? Wie heeft er last van?"]').waitFor();
  await theirs.open(lab.seeded.lab.id);
  await theirs.row('Plan voor de Kade').getByText('Wijkuitvoeringsplan').waitFor();

  // Equal rights: the other renames what the first one made, and it reads so at once where it is open.
  await theirs.rename('Plan voor de Kade', 'Plan voor de hele Kade');
  await one.page.getByRole('heading', {name: 'Plan voor de hele Kade', level: 1}).first().waitFor();

  await theirs.chooseFor('Plan voor de hele Kade', 'Naar het archief');
  await other.page.getByText('“Plan voor de hele Kade” staat nu in het archief.').waitFor();
  expect(await theirs.titles()).not.toContain('Plan voor de hele Kade');
  await one.page.getByText('Deze tekst is gearchiveerd.').waitFor();
  expect(await plan.toolbar.count()).toBe(0);

  await mine.open(lab.seeded.lab.id);
  await one.page.getByText('Archief (1)').click();
  await one.page.getByRole('button', {name: 'Plan voor de hele Kade terughalen'}).click();
  await one.page.getByText('“Plan voor de hele Kade” staat weer bij de documenten.').waitFor();
  await theirs.open(lab.seeded.lab.id);
  expect(await theirs.titles()).toContain('Plan voor de hele Kade');
  await mine.row('Plan voor de hele Kade').getByRole('link').click();
  await plan.isSaved();
  await plan.writeAtEnd('En verder.');
  await plan.isSaved();
});

test.for(['wide', 'phone'] as const)(
  'the title is changed where it stands, above the text (%s)',
  async (width) => {
    const {page} = await lab.visit(0, {width});
    const screen = documentScreen(page);
    await screen.open(lab.nextDocument());
    await screen.press('Titel wijzigen');
    await page.locator('.document-rename input:focus').waitFor();
    await page.getByRole('textbox', {name: 'Titel'}).fill(`Hoe we het nu noemen (${width})`);
    const [save, cancel] = await Promise.all(
      ['Bewaren', 'Annuleren'].map((name) => page.getByRole('button', {name}).boundingBox()),
    );
    expect(save?.y).toBe(cancel?.y);
    expect(save?.height).toBe(cancel?.height);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {name: `noemen (${width})`, level: 1}).waitFor();
    expect(await page.title()).toBe(`Hoe we het nu noemen (${width}) – Samenspel`);
  },
);

test('on a phone two lines stand above the text, and one menu holds the rest', async () => {
  const {page} = await lab.visit(0, {width: 'phone'});
  const screen = documentScreen(page);
  await screen.open(lab.nextDocument());
  const line = await page.locator('.document-line').boundingBox();
  expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThan(110);
  await page.getByRole('button', {name: 'Meer', exact: true}).click();
  await page.getByRole('menuitem', {name: 'Uitloggen'}).waitFor();
  const offered = await page.getByRole('menuitem').allInnerTexts();
  for (const item of ['Titel wijzigen', 'Geschiedenis', 'Delen', 'Nieuw lab', 'Over jou']) {
    expect(offered).toContain(item);
  }
  await page.getByRole('menuitem', {name: 'Delen'}).click();
  await page.getByRole('dialog', {name: /delen/i}).waitFor();
});

test('a document without a name is not made, and the dialog says what to do', async () => {
  const {page} = await lab.visit(0, {width: 'phone'});
  await labScreen(page).open(lab.seeded.lab.id);
  await page.getByRole('button', {name: 'Nieuw document'}).click();
  await page.getByRole('button', {name: 'Maak het document'}).click();
  await page.getByText('Geef het document een naam.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({state: 'detached'});
});
