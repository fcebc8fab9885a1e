/** Making, moving, folding and finding one's way in a plan, by keyboard, by hand and with somebody else. */

import {describe, expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {flowWidths, type Visit} from '../support/browser.ts';
import {examine} from '../support/examine.ts';
import {
  documentScreen,
  type DocumentScreen,
  drawn,
  eventually,
  pressKey,
} from '../support/pages.ts';
import {inserting} from '../support/written-plan.ts';

const lab = browserLab('--people', '2', '--documents', '9', '--words', '0');

/** Writes a small plan with the keyboard alone, every block by "/". */
async function writePlan({page, ...screen}: DocumentScreen): Promise<void> {
  await screen.text.click();
  const insert = inserting(page);
  await insert('opgave', 'Wonen');
  await insert('doel', 'Inloop');
  await page.keyboard.type('Elke week open.');
  await pressKey(page, 'Enter');
  await insert('doel', 'Tuin');
  await page.keyboard.type('Samen groen.');
  await pressKey(page, 'Enter');
  await insert('opgave', 'Werk');
  await page.keyboard.type('Banen in de buurt.');
}

/** Titles of the blocks with how deep they stand: `Wonen/Inloop`. */
function outline({text}: DocumentScreen): Promise<readonly string[]> {
  return text.evaluate((element) =>
    [...element.querySelectorAll('[data-block-title]')].map((title) => {
      const names: string[] = [];
      let section = title.closest('section');
      while (section) {
        const own = section.querySelector('[data-block-title]')?.textContent ?? '';
        names.unshift(own.replaceAll('\u2060', ''));
        section = section.parentElement?.closest('section') ?? null;
      }
      return names.join('/');
    }),
  );
}

async function openPlan(visitor: Visit, documentId: string): Promise<DocumentScreen> {
  const screen = documentScreen(visitor.page);
  await screen.open(documentId);
  return screen;
}

/** Puts the caret there: the frame after a press the text knows of it. */
async function press(screen: DocumentScreen, words: string, at?: {x: number; y: number}) {
  await screen.line(words).click(at ? {position: at} : {});
  await drawn(screen.page);
}

const written = ['Wonen', 'Wonen/Inloop', 'Wonen/Tuin', 'Werk'];
const swapped = ['Wonen', 'Wonen/Tuin', 'Wonen/Inloop', 'Werk'];

describe.each(['wide', 'phone'] as const)('at the width of %s', (width) => {
  test(`a plan is made with the slash and moved with the keys and the menu (${width})`, async () => {
    const visitor = await lab.visit(0, {width});
    const {page} = visitor;
    const screen = await openPlan(visitor, lab.nextDocument());
    await writePlan(screen);
    expect(await outline(screen)).toEqual(written);

    await page.keyboard.type(' /');
    await page.locator('#slash-list').waitFor();
    await examine(visitor, width, 'slash');
    await pressKey(page, 'Escape');
    await eventually(() => page.locator('#slash-list').count(), 0);
    await pressKey(page, 'Backspace');

    await press(screen, 'Elke week');
    await pressKey(page, 'Alt+ArrowDown');
    await eventually(() => outline(screen), swapped);
    await page.getByText('“Inloop” staat nu onder “Tuin”.').waitFor({state: 'attached'});
    await page.keyboard.type('!');
    expect(await screen.line('Elke week').textContent()).toContain('!');

    await pressKey(page, 'Alt+Enter');
    await page.getByRole('menu', {name: 'Blok'}).waitFor();
    await examine(visitor, width, 'block-menu');
    await page.getByRole('menuitem', {name: 'Omhoog'}).click();
    await eventually(() => outline(screen), written);

    await pressKey(page, 'Alt+Enter');
    await page.getByRole('menuitem', {name: 'Verplaats naar…'}).click();
    const dialog = page.getByRole('dialog', {name: '“Inloop” verplaatsen'});
    await dialog.waitFor();
    await examine(visitor, width, 'move-dialog');
    await dialog.getByRole('button', {name: 'Opgave: Werk'}).click();
    await eventually(() => outline(screen), ['Wonen', 'Wonen/Tuin', 'Werk', 'Werk/Inloop']);
    await page.getByText('“Inloop” staat nu in Opgave: Werk.').waitFor({state: 'attached'});
    await screen.isFocused();
    await pressKey(page, 'Control+z');
    await eventually(() => outline(screen), written);
    await screen.isSaved();
  });
});

describe.each(flowWidths)('at the width of %s', (width) => {
  test(`one moves a goal while the other writes in it, and no word is lost (${width})`, async () => {
    const documentId = lab.nextDocument();
    const mover = await lab.visit(0, {width});
    const writer = await lab.visit(1);
    const screen = await openPlan(mover, documentId);
    await writePlan(screen);
    await screen.isSaved();
    const theirs = await openPlan(writer, documentId);
    await press(theirs, 'Elke week');
    await pressKey(writer.page, 'End');
    const words = ' Met thee en koekjes, voor wie maar wil, de hele middag lang.';
    const typing = writer.page.keyboard.type(words, {delay: 25});

    // Up and down, where the writer's block stays, and into another task, where it can't.
    await press(screen, 'Elke week', {x: 4, y: 8});
    await pressKey(mover.page, 'Alt+ArrowDown');
    await pressKey(mover.page, 'Alt+ArrowUp');
    await pressKey(mover.page, 'Alt+Enter');
    await mover.page.getByRole('menuitem', {name: 'Verplaats naar…'}).click();
    const dialog = mover.page.getByRole('dialog', {name: '“Inloop” verplaatsen'});
    await dialog.getByRole('button', {name: 'Opgave: Werk'}).click();
    await typing;
    await theirs.isSaved();
    for (const one of [screen, theirs]) {
      await eventually(() => outline(one), ['Wonen', 'Wonen/Tuin', 'Werk', 'Werk/Inloop']);
      await eventually(
        async () => (await one.lines()).find((line) => line.startsWith('Elke week')),
        `Elke week open.${words}`,
      );
    }
  });

  test(`tasks fold, what is found unfolds, and it stays as one left it (${width})`, async () => {
    const visitor = await lab.visit(0, {width});
    const {page} = visitor;
    const documentId = lab.nextDocument();
    const screen = await openPlan(visitor, documentId);
    await writePlan(screen);
    await screen.isSaved();
    await page.getByRole('button', {name: 'Klap in: Wonen'}).click();
    await screen.line('Elke week').waitFor({state: 'hidden'});
    await examine(visitor, width, 'folded');
    await page.reload();
    await screen.isSaved();
    await page.getByRole('button', {name: 'Klap uit: Wonen'}).waitFor();
    expect(await screen.line('Elke week').isVisible()).toBe(false);

    await screen.text.click();
    await pressKey(page, 'Control+f');
    await page.getByRole('textbox', {name: 'Zoek'}).fill('elke week');
    await screen.line('Elke week').waitFor();
    await page.keyboard.press('Escape');
  });

  test(`the contents follow the text, and lead there with the caret (${width})`, async () => {
    const visitor = await lab.visit(0, {width});
    const {page} = visitor;
    const screen = await openPlan(visitor, lab.nextDocument());
    await writePlan(screen);
    const isPhone = width === 'phone';
    const openContents = async () => {
      if (isPhone) await screen.press('Inhoud');
    };
    await openContents();
    const contents = page.getByRole('navigation', {name: 'Inhoud'});
    await eventually(
      () => contents.locator('button').allTextContents(),
      ['Opgave: Wonen', 'Doel: Inloop', 'Doel: Tuin', 'Opgave: Werk'],
    );
    await examine(visitor, width, 'contents');
    if (isPhone) {
      await page.keyboard.press('Escape');
      await contents.waitFor({state: 'detached'});
      await openContents();
      await page.goBack();
      await contents.waitFor({state: 'detached'});
      await openContents();
    }
    await contents.getByRole('button', {name: 'Doel: Tuin'}).click();
    await screen.isFocused();
    await drawn(page);
    await page.keyboard.type('De ');
    await eventually(() => outline(screen), ['Wonen', 'Wonen/Inloop', 'Wonen/De Tuin', 'Werk']);
    if (isPhone) {
      await screen.press('Overzicht');
      await page.getByRole('dialog', {name: 'Overzicht'}).waitFor();
      await examine(visitor, width, 'overview-sheet');
      return;
    }
    await contents.getByRole('button', {name: 'Doel: De Tuin'}).waitFor();
    await page.getByRole('tab', {name: 'Overzicht'}).click();
    await page.getByRole('tabpanel', {name: 'Overzicht'}).waitFor();
    await examine(visitor, width, 'overview-tab');
    await page.getByRole('button', {name: 'Verberg', exact: true}).click();
    await eventually(() => page.getByRole('tab').count(), 0);
    await examine(visitor, width, 'beside-folded');
    await page.reload();
    await screen.isSaved();
    expect(await page.getByRole('tab').count()).toBe(0);
    await page.getByRole('button', {name: 'Inhoud', exact: true}).click();
    await page.getByRole('tab', {name: 'Inhoud'}).waitFor();
  });
});

test('a goal is dragged by its grip, and Escape lets it be', async () => {
  const visitor = await lab.visit(0);
  const {page} = visitor;
  const screen = await openPlan(visitor, lab.nextDocument());
  await writePlan(screen);
  const grip = page.locator('.block-grip');
  const drag = async (from: string, to: string) => {
    await screen.line(from).hover();
    await grip.hover();
    await page.mouse.down();
    const box = await screen.line(to).boundingBox();
    if (!box) throw new Error(`Not to be seen: ${to}`);
    await page.mouse.move(box.x + 40, box.y + box.height, {steps: 8});
    await page.locator('.drop-line').waitFor();
  };
  await drag('Samen groen', 'Banen in de buurt');
  await examine(visitor, 'wide', 'dragging');
  await pressKey(page, 'Escape');
  await page.mouse.up();
  expect(await outline(screen)).toEqual(written);

  await drag('Samen groen', 'Banen in de buurt');
  await page.mouse.up();
  await eventually(() => outline(screen), ['Wonen', 'Wonen/Inloop', 'Werk', 'Werk/Tuin']);
  await page.getByText('“Tuin” staat nu in Opgave: Werk.').waitFor({state: 'attached'});
});
