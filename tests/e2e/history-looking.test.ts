import {describe, expect, test} from 'vitest';
import {barriers, overflow, smallTargets} from '../support/axe.ts';
import {widths} from '../support/browser.ts';
import {browserLab} from '../support/browser-lab.ts';
import {historyScreen} from '../support/history-screen.ts';
import {documentScreen, eventually} from '../support/pages.ts';

const lab = browserLab('--people', '2', '--documents', '8', '--words', '120');

describe.each(Object.keys(widths) as (keyof typeof widths)[])('looking back (%s)', (width) => {
  test(`one drags along a document's life while somebody types in it (${width})`, async () => {
    const documentId = lab.nextDocument();
    const writer = documentScreen((await lab.visit(0)).page);
    await writer.open(documentId);
    await writer.writeAtEnd(' Eerst dit.');
    await writer.isSaved();

    const reader = historyScreen((await lab.visit(1, {width})).page);
    await reader.open(documentId);
    await reader.text.getByText('Eerst dit.').waitFor();
    const typing = writer.page.keyboard.type(' En nu gaat het maar door met schrijven.', {
      delay: 20,
    });
    const letGo = await reader.dragFromEnd(0);
    await reader.text.getByText('Eerst dit.').waitFor({state: 'detached'});
    expect(await reader.stands()).toMatch(/^vandaag/);
    await letGo();
    await typing;
    await writer.isSaved();
    await reader.page.waitForURL(/geschiedenis\/\d+$/);

    // The address is that moment's own, and what was typed meanwhile is not in it.
    await reader.page.reload();
    await reader.text.waitFor();
    expect(await reader.text.getByText('Eerst dit.').count()).toBe(0);
    await reader.handle.focus();
    await reader.page.keyboard.press('Shift+ArrowRight');
    await reader.text.getByText('maar door met schrijven.').waitFor();

    expect(await barriers(reader.page, 'all')).toEqual([]);
    expect(await overflow(reader.page)).toBe(0);
    if (width === 'phone') expect(await smallTargets(reader.page)).toEqual([]);
  });

  test(`two moments are compared, in one text and as two, by keys alone (${width})`, async () => {
    const documentId = lab.nextDocument();
    const writer = documentScreen((await lab.visit(0)).page);
    await writer.open(documentId);
    await writer.writeAtEnd(' Dit kwam erbij.');
    await writer.isSaved();
    const {page} = await lab.visit(1, {width});
    await page.goto(`/documenten/${documentId}/vergelijken/1/nu`);
    const name = lab.seeded.people[0]?.name ?? '';
    const came = page.getByRole('insertion').filter({hasText: 'Dit kwam erbij.'});
    await came.waitFor();
    expect(await came.innerText()).toContain(name);
    await page.getByText('Eén wijziging.').waitFor();
    expect(await barriers(page, 'all')).toEqual([]);

    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('Wijziging 1 van 1.').waitFor();
    expect(await came.evaluate((element) => element === document.activeElement)).toBe(true);

    if (width === 'phone') await page.getByText('Kiezen en meenemen').click();
    await page.getByRole('combobox', {name: 'Kant'}).selectOption('formeel');
    await came.waitFor({state: 'detached'});
    await page.getByText('Van deze keuze zijn er geen wijzigingen.').waitFor();
    await page.getByRole('combobox', {name: 'Kant'}).selectOption('informeel');
    await page.getByRole('combobox', {name: 'Laat zien als'}).selectOption('two');
    await came.waitFor();
    expect(await page.locator('.side-by-side').count()).toBe(1);
    expect(await barriers(page, 'all')).toEqual([]);
    expect(await overflow(page)).toBe(0);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', {name: 'Meenemen'}).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.html$/);
  });

  test(`a moment gets a name that others see, step to, change and take away (${width})`, async () => {
    const documentId = lab.nextDocument();
    const namer = historyScreen((await lab.visit(0, {width})).page);
    await namer.open(documentId, 1);
    await namer.act('Geef dit moment een naam');
    await namer.page.getByRole('button', {name: 'Bewaar'}).click();
    await namer.page.getByText('Geef de versie een naam.').waitFor();
    expect(await barriers(namer.page, 'all')).toEqual([]);
    await namer.page.getByRole('textbox', {name: 'Hoe heet deze versie?'}).fill('Het begin');
    await namer.page.getByRole('button', {name: 'Bewaar'}).click();
    await namer.page.getByText('Dit moment heet nu “Het begin”.').waitFor();

    const other = historyScreen((await lab.visit(1, {width})).page);
    await other.open(documentId);
    await other.moments();
    await other.page.getByRole('link', {name: /^Het begin/}).click();
    await other.page.waitForURL(/geschiedenis\/1$/);
    expect(await barriers(other.page, 'all')).toEqual([]);
    await other.page.getByRole('button', {name: 'Andere naam: Het begin'}).click();
    await other.page.getByRole('textbox', {name: 'Hoe heet deze versie?'}).fill('Waar het begon');
    await other.page.getByRole('button', {name: 'Bewaar'}).click();
    await other.page.getByRole('button', {name: 'Haal de naam weg: Waar het begon'}).click();
    await other.page.getByText('De naam “Waar het begon” is weg.').waitFor();
    await eventually(() => other.page.getByRole('link', {name: /^Waar het begon/}).count(), 0);
  });

  test(`of any words one asks who wrote them, live and in the past (${width})`, async () => {
    const documentId = lab.nextDocument();
    const writer = documentScreen((await lab.visit(0)).page);
    await writer.open(documentId);
    await writer.writeAtEnd(' Woorden van de eerste.');
    await writer.isSaved();
    const asker = documentScreen((await lab.visit(1, {width})).page);
    await asker.open(documentId);
    await asker.text.click();
    await asker.page.keyboard.press('Control+End');
    await asker.pressTool('Wie schreef dit?');
    const story = asker.page.getByRole('dialog', {name: 'Wie schreef dit?'});
    const name = lab.seeded.people[0]?.name ?? '';
    const told = story.getByRole('listitem').filter({hasText: 'Woorden van de eerste.'});
    await told.getByText(name).waitFor();
    expect(await barriers(asker.page, 'all')).toEqual([]);
    await told.getByRole('link', {name: /^Naar dat moment/}).click();

    const past = historyScreen(asker.page);
    await past.page.waitForURL(/geschiedenis\/\d+$/);
    await past.text.waitFor();
    await past.act('Wie schreef dit?');
    const again = past.page.getByRole('dialog', {name: 'Wie schreef dit?'});
    await again.getByRole('combobox', {name: 'Van welk stukje?'}).waitFor();
    await again.getByRole('listitem').first().waitFor();
    expect(await overflow(past.page)).toBe(0);
    expect(await barriers(past.page, 'all')).toEqual([]);
  });
});
