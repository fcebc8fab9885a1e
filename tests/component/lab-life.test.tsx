import type {LogView, PersonId} from '@samenspel/shared';
import {screen, waitFor} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import '@samenspel/client/labs/lab-page.tsx';
import '@samenspel/client/log/log-page.tsx';
import {amina, documentView, joris, labView, me, now, openApp, Refusal} from './in-app.tsx';

const path = '/labs/lablab1';
const base = {'GET /api/me': me, 'GET /api/labs/lablab1': labView()};

function entry(change: Partial<LogView>): LogView {
  return {
    ...{seq: 1, at: now, kind: 'joined', by: amina, about: null, document: null},
    ...{act: null, side: null, role: null, words: null},
    ...change,
  };
}

describe('Who is new', () => {
  const nadia = {
    ...{...amina, id: 'nadia1' as PersonId, name: 'Nadia'},
    ...{counts: false, confirmable: true},
  };

  test('waits for a word of their own side, and counts from then on', async () => {
    const {user, asked, answer} = openApp({
      path,
      answers: {
        ...base,
        'GET /api/labs/lablab1': labView({members: [amina, joris, nadia]}),
        'POST /api/labs/lablab1/members/nadia1/confirm': undefined,
      },
    });
    expect(await screen.findByText('wacht op bevestiging')).toBeTruthy();
    // Also near the top, where whoever can say it looks first.
    expect(screen.getByText(/^Nadia wacht op bevestiging\. Hoort die erbij/)).toBeTruthy();
    expect(screen.getByRole('link', {name: 'Kijk bij de mensen'}).getAttribute('href')).toBe(
      '#lab-people',
    );
    answer(
      'GET /api/labs/lablab1',
      labView({members: [amina, joris, {...nadia, counts: true, confirmable: false}]}),
    );
    await user.click(screen.getByRole('button', {name: 'Dit is een van ons: Nadia'}));
    expect(await screen.findByText(/Nadia telt nu mee/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('wacht op bevestiging')).toBeNull());
    expect(screen.queryByRole('link', {name: 'Kijk bij de mensen'})).toBeNull();
    expect(asked.map(({route}) => route)).toContain(
      'POST /api/labs/lablab1/members/nadia1/confirm',
    );
  });

  test('is told that writing is possible at once', async () => {
    const members = [joris, {...amina, counts: false}];
    openApp({path, answers: {...base, 'GET /api/labs/lablab1': labView({members})}});
    expect(await screen.findByText(/Je kunt meteen meeschrijven/)).toBeTruthy();
  });

  test('is nobody to confirm for who may not', async () => {
    const members = [amina, {...nadia, confirmable: false}];
    openApp({path, answers: {...base, 'GET /api/labs/lablab1': labView({members})}});
    expect(await screen.findByText('wacht op bevestiging')).toBeTruthy();
    expect(screen.queryByRole('button', {name: /Dit is een van ons/})).toBeNull();
    expect(screen.queryByRole('link', {name: 'Kijk bij de mensen'})).toBeNull();
  });
});

describe('A lab', () => {
  test('with people of one side only says what waits', async () => {
    const lab = labView({members: [amina], missingSides: ['formal']});
    openApp({path, answers: {...base, 'GET /api/labs/lablab1': lab}});
    expect(
      await screen.findByText(/nog niemand mee die hier als professional meetelt/),
    ).toBeTruthy();
  });

  test('that is closed can be read, exported and left, and offers nothing else', async () => {
    const lab = labView({
      ...{closedAt: now, documents: [documentView(), documentView({archivedAt: now})]},
    });
    const {user} = openApp({path, answers: {...base, 'GET /api/labs/lablab1': lab}});
    expect(await screen.findByText(/Dit lab is gesloten/)).toBeTruthy();
    expect(screen.getByRole('link', {name: 'Download het hele lab'})).toBeTruthy();
    expect(screen.getByRole('button', {name: 'Verlaat dit lab'})).toBeTruthy();
    for (const name of ['Nieuw document', 'Nodig iemand uit', /^Vraag/, /terughalen$/]) {
      expect(screen.queryByRole('button', {name}), String(name)).toBeNull();
    }
    await user.click(screen.getByRole('button', {name: /^Meer over Plan/}));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual(['Geschiedenis']);
  });

  test('shows a reader no button that would be refused, and asks the server for nothing of it', async () => {
    const lab = labView({role: 'reviewer', documents: [documentView({role: 'reviewer'})]});
    const {asked} = openApp({path, answers: {...base, 'GET /api/labs/lablab1': lab}});
    await screen.findByRole('heading', {name: 'Over dit lab'});
    const buttons = screen.getAllByRole('button').map((one) => one.textContent);
    expect(buttons).toEqual(['Nieuws', 'Amina', 'Meer', 'Verlaat dit lab']);
    expect(screen.queryByRole('link', {name: 'Download het hele lab'})).toBeNull();
    const routes = asked.map(({route}) => route);
    expect(routes).not.toContain('GET /api/labs/lablab1/log');
    expect(routes).not.toContain('GET /api/labs/lablab1/invitations');
  });

  test('can always be left, after a word about what that means', async () => {
    const {user, asked, answer} = openApp({
      path,
      answers: {...base, 'POST /api/labs/lablab1/leave': undefined},
    });
    await user.click(await screen.findByRole('button', {name: 'Verlaat dit lab'}));
    expect((await screen.findByRole('alertdialog')).textContent).toContain('blijft staan');
    answer('GET /api/me', {...me, labs: []});
    answer('GET /api/labs/lablab1', new Refusal('not_found', 404));
    await user.click(screen.getByRole('button', {name: 'Verlaat het lab'}));
    expect(await screen.findByRole('heading', {name: 'Je zit nog niet in een lab'})).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain('POST /api/labs/lablab1/leave');
  });
});

describe('What happened', () => {
  const page = '/labs/lablab1/wat-er-gebeurde';

  test('reads as sentences, by day, with what people said', async () => {
    const entries = [
      entry({seq: 4, kind: 'act_done', act: 'change_role', about: joris, role: 'commenter'}),
      entry({seq: 3, kind: 'asked', act: 'change_role', about: joris, words: 'Minder tijd.'}),
      entry({seq: 2, kind: 'confirmed_by_other_side', about: joris, side: 'formal'}),
      entry({seq: 1, kind: 'lab_founded', at: now - 86_400_000}),
    ];
    const answers = {...base, 'GET /api/labs/lablab1/log': {entries, before: null}};
    openApp({path: page, answers});
    expect(
      await screen.findByText('Met een sleutel van elke kant: Joris is nu meelezer.'),
    ).toBeTruthy();
    expect(screen.getByText('Amina vroeg om een andere rol voor Joris.')).toBeTruthy();
    expect(screen.getByText('“Minder tijd.”')).toBeTruthy();
    expect(screen.getByText(/van de andere kant, zei dat Joris als eerste meetelt/)).toBeTruthy();
    const days = screen.getAllByRole('heading', {level: 2}).map((one) => one.textContent);
    expect(days).toEqual(['vandaag', 'gisteren']);
  });

  test('goes on further back, page by page', async () => {
    const {user, answer} = openApp({
      path: page,
      answers: {
        ...base,
        'GET /api/labs/lablab1/log': {entries: [entry({seq: 2})], before: 2},
      },
    });
    await screen.findByText('Amina doet mee.');
    answer('GET /api/labs/lablab1/log', {
      entries: [entry({seq: 1, kind: 'lab_founded'})],
      before: null,
    });
    await user.click(screen.getByRole('button', {name: 'Eerder'}));
    expect(await screen.findByText('Amina begon dit lab.')).toBeTruthy();
    expect(screen.queryByRole('button', {name: 'Eerder'})).toBeNull();
  });

  test('is no page for who may not read it', async () => {
    openApp({
      path: page,
      answers: {...base, 'GET /api/labs/lablab1/log': new Refusal('forbidden', 403)},
    });
    expect(await screen.findByRole('heading', {name: 'Deze pagina is er niet'})).toBeTruthy();
  });
});
