import type {Page} from 'playwright-core';
import {describe, expect, onTestFinished, test} from 'vitest';
import {flowWidths, visit} from '../support/browser.ts';
import {examine} from '../support/examine.ts';
import {labLife} from '../support/lab-life.ts';
import {letterTo, linkIn} from '../support/letters.ts';
import {mailServer} from '../support/mail-server.ts';
import {documentScreen, drawn, eventually, labScreen} from '../support/pages.ts';
import {seed, startServer} from '../support/started-server.ts';

const address = 'bram@voorbeeld.nl';

/** A lab with a text, on a server that mails; Amina says things, Bram is told. */
async function newsLab(width: 'wide' | 'phone') {
  const post = await mailServer();
  const server = await startServer({
    ...{cleanUp: onTestFinished, example: false},
    env: {SMTP_URL: post.url, MAIL_FROM: 'Samenspel <lab@voorbeeld.nl>'},
  });
  const args = ['--people', '2', '--documents', '2', '--words', '250'];
  const {lab, people, documents} = await seed(server.dataFolder, ...args);
  const [amina, bram] = people;
  const [first, second] = documents;
  if (!amina || !bram || !first || !second) throw new Error('Seed two people and two documents');
  let count = 0;
  return {
    ...{post, server, lab, amina, bram, first, second},
    visitAs: (cookie: string | null, expected: readonly RegExp[] = []) =>
      visit({server, width, expected, ...(cookie === null ? {} : {cookie})}),
    /** Begins a thread about the whole text. */
    async say(words: string): Promise<void> {
      const answer = await server.ask(`/api/documents/${first.id}/threads`, {
        cookie: amina.cookie,
        body: {anchor: {on: 'document'}, words, proposal: null, key: `sleutel${++count}`},
      });
      expect(answer.ok).toBe(true);
    },
  };
}

const bell = (page: Page) => page.getByRole('button', {name: /^Nieuws/});
const since = (page: Page) => page.locator('.since');

describe.each(['wide', 'phone'] as const)('at the width of %s', (width) => {
  test(`[R65] the bell tells at once what concerns me, one press away, and leads to the place (${width})`, async () => {
    const {visitAs, say, amina, bram, lab, first, second} = await newsLab(width);
    const visitor = await visitAs(bram.cookie);
    const other = await visitAs(bram.cookie);
    const {page} = visitor;
    await documentScreen(page).open(second.id);
    await documentScreen(other.page).open(second.id);
    await bell(page).click();
    await page.getByText('Er is geen nieuws').waitFor();
    await examine(visitor, width, 'news-none');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({state: 'detached'});
    await eventually(() => page.locator('.news-bell:focus').count(), 1);

    // Another text of the lab is open, and nobody reloads anything.
    await say(`Wil je hier naar kijken, @[${bram.id}]?`);
    const named = page.getByRole('button', {name: /^Nieuws\s*1 ongelezen$/});
    await named.waitFor({timeout: 2_000});
    await examine(visitor, width, 'news-bell');
    await named.click();
    const sentence = `${amina.name} noemt je in ‘${first.title}’.`;
    await page.getByRole('link', {name: sentence}).waitFor();
    await page.getByText(`“Wil je hier naar kijken, @${bram.name}?”`).waitFor();
    await examine(visitor, width, 'news-list');
    await page.getByRole('link', {name: sentence}).click();

    // At the thread itself, open and with the focus in it.
    await page.getByRole('heading', {name: first.title, exact: true}).waitFor();
    await page.locator('.thread-unfolded').getByText('Wil je hier naar kijken').waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement?.closest('.thread, [role=dialog]') !== null),
      true,
    );
    expect(new URL(page.url()).hash).toBe('');
    await page.keyboard.press('Escape');
    // Read here is read there.
    await other.page.getByRole('button', {name: 'Nieuws', exact: true}).waitFor({timeout: 2_000});
    expect(lab.name).not.toBe('');
  });

  test(`since I was here: what others wrote by goal, on the lab and on the text, until it is read (${width})`, async () => {
    const {visitAs, say, amina, bram, lab, first} = await newsLab(width);
    const visitor = await visitAs(bram.cookie);
    const {page} = visitor;
    await documentScreen(page).open(first.id);
    await labScreen(page).open(lab.id);
    expect(await since(page).count()).toBe(0);

    const writer = await visitAs(amina.cookie);
    const text = documentScreen(writer.page);
    await text.open(first.id);
    // Moments are a second apart: what is written now is after what he saw.
    await eventually(async () => {
      await text.writeAtEnd(' Zo dus.');
      await text.isSaved();
      await labScreen(page).open(lab.id);
      return since(page).count();
    }, 1);
    await say(`Kijk eens, @[${bram.id}]`);
    await labScreen(page).open(lab.id);
    await since(page).getByText('Voor jou').waitFor();
    await since(page).getByText(`${amina.name} schreef hierin.`).waitFor();
    await since(page)
      .getByText(new RegExp(`${amina.name} \\(informeel\\)`))
      .first()
      .waitFor();
    await examine(visitor, width, 'since-lab');

    // It comes after the text, which stays where it is under one's eyes and hands.
    const answered = Promise.withResolvers<void>();
    await page.route('**/since', async (route) => {
      await answered.promise;
      await route.continue();
    });
    await page.goto(`/documenten/${first.id}`);
    const line = page.locator('.text > .ProseMirror h2, .text > .ProseMirror p').first();
    await line.waitFor();
    await page.locator('.news-count').waitFor();
    await drawn(page);
    const place = () => line.evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();
    expect(await since(page).count()).toBe(0);
    answered.resolve();
    await since(page).getByText('1 plek veranderd, 1 voor jou').waitFor();
    expect(await place()).toBe(before);
    await examine(visitor, width, 'since-folded');
    await since(page).locator('summary').click();
    expect(await place()).toBe(before);
    await since(page)
      .getByText(new RegExp(`${amina.name} \\(informeel\\)`))
      .first()
      .waitFor();
    await examine(visitor, width, 'since-document');
    await since(page).getByRole('button', {name: 'Gelezen'}).click();
    await since(page).waitFor({state: 'detached'});

    // Read on this screen is read on every other one.
    const elsewhere = await visitAs(bram.cookie);
    await documentScreen(elsewhere.page).open(first.id);
    await bell(elsewhere.page).waitFor();
    await labScreen(elsewhere.page).open(lab.id);
    await elsewhere.page.waitForLoadState('networkidle');
    expect(await since(elsewhere.page).count()).toBe(0);
    expect(await bell(elsewhere.page).textContent()).toBe('Nieuws');
  });
});

describe.each(flowWidths)('at the width of %s', (width) => {
  test(`what waits for my key stands behind the bell and on top of the lab, until I have read it (${width})`, async () => {
    const {visitAs, server, amina, bram, lab} = await newsLab(width);
    const asked = await server.ask(`/api/labs/${lab.id}/questions`, {
      cookie: amina.cookie,
      body: {act: {kind: 'change_rules', rules: {text: 'Samen.'}}, reason: 'Daarom'},
    });
    expect(asked.status).toBe(201);
    const visitor = await visitAs(bram.cookie);
    const {page} = visitor;
    await page.goto('/ik');
    const named = page.getByRole('button', {name: /^Nieuws\s*1 ongelezen$/});
    await named.click();
    const link = page.getByRole('link', {
      name: `${amina.name} vraagt om een sleutel van jouw kant.`,
    });
    await link.press('Enter');
    await page.locator('#lab-questions:focus').waitFor();
    await eventually(() => bell(page).textContent(), 'Nieuws');
    expect(await since(page).count()).toBe(0);
  });

  test(`[R67] mail with news comes once I choose it, and a letter lets me out without signing in (${width})`, async () => {
    const {visitAs, say, server, post, bram, lab} = await newsLab(width);
    const visitor = await visitAs(bram.cookie);
    const {page} = visitor;
    const life = labLife(page);
    await page.goto('/ik');
    await page.getByText('Geef eerst een mailadres en bevestig het.').waitFor();
    await life.field('Mailadres').fill(address);
    await life.button('Bewaar het adres').click();
    const question = await letterTo(post, address);
    const mailbox = await visitAs(null);
    await mailbox.page.goto(linkIn(question));
    await labLife(mailbox.page).button('Dit is mijn adres').click();
    await labLife(mailbox.page).title('Je mailadres is bevestigd').waitFor();

    await page.reload();
    const group = page.getByRole('radiogroup', {name: `Nieuws van ${lab.name}`});
    await group.getByRole('radio', {name: 'Nooit', checked: true}).waitFor();
    await examine(visitor, width, 'news-mail');
    await life.choose('Meteen');
    await page.getByText(`Bewaard voor ${lab.name}.`).waitFor();
    await page.reload();
    await group.getByRole('radio', {name: 'Meteen', checked: true}).waitFor();

    const token = await offToken();
    await mailbox.page.goto('/');
    await mailbox.page.goto(`/mail-uit#${token}`);
    await labLife(mailbox.page).title('Geen mail meer van dit lab?').waitFor();
    await examine(mailbox, width, 'mail-off');
    await labLife(mailbox.page).button('Zet de mail uit').click();
    await labLife(mailbox.page).title('De mail staat uit').waitFor();
    await page.reload();
    await group.getByRole('radio', {name: 'Nooit', checked: true}).waitFor();

    /** As it stands in a letter; the letters themselves are proved with a clock that can be moved. */
    async function offToken(): Promise<string> {
      await say(`Kijk eens, @[${bram.id}]`);
      const {openOffLinks} = await import('@samenspel/server/news/off-link.ts');
      const {openSecret} = await import('@samenspel/server/auth/secret.ts');
      return openOffLinks(await openSecret(server.dataFolder)).token(bram.id, lab.id);
    }
  });
});
