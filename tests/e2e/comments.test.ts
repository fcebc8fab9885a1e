/** Commenting on a plan: two members and somebody of a welfare organisation who reads along. */

import type {DocumentId} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {visitAsGuest} from '../support/browser-guest.ts';
import {browserLab} from '../support/browser-lab.ts';
import type {Visit} from '../support/browser.ts';
import {commentsScreen} from '../support/comments-screen.ts';
import {examine} from '../support/examine.ts';
import {type DocumentScreen, documentScreen, eventually, pressKey} from '../support/pages.ts';
import {until} from '../support/until.ts';
import {writeGoals} from '../support/written-plan.ts';

const lab = browserLab('--people', '2', '--documents', '12', '--words', '0');

async function read(visit: Visit, documentId: DocumentId): Promise<DocumentScreen> {
  const screen = documentScreen(visit.page);
  await visit.page.goto(`/documenten/${documentId}`);
  await screen.line('Elke week').waitFor();
  return screen;
}

const cookieOf = (person: number) => lab.seeded.people[person]?.cookie ?? '';

async function newestMoment(documentId: DocumentId): Promise<number> {
  const answer = await lab.server.ask(`/api/documents/${documentId}/moments`, {
    cookie: cookieOf(1),
  });
  const {moments} = (await answer.json()) as {readonly moments: readonly {readonly seq: number}[]};
  return moments[0]?.seq ?? 0;
}

/** What is written within one is one moment. */
const secondNow = () => Math.floor(Date.now() / 1_000);

const onGoal = 'Reageer op doel “Een open inloop”';

describe.each(['wide', 'phone'] as const)('at the width of %s', (width) => {
  test(`[R61] a comment on a goal, by one press, stays with it through splitting, moving and deleting (${width})`, async () => {
    const documentId = lab.nextDocument();
    const mine = await lab.visit(0, {width});
    const screen = await writeGoals(mine, documentId);
    const me = commentsScreen(mine.page);
    await examine(mine, width, 'comments-none');

    const theirs = await lab.visit(1, {width});
    await read(theirs, documentId);
    const them = commentsScreen(theirs.page);
    const guest = await visitAsGuest(lab, documentId, {name: 'Gerda', role: 'commenter', width});
    await read(guest, documentId);
    const gerda = commentsScreen(guest.page);

    await gerda.button(onGoal).click();
    await gerda.field.waitFor();
    await examine(guest, width, 'comments-new');
    await gerda.place('Mogen kinderen mee?');
    await examine(guest, width, 'comments-thread');
    const one = '1 reactie bij doel “Een open inloop”';
    await me.button(one).waitFor();
    await them.button(one).waitFor();

    // On words, by somebody who can't write in them.
    await gerda.toText();
    await gerda.choose('voor wie maar wil');
    await guest.page.getByRole('button', {name: 'Reageer op de gekozen woorden'}).click();
    await gerda.place('Ook voor ons?');
    await gerda.toText();
    await eventually(() => me.anchors.allTextContents(), ['voor wie maar wil']);
    await examine(guest, width, 'comments-words');

    // Split within the words, and the goal below the other one.
    await me.choose('maar wil');
    await pressKey(mine.page, 'ArrowLeft');
    await pressKey(mine.page, 'Enter');
    await screen.isSaved();
    await eventually(() => them.anchors.allTextContents(), ['voor wie ', 'maar wil']);
    await pressKey(mine.page, 'Alt+ArrowDown');
    await screen.isSaved();
    await eventually(() => them.anchors.allTextContents(), ['voor wie ', 'maar wil']);
    await eventually(() => gerda.anchors.allTextContents(), ['voor wie ', 'maar wil']);
    await them.button(one).waitFor();

    const whole = await newestMoment(documentId);
    const second = secondNow();
    await until('what follows is another moment', () => secondNow() > second);

    // The words are taken away: what was said stays, and says so.
    for (const words of ['Elke week', 'maar wil']) {
      await screen.line(words).click({clickCount: 3});
      await pressKey(mine.page, 'Delete');
    }
    await screen.isSaved();
    await eventually(() => gerda.anchors.count(), 0);
    // Beside the text it stayed open; over it, it is in the list.
    if (width === 'phone') {
      await documentScreen(guest.page).press('Reacties');
      await gerda.thread('Weggehaald: “voor wie maar wil”').getByRole('button').click();
    }
    await guest.page.getByText('Deze tekst is weggehaald. Je reactie staat er nog.').waitFor();
    await examine(guest, width, 'comments-gone');
    await gerda.toText();

    // The other member puts the moment back: the words are there, and the comment with them.
    const restored = await lab.server.ask(`/api/documents/${documentId}/restore`, {
      ...{cookie: cookieOf(1), body: {seq: whole, scope: {kind: 'everything'}}},
    });
    expect(restored.status).toBe(200);
    await screen.line('Elke week').waitFor();
    await eventually(
      async () => (await gerda.anchors.allTextContents()).join(''),
      'voor wie maar wil',
    );
  });

  test(`[R60] who reads along comments and answers, and can change nothing in the text (${width})`, async () => {
    const documentId = lab.nextDocument();
    const mine = await lab.visit(0, {width});
    await writeGoals(mine, documentId);
    const me = commentsScreen(mine.page);
    const guest = await visitAsGuest(lab, documentId, {name: 'Gerda', role: 'commenter', width});
    const screen = await read(guest, documentId);
    const gerda = commentsScreen(guest.page);
    const before = await screen.lines();
    await screen.line('Elke week').click();
    await guest.page.keyboard.type('Dit mag niet');
    await pressKey(guest.page, 'Delete');
    expect(await screen.lines()).toEqual(before);

    await me.button(onGoal).click();
    await me.place('Zullen we dit zo doen?');
    await gerda.button('1 reactie bij doel “Een open inloop”').click();
    await gerda.thread('Zullen we dit zo doen?').getByRole('button').first().click();
    await gerda.answer('Ja, graag.');
    await guest.page.getByRole('button', {name: 'Akkoord', exact: true}).first().click();
    await guest.page.getByText('Akkoord: Gerda').waitFor();
    await examine(guest, width, 'comments-answered');
    await mine.page.getByText('Ja, graag.').waitFor();
    await mine.page.getByText('Akkoord: Gerda').waitFor();
    // She finds no way to write in the text itself, nor to hide what hurts her.
    await guest.page.getByRole('button', {name: 'Meer met deze reactie'}).click();
    expect(await guest.page.getByRole('menuitem').allInnerTexts()).toEqual([
      'Zet bij andere tekst',
    ]);
    await pressKey(guest.page, 'Escape');
  });

  test(`a proposed text is taken over with one press, and a comment becomes an action (${width})`, async () => {
    const documentId = lab.nextDocument();
    const mine = await lab.visit(0, {width});
    const screen = await writeGoals(mine, documentId);
    const me = commentsScreen(mine.page);
    const guest = await visitAsGuest(lab, documentId, {name: 'Gerda', role: 'commenter', width});
    await read(guest, documentId);
    const gerda = commentsScreen(guest.page);
    await gerda.choose('wie maar wil');
    await guest.page.getByRole('button', {name: 'Reageer op de gekozen woorden'}).click();
    await gerda.field.fill('Zo weten ouders dat ze welkom zijn.');
    await guest.page.getByRole('button', {name: 'Stel andere tekst voor'}).click();
    await guest.page.getByRole('textbox', {name: 'Zo kan het er staan'}).fill('jong en oud');
    await examine(guest, width, 'comments-proposing');
    await guest.page.getByRole('button', {name: 'Plaats', exact: true}).click();
    await guest.page.getByText('Voorstel voor andere tekst').waitFor();

    await mine.page.getByRole('button', {name: '1 reactie bij “wie maar wil”'}).click();
    await mine.page.getByRole('button', {name: 'Neem over'}).waitFor();
    await examine(mine, width, 'comments-proposed');
    await mine.page.getByRole('button', {name: 'Neem over'}).click();
    await mine.page.getByText(/Overgenomen door Amina/).waitFor();
    await eventually(
      async () => (await screen.lines()).find((line) => line.startsWith('Elke week')),
      'Elke week is de deur open voor jong en oud.',
    );
    await eventually(() => gerda.anchors.allTextContents(), ['jong en oud']);

    await me.more('Maak er een actie van');
    await mine.page.getByRole('textbox', {name: 'Wat gaan we doen?'}).fill('Ouders uitnodigen');
    await examine(mine, width, 'comments-turning');
    await mine.page.getByRole('button', {name: 'Zet in de tekst'}).click();
    await mine.page.getByRole('button', {name: 'Actie: Ouders uitnodigen'}).waitFor();
    await me.toText();
    await mine.page
      .getByRole('button', {name: '1 reactie bij actie “Ouders uitnodigen”'})
      .waitFor();
  });

  test(`a thread is handled with a sentence, opened again, hidden with a reason and shown (${width})`, async () => {
    const documentId = lab.nextDocument();
    const mine = await lab.visit(0, {width});
    await writeGoals(mine, documentId);
    const me = commentsScreen(mine.page);
    const {page} = mine;
    await me.button(onGoal).click();
    await me.place('Wie heeft de sleutel?');
    await page.getByRole('button', {name: 'Afgehandeld', exact: true}).click();
    await page.getByRole('button', {name: 'Zet op afgehandeld'}).click();
    await page.getByText('Schrijf een korte zin.').waitFor();
    await examine(mine, width, 'comments-handling');
    await page.getByRole('textbox', {name: 'Wat is ermee gedaan?'}).fill('Amina heeft hem.');
    await page.getByRole('button', {name: 'Zet op afgehandeld'}).click();
    await page.getByText('Amina zette dit op afgehandeld').waitFor();
    await examine(mine, width, 'comments-handled');
    await page.getByRole('button', {name: 'Heropen'}).click();
    await page.getByText('Amina heropende dit').waitFor();

    await me.more('Verberg voor iedereen');
    await page.getByRole('textbox', {name: 'Waarom?'}).fill('Dit is te persoonlijk.');
    await page.getByRole('button', {name: 'Verberg', exact: true}).last().click();
    await page.getByText(/Verborgen door Amina/).waitFor();
    await examine(mine, width, 'comments-hidden');
    const guest = await visitAsGuest(lab, documentId, {name: 'Gerda', role: 'commenter', width});
    await read(guest, documentId);
    await commentsScreen(guest.page).button(onGoal).waitFor();
    await page.getByRole('button', {name: 'Laat weer zien'}).click();
    await commentsScreen(guest.page).button('1 reactie bij doel “Een open inloop”').waitFor();
  });
});
