/** What people do and see on our screens, in the words they would use for it. */

import type {Locator, Page} from 'playwright-core';
import {expect} from 'vitest';

/** Long enough for a busy machine; a failure says what was seen last. */
const patience = {timeout: 20_000, interval: 40};

/** Waits until what is read becomes what is wanted. */
export async function eventually<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  await expect.poll(read, patience).toEqual(wanted);
}

/** Opens a sign-in link and goes on behind it; ends in the lab. */
export async function signInWith(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', {name: 'Ga verder'}).click();
  await page.getByRole('heading', {name: 'Documenten', exact: true}).waitFor();
}

/** A key, and then the next frame: nobody presses two before the screen has answered the first. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await drawn(page);
}

/** What was asked for stands on the screen: the frame after the next one has begun. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

export type DocumentScreen = ReturnType<typeof documentScreen>;

/** The page of one document. */
export function documentScreen(page: Page) {
  const text = page.locator('.text > .ProseMirror');
  const toolbar = page.getByRole('toolbar', {name: 'Opmaak en blokken'});
  const saved = page.locator('.saved');

  /** One stop from the text, then the arrows; Enter presses. */
  async function pressTool(name: string): Promise<void> {
    await pressKey(page, 'Alt+F10');
    await toolbar.locator('button:focus').waitFor();
    await walkTo(toolbar.getByRole('button', {name, exact: true}), 'ArrowRight');
    await pressKey(page, 'Enter');
  }

  /** Arrows until the focus stands on it. */
  async function walkTo(target: Locator, key: string): Promise<void> {
    for (let steps = 0; steps < 30; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await pressKey(page, key);
    }
    throw new Error(`${key} never led to ${String(target)}`);
  }

  return {
    ...{page, text, toolbar, saved},

    /** Opens the document at its own address and waits until one can write. */
    async open(documentId: string): Promise<void> {
      await page.goto(`/documenten/${documentId}`);
      await this.isSaved();
    },
    isSaved: () => saved.getByText('Opgeslagen', {exact: true}).waitFor(),
    /** What the state of saving says. */
    says: (words: string) => saved.getByText(words, {exact: true}).waitFor(),

    /** Presses what stands above the text, or on a phone in the menu there. */
    async press(name: string): Promise<void> {
      const more = page.getByRole('button', {name: 'Meer', exact: true});
      const ways = page.getByRole('navigation', {name: 'Rond deze tekst'});
      await ways.waitFor();
      if (!(await more.isVisible())) return ways.getByText(name, {exact: true}).click();
      await more.click();
      return page.getByRole('menuitem', {name, exact: true}).click();
    },
    /** Clicks into the text and types behind its last word. */
    async writeAtEnd(words: string): Promise<void> {
      await text.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
    },
    /** The blocks of the text as lines, without the carets of others. */
    async lines(): Promise<readonly string[]> {
      return text.evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const caret of copy.querySelectorAll('.caret')) caret.remove();
        const blocks = copy.querySelectorAll('p, h1, h2, h3, .block-title, [data-block-title]');
        // The binding puts an invisible joiner beside a caret.
        return [...blocks].map((block) => (block.textContent ?? '').replaceAll('\u2060', ''));
      });
    },
    async shows(lines: readonly string[]): Promise<void> {
      await eventually(() => this.lines(), lines);
    },
    /** The line of a block that contains these words. */
    line: (words: string | RegExp) =>
      text.locator('p, h1, h2, h3').filter({hasText: words}).first(),
    /** The name at the caret of somebody else, as "Name · side"; it fades once that caret rests. */
    caretOf: (label: string) => text.locator('.caret-label').getByText(label, {exact: true}),

    pressTool,
    /** A choice in one of the toolbar's menus, by keyboard alone. */
    async choose(tool: string, choice: string): Promise<void> {
      await pressTool(tool);
      const menu = page.getByRole('menu', {name: tool});
      await menu.locator('[role=menuitem]:focus').waitFor();
      await walkTo(menu.getByRole('menuitem', {name: choice, exact: true}), 'ArrowDown');
      await pressKey(page, 'Enter');
      await menu.waitFor({state: 'detached'});
      await this.isFocused();
    },
    isFocused: () => page.locator('.text > .ProseMirror:focus').waitFor(),
  };
}

/** One of a few, where a finger presses it: the radio itself is not to be seen. */
export function option(page: Page, label: string): Locator {
  return page.locator('.choice-option').filter({has: page.getByText(label, {exact: true})});
}

/** The page of a lab. */
export function labScreen(page: Page) {
  const row = (title: string) =>
    page.locator('.document-row').filter({has: page.getByRole('link', {name: title, exact: true})});
  return {
    row,
    async open(labId: string): Promise<void> {
      await page.goto(`/labs/${labId}`);
      await page.getByRole('heading', {name: 'Documenten', exact: true}).waitFor();
    },
    /** The titles in the list, as they stand. */
    titles: () => page.locator('.lab-section > .document-list h3').allTextContents(),
    /** Ends in the new document. */
    async make(title: string, beginning: string): Promise<void> {
      await page.getByRole('button', {name: 'Nieuw document'}).click();
      await page.getByRole('textbox', {name: 'Hoe heet het?'}).fill(title);
      await option(page, beginning).click();
      await page.getByRole('button', {name: 'Maak het document'}).click();
      await page.getByRole('heading', {name: title, exact: true}).first().waitFor();
    },
    async chooseFor(title: string, choice: string): Promise<void> {
      await page.getByRole('button', {name: `Meer over ${title}`}).click();
      await page.getByRole('menuitem', {name: choice}).click();
    },
    async rename(title: string, to: string): Promise<void> {
      await this.chooseFor(title, 'Andere naam');
      await page.getByRole('textbox', {name: 'Nieuwe naam'}).fill(to);
      await page.getByRole('button', {name: 'Verander de naam'}).click();
      await row(to).waitFor();
    },
  };
}
