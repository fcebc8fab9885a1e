/** Comments by keyboard alone, without a line, and with names and goals in them. */

import {describe, expect, test} from 'vitest';
import {visitAsGuest} from '../support/browser-guest.ts';
import {browserLab} from '../support/browser-lab.ts';
import {commentsScreen} from '../support/comments-screen.ts';
import {examine} from '../support/examine.ts';
import {documentScreen, eventually, pressKey} from '../support/pages.ts';
import {writeGoals} from '../support/written-plan.ts';

const lab = browserLab('--people', '2', '--documents', '8', '--words', '0');

test('by keyboard alone: choose words, comment, answer, and go from the text to the thread and back', async () => {
  const documentId = lab.nextDocument();
  const mine = await lab.visit(0);
  const screen = await writeGoals(mine, documentId);
  const {page} = mine;
  const me = commentsScreen(page);
  // The caret stands behind "Samen groen."
  for (let letter = 0; letter < 'groen.'.length; letter += 1)
    await pressKey(page, 'Shift+ArrowLeft');
  await pressKey(page, 'Control+Alt+m');
  await me.field.waitFor();
  await page.keyboard.type('Welke planten?');
  await pressKey(page, 'Control+Enter');
  await me.thread('“groen.”').first().waitFor();
  await eventually(() => me.anchors.allTextContents(), ['groen.']);
  // It stands on what was said; F6 leads back to the words, and again to the thread.
  await eventually(() => page.evaluate(() => document.activeElement?.className), 'thread-head');
  await pressKey(page, 'F6');
  await screen.isFocused();
  await page.keyboard.type('Heel ');
  await eventually(async () => (await screen.lines()).at(-1), 'Samen Heel groen.');
  await pressKey(page, 'F6');
  await eventually(() => page.evaluate(() => document.activeElement?.className), 'thread-head');
  await pressKey(page, 'Tab');
  await pressKey(page, 'Tab');
  await page.locator(':focus').getByText('Meer').waitFor();
  await pressKey(page, 'Tab');
  await pressKey(page, 'Enter');
  await page.getByRole('textbox', {name: 'Je antwoord'}).waitFor();
  await page.keyboard.type('Munt.');
  await pressKey(page, 'Control+Enter');
  await page.locator('article.thread-unfolded').getByText('Munt.', {exact: true}).waitFor();
  await pressKey(page, 'F6');
  await screen.isFocused();
  await examine(mine, 'wide', 'comments-keyboard');
});

test('who reads by keyboard finds the signs of threads with Tab, named by their words', async () => {
  const documentId = lab.nextDocument();
  const mine = await lab.visit(0);
  await writeGoals(mine, documentId);
  const me = commentsScreen(mine.page);
  await me.choose('voor wie maar wil');
  await mine.page.getByRole('button', {name: 'Reageren', exact: true}).click();
  await me.place('Ook voor ons?');

  const guest = await visitAsGuest(lab, documentId, {name: 'Gerda', role: 'commenter'});
  const {page} = guest;
  await page.goto(`/documenten/${documentId}`);
  const sign = page.getByRole('button', {name: '1 reactie bij “voor wie maar wil”'});
  await sign.waitFor();
  await documentScreen(page).text.focus();
  for (let steps = 0; steps < 12; steps += 1) {
    if (await sign.evaluate((element) => element === document.activeElement)) break;
    await pressKey(page, 'Tab');
  }
  await pressKey(page, 'Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.className), 'thread-head');
  await pressKey(page, 'Escape');
  await eventually(() => sign.evaluate((element) => element === document.activeElement), true);
});

test('somebody is named with @ and a goal is pointed at with #, from a list under the words', async () => {
  const documentId = lab.nextDocument();
  const mine = await lab.visit(0);
  await writeGoals(mine, documentId);
  const me = commentsScreen(mine.page);
  const {page} = mine;
  const other = lab.seeded.people[1]?.name ?? '';
  await me.button('Reageer op doel “Een buurttuin”').click();
  await me.field.waitFor();
  await page.keyboard.type(`Vraag @${other.slice(0, 2).toLowerCase()}`);
  await page.getByRole('option', {name: other}).waitFor();
  await examine(mine, 'wide', 'comments-mention');
  await pressKey(page, 'Enter');
  await page.keyboard.type('hoe het bij #inl');
  await page.getByRole('option', {name: 'Een open inloop'}).waitFor();
  await pressKey(page, 'Enter');
  await page.keyboard.type('ging.');
  await page.getByRole('button', {name: 'Plaats', exact: true}).click();
  const unfolded = page.locator('article.thread-unfolded');
  await unfolded.getByText(`@${other}`).waitFor();
  await unfolded.getByRole('button', {name: 'Een open inloop'}).click();
  await documentScreen(page).isFocused();
});

describe.each(['wide', 'phone'] as const)('at the width of %s', (width) => {
  test(`[R62] what is said without a line waits on the device, over a reload, and arrives once (${width})`, async () => {
    const documentId = lab.nextDocument();
    const mine = await lab.visit(0, {width, expected: [/Failed to load resource|ERR_INTERNET/]});
    const screen = await writeGoals(mine, documentId);
    const theirs = await lab.visit(1, {width});
    await theirs.page.goto(`/documenten/${documentId}`);
    const them = commentsScreen(theirs.page);
    await them.button('Reageer op doel “Een buurttuin”').waitFor();
    const me = commentsScreen(mine.page);

    await mine.context.setOffline(true);
    await screen.says('Geen verbinding – je tekst staat op dit apparaat');
    await me.button('Reageer op doel “Een buurttuin”').click();
    await me.field.fill('Wie geeft water?');
    await mine.page.getByRole('button', {name: 'Plaats', exact: true}).click();
    const waits = mine.page.getByText('Nog niet verstuurd.');
    await waits.first().waitFor();
    await examine(mine, width, 'comments-waiting');
    await me.toText();

    await mine.context.setOffline(false);
    await them.button('1 reactie bij doel “Een buurttuin”').waitFor();
    await screen.isSaved();
    await mine.page.reload();
    await me.button('1 reactie bij doel “Een buurttuin”').waitFor();
    expect(await waits.count()).toBe(0);
    expect(await them.button('1 reactie bij doel “Een buurttuin”').count()).toBe(1);
  });
});
