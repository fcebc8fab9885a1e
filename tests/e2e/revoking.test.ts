import {describe, expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {flowWidths, visit} from '../support/browser.ts';
import {heldLine} from '../support/held-line.ts';
import {labLife} from '../support/lab-life.ts';
import {documentScreen, labScreen} from '../support/pages.ts';
import {seed} from '../support/started-server.ts';

/** What a browser itself says about what it may not have any more, or about a line that is gone. */
const refused = [/40[134]/, /WebSocket/, /net::ERR_/];
const offline = 'Geen verbinding – je tekst staat op dit apparaat';
const withdrawn = 'Je kunt niet meer in deze tekst schrijven.';
/** The rule says a second; the rest is for a browser to draw it on a busy machine. */
const promptly = {timeout: 2_000};

describe.each(flowWidths)('at the width of %s', (width) => {
  // Amina, Chaima, Esra and Gloria on one side, Bart, Dirk, Femke and Hans on the other.
  const lab = browserLab('--people', '8', '--documents', '4', '--words', '0');
  const [amina, bart, chaima, dirk, esra, femke, gloria] = [0, 1, 2, 3, 4, 5, 6] as const;

  async function member(person: number) {
    const visitor = await lab.visit(person, {width, expected: refused});
    const {page} = visitor;
    return {...visitor, life: labLife(page), lab: labScreen(page), text: documentScreen(page)};
  }

  /** Amina asks it of the lab, and Bart stands before the button that makes it happen. */
  async function asked(name: string, what: string, role: string | null) {
    const [one, other] = [await member(amina), await member(bart)];
    await one.lab.open(lab.seeded.lab.id);
    await one.life.openAbout(name, what);
    if (role) await one.life.choose(role);
    await one.life.ask('Zo spraken we het af.', 'Wacht op een sleutel van een professional.');
    await other.lab.open(lab.seeded.lab.id);
    return {
      one,
      async turn(happens: string): Promise<void> {
        await other.life.turn(happens);
        await other.page.getByText(`Beide sleutels zijn gedraaid: ${happens}.`).waitFor();
      },
    };
  }

  test(`[R31] who becomes a commenter reads on at once, where a moment ago they wrote (${width})`, async () => {
    const documentId = lab.nextDocument();
    const writer = await member(chaima);
    await writer.text.open(documentId);
    await writer.text.writeAtEnd('Dit staat er al.');
    await writer.text.isSaved();
    const {turn} = await asked('Chaima', 'Een andere rol', 'Meelezen');
    const typing = writer.page.keyboard.type(' En dit'.repeat(10), {delay: 30});
    await turn('Chaima wordt meelezer');
    await writer.text.saved.getByText('Je leest mee', {exact: true}).waitFor(promptly);
    await typing;
    await writer.page
      .getByText('Je leest mee. Alleen leden van het lab schrijven in deze tekst.')
      .waitFor();
    expect(await writer.text.toolbar.count()).toBe(0);
    await writer.text.line('Dit staat er al.').waitFor();
    const before = await writer.text.lines();
    await writer.text.text.click();
    await writer.page.keyboard.type('Mag dit nog');
    expect(await writer.text.lines()).toEqual(before);
    expect(before.join()).not.toContain('Mag dit nog');
  });

  test(`[R31] who is removed while they type is told at once, and keeps the words that could not go along (${width})`, async () => {
    const documentId = lab.nextDocument();
    const [typing, away] = [await member(dirk), await member(dirk)];
    for (const {text} of [typing, away]) await text.open(documentId);
    await away.text.writeAtEnd('Samen begonnen. ');
    await away.text.isSaved();
    await away.context.setOffline(true);
    await away.page.keyboard.type('Geschreven in de tunnel.');
    await away.text.says(offline);

    const {one, turn} = await asked('Dirk', 'Uit het lab halen', null);
    await typing.text.writeAtEnd('Ik typ gewoon door. ');
    const keys = typing.page.keyboard.type('En door. '.repeat(10), {delay: 20});
    await turn('Dirk gaat uit het lab');
    await typing.page.getByText(withdrawn).waitFor(promptly);
    await keys;
    expect(await typing.text.toolbar.count()).toBe(0);

    // The other device hears it when it is back on the line, and its words are not lost.
    await away.context.setOffline(false);
    await away.page.getByRole('heading', {name: 'Niet verstuurde tekst'}).waitFor();
    await away.page.locator('.rescue-text').getByText('Geschreven in de tunnel.').waitFor();
    await away.page.reload();
    await away.page.locator('.rescue-text').getByText('Geschreven in de tunnel.').waitFor();

    await one.text.open(documentId);
    await one.text.line('Samen begonnen.').waitFor();
    expect((await one.text.lines()).join()).not.toContain('tunnel');
  });

  test(`[R31] the device on which somebody types when they are removed keeps the words that were on the way (${width})`, async () => {
    const documentId = lab.nextDocument();
    const writer = await member(femke);
    const line = await heldLine(writer.page);
    await writer.text.open(documentId);
    await writer.text.writeAtEnd('Dit staat er al. ');
    await writer.text.isSaved();
    const {one, turn} = await asked('Femke', 'Uit het lab halen', null);
    line.hold();
    await writer.page.bringToFront();
    await writer.page.keyboard.type('Dit was nog onderweg.');
    await writer.text.says('Opslaan…');
    await turn('Femke gaat uit het lab');
    await writer.page.getByText(withdrawn).waitFor(promptly);

    // On that very screen, at once, and still there after it was loaded anew.
    const rescued = writer.page.locator('.rescue-text').getByText('Dit was nog onderweg.');
    await rescued.waitFor(promptly);
    await writer.page.reload();
    await writer.life.title('Deze pagina is er niet').waitFor();
    await rescued.waitFor();
    expect(await writer.page.locator('.rescue-text').count()).toBe(1);
    await one.text.open(documentId);
    await one.text.line('Dit staat er al.').waitFor();
    expect((await one.text.lines()).join()).not.toContain('onderweg');
  });

  test(`[R31] who becomes a commenter while they type keeps the words that were on the way, once (${width})`, async () => {
    const documentId = lab.nextDocument();
    const writer = await member(gloria);
    const line = await heldLine(writer.page);
    await writer.text.open(documentId);
    await writer.text.writeAtEnd('Dit staat er al. ');
    await writer.text.isSaved();
    const {one, turn} = await asked('Gloria', 'Een andere rol', 'Meelezen');
    line.hold();
    await writer.page.bringToFront();
    await writer.page.keyboard.type('Dit was nog onderweg.');
    await writer.text.says('Opslaan…');
    await turn('Gloria wordt meelezer');
    await writer.text.saved.getByText('Je leest mee', {exact: true}).waitFor(promptly);
    // They arrive too late, and are refused: that makes no second copy of them.
    line.letGo();
    await writer.life.button('Bekijk die tekst').click();
    await writer.page.locator('.rescue-text').getByText('Dit was nog onderweg.').waitFor();
    await writer.page.reload();
    await writer.life.button('Bekijk die tekst').click();
    await writer.page.locator('.rescue-text').getByText('Dit was nog onderweg.').waitFor();
    expect(await writer.page.locator('.rescue-text').count()).toBe(1);
    await one.text.open(documentId);
    await one.text.line('Dit staat er al.').waitFor();
    expect((await one.text.lines()).join()).not.toContain('onderweg');
  });

  test(`who is of another lab finds no lab, no document and no history behind their addresses (${width})`, async () => {
    const server = lab.server;
    const owner = lab.seeded.people[bart]?.cookie ?? '';
    const labId = lab.seeded.lab.id;
    const made = await server.ask(`/api/labs/${labId}/documents`, {
      cookie: owner,
      body: {title: 'Tussen ons gezegd', template: 'plan'},
    });
    const {id: documentId} = (await made.json()) as {readonly id: string};
    // Of a lab on the same server, called the same, and nobody's namesake.
    const {people} = await seed(server.dataFolder, '--people', '9');
    const cookie = people[8]?.cookie ?? '';
    const {page} = await visit({server, width, cookie, expected: [/404/]});
    const there = [
      `/labs/${labId}`,
      `/labs/${labId}/wat-er-gebeurde`,
      `/labs/${labId}/vragen`,
      `/documenten/${documentId}`,
      `/documenten/${documentId}/geschiedenis`,
      `/documenten/${documentId}/geschiedenis/1`,
    ];
    for (const path of there) {
      await page.goto(path);
      await labLife(page).title('Deze pagina is er niet').waitFor();
      const shown = (await labLife(page).everything()) + (await page.title());
      for (const word of ['Tussen ons', 'Oefenlab', 'Amina', 'Bart']) {
        expect(shown, path).not.toContain(word);
      }
    }
    // And nothing tells a strange address from one that never was.
    const never = 'd'.repeat(documentId.length);
    const answers = await Promise.all(
      [documentId, never].map((id) => server.ask(`/api/documents/${id}`, {cookie})),
    );
    expect(answers.map(({status}) => status)).toEqual([404, 404]);
  });

  test(`who wants to be forgotten is signed out everywhere, and their name is gone for the others (${width})`, async () => {
    const [me, other] = [await member(esra), await member(amina)];
    const elsewhere = await member(esra);
    await elsewhere.page.goto('/ik');
    await elsewhere.life.title('Over jou').waitFor();
    await me.lab.open(lab.seeded.lab.id);
    await me.lab.make('Het plan van ons allemaal', 'Vrij document');
    await me.text.isSaved();
    await other.lab.open(lab.seeded.lab.id);
    await other.life.button('Vraag iets over Esra').waitFor();
    await other.life.openLog(lab.seeded.lab.id);
    expect(await other.life.sentences()).toContain('Esra begon “Het plan van ons allemaal”.');

    await me.page.goto('/ik');
    await me.life.button('Vergeet mij').click();
    const sure = me.life.dialog;
    await sure.getByRole('textbox').fill('Iemand anders');
    await sure.getByRole('button', {name: 'Vergeet mij'}).click();
    await sure.getByText('Dit is niet je naam zoals die hier staat.').waitFor();
    await sure.getByRole('textbox').fill('Esra');
    await sure.getByRole('button', {name: 'Vergeet mij'}).click();
    await me.life.title('Samen schrijven aan plannen voor de wijk').waitFor();
    for (const {page, life} of [me, elsewhere]) {
      await page.goto(`/labs/${lab.seeded.lab.id}`);
      await life.title('Samen schrijven aan plannen voor de wijk').waitFor();
    }

    await other.life.openLog(lab.seeded.lab.id);
    const [latest = '', ...rest] = await other.life.sentences();
    expect(latest).toBe('Iemand liet zich vergeten. De gezamenlijke tekst blijft staan.');
    expect(rest).toContain('Iemand (informeel) begon “Het plan van ons allemaal”.');
    expect(await other.life.everything()).not.toContain('Esra');
    await other.lab.open(lab.seeded.lab.id);
    await other.life.button('Vraag iets over Bart').waitFor();
    expect(await other.life.everything()).not.toContain('Esra');
  });
});
