import {mkdir} from 'node:fs/promises';
import type {Page} from 'playwright-core';
import {describe, expect, onTestFinished, test} from 'vitest';
import {barriers, overflow, smallTargets} from '../support/axe.ts';
import {browserLab} from '../support/browser-lab.ts';
import {type Visit, visit} from '../support/browser.ts';
import {documentScreen, drawn, eventually, labScreen} from '../support/pages.ts';
import {startServer} from '../support/started-server.ts';

const lab = browserLab('--people', '3', '--documents', '1', '--words', '250');
const shots = process.env['SCREENSHOTS'];

/** Everything a screen must be, in both schemes; `name` says where it was when it wasn't. */
async function examine({page}: Visit, width: string, name: string): Promise<void> {
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

/** Opens something, examines it, closes it with Escape. */
async function whileOpen(page: Page, open: () => Promise<void>, look: () => Promise<void>) {
  await open();
  await page.locator('[role=menu], [role=dialog]').last().waitFor();
  // The widget keeps it unseen until it has found its place.
  const unseen = page.locator('.dialog-veil[style*="opacity"], .menu-popover[style*="opacity"]');
  await eventually(() => unseen.count(), 0);
  await look();
  await page.keyboard.press('Escape');
  await page.locator('[role=menu], [role=dialog]').last().waitFor({state: 'detached'});
}

describe.each(['wide', 'phone'] as const)('at the width of %s', (width) => {
  test(`the screens before signing in have no barriers (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished});
    const visitor = await visit({server, width, expected: [/404.*\/api\/sign-in/]});
    const {page} = visitor;
    const heading = (name: string) => page.getByRole('heading', {name}).waitFor();
    await page.goto('/');
    await heading('Samen schrijven aan plannen voor de wijk');
    await examine(visitor, width, 'welcome');
    await page.goto(server.links.formal);
    await heading('Je gaat verder als Joost');
    await examine(visitor, width, 'sign-in');
    await page.goto('/inloggen');
    await heading('Er zit geen code in deze link');
    await examine(visitor, width, 'sign-in-empty');
    await page.goto('/');
    await page.goto(`/inloggen#${'x'.repeat(40)}`);
    await heading('Deze link werkt niet meer');
    await examine(visitor, width, 'sign-in-used');
    await page.goto('/nergens');
    await heading('Deze pagina is er niet');
    await examine(visitor, width, 'unknown');
  });

  test(`the lab, its menus and its dialogs have no barriers (${width})`, async () => {
    const visitor = await lab.visit(0, {width});
    const {page} = visitor;
    const screen = labScreen(page);
    await screen.open(lab.seeded.lab.id);
    await examine(visitor, width, 'lab');
    const button = (name: RegExp | string) => page.getByRole('button', {name}).first();
    const look = (name: string) => () => examine(visitor, width, name);
    await whileOpen(page, () => button(/^Jouw menu/).click(), look('lab-account'));
    await whileOpen(page, () => button(/^Meer over/).click(), look('lab-more'));
    await whileOpen(page, () => button('Nieuw document').click(), look('lab-new'));
    const rename = async () => {
      await button(/^Meer over/).click();
      await page.getByRole('menuitem', {name: 'Andere naam'}).click();
    };
    await whileOpen(page, rename, look('lab-rename'));

    const title = `Voor het archief, ${width}`;
    await screen.make(title, 'Een lege pagina');
    await screen.open(lab.seeded.lab.id);
    await screen.chooseFor(title, 'Naar het archief');
    await page.getByText(`“${title}” staat nu in het archief.`).waitFor();
    await page.getByText(/^Archief/).click();
    await examine(visitor, width, 'lab-archive');
  });

  test(`the document, its menus, dialogs and find bar have no barriers (${width})`, async () => {
    const visitor = await lab.visit(0, {width});
    const other = await lab.visit(1);
    const {page} = visitor;
    const screen = documentScreen(page);
    const documentId = lab.seeded.documents[0]?.id ?? '';
    await screen.open(documentId);
    const theirs = documentScreen(other.page);
    await theirs.open(documentId);
    await theirs.line(/\w/).click();
    await screen.text.locator('.caret-label').waitFor({state: 'attached'});
    await examine(visitor, width, 'document');
    const look = (name: string) => () => examine(visitor, width, name);
    const tool = (name: string) => () =>
      screen.toolbar.getByRole('button', {name, exact: true}).click();
    await screen.text.click();
    for (const name of ['Plan', 'Tekst', 'Lijst', 'Tabel']) {
      await whileOpen(page, tool(name), look(`document-${name}`));
    }
    await whileOpen(page, tool('Link'), look('document-link'));
    if (width === 'wide') await whileOpen(page, tool('Toetsen'), look('document-keys'));
    const people = page.getByRole('button', {name: /hier$/});
    await whileOpen(page, () => people.click(), look('document-people'));

    await tool('Zoeken')();
    await page.getByRole('textbox', {name: 'Zoek'}).fill('de');
    await page.getByRole('button', {name: 'Vervangen'}).click();
    await examine(visitor, width, 'document-find');
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: /^Titel/}).click();
    await examine(visitor, width, 'document-title');
  });

  test(`the example plan and looking back at it have no barriers (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished});
    const cookie = await server.signIn(server.links.informal);
    const visitor = await visit({server, width, cookie});
    const {page} = visitor;
    await page.goto('/');
    await page.getByRole('link', {name: 'Wijkuitvoeringsplan Vlonderbuurt'}).click();
    await documentScreen(page).isSaved();
    await page.locator('[data-block=goal]').first().scrollIntoViewIfNeeded();
    await examine(visitor, width, 'plan');
    await page.getByRole('link', {name: 'Geschiedenis'}).click();
    await page.getByRole('navigation', {name: 'Momenten'}).getByRole('link').first().waitFor();
    await examine(visitor, width, 'history');
    await page.getByRole('navigation', {name: 'Momenten'}).getByRole('link').first().click();
    await page.locator('.prose h1').waitFor();
    await examine(visitor, width, 'moment');

    // Archived it is only to be read, wide tables included.
    await page.goto('/');
    await labScreen(page).chooseFor('Wijkuitvoeringsplan Vlonderbuurt', 'Naar het archief');
    await page.getByText(/^Archief/).click();
    await page.getByRole('link', {name: 'Wijkuitvoeringsplan Vlonderbuurt'}).click();
    await page.getByText('Deze tekst is gearchiveerd.').waitFor();
    await page.locator('.text table').first().waitFor();
    await examine(visitor, width, 'plan-archived');
  });
});
