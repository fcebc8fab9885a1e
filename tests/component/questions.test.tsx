import type {LogView, PersonId, QuestionId, QuestionView} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import '@samenspel/client/labs/lab-page.tsx';
import '@samenspel/client/questions/questions-page.tsx';
import {amina, joris, labView, me, now, openApp, Refusal} from './in-app.tsx';

const path = '/labs/lablab1';
const nadia = {...joris, id: 'nadia1' as PersonId, name: 'Nadia', counts: false};

function question(change: Partial<QuestionView> = {}): QuestionView {
  return {
    id: 'vraag001' as QuestionId,
    labId: labView().id,
    act: {kind: 'sign_in_link', person: nadia.id},
    ...{about: nadia, document: null, askedBy: joris, askedAt: now},
    reason: 'Een nieuwe telefoon.',
    keys: {informal: null, formal: {person: joris, at: now}},
    ...{state: 'open', closedAt: null, hindrance: null},
    ...change,
  };
}

const logEntry: LogView = {
  ...{seq: 1, at: now, kind: 'lab_founded', by: amina, about: null, document: null},
  ...{act: null, side: null, role: null, words: null},
};

const withOne = (change: Partial<QuestionView> = {}) => ({
  'GET /api/me': me,
  'GET /api/labs/lablab1': labView({questions: [question(change)]}),
});

describe('What waits for a key', () => {
  test('says what, who asked and why, and which side has turned', async () => {
    openApp({path, answers: withOne()});
    const heading = await screen.findByRole('heading', {name: 'Een nieuwe inloglink voor Nadia'});
    const card = heading.closest('li');
    expect(card?.textContent).toContain('Gevraagd door Joris, zojuist');
    expect(card?.textContent).toContain('Een nieuwe telefoon.');
    expect(card?.textContent).toContain('Formeel: sleutel gedraaid door Joris');
    expect(card?.textContent).toContain('Informeel: nog geen sleutel');
  });

  test('with the last key the sign-in link is shown, once, to hand over', async () => {
    const link = 'https://samenspel.test/inloggen#nieuw';
    const {user, asked, answer} = openApp({
      path,
      answers: {
        ...withOne(),
        'POST /api/questions/vraag001/key': {
          ...question({state: 'done', hindrance: 'closed', closedAt: now}),
          link,
        },
      },
    });
    const turn = await screen.findByRole('button', {name: /^Draai de sleutel/});
    answer('GET /api/labs/lablab1', labView());
    await user.click(turn);
    const dialog = await screen.findByRole('alertdialog', {name: 'Een inloglink voor Nadia'});
    expect(within(dialog).getByRole<HTMLInputElement>('textbox').value).toBe(link);
    expect(within(dialog).getByRole('img', {name: /laat Nadia inloggen/})).toBeTruthy();
    await user.click(within(dialog).getByRole('button', {name: 'Klaar'}));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(screen.getByText(/Beide sleutels zijn gedraaid/).closest('[aria-live]')).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain('POST /api/questions/vraag001/key');
  });

  test('about oneself has no key to turn, and says why', async () => {
    openApp({path, answers: withOne({about: amina, hindrance: 'about_yourself'})});
    expect(await screen.findByText(/Dit gaat over jou/)).toBeTruthy();
    expect(screen.queryByRole('button', {name: /^Draai de sleutel/})).toBeNull();
  });

  test('whose side has turned already waits for the other', async () => {
    openApp({path, answers: withOne({hindrance: 'side_has_turned'})});
    expect(await screen.findByText('Van jouw kant is de sleutel al gedraaid.')).toBeTruthy();
    expect(screen.queryByRole('button', {name: /^Draai de sleutel/})).toBeNull();
  });

  test('can be taken back by any member', async () => {
    const {user, answer} = openApp({
      path,
      answers: {
        ...withOne(),
        'POST /api/questions/vraag001/withdraw': question({state: 'withdrawn'}),
      },
    });
    const withdraw = await screen.findByRole('button', {name: /^Trek de vraag in/});
    answer('GET /api/labs/lablab1', labView());
    await user.click(withdraw);
    const said = await screen.findByText('De vraag is ingetrokken.');
    // Nothing waits any more, so nothing is said about waiting beside it.
    expect(screen.queryByRole('heading', {name: 'Wacht op een sleutel'})).toBeNull();
    expect(screen.queryByText(/^Dit gebeurt pas als/)).toBeNull();
    expect(document.activeElement?.contains(said)).toBe(true);
    expect(screen.queryByRole('heading', {name: /inloglink voor Nadia/})).toBeNull();
  });

  test('shows, after a refusal, how it stands now', async () => {
    const {user, answer} = openApp({
      path,
      answers: {...withOne(), 'POST /api/questions/vraag001/key': new Refusal('conflict', 409)},
    });
    const turn = await screen.findByRole('button', {name: /^Draai de sleutel/});
    answer('GET /api/labs/lablab1', labView());
    await user.click(turn);
    expect((await screen.findByRole('alert')).textContent).toContain('net veranderd');
    await waitFor(() =>
      expect(screen.queryByRole('button', {name: /^Draai de sleutel/})).toBeNull(),
    );
  });
});

describe('What was asked before', () => {
  const earlier = '/labs/lablab1/vragen';
  const list = 'GET /api/labs/lablab1/questions';
  const at = now - 86_400_000;
  const done = question({state: 'done', closedAt: at, hindrance: 'closed'});
  const answers = {'GET /api/me': me, 'GET /api/labs/lablab1': labView()};

  test('is found from the lab, with who asked, who turned a key, and how it ended', async () => {
    const rules = question({
      ...{
        id: 'vraag002' as QuestionId,
        act: {kind: 'change_rules', rules: {text: 'Eerst luisteren'}},
      },
      ...{about: null, state: 'withdrawn', closedAt: at, keys: {informal: null, formal: null}},
    });
    const open = question({id: 'vraag003' as QuestionId, act: {kind: 'close_lab'}, about: null});
    const log = {entries: [logEntry], before: null};
    const {user} = openApp({
      path,
      answers: {
        ...answers,
        [list]: {questions: [open, done, rules]},
        'GET /api/labs/lablab1/log': log,
      },
    });
    await user.click(await screen.findByRole('link', {name: 'Eerdere vragen en sleutels'}));
    const heading = await screen.findByRole('heading', {name: 'Een nieuwe inloglink voor Nadia'});
    const one = heading.closest('li')?.textContent;
    expect(one).toContain('Gebeurd met een sleutel van elke kant, gisteren om 15.00.');
    expect(one).toContain('Gevraagd door Joris');
    expect(one).toContain('Formeel: sleutel gedraaid door Joris');
    const other = screen.getByText('Eerst luisteren').closest('li')?.textContent;
    expect(other).toContain('Ingetrokken, gisteren om 15.00. Er is niets veranderd.');
    expect(other).toContain('Formeel: geen sleutel gedraaid');
    // What waits stands in the lab, with the key to turn.
    expect(screen.queryByText('Het lab gaat dicht')).toBeNull();
  });

  test('says so when the reason went with somebody who was forgotten', async () => {
    const by = {...joris, name: 'iemand'};
    openApp({
      path: earlier,
      answers: {...answers, [list]: {questions: [{...done, askedBy: by, reason: ''}]}},
    });
    expect(await screen.findByText('De reden is niet bewaard.')).toBeTruthy();
    expect(screen.getByText(/^Gevraagd door iemand/)).toBeTruthy();
  });

  test('is empty at first', async () => {
    openApp({path: earlier, answers: {...answers, [list]: {questions: []}}});
    expect(await screen.findByText('Er zijn nog geen vragen afgerond')).toBeTruthy();
  });

  test('is no page at all for who only reads', async () => {
    openApp({path: earlier, answers: {...answers, [list]: new Refusal('forbidden', 403)}});
    expect(await screen.findByRole('heading', {name: 'Deze pagina is er niet'})).toBeTruthy();
  });
});

describe('Asking', () => {
  const base = {
    'GET /api/me': me,
    'GET /api/labs/lablab1': labView({members: [amina, nadia]}),
  };

  test('to take somebody out says what it means and needs a reason', async () => {
    const {user, asked} = openApp({
      path,
      answers: {
        ...base,
        'POST /api/labs/lablab1/questions': question({
          act: {kind: 'remove_member', person: nadia.id},
          keys: {informal: {person: amina, at: now}, formal: null},
        }),
      },
    });
    await user.click(await screen.findByRole('button', {name: 'Vraag iets over Nadia'}));
    await user.click(await screen.findByRole('menuitem', {name: 'Uit het lab halen'}));
    const dialog = await screen.findByRole('dialog', {name: 'Vraag: Nadia uit het lab halen'});
    expect(dialog.textContent).toContain('Wat Nadia schreef, blijft staan');
    await user.click(within(dialog).getByRole('button', {name: 'Vraag dit aan het lab'}));
    expect(within(dialog).getByText(/Schrijf kort waarom/)).toBeTruthy();
    expect(asked.filter(({route}) => route.startsWith('POST'))).toEqual([]);
    await user.type(within(dialog).getByRole('textbox'), 'Ze is verhuisd.');
    await user.click(within(dialog).getByRole('button', {name: 'Vraag dit aan het lab'}));
    expect(await screen.findByText(/Wacht op een sleutel van een professional/)).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/questions',
      body: {act: {kind: 'remove_member', person: 'nadia1'}, reason: 'Ze is verhuisd.'},
    });
  });

  test('for another role offers the others, and for another side names it', async () => {
    const {user, asked} = openApp({
      path,
      answers: {...base, 'POST /api/labs/lablab1/questions': new Refusal('conflict', 409)},
    });
    await user.click(await screen.findByRole('button', {name: 'Vraag iets over Nadia'}));
    await user.click(await screen.findByRole('menuitem', {name: 'Een andere rol'}));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getAllByRole('radio')).toHaveLength(2);
    await user.click(within(dialog).getByRole('radio', {name: /Meelezen/}));
    await user.type(within(dialog).getByRole('textbox'), 'Ze heeft minder tijd.');
    await user.click(within(dialog).getByRole('button', {name: 'Vraag dit aan het lab'}));
    expect((await screen.findByRole('alert')).textContent).toContain('Dit is al gevraagd');
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/questions',
      body: {
        act: {kind: 'change_role', person: 'nadia1', role: 'commenter'},
        reason: 'Ze heeft minder tijd.',
      },
    });
    await user.click(within(dialog).getByRole('button', {name: 'Annuleren'}));
    await user.click(await screen.findByRole('button', {name: 'Vraag iets over Nadia'}));
    await user.click(await screen.findByRole('menuitem', {name: 'Naar de andere kant'}));
    expect((await screen.findByRole('dialog')).textContent).toContain('aan de kant informeel');
  });

  test('about oneself offers no removal and no link: leaving is always possible', async () => {
    const {user} = openApp({path, answers: base});
    await user.click(await screen.findByRole('button', {name: 'Vraag iets over Amina'}));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'Een andere rol',
      'Naar de andere kant',
    ]);
  });

  test('for other rules shows those of now, and does not ask for the same', async () => {
    const rules = {text: 'We beginnen op tijd.'};
    const {user, asked} = openApp({
      path,
      answers: {
        ...base,
        'GET /api/labs/lablab1': labView({rules}),
        'POST /api/labs/lablab1/questions': question({act: {kind: 'change_rules', rules}}),
      },
    });
    await user.click(await screen.findByRole('button', {name: 'Vraag om andere afspraken'}));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Zo worden de afspraken',
    });
    expect(field.value).toBe('We beginnen op tijd.');
    await user.type(screen.getByRole('textbox', {name: /Waarom/}), 'Dat is eerlijker.');
    await user.click(screen.getByRole('button', {name: 'Vraag dit aan het lab'}));
    expect(screen.getByText(/nog niets veranderd/)).toBeTruthy();
    await user.type(field, ' En stoppen op tijd.');
    await user.click(screen.getByRole('button', {name: 'Vraag dit aan het lab'}));
    expect(await screen.findByText(/Je vraag staat bij het lab/)).toBeTruthy();
    expect(asked.at(-1) && asked.filter(({route}) => route.endsWith('/questions'))).toEqual([
      {
        route: 'POST /api/labs/lablab1/questions',
        body: {
          act: {
            kind: 'change_rules',
            rules: {text: 'We beginnen op tijd. En stoppen op tijd.'},
          },
          reason: 'Dat is eerlijker.',
        },
      },
    ]);
  });

  test('to delete a document for good stands in its menu', async () => {
    const {user, asked} = openApp({
      path,
      answers: {
        ...base,
        'POST /api/labs/lablab1/questions': question({keys: {informal: null, formal: null}}),
      },
    });
    await user.click(await screen.findByRole('button', {name: /^Meer over Plan/}));
    await user.click(await screen.findByRole('menuitem', {name: 'Vraag: voorgoed verwijderen'}));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('zet het dan in het archief');
    await user.type(within(dialog).getByRole('textbox'), 'Het was een probeersel.');
    await user.click(within(dialog).getByRole('button', {name: 'Vraag dit aan het lab'}));
    expect(await screen.findByText(/Wacht op een sleutel van elke kant/)).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/questions',
      body: {
        act: {kind: 'delete_document', document: 'plan0001'},
        reason: 'Het was een probeersel.',
      },
    });
  });
});
