import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen} from '../support/pages.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

const lab = browserLab('--people', '2', '--documents', '2', '--words', '0');

function stock(documentId: string) {
  const [, person] = lab.seeded.people;
  if (!person) throw new Error('Two people were seeded');
  return stockClient(lab.server, person, documentId);
}

/** A block of a later Samenspel. */
function addUnknownBlock(doc: Y.Doc): void {
  const block = new Y.XmlElement('hologram');
  block.insert(0, [new Y.XmlText('uit de toekomst')]);
  doc.getXmlFragment('default').push([block]);
}

async function standsOnServer(documentId: string): Promise<string> {
  const later = stock(documentId);
  await until('read', () => later.provider.synced);
  const text = later.doc.getXmlFragment('default').toString();
  later.provider.destroy();
  return text;
}

test('[R3] a block of a later Samenspel turns the page into one that offers to load again, and stays whole', async () => {
  const documentId = lab.nextDocument();
  const {page} = await lab.visit(0);
  const screen = documentScreen(page);
  await screen.open(documentId);
  await screen.writeAtEnd('Eerst nog iets van nu.');
  await screen.isSaved();

  const later = stock(documentId);
  await until('synced', () => later.provider.synced);
  addUnknownBlock(later.doc);
  await page.getByText('In deze tekst staat iets dat deze pagina niet kent.').waitFor();
  expect(await screen.text.count()).toBe(0);
  expect(await standsOnServer(documentId)).toContain('<hologram>uit de toekomst</hologram>');

  // Loading again doesn't help until there is a newer page; it harms nothing either.
  await page.getByRole('button', {name: 'Opnieuw laden'}).click();
  await page.getByText('In deze tekst staat iets dat deze pagina niet kent.').waitFor();
  const stands = await standsOnServer(documentId);
  expect(stands).toContain('<hologram>uit de toekomst</hologram>');
  expect(stands).toContain('Eerst nog iets van nu.');
});

test('[R3] who was writing without a line when the block came gets those words back to copy', async () => {
  const documentId = lab.nextDocument();
  const {page, context} = await lab.visit(0, {expected: [/net::ERR_/]});
  const screen = documentScreen(page);
  await screen.open(documentId);
  await context.setOffline(true);
  await screen.writeAtEnd('Dit was nog onderweg.');
  await screen.says('Geen verbinding – je tekst staat op dit apparaat');

  const later = stock(documentId);
  await until('synced', () => later.provider.synced);
  addUnknownBlock(later.doc);
  await context.setOffline(false);
  await page.getByText('In deze tekst staat iets dat deze pagina niet kent.').waitFor();
  await page.getByText('Dit was nog onderweg.').waitFor();
  expect(await standsOnServer(documentId)).toContain('<hologram>uit de toekomst</hologram>');
});
