/** A small plan written by hand in a browser, every block by "/". */

import type {DocumentId} from '@samenspel/shared';
import type {Page} from 'playwright-core';
import type {Visit} from './browser.ts';
import {type DocumentScreen, documentScreen, pressKey} from './pages.ts';

/** A task with two goals, "Een open inloop" and "Een buurttuin", each with a line; ends behind the last. */
export async function writeGoals(
  {page}: Pick<Visit, 'page'>,
  documentId: DocumentId,
): Promise<DocumentScreen> {
  const screen = documentScreen(page);
  await screen.open(documentId);
  await screen.text.click();
  const insert = inserting(page);
  await insert('opgave', 'Eenzaamheid');
  await insert('doel', 'Een open inloop');
  await page.keyboard.type('Elke week is de deur open voor wie maar wil.');
  await pressKey(page, 'Enter');
  await insert('doel', 'Een buurttuin');
  await page.keyboard.type('Samen groen.');
  await screen.isSaved();
  return screen;
}

/** Puts in a block by "/", and goes on in the line under its title. */
export function inserting(page: Page): (what: string, title: string) => Promise<void> {
  return async (what, title) => {
    await page.keyboard.type(`/${what}`);
    await page.locator('#slash-list').waitFor();
    await pressKey(page, 'Enter');
    await page.keyboard.type(title);
    await pressKey(page, 'Enter');
  };
}
