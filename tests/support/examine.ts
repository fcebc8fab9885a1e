/** Looks at a screen as it stands: for everybody, at the width it has, in light and dark. */

import {mkdir} from 'node:fs/promises';
import type {Page} from 'playwright-core';
import {expect} from 'vitest';
import {type Asked, barriers, overflow, smallTargets} from './axe.ts';
import {isEverywhere, type Visit} from './browser.ts';
import {drawn} from './pages.ts';

/** Where pictures of every screen go; none are made when it is not said. */
const shots = process.env['SCREENSHOTS'];

/** Everything a screen must be; `name` says where it was when it wasn't. */
export async function examine(
  {page}: Pick<Visit, 'page'>,
  width: string,
  name: string,
): Promise<void> {
  await shown(page);
  await layOutEverything(page);
  for (const {scheme, asked} of looks(width)) {
    await page.emulateMedia({colorScheme: scheme});
    await drawn(page);
    if (shots) {
      await mkdir(shots, {recursive: true});
      await page.screenshot({path: `${shots}/${name}-${width}-${scheme}.png`});
    }
    const found = await barriers(page, asked);
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

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly asked: Asked;
}

/**
 * Colours are compared on the wide screen: they are the same on a phone, and comparing them takes longer
 * than all the rest. `pnpm check:widths`, and whoever makes pictures, looks at everything everywhere.
 */
function looks(width: string): readonly Look[] {
  return width === 'wide' || shots || isEverywhere
    ? [
        {scheme: 'light', asked: 'all'},
        {scheme: 'dark', asked: 'colours'},
      ]
    : [{scheme: 'light', asked: 'shapes'}];
}

/** What is out of sight of a long text has a guessed height, and axe would find it on top of others. */
function layOutEverything(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
}
