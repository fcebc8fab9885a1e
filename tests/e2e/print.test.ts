/** Printing from the browser: what comes out is a document of its own, read here page by page. */

import type {DocumentId} from '@samenspel/shared';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {documentScreen, drawn} from '../support/pages.ts';
import {type Pdf, readPdf} from '../support/pdf.ts';
import {
  action,
  agreement,
  carrier,
  fund,
  goal,
  heading,
  measure,
  paragraph,
  plan,
  question,
  table,
  task,
} from '../support/plan.ts';
import {planWriter} from '../support/plan-writer.ts';

const lab = browserLab('--people', '3', '--documents', '8', '--words', '0');

test('a printed text has its title, names, date, contents and pages, and nothing of the screen', async () => {
  const documentId = await written(40);
  const {page} = await lab.visit(0);
  await open(page, documentId);
  const pdf = await printed(page);
  const [first = '', ...rest] = pdf.pages;
  for (const words of [titleOf(documentId), lab.seeded.lab.name, person(2).name])
    expect(first).toContain(squeezed(words));
  expect(first).toMatch(/Zowashetop\d+[a-z]+20\d\dom\d+\.\d\d\./);
  expect(first).toMatch(/Geschrevendoor.*Inhoud/);
  expect(first).not.toContain(squeezed(person(1).name));
  expect(rest.join('')).toContain('Hetlaatstewoord');
  for (const screen of ['Opgeslagen', 'Geschiedenis', 'Verberg', 'Watishierlastig'])
    expect(pdf.pages.join('')).not.toContain(screen);
  expect(pdf.pages.length).toBeGreaterThan(10);
  pdf.pages.forEach((words, at) => expect(words).toContain(`${at + 1}/${pdf.pages.length}`));
});

test('every number in the contents is the page on which it stands', async () => {
  const documentId = await written(60);
  const {page} = await lab.visit(0);
  await open(page, documentId);
  for (const options of [{}, {format: 'A4'}, {scale: 0.8}, {format: 'Letter'}] as const) {
    const pdf = await printed(page, options);
    const contents = contentsIn(pdf);
    expect(contents).toHaveLength(60 / 4 + 60 + 1);
    for (const {title, number} of contents) {
      const at = pdf.bookmarks.find((bookmark) => bookmark.title === title)?.page;
      expect(`${title} ${number}`).toBe(`${title} ${at}`);
    }
  }
});

test('it is tagged, in Dutch, with a bookmark for every title and the head of a table on each page', async () => {
  const documentId = await written(4);
  const {page} = await lab.visit(0, {scheme: 'dark', width: 'phone'});
  await open(page, documentId);
  await page.getByRole('button', {name: /^Klap in.*Opgave 1 van de buurt/}).click();
  await page.locator('.folded').first().waitFor();
  const pdf = await printed(page);
  expect(pdf.language).toBe('nl');
  expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'H4', 'L', 'Table', 'TH']));
  expect(pdf.tags).not.toContain('Form');
  expect(pdf.bookmarks.map(({title}) => title)).toEqual(
    expect.arrayContaining([titleOf(documentId), 'Doel 3 voor wie hier woont', 'Wanneer']),
  );
  const tables = pdf.pages.filter((words) => words.includes('DezaalKoffie'));
  expect(tables.length).toBeGreaterThan(1);
  for (const words of tables) expect(words).toContain('WeekWaarWat');
});

test('enlarged by who prints it, the contents name no page rather than a wrong one', async () => {
  const documentId = await written(8);
  const {page} = await lab.visit(0);
  await open(page, documentId);
  expect(contentsIn(await printed(page, {format: 'A4'}))).not.toEqual([]);
  expect(contentsIn(await printed(page, {format: 'A4', scale: 1.3}))).toEqual([]);
});

test('a moment of the past is printed as it was, with its own date and who had written by then', async () => {
  const documentId = await written(4);
  const {page} = await lab.visit(0);
  await open(page, documentId);
  await page.locator('.text').getByText('Het laatste woord').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' is van Amina');
  await documentScreen(page).isSaved();
  const writers = page.waitForResponse(`**/api/documents/${documentId}/writers?until=1`);
  await page.goto(`/documenten/${documentId}/geschiedenis/1`);
  await writers;
  await drawn(page);
  const pdf = await printed(page);
  expect(pdf.pages[0]).toContain(squeezed(person(2).name));
  expect(pdf.pages[0]).not.toContain(squeezed(person(0).name));
  expect(pdf.pages[0]).toMatch(/Zowashetop\d+[a-z]+20\d\dom\d+\.\d\d\./);
  expect(pdf.pages.join('')).toContain('Hetlaatstewoord');
  expect(pdf.pages.join('')).not.toContain('isvanAmina');
});

function person(at: number) {
  const found = lab.seeded.people[at];
  if (!found) throw new Error('Seed more people for this file');
  return found;
}

function titleOf(documentId: DocumentId): string {
  return lab.seeded.documents.find(({id}) => id === documentId)?.title ?? '';
}

function squeezed(words: string): string {
  return words.replaceAll(/\s/g, '');
}

/** Opened, with everything on it that a moment later would be there. */
async function open(page: Page, documentId: DocumentId): Promise<void> {
  const writers = page.waitForResponse(`**/api/documents/${documentId}/writers`);
  await documentScreen(page).open(documentId);
  await writers;
  await drawn(page);
}

/** What somebody finds who prints this page to a file. */
async function printed(page: Page, options: Parameters<Page['pdf']>[0] = {}): Promise<Pdf> {
  const bytes = await page.pdf({tagged: true, outline: true, preferCSSPageSize: true, ...options});
  return readPdf(bytes);
}

/** What the contents say: for each bookmark that stands in them, the number behind its words. */
function contentsIn({pages, bookmarks}: Pdf) {
  const listed = pages
    .slice(0, 4)
    .map((words, at) => words.replace(`${at + 1}/${pages.length}`, '|'))
    .join('');
  return bookmarks.flatMap(({title}) => {
    const line = new RegExp(`${squeezed(title)}(\\d+)(?=Opgave|Doel|Wanneer|\\|)`).exec(listed);
    return line ? [{title, number: Number(line[1])}] : [];
  });
}

/** A plan with that many goals, by the third person: long enough to be cut anywhere. */
async function written(goals: number): Promise<DocumentId> {
  const documentId = lab.nextDocument();
  const writer = await planWriter(lab.server, person(2), documentId);
  const tasks = Array.from({length: goals / 4}, (_, at) =>
    task(
      `Opgave ${at + 1} van de buurt`,
      question('Wat is hier lastig?'),
      ...[1, 2, 3, 4].map((number) => aGoal(at * 4 + number)),
    ),
  );
  const rows = Array.from({length: 60}, (_, at) => [`Week ${at + 1}`, 'De zaal', 'Koffie']);
  await writer.write(
    plan(
      ...tasks,
      heading(1, 'Wanneer'),
      table(['Week', 'Waar', 'Wat'], ...rows),
      paragraph('Het laatste woord'),
    ),
  );
  return documentId;
}

function aGoal(at: number) {
  const long = 'Wie hier woont, weet wat er nodig is. '.repeat((at * 7) % 13);
  return goal(
    {title: `Doel ${at} voor wie hier woont`, status: 'underway', until: '2027-06'},
    measure('Dat mensen elkaar groeten op straat'),
    carrier('de buurtmoeders', 'informal'),
    carrier('het buurtteam', 'formal'),
    paragraph(long + 'Dat is waar we beginnen.'),
    action(
      {title: `Actie ${at}: de zaal huren`, status: 'idea'},
      fund('huur', 125_050, {source: 'buurtbudget', state: 'asked', side: 'informal'}),
      paragraph(`${long}Samen kan het.`),
    ),
    agreement(`Afspraak ${at}: elke week koffie`, carrier('het buurtteam', 'formal', 'promises')),
  );
}
