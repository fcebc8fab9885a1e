import {describe, expect, onTestFinished, test} from 'vitest';
import {barriers, overflow} from '../support/axe.ts';
import {type Visit, visit, widths} from '../support/browser.ts';
import {historyScreen} from '../support/history-screen.ts';
import {documentScreen, type DocumentScreen, signInWith} from '../support/pages.ts';
import {startServer} from '../support/started-server.ts';

const goal = 'Een open inloop, waar je niets hoeft';
const other = 'Bellen en langsgaan bij wie niet komt';

async function enterPlan({page}: Visit, link: string): Promise<DocumentScreen> {
  await signInWith(page, link);
  await page.getByRole('link', {name: 'Wijkuitvoeringsplan Vlonderbuurt'}).click();
  const screen = documentScreen(page);
  await screen.isSaved();
  return screen;
}

/** At the end of the first paragraph of a goal. */
async function writeIn({page, text}: DocumentScreen, title: string, words: string): Promise<void> {
  const block = text.locator('section[data-block=goal]').filter({hasText: title}).last();
  await block.locator('p:not([data-block-title])').filter({hasText: /\w{4}/}).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

describe.each(Object.keys(widths) as (keyof typeof widths)[])('restoring (%s)', (width) => {
  test(`[R51] one goal is put back while somebody types in another and in the same, and taken back (${width})`, async () => {
    const server = await startServer({cleanUp: onTestFinished});
    const samira = await enterPlan(await visit({server}), server.links.informal);
    const joost = await enterPlan(await visit({server, width}), server.links.formal);
    const documentId = /documenten\/([^/#]+)/.exec(joost.page.url())?.[1] ?? '';
    await writeIn(samira, goal, ' Dit gaat weer weg.');
    await samira.isSaved();

    const past = historyScreen(joost.page);
    await past.open(documentId, 1);
    await past.act('Zet dit terug');
    const dialog = past.page.getByRole('dialog', {name: 'Terugzetten'});
    const scope = dialog.getByRole('combobox', {name: 'Wat zet je terug?'});
    const choice = dialog.getByRole('option').filter({hasText: `Doel: ${goal}`});
    await scope.selectOption((await choice.getAttribute('value')) ?? '');
    await dialog.getByText('Dit gaat weer weg.').first().waitFor();
    await dialog.getByText(/verdwijnt uit beeld/).waitFor();
    expect(await barriers(past.page, 'all')).toEqual([]);
    expect(await overflow(past.page)).toBe(0);

    // Somebody goes on, in another goal and in the same one, while it is put back.
    await writeIn(samira, other, ' Hier schrijf ik door.');
    await samira.isSaved();
    await dialog.getByRole('button', {name: 'Zet terug', exact: true}).click();
    await past.page.getByText('Teruggezet. Iedereen ziet het nu.').waitFor();
    await samira.line('Dit gaat weer weg.').waitFor({state: 'detached'});
    await samira.line('Hier schrijf ik door.').waitFor();
    await writeIn(samira, goal, ' Toch nog iets.');
    await samira.isSaved();
    expect(await barriers(past.page, 'all')).toEqual([]);

    await past.page.getByRole('button', {name: 'Terugdraaien'}).click();
    const back = past.page.getByRole('dialog', {name: 'Terugdraaien'});
    await back.getByRole('button', {name: 'Draai terug'}).click();
    await samira.line('Dit gaat weer weg.').waitFor();
    await samira.line('Hier schrijf ik door.').waitFor();
  });
});
