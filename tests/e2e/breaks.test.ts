import {expect, onTestFinished, test} from 'vitest';
import {type Visit, visit} from '../support/browser.ts';
import {documentScreen, type DocumentScreen, eventually} from '../support/pages.ts';
import {seed, startServer, temporaryFolder} from '../support/started-server.ts';

const offline = 'Geen verbinding – je tekst staat op dit apparaat';
/** What a browser itself says about a line that is gone. */
const lineGone = [/net::ERR_/, /WebSocket/, /Unable to preload/];

/** Two people in an empty document, one of them on a phone. */
async function meeting() {
  const dataFolder = await temporaryFolder(onTestFinished);
  const start = (port?: number) =>
    startServer({
      ...{cleanUp: onTestFinished, dataFolder, example: false},
      ...(port === undefined ? {} : {port}),
    });
  const server = await start();
  const {people, documents} = await seed(dataFolder, '--people', '2', '--words', '0');
  const documentId = documents[0]?.id ?? '';
  const arrive = async (person: number, width: 'wide' | 'phone') => {
    const cookie = people[person]?.cookie ?? '';
    const visitor = await visit({server, width, cookie, expected: lineGone});
    const screen = documentScreen(visitor.page);
    await screen.open(documentId);
    return {visitor, screen};
  };
  return {
    ...{server, documentId},
    restart: () => start(server.port),
    one: await arrive(0, 'wide'),
    other: await arrive(1, 'phone'),
  };
}

/** How often each of these words stands in the text. */
async function counted(screen: DocumentScreen, words: readonly string[]): Promise<number[]> {
  const text = (await screen.lines()).join('\n');
  return words.map((word) => text.split(word).length - 1);
}

function numbered(letter: string, from: number, until: number): readonly string[] {
  return Array.from({length: until - from}, (_, index) => `${letter}${from + index}.`);
}

/** How many things this browser keeps for us; runs in the page. */
async function countOnDevice(): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
    });
  let count = 0;
  for (const {name = ''} of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const reading = database.transaction(stores);
    const counts = await Promise.all(
      stores.map((store) => asked(reading.objectStore(store).count())),
    );
    count += counts.reduce((sum, one) => sum + one, 0);
    database.close();
  }
  return count;
}

/** The renderer dies, without a chance to say goodbye. */
async function crash({page, context}: Visit): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer.
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

test('[R1] [R2] the server is killed while two people type, and comes back: not a word lost or doubled', async () => {
  const {server, restart, one, other} = await meeting();
  await one.screen.writeAtEnd('Samen: ');
  await other.screen.line('Samen').waitFor();
  await other.screen.text.tap();
  await other.screen.page.keyboard.press('Control+End');
  await other.screen.page.keyboard.press('Enter');

  const [a1, b1] = [numbered('a', 0, 40), numbered('b', 0, 40)];
  const typing = Promise.all([
    one.screen.page.keyboard.type(a1.join('')),
    other.screen.page.keyboard.type(b1.join('')),
  ]);
  // Somewhere in the middle of it.
  await one.screen.text.getByText('a12.').waitFor();
  await server.kill();
  await typing;
  await Promise.all([one.screen.says(offline), other.screen.says(offline)]);

  const [a2, b2] = [numbered('a', 40, 60), numbered('b', 40, 60)];
  await Promise.all([
    one.screen.page.keyboard.type(a2.join('')),
    other.screen.page.keyboard.type(b2.join('')),
  ]);
  await Promise.all([one.screen.says(offline), other.screen.says(offline)]);

  await restart();
  await Promise.all([one.screen.isSaved(), other.screen.isSaved()]);
  const all = [...a1, ...a2, ...b1, ...b2];
  const once = all.map(() => 1);
  await eventually(() => counted(one.screen, all), once);
  await eventually(() => counted(other.screen, all), once);
  expect(await one.screen.lines()).toEqual(await other.screen.lines());

  // And so it stands on the server, not only in front of them.
  await one.visitor.page.reload();
  await one.screen.isSaved();
  expect(await counted(one.screen, all)).toEqual(once);
});

test('[R2] text typed without a line survives a killed tab and reaches the others afterwards', async () => {
  const {documentId, one, other} = await meeting();
  await one.screen.writeAtEnd('Er staat al iets. ');
  await other.screen.line('Er staat al iets.').waitFor();

  await one.visitor.context.setOffline(true);
  await one.screen.page.keyboard.type('Dit schreef ik in de tunnel.');
  await one.screen.says(offline);
  await crash(one.visitor);
  expect((await other.screen.lines()).join('\n')).not.toContain('tunnel');

  await one.visitor.context.setOffline(false);
  const back = documentScreen(await one.visitor.newTab());
  await back.open(documentId);
  await other.screen.line('Er staat al iets. Dit schreef ik in de tunnel.').waitFor();
  expect(await counted(back, ['Dit schreef ik in de tunnel.'])).toEqual([1]);
  await eventually(async () => (await back.lines()).join(), (await other.screen.lines()).join());
});

test('[R2] a browser that was offline takes in what others wrote meanwhile, and keeps its own', async () => {
  const {one, other} = await meeting();
  await one.screen.writeAtEnd('Begin. ');
  await other.screen.line('Begin.').waitFor();
  await one.visitor.context.setOffline(true);
  await one.screen.says(offline);
  await one.screen.page.keyboard.type('Van de een. ');
  await other.screen.writeAtEnd('Van de ander. ');
  await other.screen.isSaved();
  await one.visitor.context.setOffline(false);
  await one.screen.isSaved();
  const all = ['Begin.', 'Van de een.', 'Van de ander.'];
  await eventually(() => counted(one.screen, all), [1, 1, 1]);
  await eventually(() => counted(other.screen, all), [1, 1, 1]);
});

test('signing out warns while text is only on this device; once it is sent, it leaves nothing behind', async () => {
  const {documentId, one} = await meeting();
  const {page, context} = one.visitor;
  await one.screen.writeAtEnd('Nog niet verstuurd: ');
  await one.screen.isSaved();
  await context.setOffline(true);
  await one.screen.page.keyboard.type('geheimpje');
  await one.screen.says(offline);
  expect(await page.evaluate(countOnDevice)).toBeGreaterThan(0);

  await page.getByRole('button', {name: /^Jouw menu/}).click();
  await page.getByRole('menuitem', {name: 'Uitloggen'}).click();
  const warning = page.getByRole('alertdialog', {name: 'Er staat nog tekst op dit apparaat'});
  await warning.getByText('In één document staat tekst die nog niet bij de server is.').waitFor();
  await warning.getByRole('button', {name: 'Blijf ingelogd'}).click();

  await context.setOffline(false);
  await one.screen.isSaved();
  await page.getByRole('button', {name: /^Jouw menu/}).click();
  await page.getByRole('menuitem', {name: 'Uitloggen'}).click();
  await page.getByRole('heading', {name: 'Samen schrijven aan plannen voor de wijk'}).waitFor();
  expect(await page.evaluate(countOnDevice)).toBe(0);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);

  await page.goto(`/documenten/${documentId}`);
  await page.getByText('Je komt binnen met een inloglink.').waitFor();
});

test('[R2] without a line the lab still stands, names what is unsent, and leads back to the text', async () => {
  const {one, documentId} = await meeting();
  const {page, context} = one.visitor;
  await one.screen.writeAtEnd('Veilig. ');
  await one.screen.isSaved();
  // Fetched once nobody waits for anything else.
  await page.waitForFunction(() =>
    ['lab-page', 'history-page'].every((name) =>
      performance.getEntriesByType('resource').some((entry) => entry.name.includes(name)),
    ),
  );
  await context.setOffline(true);
  await one.screen.page.keyboard.type('Nog hier.');
  await one.screen.says(offline);

  await page.getByRole('link', {name: 'Geschiedenis'}).click();
  await page.getByText(/We kunnen de server nu niet bereiken/).waitFor();
  await page.getByRole('link', {name: 'Terug naar het document'}).click();
  await one.screen.shows(['Veilig. Nog hier.']);

  await page.locator('.document-ways').getByRole('link').first().click();
  await page.getByRole('heading', {name: 'Documenten', exact: true}).waitFor();
  const waiting = page.getByText('Op dit apparaat staat nog tekst die niet verstuurd is:');
  await waiting.getByRole('link').click();
  await one.screen.shows(['Veilig. Nog hier.']);
  expect(new URL(page.url()).pathname).toBe(`/documenten/${documentId}`);
  await context.setOffline(false);
  await one.screen.isSaved();
  await page.locator('.document-ways').getByRole('link').first().click();
  await page.getByRole('heading', {name: 'Documenten', exact: true}).waitFor();
  await waiting.waitFor({state: 'detached'});
});

test('leaving the page warns while something is unsent, and not otherwise', async () => {
  const {one} = await meeting();
  const {page, context} = one.visitor;
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await one.screen.writeAtEnd('Dit is veilig. ');
  await one.screen.isSaved();
  await page.reload();
  await one.screen.isSaved();
  expect(asked).toEqual([]);

  await context.setOffline(true);
  await one.screen.writeAtEnd('Dit nog niet.');
  await one.screen.says(offline);
  await page.close({runBeforeUnload: true});
  await expect.poll(() => asked, {timeout: 10_000}).toEqual(['beforeunload']);
});
