/** Looks at a screen as it stands: for everybody, at the width it has, in light and dark. */

import {mkdir} from 'node:fs/promises';
import type {Page} from 'playwright-core';
import {expect} from 'vitest';
import {barriers, overflow, smallTargets} from './axe.ts';
import type {Visit} from './browser.ts';
import {drawn} from './pages.ts';

/** Where pictures of every screen go; none are made when it is not said. */
const shots = process.env['SCREENSHOTS'];

/**
 * Everything a screen must be; `name` says where it was when it wasn't. The dark colours are looked at
 * on the wide screen: they are the same on a phone, and comparing colours takes longest.
 */
export async function examine(
  {page}: Pick<Visit, 'page'>,
  width: string,
  name: string,
): Promise<void> {
  await shown(page);
  await layOutEverything(page);
  const schemes = width === 'phone' && !shots ? (['light'] as const) : (['light', 'dark'] as const);
  for (const scheme of schemes) {
    await page.emulateMedia({colorScheme: scheme});
    await drawn(page);
    if (shots) {
      await mkdir(shots, {recursive: true});
      await page.screenshot({path: `${shots}/${name}-${width}-${scheme}.png`});
    }
    const found = await barriers(page, scheme === 'light' ? 'all' : 'colours');
    expect.soft(found, `${name}, ${width}, ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({colorScheme: 'light'});
  expect.soft(await overflow(page), `${name}, ${width}, sideways`).toBe(0);
  if (width === 'phone') {
    expect.soft(await smallTargets(page), `${name}, ${width}, targets`).toEqual([]);
  }
}

/** What lies over a page waits unseen for the keyboard of a phone to come up first. */
async function shown(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[data-rac][style*="clip-path: inset(50%)"]') === null,
  );
}

/** What is out of sight of a long text has a guessed height, and axe would find it on top of others. */
function layOutEverything(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
}
