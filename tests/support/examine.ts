/** Looks at a screen as it stands: in both schemes, for everybody, at the width it has. */

import {mkdir} from 'node:fs/promises';
import type {Page} from 'playwright-core';
import {expect} from 'vitest';
import {barriers, overflow, smallTargets} from './axe.ts';
import type {Visit} from './browser.ts';
import {drawn} from './pages.ts';

/** Where pictures of every screen go; none are made when it is not said. */
const shots = process.env['SCREENSHOTS'];

/** Everything a screen must be, in both schemes; `name` says where it was when it wasn't. */
export async function examine(
  {page}: Pick<Visit, 'page'>,
  width: string,
  name: string,
): Promise<void> {
  await shown(page);
  for (const scheme of ['light', 'dark'] as const) {
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
