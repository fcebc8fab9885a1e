import {describe, expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {flowWidths, visit} from '../support/browser.ts';
import {labLife} from '../support/lab-life.ts';
import {documentScreen, eventually, labScreen, signInWith} from '../support/pages.ts';

describe.each(flowWidths)('at the width of %s', (width) => {
  // Amina and Chaima on one side, Bart and Dirk on the other.
  const lab = browserLab('--people', '4', '--documents', '1', '--words', '20');
  const [amina, bart, chaima, dirk] = [0, 1, 2, 3] as const;

  /** Somebody in the lab. */
  async function member(person: number, expected: readonly RegExp[] = []) {
    const {page} = await lab.visit(person, {width, expected});
    const screen = labScreen(page);
    await screen.open(lab.seeded.lab.id);
    return {page, life: labLife(page), again: () => screen.open(lab.seeded.lab.id)};
  }

  test(`a question is seen by all with its reason, and withdrawn by any member; nobody turns a key about themselves (${width})`, async () => {
    const [one, other, about] = [await member(amina), await member(bart), await member(chaima)];
    const what = 'Chaima wordt meelezer';
    await one.life.openAbout('Chaima', 'Een andere rol');
    await one.life.choose('Meelezen');
    await one.life.ask('Zij gaat verhuizen.', 'Wacht op een sleutel van een professional.');
    await one.life.question(what).getByText('Van jouw kant is de sleutel al gedraaid.').waitFor();

    await Promise.all([other.again(), about.again()]);
    for (const {life} of [other, about]) {
      const card = life.question(what);
      await card.getByText(/^Gevraagd door Amina, /).waitFor();
      await card.getByText('Zij gaat verhuizen.').waitFor();
      await card.getByText(/Informeel: sleutel gedraaid door Amina, /).waitFor();
      await card.getByText('Formeel: nog geen sleutel').waitFor();
    }
    // Bart may, Chaima may not: it is about her.
    await other.life.button(`Draai de sleutel: ${what}`).waitFor();
    const hers = about.life.question(what);
    await hers.getByText('Dit gaat over jou. Daarom draaien anderen de sleutels.').waitFor();
    expect(await hers.getByRole('button', {name: /^Draai/}).count()).toBe(0);

    await other.life.button(`Trek de vraag in: ${what}`).click();
    await other.page.getByText('De vraag is ingetrokken.').waitFor();
    await one.again();
    expect(await one.life.question(what).count()).toBe(0);
    await one.life.openLog(lab.seeded.lab.id);
    expect((await one.life.sentences()).slice(0, 2)).toEqual([
      'De vraag om een andere rol voor Chaima is ingetrokken door Bart.',
      'Amina vroeg om een andere rol voor Chaima, en draaide meteen een sleutel.',
    ]);
    await one.page.getByText('“Zij gaat verhuizen.”').waitFor();

    // What became of it is told apart from what waits.
    await one.again();
    await one.page.getByRole('link', {name: 'Eerdere vragen en sleutels'}).click();
    await one.life.title('Eerdere vragen').waitFor();
    const over = one.page.locator('.question').filter({hasText: what});
    await over.getByText(/^Ingetrokken, .*Er is niets veranderd\.$/).waitFor();
    await over.getByText(/Informeel: sleutel gedraaid door Amina, /).waitFor();
    await over.getByText('Formeel: geen sleutel gedraaid').waitFor();
  });

  test(`[R32] two members of different sides make a fresh link, which opens this lab only, and once (${width})`, async () => {
    const person = lab.seeded.people[chaima];
    const founded = await lab.server.ask('/api/labs', {
      cookie: person?.cookie ?? '',
      body: {name: 'Lab Elders', neighbourhood: 'Elders', side: 'informal'},
    });
    const elsewhere = ((await founded.json()) as {readonly id: string}).id;

    const [one, other] = [await member(dirk), await member(amina)];
    const what = 'een nieuwe inloglink voor Chaima';
    await one.life.openAbout('Chaima', 'Een nieuwe inloglink');
    await one.life.ask('Haar telefoon is stuk.', 'Wacht op een sleutel van een bewoner');
    await other.again();
    await other.life.turn(what);
    const {link, scanned} = await other.life.handedOver('Inloglink voor Chaima');
    expect(scanned).toBe(link);
    await other.life.button('Klaar').click();
    // Shown once, to one person.
    await other.again();
    expect(await other.page.content()).not.toContain(link);

    const server = lab.server;
    const back = await visit({server, width, expected: [/404/]});
    await signInWith(back.page, link);
    const hers = labLife(back.page);
    await hers.title('Oefenlab').waitFor();
    await back.page.goto('/ik');
    await back.page
      .getByText('Je bent binnen met een link die alleen Oefenlab opent.', {exact: false})
      .waitFor();
    await back.page.goto(`/labs/${elsewhere}`);
    await hers.title('Deze pagina is er niet').waitFor();
    expect(await hers.everything()).not.toContain('Elders');
    // By her own way in she comes into both.
    const own = await lab.visit(chaima, {width});
    await own.page.goto('/');
    await own.page.getByRole('link', {name: 'Lab Elders'}).waitFor();

    const late = await visit({server, width, expected: [/404.*\/api\/sign-in/]});
    await late.page.goto(link);
    await labLife(late.page).title('Deze link werkt niet meer').waitFor();
    await one.life.openLog(lab.seeded.lab.id);
    expect((await one.life.sentences())[0]).toBe(
      'Met een sleutel van elke kant: er is een nieuwe inloglink voor Chaima.',
    );
  });

  test(`a member is removed when a member of each side has turned a key, and not before (${width})`, async () => {
    const [one, other] = [await member(bart), await member(chaima)];
    const about = await member(dirk, [/404/, /403/]);
    const what = 'Dirk gaat uit het lab';
    await one.life.openAbout('Dirk', 'Uit het lab halen');
    await one.life.ask('Dirk werkt hier niet meer.', 'Wacht op een sleutel van een bewoner');
    // It waits: Dirk writes as before.
    const screen = documentScreen(about.page);
    await about.page.getByRole('link', {name: 'Oefenplan 1'}).click();
    await screen.isSaved();
    await screen.writeAtEnd(' Nog van Dirk.');
    await screen.isSaved();

    await other.again();
    await other.life.turn(what);
    await other.page.getByText(`Beide sleutels zijn gedraaid: ${what}.`).waitFor();
    await eventually(() => other.life.button('Vraag iets over Dirk').count(), 0);
    expect(await other.life.question(what).count()).toBe(0);
    await about.page.goto(`/labs/${lab.seeded.lab.id}`);
    await about.life.title('Deze pagina is er niet').waitFor();

    await one.life.openLog(lab.seeded.lab.id);
    expect((await one.life.sentences()).slice(0, 3)).toEqual([
      'Met een sleutel van elke kant: Dirk is uit het lab gehaald.',
      'Chaima draaide een sleutel om Dirk uit het lab te halen.',
      'Bart vroeg om Dirk uit het lab te halen, en draaide meteen een sleutel.',
    ]);
    // What he wrote stays.
    await labScreen(one.page).open(lab.seeded.lab.id);
    await one.page.getByRole('link', {name: 'Oefenplan 1'}).click();
    await documentScreen(one.page).line('Nog van Dirk.').waitFor();
  });
});
