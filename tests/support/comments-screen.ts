/** What people do with comments on the page of a document, in the words they would use for it. */

import type {Locator, Page} from 'playwright-core';
import {pressKey} from './pages.ts';

export type CommentsScreen = ReturnType<typeof commentsScreen>;

export function commentsScreen(page: Page) {
  const field = page.getByRole('textbox', {name: 'Je reactie'});
  /** The thread that is open, or any that has these words. */
  const thread = (words: string | RegExp): Locator =>
    page.locator('article.thread').filter({hasText: words});
  return {
    ...{page, field, thread},
    /** The button on a block, by what it says of it. */
    button: (name: string) => page.getByRole('button', {name, exact: true}),
    anchors: page.locator('.prose .anchor'),
    /** Writes in the field that is open and places it. */
    async place(words: string): Promise<void> {
      await field.waitFor();
      await page.keyboard.type(words);
      await page.getByRole('button', {name: 'Plaats', exact: true}).click();
      await page.locator('article.thread-unfolded').getByText(words, {exact: true}).waitFor();
    },
    async answer(words: string): Promise<void> {
      const unfolded = page.locator('article.thread-unfolded');
      await unfolded.getByRole('button', {name: 'Antwoord', exact: true}).click();
      await page.getByRole('textbox', {name: 'Je antwoord'}).fill(words);
      await unfolded.getByRole('button', {name: 'Plaats', exact: true}).click();
      await unfolded.getByText(words, {exact: true}).waitFor();
    },
    /** Puts away what lies over the text, where something does. */
    async toText(): Promise<void> {
      const sheet = page.getByRole('dialog', {name: 'Reacties'});
      if (await sheet.isVisible()) {
        // What was asked in front of it goes by itself once it is answered.
        await page.locator('.dialog').waitFor({state: 'detached'});
        await pressKey(page, 'Escape');
        await sheet.waitFor({state: 'detached'});
      }
    },
    /** Presses something in the menu of the open thread. */
    async more(choice: string): Promise<void> {
      await page.getByRole('button', {name: 'Meer met deze reactie'}).click();
      await page.getByRole('menuitem', {name: choice, exact: true}).click();
    },
    /** Chooses words that stand in one line of the text. */
    async choose(words: string): Promise<void> {
      await page.evaluate((wanted) => {
        const text = document.querySelector('.text > .ProseMirror');
        const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at === -1) continue;
          if (text instanceof HTMLElement) text.focus({preventScroll: true});
          getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
          return;
        }
        throw new Error(`No such words: ${wanted}`);
      }, words);
    },
  };
}
