import {describe, expect, onTestFinished, test} from 'vitest';
import {flowWidths, visit} from '../support/browser.ts';
import {labLife} from '../support/lab-life.ts';
import {letterTo, linkIn} from '../support/letters.ts';
import {mailServer} from '../support/mail-server.ts';
import {labScreen, signInWith} from '../support/pages.ts';
import {seed, startServer} from '../support/started-server.ts';

const offer = 'Mail mij een link';

/** A server that mails, a lab on it, and browsers to come in with. */
async function mailing(width: 'wide' | 'phone') {
  const post = await mailServer();
  const server = await startServer({
    ...{cleanUp: onTestFinished, example: false},
    env: {SMTP_URL: post.url, MAIL_FROM: 'Samenspel <lab@voorbeeld.nl>'},
  });
  const {lab, people} = await seed(server.dataFolder, '--people', '2');
  const arrive = async (cookie?: string, expected: readonly RegExp[] = []) => {
    const visitor = await visit({server, width, expected, ...(cookie ? {cookie} : {})});
    return {...visitor, life: labLife(visitor.page)};
  };
  const member = (person: number) => arrive(people[person]?.cookie ?? '');
  return {post, server, lab, arrive, member};
}

describe.each(flowWidths)('at the width of %s', (width) => {
  test(`[R32] an address is given, confirmed in the mailbox, and then a way in by itself (${width})`, async () => {
    const {post, lab, arrive, member} = await mailing(width);
    const address = 'amina@voorbeeld.nl';
    const {page, life} = await member(0);
    await page.goto('/ik');
    await life.field('Mailadres').fill('amina');
    await life.button('Bewaar het adres').click();
    await page.getByText('Dit lijkt geen mailadres. Kijk het na.').waitFor();
    await life.field('Mailadres').fill(address);
    await life.button('Bewaar het adres').click();
    await page.getByText(`Nog één stap: we mailen een link naar ${address}.`).waitFor();

    // Not confirmed yet: whoever asks for a link to it gets none, and is told the same as ever.
    const out = await arrive();
    await out.page.goto('/');
    await out.life.field('Je mailadres').fill(address);
    await out.life.button(offer).click();
    await out.page.getByText(/^Als we dit adres kennen/).waitFor();
    const question = await letterTo(post, address);
    expect(question.subject).toBe('Is dit jouw mailadres?');

    // Opened where the mail is read, by nobody who is signed in; and scanned by nobody by accident.
    const mailbox = await arrive(undefined, [/404.*\/api\/address/]);
    await mailbox.page.goto(linkIn(question));
    await mailbox.life.title('Is dit jouw mailadres?').waitFor();
    expect(new URL(mailbox.page.url()).hash).toBe('');
    await mailbox.page.getByText('Amina gaf dit mailadres').waitFor();
    await mailbox.life.button('Dit is mijn adres').click();
    await mailbox.life.title('Je mailadres is bevestigd').waitFor();
    await mailbox.page.goto('/');
    await mailbox.page.goto(linkIn(question));
    await mailbox.life.title('Deze link werkt niet meer').waitFor();
    await page.reload();
    await page.getByText('Dit adres is bevestigd.').waitFor();

    await out.page.reload();
    await out.life.field('Je mailadres').fill(` ${address.toUpperCase()} `);
    await out.life.button(offer).click();
    const letter = await letterTo(post, address, 2);
    expect(letter.subject).toBe('Je link om verder te gaan');
    await signInWith(out.page, linkIn(letter));
    await out.life.title(lab.name).waitFor();
    await labScreen(out.page).open(lab.id);
    expect(await out.life.everything()).not.toContain(address);
  });

  test(`an invitation comes by mail, and who joins gives an address of their own (${width})`, async () => {
    const {post, lab, arrive, member} = await mailing(width);
    const {page, life} = await member(0);
    await labScreen(page).open(lab.id);
    await life.button('Nodig iemand uit').click();
    await life.choose('Voor het werk, als professional');
    await life.field('Mailadres (hoeft niet)').fill('nadia@voorbeeld.nl');
    await life.button('Maak de uitnodiging').click();
    await page.getByText('We mailen de uitnodiging ook naar nadia@voorbeeld.nl.').waitFor();
    const {link} = await life.handedOver('Link van de uitnodiging');

    const letter = await letterTo(post, 'nadia@voorbeeld.nl');
    expect(linkIn(letter)).toBe(link);
    expect(letter.body).toContain('als professional');
    const nadia = await arrive();
    await nadia.page.goto(linkIn(letter));
    await nadia.life.title(`Doe mee met ${lab.name}`).waitFor();
    await nadia.life.field('Hoe heet je?').fill('Nadia');
    await nadia.life.field('Je mailadres (hoeft niet)').fill('nadia@thuis.nl');
    await nadia.life.button('Doe mee').click();
    await nadia.life.title(lab.name).waitFor();
    const question = await letterTo(post, 'nadia@thuis.nl');
    await nadia.page.goto(linkIn(question));
    await nadia.life.button('Dit is mijn adres').click();
    await nadia.page.getByRole('link', {name: 'Ga naar het begin'}).click();
    await nadia.life.title(lab.name).waitFor();
  });

  test(`a server that does not mail asks for no address anywhere (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished, example: false});
    const {lab, people} = await seed(server.dataFolder, '--people', '2');
    const out = await visit({server, width});
    await out.page.goto('/');
    await out.page.getByText(/^Je komt binnen met een inloglink/).waitFor();
    expect(await out.page.getByRole('button', {name: offer}).count()).toBe(0);
    const {page} = await visit({server, width, cookie: people[0]?.cookie ?? ''});
    await page.goto('/ik');
    await page.getByText(/^Deze server verstuurt nu geen mail/).waitFor();
    await labScreen(page).open(lab.id);
    await labLife(page).button('Nodig iemand uit').click();
    await page.getByText('Voor wie is de link?').waitFor();
    expect(await page.getByRole('textbox', {name: /mailadres/i}).count()).toBe(0);
  });
});
