/** A text of a hundred pages, of which most is out of sight and not even laid out. */

import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, eventually} from '../support/pages.ts';
import {action, goal, paragraph, plan, task} from '../support/plan.ts';
import {planWriter} from '../support/plan-writer.ts';

const lab = browserLab('--people', '2', '--documents', '1', '--words', '0');

test('its contents lead to every place, and one can write there at once', async () => {
  const documentId = lab.nextDocument();
  const [, writer] = lab.seeded.people;
  if (!writer) throw new Error('Seed more people for this file');
  const {write} = await planWriter(lab.server, writer, documentId);
  await write(plan(...Array.from({length: 25}, (_, at) => aTask(at + 1))));
  const {page} = await lab.visit(0);
  const screen = documentScreen(page);
  await screen.open(documentId);
  for (const at of [25, 13, 1, 20]) {
    await page.getByRole('button', {name: `Doel: Doel ${at} van de buurt`}).click();
    await eventually(() => topOf(page, `Doel ${at} van de buurt`), 'under the bars');
    await page.keyboard.press('End');
    await page.keyboard.type(' nu');
    await screen.text.getByText(`Doel ${at} van de buurt nu`).waitFor();
  }
  await screen.isSaved();
  expect(await screen.text.textContent()).toContain('Doel 13 van de buurt nu');
});

/** Where the top of its block stands in the window. */
async function topOf(page: Page, title: string): Promise<string> {
  const section = page.locator('section[data-block=goal]').filter({hasText: title}).last();
  const bars = await page.locator('.toolbar-dock').boundingBox();
  const box = await section.boundingBox();
  if (!bars || !box) return 'nowhere';
  const gap = box.y - (bars.y + bars.height);
  return gap >= 0 && gap < 80 ? 'under the bars' : `${Math.round(gap)} px from the bars`;
}

function aTask(at: number) {
  const words = 'Wie hier woont, weet wat er nodig is en schuift aan. '.repeat(3 + ((at * 5) % 9));
  return task(
    `Opgave ${at}`,
    ...Array.from({length: 6}, () => paragraph(`${words}Zo is het.`)),
    goal(`Doel ${at} van de buurt`, paragraph(`${words}En zo.`), action(`Actie ${at}`)),
  );
}
