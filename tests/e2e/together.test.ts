import {expect, onTestFinished, test} from 'vitest';
import {type Visit, visit} from '../support/browser.ts';
import {documentScreen, type DocumentScreen, eventually, signInWith} from '../support/pages.ts';
import {startServer} from '../support/started-server.ts';

const title = 'Wijkuitvoeringsplan Vlonderbuurt';

async function enterPlan({page}: Visit, link: string): Promise<DocumentScreen> {
  await signInWith(page, link);
  await page.getByRole('link', {name: title}).click();
  const screen = documentScreen(page);
  await screen.isSaved();
  return screen;
}

test('two people follow their links and write in one paragraph of the example plan at the same time', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const wide = await visit({server});
  const phone = await visit({server, width: 'phone'});
  const samira = await enterPlan(wide, server.links.informal);
  const joost = await enterPlan(phone, server.links.formal);

  // Both in the same paragraph, one before and one behind its first line.
  const paragraph = 'De Vlonderbuurt bestaat niet.';
  await samira.line(paragraph).click({position: {x: 4, y: 8}});
  await samira.page.keyboard.press('Home');
  await joost.line(paragraph).tap({position: {x: 60, y: 8}});
  await joost.page.keyboard.press('End');
  await Promise.all([
    samira.page.keyboard.type('Van ons samen, en van ons allemaal. ', {delay: 8}),
    joost.page.keyboard.type(' [met een woord ertussen] ', {delay: 8}),
  ]);
  await Promise.all([samira.isSaved(), joost.isSaved()]);

  await eventually(
    async () => (await samira.lines()).join('\n') === (await joost.lines()).join('\n'),
    true,
  );
  const line = await samira.line('De Vlonderbuurt').textContent();
  expect(line).toContain('Van ons samen, en van ons allemaal. De Vlonderbuurt bestaat niet.');
  expect((await joost.lines()).join('\n').match(/\[met een woord ertussen\]/g)).toHaveLength(1);

  await samira.caretOf('Joost · formeel').waitFor({state: 'attached'});
  await joost.caretOf('Samira · informeel').waitFor({state: 'attached'});
  await samira.page.getByRole('button', {name: 'Twee mensen zijn hier'}).click();
  const present = samira.page.getByRole('dialog', {name: 'Wie er nu zijn'});
  expect(await present.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Samira \(jij\) informeel$/),
    expect.stringMatching(/Joost formeel$/),
  ]);
  await present.getByRole('button', {name: 'Sluiten'}).click();

  // Whoever leaves takes the caret along.
  await joost.page.getByRole('link', {name: 'Lab'}).click();
  await samira.page.getByRole('button', {name: 'Alleen jij bent hier'}).waitFor();
  await samira.caretOf('Joost · formeel').waitFor({state: 'detached'});
});

test('the state of saving stays in view at every width while one reads and writes far down', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  for (const width of ['wide', 'phone'] as const) {
    const visitor = await visit({server, width});
    const link = width === 'wide' ? server.links.informal : server.links.formal;
    const screen = await enterPlan(visitor, link);
    await screen.writeAtEnd(' En tot slot.');
    await screen.isSaved();
    const box = await screen.saved.boundingBox();
    const view = visitor.page.viewportSize();
    expect(await visitor.page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((view?.height ?? 0) / 2);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(view?.width ?? 0);
  }
});

test('a link asks before it lets one in, works once, and says so afterwards', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const first = await visit({server, expected: [/404.*\/api\/sign-in/]});
  await first.page.goto(server.links.informal);
  await first.page.getByRole('heading', {name: 'Je gaat verder als Samira'}).waitFor();
  await first.page.getByText('Deze link is voor Voorbeeldlab Vlonderbuurt.').waitFor();
  // The code of the link is not left in the address, to be shared or found again.
  expect(new URL(first.page.url()).hash).toBe('');

  // Looking at it, as scanners of mail do, has not used it up.
  const second = await visit({server, width: 'phone'});
  await signInWith(second.page, server.links.informal);
  await first.page.getByRole('button', {name: 'Ga verder'}).click();
  await first.page.getByRole('heading', {name: 'Deze link werkt niet meer'}).waitFor();

  // Another link, pasted over the old one in the same tab, is looked at anew.
  await first.page.goto(server.links.formal);
  await first.page.getByRole('heading', {name: 'Je gaat verder als Joost'}).waitFor();
  await first.page.getByRole('link', {name: 'Samenspel', exact: true}).click();
  await first.page
    .getByRole('heading', {name: 'Samen schrijven aan plannen voor de wijk'})
    .waitFor();
});

test('without a session one sees nothing of a lab, a document or its history, and how to get in', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const member = await visit({server});
  const screen = await enterPlan(member, server.links.informal);
  const document = new URL(screen.page.url()).pathname;
  await screen.page.getByRole('link', {name: 'Voorbeeldlab Vlonderbuurt'}).click();
  await screen.page.getByRole('heading', {name: 'Documenten'}).waitFor();
  const lab = new URL(screen.page.url()).pathname;

  const {page} = await visit({server});
  for (const path of ['/', lab, document, `${document}/geschiedenis`]) {
    await page.goto(path);
    await page.getByText('Je komt binnen met een inloglink.').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Vlonderbuurt');
  }
});

test('a reload keeps every word, and so does opening it in another tab', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const visitor = await visit({server});
  const screen = await enterPlan(visitor, server.links.informal);
  await screen.writeAtEnd(' Dit blijft staan.');
  await screen.isSaved();
  const before = await screen.lines();
  expect(before.join('\n')).toContain('Dit blijft staan.');
  await screen.page.reload();
  await screen.isSaved();
  await screen.shows(before);

  const tab = documentScreen(await visitor.newTab());
  await tab.open(new URL(screen.page.url()).pathname.split('/').at(-1) ?? '');
  await tab.shows(before);
});
