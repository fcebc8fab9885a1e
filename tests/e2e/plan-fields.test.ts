/** The facts of a plan, filled in by keyboard alone and by two people at once, in real browsers. */

import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {examine} from '../support/examine.ts';
import {documentScreen, eventually, pressKey} from '../support/pages.ts';

const lab = browserLab('--people', '2', '--documents', '6', '--words', '0');

type Width = 'wide' | 'phone';

/** Somebody in a document, with the caret in its text. */
async function writer(documentId: string, person = 0, width: Width = 'wide') {
  const visitor = await lab.visit(person, {width});
  const {page} = visitor;
  const screen = documentScreen(page);
  await screen.open(documentId);
  await screen.text.focus();
  const dialog = page.getByRole('dialog');
  const line = (title: string) => screen.text.getByRole('group', {name: `Over “${title}”`});
  return {
    ...{page, screen, dialog, line},
    keys: keysOf(page),
    /** What the line of facts under a title says. */
    facts: (title: string) => line(title).innerText().then(inOneLine),
    async openFields(): Promise<void> {
      await pressKey(page, 'Control+Enter');
      await dialog.locator(':focus').waitFor();
    },
    async closeFields(): Promise<void> {
      await pressKey(page, 'Escape');
      await dialog.waitFor({state: 'detached'});
      await screen.isFocused();
    },
  };
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

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe.each(['wide', 'phone'] as const)('at the width of %s', (width) => {
  test(`a goal with an action and money is built by keyboard alone (${width})`, async () => {
    const here = await writer(lab.nextDocument(), 0, width);
    const {page, screen, keys, dialog} = here;
    const [me] = lab.seeded.people;
    await screen.choose('Plan', 'Doel');
    await keys('Een open inloop');
    await here.openFields();
    // Status, from, until, then who: a group with its side, and somebody of the lab.
    await keys('[ArrowRight]', '[Space]', '[Tab]', 'maart 2027', '[Tab]', 'juni 2028', '[Tab]');
    await keys('De buurtkamer', '[Enter]');
    await dialog.getByRole('radiogroup', {name: 'Kant van De buurtkamer'}).waitFor();
    await dialog.locator('input[role=combobox]:focus').waitFor();
    await keys('[Shift+Tab]', '[Space]', '[Tab]');
    await keys(me?.name ?? '');
    await page.getByRole('option').first().waitFor();
    await keys('[ArrowDown]', '[Enter]');
    await dialog.getByRole('button', {name: `Haal weg: ${me?.name}`}).waitFor();
    await examine(here, width, 'goal-fields');
    await keys('[Escape]');
    if (await dialog.isVisible()) await here.closeFields();
    await screen.isFocused();
    await eventually(
      () => here.facts('Een open inloop'),
      'bezig maart 2027 t/m juni 2028 + wie + hoe weten we het?',
    );
    const chips = screen.text.locator('[data-fact=carrier]');
    expect((await chips.allInnerTexts()).map(inOneLine)).toEqual([
      expect.stringMatching(/^De buurtkamer (informeel|formeel)$/),
      `${me?.name} informeel`,
    ]);

    // From the title a new action comes behind those who carry the goal.
    await screen.choose('Plan', 'Actie');
    await keys('De deur open op dinsdag', '[Tab]');
    await here.line('De deur open op dinsdag').locator('button:focus').waitFor();
    await keys('[ArrowRight]', '[ArrowRight]', '[Enter]');
    await dialog.getByRole('textbox', {name: 'Waarvoor'}).and(page.locator(':focus')).waitFor();
    await keys('koffie en huur', '[Tab]', '1.250,50', '[Tab]', 'buurtbudget', '[Tab]', '[Space]');
    await keys('[Tab]', '[Space]');
    await examine(here, width, 'action-fields');
    await here.closeFields();
    expect(await here.facts('De deur open op dinsdag')).toContain('€ 1.250,50');
    expect(await here.facts('Een open inloop')).toContain('€ 1.250,50');
    const fund = inOneLine(await screen.text.locator('[data-fact=fund]').innerText());
    expect(fund).toMatch(/^koffie en huur € 1\.250,50 · buurtbudget · gevraagd · (in)?formeel$/);

    // From the end of a title through what stands under it.
    await screen.text.locator('[data-block-title]').first().click();
    await keys('[End]', '[ArrowRight]', '[End]', ' en de kok');
    expect((await chips.allInnerTexts()).map(inOneLine)[0]).toMatch(/^De buurtkamer en de kok/);
    await examine(here, width, 'goal-with-facts');
    await screen.isSaved();
    await page.reload();
    await screen.isSaved();
    expect(await here.facts('Een open inloop')).toContain('bezig maart 2027 t/m juni 2028');
  });

  test(`what can not be read is said beside its field and in the line (${width})`, async () => {
    const here = await writer(lab.nextDocument(), 0, width);
    const {page, screen, keys, dialog} = here;
    await screen.choose('Plan', 'Actie');
    await keys('Zaal', '[Tab]', '[ArrowRight]', '[ArrowRight]', '[Enter]');
    await dialog.getByRole('textbox', {name: 'Waarvoor'}).and(page.locator(':focus')).waitFor();
    await keys('[Tab]', 'best veel', '[Tab]');
    await dialog.getByText('Dit bedrag kunnen we niet lezen.').waitFor();
    await dialog.getByRole('textbox', {name: 'Vanaf'}).focus();
    await keys('na de zomer', '[Tab]', '2020', '[Tab]');
    await dialog.getByText('Deze datum kennen we niet.').waitFor();
    await dialog.getByRole('textbox', {name: 'Vanaf'}).fill('2021');
    await keys('[Enter]');
    await dialog.getByText('Dit eindigt voor het begint.').waitFor();
    await examine(here, width, 'fields-wrong');
    await here.closeFields();
    expect(await here.facts('Zaal')).toBe('+ status 2021 t/m 2020 kijk na + wie');
  });
});

test('two people fill in one goal at the same time, and see what the other does', async () => {
  const documentId = lab.nextDocument();
  const mine = await writer(documentId, 0);
  await mine.screen.choose('Plan', 'Doel');
  await mine.keys('Inloop');
  const theirs = await writer(documentId, 1, 'phone');
  await theirs.line('Inloop').waitFor();
  await theirs.screen.text.locator('[data-block-title]').click();
  await Promise.all([mine.openFields(), theirs.openFields()]);
  await Promise.all([
    mine.keys('[ArrowRight]', '[Space]'),
    theirs.keys('[Tab]', '2027', '[Tab]', '2028', '[Tab]', 'de buren', '[Enter]'),
  ]);
  await mine.dialog.getByRole('textbox', {name: 'Groep of rol'}).waitFor();
  expect(await mine.dialog.getByRole('textbox', {name: 'Vanaf'}).inputValue()).toBe('2027');
  await theirs.dialog.getByRole('radio', {name: 'bezig', checked: true}).waitFor();

  // The same words, by both.
  await mine.dialog.getByRole('textbox', {name: 'Groep of rol'}).focus();
  await mine.keys('[Home]', 'alle ');
  const name = theirs.dialog.getByRole('textbox', {name: 'Groep of rol'});
  await eventually(() => name.inputValue(), 'alle de buren');
  await name.focus();
  await theirs.keys('[End]', ' van hier');
  const words = mine.dialog.getByRole('textbox', {name: 'Groep of rol'});
  await eventually(() => words.inputValue(), 'alle de buren van hier');
  await Promise.all([mine.closeFields(), theirs.closeFields()]);
  for (const {facts} of [mine, theirs])
    expect(await facts('Inloop')).toContain('bezig 2027 t/m 2028');
});
