/** A page that is open while the server is renewed. */

import type {Page, WebSocketRoute} from 'playwright-core';
import {expect, test} from 'vitest';
import {SCHEMA_VERSION} from '@samenspel/shared';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, eventually} from '../support/pages.ts';

const lab = browserLab('--people', '1', '--documents', '2', '--words', '0');

/** A page whose lines we hold: to the server they go as long as `isHeld` is false. */
async function held(page: Page) {
  const lines: WebSocketRoute[] = [];
  const state = {isHeld: false};
  await page.routeWebSocket(/\/sync\//, (line) => {
    lines.push(line);
    const server = line.connectToServer();
    line.onMessage((message) => {
      if (!state.isHeld) server.send(message);
    });
  });
  return {
    state,
    made: () => lines.length,
    /** As the newer server does. */
    renewed: async () =>
      lines.at(-1)?.close({code: 4409, reason: `otherSchema ${SCHEMA_VERSION + 1}`}),
  };
}

test('[R40] a page on which nobody is typing renews itself, once', async () => {
  const {page} = await lab.visit(0);
  const line = await held(page);
  const screen = documentScreen(page);
  await screen.open(lab.nextDocument());
  await line.renewed();
  // The page that comes back is still the old one: a browser may hold on to it.
  await eventually(async () => line.made(), 2);
  await screen.isSaved();
  await line.renewed();
  await page.getByText('Er is een nieuwe versie van Samenspel.').waitFor();
  await page.getByRole('button', {name: 'Opnieuw laden'}).click();
  await screen.isSaved();
  expect(line.made()).toBe(3);
});

test('[R40] words that the older page could not send are sent by the newer one', async () => {
  const {page} = await lab.visit(0);
  const line = await held(page);
  const screen = documentScreen(page);
  await screen.open(lab.nextDocument());
  line.state.isHeld = true;
  await screen.writeAtEnd('Dit was nog onderweg.');
  await screen.says('Opslaan…');
  await line.renewed();
  await page.getByText('Wat je net schreef, staat op dit apparaat.').waitFor();
  expect(await page.getByText('Niet verstuurde tekst').count()).toBe(0);
  line.state.isHeld = false;
  await page.getByRole('button', {name: 'Opnieuw laden'}).click();
  await screen.shows(['Dit was nog onderweg.']);
  await screen.isSaved();
});
