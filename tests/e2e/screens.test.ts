import type {Page} from 'playwright-core';
import {describe, onTestFinished, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {visit} from '../support/browser.ts';
import {examine} from '../support/examine.ts';
import {historyScreen} from '../support/history-screen.ts';
import {foundingLink, labLife} from '../support/lab-life.ts';
import {letterTo, linkIn} from '../support/letters.ts';
import {mailServer} from '../support/mail-server.ts';
import {documentScreen, eventually, labScreen} from '../support/pages.ts';
import {seed, startServer} from '../support/started-server.ts';

const lab = browserLab('--people', '3', '--documents', '1', '--words', '250');

const onTop = '[role=menu], [role=dialog], [role=alertdialog]';

/** Opens something, examines it, closes it with Escape. */
async function whileOpen(page: Page, open: () => Promise<void>, look: () => Promise<void>) {
  await open();
  await page.locator(onTop).last().waitFor();
  // The widget keeps it unseen until it has found its place.
  const unseen = page.locator('.dialog-veil[style*="opacity"], .menu-popover[style*="opacity"]');
  await eventually(() => unseen.count(), 0);
  await look();
  await page.keyboard.press('Escape');
  await page.locator(onTop).last().waitFor({state: 'detached'});
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
    await screen.make(title, 'Vrij document');
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
    if (width === 'phone') {
      const more = page.getByRole('button', {name: 'Meer', exact: true});
      await whileOpen(page, () => more.click(), look('document-more'));
    }
    await screen.press('Titel wijzigen');
    await examine(visitor, width, 'document-title');
  });

  test(`the example plan and looking back at it have no barriers (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished});
    const cookie = await server.signIn(server.links.informal);
    const visitor = await visit({server, width, cookie});
    const {page} = visitor;
    await page.goto('/');
    await page.getByRole('link', {name: 'Wijkuitvoeringsplan Vlonderbuurt'}).click();
    const screen = documentScreen(page);
    await screen.isSaved();
    await page.locator('[data-block=goal]').first().scrollIntoViewIfNeeded();
    await examine(visitor, width, 'plan');
    await screen.press('Geschiedenis');
    const past = historyScreen(page);
    await past.text.waitFor();
    const moments = await past.moments();
    await moments.getByRole('link').first().waitFor();
    await examine(visitor, width, 'history');
    await moments.getByRole('link').first().click();
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

  test(`beginning a lab, inviting and joining have no barriers (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished, example: false});
    const founder = await visit({server, width});
    const life = labLife(founder.page);
    await founder.page.goto(foundingLink(server.stdout()));
    await life.button('Begin het lab').click();
    await founder.page.getByText('Geef het lab een naam.').waitFor();
    await examine(founder, width, 'founding');
    await founder.page.getByRole('link', {name: 'Samenspel'}).click();
    await life.begin(foundingLink(server.stdout()), {
      ...{lab: 'Lab Linde', neighbourhood: 'Lindebuurt', name: 'Samira', side: 'informal'},
    });
    await examine(founder, width, 'founding-empty-lab');
    const look = (name: string) => () => examine(founder, width, name);
    const invite = () => life.button('Nodig iemand uit').click();
    const withMissing = async () => {
      await invite();
      await life.choose('Voor een bijeenkomst');
      await life.button('Maak de uitnodiging').click();
      await founder.page.getByText(/^Kies hoe deze persoon meedoet/).waitFor();
    };
    await whileOpen(founder.page, withMissing, look('inviting'));
    let link = '';
    const made = async () => ({link} = await life.invite({side: 'formal'}));
    await whileOpen(founder.page, async () => void (await made()), look('inviting-ready'));
    await founder.page.getByText('Uitnodigingen (1)').click();
    await examine(founder, width, 'inviting-list');

    const newcomer = await visit({server, width});
    const theirs = labLife(newcomer.page);
    await newcomer.page.goto(link);
    await theirs.button('Doe mee').click();
    await newcomer.page.getByText('Vul een naam in.').waitFor();
    await examine(newcomer, width, 'joining');
    await theirs.field('Hoe heet je?').fill('Joost');
    await theirs.button('Doe mee').click();
    await newcomer.page.getByText('wacht op bevestiging').waitFor();
    await examine(newcomer, width, 'joining-waits');
    const late = await visit({server, width, expected: [/404.*\/api\/invitations/]});
    await late.page.goto(link);
    await labLife(late.page).title('Deze uitnodiging werkt niet meer').waitFor();
    await examine(late, width, 'joining-used');
  });

  test(`giving an address, confirming it and signing in by mail have no barriers (${width})`, async () => {
    const post = await mailServer();
    const server = await startServer({
      ...{cleanUp: onTestFinished, example: false},
      env: {SMTP_URL: post.url, MAIL_FROM: 'lab@voorbeeld.nl'},
    });
    const {lab: oefenlab, people} = await seed(server.dataFolder, '--people', '2');
    const visitor = await visit({server, width, cookie: people[0]?.cookie ?? ''});
    const {page} = visitor;
    const life = labLife(page);
    await page.goto('/ik');
    await life.field('Mailadres').fill('amina@voorbeeld.nl');
    await life.button('Bewaar het adres').click();
    await life.button('Stuur de mail opnieuw').waitFor();
    await examine(visitor, width, 'mail-account');
    await labScreen(page).open(oefenlab.id);
    await whileOpen(
      page,
      () => life.button('Nodig iemand uit').click(),
      () => examine(visitor, width, 'mail-inviting'),
    );

    const mailbox = await visit({server, width, expected: [/404.*\/api\/address/]});
    const theirs = labLife(mailbox.page);
    const link = linkIn(await letterTo(post, 'amina@voorbeeld.nl'));
    await mailbox.page.goto(link);
    await theirs.button('Dit is mijn adres').waitFor();
    await examine(mailbox, width, 'mail-address');
    await theirs.button('Dit is mijn adres').click();
    await theirs.title('Je mailadres is bevestigd').waitFor();
    await examine(mailbox, width, 'mail-confirmed');
    await mailbox.page.goto('/');
    await theirs.field('Je mailadres').fill('amina@voorbeeld.nl');
    await theirs.button('Mail mij een link').click();
    await mailbox.page.getByText(/^Als we dit adres kennen/).waitFor();
    await examine(mailbox, width, 'mail-asked');
  });

  test(`the people, what waits for a key, the log and the page about oneself have no barriers (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished, example: false});
    const {lab: oefenlab, people} = await seed(server.dataFolder, '--people', '4');
    const as = async (person: number) => {
      const visitor = await visit({server, width, cookie: people[person]?.cookie ?? ''});
      await labScreen(visitor.page).open(oefenlab.id);
      return {visitor, page: visitor.page, life: labLife(visitor.page)};
    };
    const {visitor, page, life} = await as(0);
    const look = (name: string) => () => examine(visitor, width, name);
    const press = (name: string) => () => life.button(name).click();
    const about = (what: string) => () => life.openAbout('Dirk', what);
    await whileOpen(page, press('Vraag iets over Dirk'), look('keys-member'));
    await whileOpen(page, about('Naar de andere kant'), look('keys-side'));
    await whileOpen(page, about('Een nieuwe inloglink'), look('keys-link'));
    await whileOpen(page, about('Uit het lab halen'), look('keys-remove'));
    await whileOpen(page, press('Vraag om andere afspraken'), look('keys-rules'));
    await whileOpen(page, press('Verlaat dit lab'), look('lab-leave'));
    await whileOpen(page, about('Een andere rol'), look('keys-role'));
    await about('Een nieuwe inloglink')();
    await life.ask('Zijn telefoon is stuk.', 'Wacht op een sleutel van een professional.');
    await about('Een andere rol')();
    await life.choose('Meelezen');
    await life.ask('Hij heeft minder tijd.', 'Wacht op een sleutel van een professional.');
    await examine(visitor, width, 'keys-asked');

    const other = await as(1);
    const turn = () => other.life.turn('een nieuwe inloglink voor Dirk');
    const lookToo = (name: string) => () => examine(other.visitor, width, name);
    await whileOpen(other.page, turn, lookToo('keys-sign-in-link'));
    await examine(other.visitor, width, 'keys-turned');

    await life.openLog(oefenlab.id);
    await examine(visitor, width, 'log');
    await page.goto(`/labs/${oefenlab.id}/vragen`);
    await page.getByText(/^Gebeurd met een sleutel van elke kant/).waitFor();
    await examine(visitor, width, 'questions');
    await labScreen(page).open(oefenlab.id);
    await page.getByRole('link', {name: 'Oefenplan 1'}).click();
    const screen = documentScreen(page);
    await screen.isSaved();
    const share = async () => {
      await screen.press('Delen');
      await page.getByRole('dialog', {name: '“Oefenplan 1” delen'}).waitFor();
    };
    await whileOpen(page, share, look('sharing'));
    const invite = async () => {
      await share();
      await press('Nodig iemand uit')();
      await page.getByText('Deze persoon ziet alleen dit document').waitFor();
    };
    await whileOpen(page, invite, look('sharing-invite'));

    await page.goto('/ik');
    await page.getByText('dit apparaat').waitFor();
    await examine(visitor, width, 'account');
    await whileOpen(page, press('Vergeet mij'), look('account-forget'));
    await whileOpen(page, press('Log overal uit'), look('account-everywhere'));
    await page.goto('/stichten');
    await life.title('Begin een lab').waitFor();
    await examine(visitor, width, 'founding-again');
  });
});
