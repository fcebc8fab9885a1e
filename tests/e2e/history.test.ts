import {expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {historyScreen} from '../support/history-screen.ts';
import {documentScreen} from '../support/pages.ts';

const lab = browserLab('--people', '2', '--documents', '2', '--words', '40');

test('looking back lists moments by day with who wrote, and shows each as it was, to be read only', async () => {
  const documentId = lab.nextDocument();
  const {page} = await lab.visit(0);
  const screen = documentScreen(page);
  await screen.open(documentId);
  const before = await screen.lines();
  await screen.writeAtEnd(' Dit kwam er later bij.');
  await screen.isSaved();

  await page.getByRole('link', {name: 'Geschiedenis'}).click();
  await page.getByRole('heading', {name: 'Geschiedenis', level: 1}).waitFor();
  const moments = page.getByRole('navigation', {name: 'Momenten'});
  await moments.getByRole('heading', {name: 'vandaag'}).waitFor();
  const name = lab.seeded.people[0]?.name ?? '';
  const latest = moments.getByRole('link').filter({hasText: name});
  expect(await latest.innerText()).toMatch(/^\d{1,2}\.\d\d/);
  expect(await latest.innerText()).toContain('informeel');

  const shown = page.getByRole('article', {name: /^Zo was het vandaag om/});
  await latest.click();
  await shown.getByText('Dit kwam er later bij.').waitFor();
  await moments.getByRole('link').last().click();
  await shown.getByText('Dit kwam er later bij.').waitFor({state: 'detached'});
  await page.getByText('Je kijkt terug. Hier verander je niets.').waitFor();
  expect(await shown.locator('[contenteditable=true]').count()).toBe(0);
  const last = before.findLast((line) => line !== '') ?? '';
  await shown.locator('.prose p').getByText(last, {exact: true}).waitFor();

  // The address is that moment's own: it can be kept and opened again.
  await page.reload();
  await page.getByRole('heading', {name: /^Zo was het vandaag om/}).waitFor();
  expect(await shown.getByText('Dit kwam er later bij.').count()).toBe(0);

  await page.getByRole('link', {name: 'Terug naar het document'}).click();
  await screen.isSaved();
  await screen.line('Dit kwam er later bij.').waitFor();
});

test('the arrows walk through the moments, and on a phone the list unfolds above the text', async () => {
  const documentId = lab.nextDocument();
  const wide = await lab.visit(1);
  const screen = documentScreen(wide.page);
  await screen.open(documentId);
  await screen.writeAtEnd(' Van de tweede.');
  await screen.isSaved();
  await wide.page.goto(`/documenten/${documentId}/geschiedenis`);
  const links = wide.page.getByRole('navigation', {name: 'Momenten'}).getByRole('link');
  await links.first().focus();
  await wide.page.keyboard.press('ArrowDown');
  await wide.page.locator('.moment-link:focus[aria-current]').waitFor();
  expect(await links.nth(1).getAttribute('aria-current')).toBe('true');

  const {page} = await lab.visit(0, {width: 'phone'});
  const past = historyScreen(page);
  await past.open(documentId);
  await page.getByText('Van de tweede.').waitFor();
  const moments = await past.moments();
  await moments.getByRole('link').last().tap();
  await page.getByText('Van de tweede.').waitFor({state: 'detached'});
  await page.getByRole('button', {name: 'Later'}).tap();
  await page.getByText('Van de tweede.').waitFor();
});
