import {describe, expect, onTestFinished, test} from 'vitest';
import {flowWidths, visit} from '../support/browser.ts';
import {foundingLink, labLife} from '../support/lab-life.ts';
import {documentScreen, eventually, labScreen} from '../support/pages.ts';
import {startServer} from '../support/started-server.ts';

const linde = {
  lab: 'Lab Linde',
  neighbourhood: 'Lindebuurt',
  name: 'Samira',
  side: 'informal',
} as const;
const alone = /^Er doet nog niemand mee die hier als professional meetelt/;

/** An empty server, and the lab that Samira begins on it. */
async function begun(width: 'wide' | 'phone', expected: readonly RegExp[] = []) {
  const server = await startServer({cleanUp: onTestFinished, example: false});
  const founder = await visit({server, width});
  const life = labLife(founder.page);
  const link = foundingLink(server.stdout());
  await life.begin(link, linde);
  const labId = new URL(founder.page.url()).pathname.split('/').at(-1) ?? '';
  return {
    ...{server, founder, life, link, labId},
    arrive: async (other: 'wide' | 'phone' = width) => {
      const {page} = await visit({server, width: other, expected});
      return {page, life: labLife(page)};
    },
  };
}

describe.each(flowWidths)('at the width of %s', (width) => {
  test(`[R32] the printed link begins one lab, and says so to who comes second (${width})`, async () => {
    const {server, founder, life, link, labId, arrive} = await begun(width, [
      /404.*\/api\/founding/,
    ]);
    expect(new URL(founder.page.url()).hash).toBe('');
    await founder.page.getByText('Lindebuurt', {exact: true}).waitFor();
    await founder.page.getByText(alone).waitFor();
    await founder.page.getByText('Hier is nog niets', {exact: true}).waitFor();
    expect(await life.sentences()).toEqual(['Samira begon dit lab.']);

    const late = await arrive();
    await late.page.goto(link);
    await late.life.title('Deze link werkt niet meer').waitFor();
    expect(await late.life.everything()).not.toContain('Linde');
    expect((await server.ask(`/api/labs/${labId}`)).status).toBe(401);
  });

  test(`invited by link, one types a name and writes at once; the founder vouches for the first of the other side (${width})`, async () => {
    const {founder, life, labId, arrive} = await begun(width);
    const mine = labScreen(founder.page);
    await mine.make('Plan voor de Linde', 'Vrij document');
    const founders = documentScreen(founder.page);
    await founders.isSaved();
    await mine.open(labId);
    const {link} = await life.invite({side: 'formal'});
    await life.button('Klaar').click();

    const joost = await arrive();
    await joost.page.goto(link);
    await joost.page.getByText(/^Je doet mee als professional\./).waitFor();
    // A name is all that is asked.
    expect(await joost.page.getByRole('textbox').count()).toBe(1);
    await joost.life.field('Hoe heet je?').fill('Joost');
    await joost.life.button('Doe mee').click();
    await joost.life.title('Lab Linde').waitFor();
    expect(new URL(joost.page.url()).hash).toBe('');
    await joost.page.getByText('wacht op bevestiging').waitFor();
    expect(await joost.page.getByRole('button', {name: /^Dit is een van ons/}).count()).toBe(0);

    // Writing does not wait for anybody.
    await joost.page.getByRole('link', {name: 'Plan voor de Linde'}).click();
    const joosts = documentScreen(joost.page);
    await joosts.isSaved();
    await joosts.writeAtEnd('Ik schrijf al mee.');
    await joosts.isSaved();
    await mine.row('Plan voor de Linde').getByRole('link').click();
    await founders.isSaved();
    await founders.shows(['Ik schrijf al mee.']);

    await mine.open(labId);
    await founder.page.getByText(alone).waitFor();
    await life.button('Dit is een van ons: Joost').click();
    await founder.page.getByText('Joost telt nu mee voor de sleutel van deze kant.').waitFor();
    await eventually(() => founder.page.getByText(alone).count(), 0);
    expect(await founder.page.getByText('wacht op bevestiging').count()).toBe(0);
    await joost.life.openLog(labId);
    expect(await joost.life.sentences()).toEqual([
      'Samira, van de andere kant, zei dat Joost als eerste meetelt (formeel).',
      'Joost doet mee als lid (formeel).',
      'Samira nodigde iemand uit als lid (formeel).',
      'Samira begon “Plan voor de Linde”.',
      'Samira begon dit lab.',
    ]);
  });

  test(`[R32] a link for one person lets one person in, and withdrawn it lets nobody in (${width})`, async () => {
    const {founder, life, labId, arrive} = await begun(width, [/404.*\/api\/invitations/]);
    const {link} = await life.invite({side: 'formal'});
    await life.button('Klaar').click();
    const [first, second] = [await arrive(), await arrive()];
    // Both stand before the same door; looking has not used it up.
    await second.page.goto(link);
    await second.life.title('Doe mee met Lab Linde').waitFor();
    await first.life.join(link, 'Lab Linde', 'Joost');
    await second.life.field('Hoe heet je?').fill('Iemand anders');
    await second.life.button('Doe mee').click();
    await second.life.title('Deze uitnodiging werkt niet meer').waitFor();

    // Every member sees it and takes it back, whoever made it.
    const other = await life.invite({side: 'informal'});
    await life.button('Klaar').click();
    await labScreen(first.page).open(labId);
    await first.page.getByText('Uitnodigingen (1)').click();
    await first.life.button('Trek in: Lid, informeel').click();
    await first.page.getByText('De uitnodiging is ingetrokken.').waitFor();
    await second.page.goto(other.link);
    await second.life.title('Deze uitnodiging werkt niet meer').waitFor();
    await labScreen(founder.page).open(labId);
    expect(await founder.page.getByText('Iemand anders').count()).toBe(0);
  });

  test(`a whole meeting scans one code, and somebody of one's own side vouches (${width})`, async () => {
    const {founder, life, labId, arrive} = await begun(width);
    const {link, scanned} = await life.invite({side: 'informal', use: 'meeting'});
    // What a camera reads is the address, and nothing else.
    expect(scanned).toBe(link);
    await life.button('Klaar').click();
    for (const name of ['Fatma', 'Gloria']) {
      const phone = await arrive('phone');
      await phone.life.join(scanned, 'Lab Linde', name);
      await phone.page.getByText(/^Je kunt meteen meeschrijven\./).waitFor();
    }
    await labScreen(founder.page).open(labId);
    await life.button('Dit is een van ons: Fatma').click();
    await founder.page.getByText('Fatma telt nu mee voor de sleutel van deze kant.').waitFor();
    await life.button('Dit is een van ons: Gloria').waitFor();
    await life.openLog(labId);
    expect(await life.sentences()).toContain(
      'Samira zei van Fatma: dit is een van ons (informeel).',
    );
  });
});
