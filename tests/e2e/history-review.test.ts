import {describe, expect, test} from 'vitest';
import type {Page} from 'playwright-core';
import {barriers, overflow, smallTargets} from '../support/axe.ts';
import {widths} from '../support/browser.ts';
import {browserLab} from '../support/browser-lab.ts';
import {historyScreen} from '../support/history-screen.ts';

const lab = browserLab('--people', '2', '--documents', '1', '--words', '80', '--role', 'reviewer');

/** Tab until the focus stands on what is called this; Enter presses it. */
async function tabTo(page: Page, role: 'link' | 'button' | 'slider', name: string | RegExp) {
  const target = page.getByRole(role, {name}).first();
  await target.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never led to ${String(name)}`);
}

describe.each(Object.keys(widths) as (keyof typeof widths)[])('a reviewer (%s)', (width) => {
  test(`visits by keyboard alone, and no editor is fetched (${width})`, async () => {
    const person = width === 'wide' ? 0 : 1;
    const {page} = await lab.visit(person, {width});
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto('/');
    await page.getByRole('heading', {name: 'Documenten om in terug te kijken'}).waitFor();
    await page.getByText('Je hebt dit nog niet bekeken.').waitFor();
    expect(await barriers(page, 'all')).toEqual([]);
    expect(await overflow(page)).toBe(0);
    if (width === 'phone') expect(await smallTargets(page)).toEqual([]);

    await tabTo(page, 'link', /^Lees en kijk terug/);
    await page.keyboard.press('Enter');
    const past = historyScreen(page);
    await past.text.waitFor();
    expect(await page.getByRole('button', {name: /naam|terug$|kopie/}).count()).toBe(0);
    expect(await page.getByRole('link', {name: 'Stemverhouding'}).count()).toBe(0);
    await tabTo(page, 'slider', /^Moment/);
    await page.keyboard.press('PageUp');
    await past.heading.waitFor();
    expect(await past.stands()).toMatch(/^vandaag om/);

    // What was looked at is no news any more.
    await page.goto('/');
    await page.getByText('Niets nieuws sinds je hier was.').waitFor();
    await page.goto(`/documenten/${lab.seeded.documents[0]?.id}`);
    await past.text.waitFor();
    expect(page.url()).toMatch(/geschiedenis$/);
    const code = fetched.filter((path) => path.endsWith('.js'));
    expect(code.length).toBeGreaterThan(3);
    expect(code.filter((path) => /document-page|editor|sync-/.test(path))).toEqual([]);
  });
});

/** All that came over the line as it was compressed: headers, letters and sign included. */
const mostBytes = 150_000;

test('the history page opens with few bytes, whatever it shows later', async () => {
  const {page} = await lab.visit(0);
  const asked: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    const sizes = request.sizes();
    asked.push(sizes.then((size) => size.responseBodySize + size.responseHeadersSize));
  });
  await historyScreen(page).open(lab.seeded.documents[0]?.id ?? '');
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(asked)).reduce((sum, one) => sum + one, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(mostBytes);
});
