/** Documents that are not the whole lab's: one's own, and those that a guest was invited to. */

import type {DocumentId, PersonId} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import '@samenspel/client/labs/lab-page.tsx';
import {amina, documentView, joris, labView, me, openApp, Refusal} from './in-app.tsx';

const path = '/labs/lablab1';
const mine = documentView({
  ...{id: 'route001' as DocumentId, title: 'Mijn weg', kind: 'route', owner: amina},
});
const base = {
  'GET /api/me': me,
  'GET /api/labs/lablab1': labView({documents: [mine]}),
  'GET /api/ways': {mail: false},
};

async function choose(user: ReturnType<typeof openApp>['user'], item: string) {
  await user.click(await screen.findByRole('button', {name: /^Meer over Mijn weg/}));
  await user.click(await screen.findByRole('menuitem', {name: item}));
}

describe('A personal document', () => {
  test('says before it is made who sees it', async () => {
    const {user, asked} = openApp({
      path,
      answers: {...base, 'POST /api/labs/lablab1/documents': mine},
    });
    await user.click(await screen.findByRole('button', {name: 'Nieuw document'}));
    await user.type(await screen.findByRole('textbox'), 'Mijn weg');
    const route = screen.getByRole('radio', {name: /^Ontwikkelroute/});
    expect(route.closest('label')?.textContent).toContain('Alleen jij ziet dit');
    await user.click(route);
    await user.click(screen.getByRole('button', {name: 'Maak het document'}));
    await waitFor(() => expect(globalThis.location.pathname).toBe('/documenten/route001'));
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/documents',
      body: {title: 'Mijn weg', template: 'route'},
    });
  });

  test('shows its writer who reads along, and lets them end that', async () => {
    const guest = {
      ...joris,
      ...{id: 'gast01' as PersonId, name: 'Gast', role: 'commenter', invitedBy: amina},
      joinedAt: 0,
    };
    const {user, asked, answer} = openApp({
      path,
      answers: {
        ...base,
        'GET /api/documents/route001/guests': {guests: [guest]},
        'DELETE /api/documents/route001/guests/gast01': undefined,
      },
    });
    await choose(user, 'Delen');
    const dialog = await screen.findByRole('dialog', {name: '“Mijn weg” delen'});
    expect(dialog.textContent).toContain('Alleen jij ziet het');
    const remove = await within(dialog).findByRole('button', {name: 'Haal weg: Gast'});
    answer('GET /api/documents/route001/guests', {guests: []});
    await user.click(remove);
    expect(await within(dialog).findByText('Gast kan dit document niet meer openen.')).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain('DELETE /api/documents/route001/guests/gast01');
  });

  test('invites to that document only, and never as a member', async () => {
    const {user} = openApp({
      path,
      answers: {...base, 'GET /api/documents/route001/guests': {guests: []}},
    });
    await choose(user, 'Delen');
    await user.click(await screen.findByRole('button', {name: 'Nodig iemand uit'}));
    const dialog = await screen.findByRole('dialog', {name: 'Nodig iemand uit bij “Mijn weg”'});
    expect(dialog.textContent).toContain('ziet alleen dit document');
    expect(within(dialog).queryByRole('radio', {name: /Meeschrijven/})).toBeNull();
    expect(within(dialog).getByRole('radio', {name: /Meelezen/})).toBeTruthy();
  });

  test('is deleted for good by its writer alone, who types its title', async () => {
    const {user, asked, answer} = openApp({
      path,
      answers: {...base, 'POST /api/documents/route001/delete': undefined},
    });
    await choose(user, 'Voorgoed verwijderen');
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', {name: 'Verwijder voorgoed'}));
    expect(within(dialog).getByText(/Dit is niet de titel/)).toBeTruthy();
    expect(asked.map(({route}) => route)).not.toContain('POST /api/documents/route001/delete');
    await user.type(within(dialog).getByRole('textbox'), 'Mijn weg');
    answer('GET /api/labs/lablab1', labView({documents: []}));
    await user.click(within(dialog).getByRole('button', {name: 'Verwijder voorgoed'}));
    expect(await screen.findByRole('heading', {name: 'Hier is nog niets'})).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/documents/route001/delete',
      body: {title: 'Mijn weg'},
    });
  });

  test('of somebody else says whose it is, and offers only what a reader may do', async () => {
    const theirs = {...mine, owner: joris, role: 'commenter' as const};
    const lab = labView({documents: [theirs]});
    const {user} = openApp({path, answers: {...base, 'GET /api/labs/lablab1': lab}});
    expect(await screen.findByText(/Van Joris/)).toBeTruthy();
    await user.click(screen.getByRole('button', {name: /^Meer over Mijn weg/}));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual(['Geschiedenis']);
  });
});

describe('A guest of single documents', () => {
  const loose = {
    ...{id: mine.id, title: 'Mijn weg', kind: 'route', labName: 'Lab Linde'},
    ...{side: 'formal', role: 'commenter'},
  };
  const guest = {...me, labs: [], documents: [loose]};

  test('finds them at the beginning, and nothing else of the lab', async () => {
    openApp({path: '/', answers: {'GET /api/me': guest}});
    const link = await screen.findByRole('link', {name: 'Mijn weg'});
    expect(link.getAttribute('href')).toBe('/documenten/route001');
    expect(screen.getByText('Lab Linde · meelezer')).toBeTruthy();
    expect(screen.queryByRole('link', {name: 'Lab Linde'})).toBeNull();
  });

  test('who left the lab finds what is theirs, and can delete it for good', async () => {
    const own = {...loose, role: 'member'};
    const {user, asked, answer} = openApp({
      path: '/',
      answers: {
        'GET /api/me': {...guest, documents: [own]},
        'POST /api/documents/route001/delete': undefined,
      },
    });
    expect(await screen.findByRole('heading', {name: 'Jouw documenten'})).toBeTruthy();
    expect(screen.getByText('Lab Linde · alleen van jou')).toBeTruthy();
    expect(screen.queryByRole('button', {name: /^Stop met meelezen/})).toBeNull();
    await user.click(screen.getByRole('button', {name: 'Voorgoed verwijderen: Mijn weg'}));
    const dialog = await screen.findByRole('alertdialog');
    await user.type(within(dialog).getByRole('textbox'), 'Mijn weg');
    answer('GET /api/me', {...guest, documents: []});
    await user.click(within(dialog).getByRole('button', {name: 'Verwijder voorgoed'}));
    expect(await screen.findByRole('heading', {name: 'Je zit nog niet in een lab'})).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/documents/route001/delete',
      body: {title: 'Mijn weg'},
    });
  });

  test('may always go', async () => {
    const {user, asked, answer} = openApp({
      path: '/',
      answers: {
        'GET /api/me': guest,
        [`DELETE /api/documents/route001/guests/${me.id}`]: undefined,
      },
    });
    await user.click(await screen.findByRole('button', {name: 'Stop met meelezen: Mijn weg'}));
    const dialog = await screen.findByRole('alertdialog');
    answer('GET /api/me', {...guest, documents: []});
    await user.click(within(dialog).getByRole('button', {name: 'Stop met meelezen'}));
    expect(await screen.findByRole('heading', {name: 'Je zit nog niet in een lab'})).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain(
      `DELETE /api/documents/route001/guests/${me.id}`,
    );
  });
});

describe('A visitor', () => {
  const signedOut = {'GET /api/me': new Refusal('signed_out', 401)};

  test('is offered a link by mail where the server mails, and told the same for every address', async () => {
    const {user, asked} = openApp({
      path: '/',
      answers: {...signedOut, 'GET /api/ways': {mail: true}, 'POST /api/sign-in/mail': undefined},
    });
    await user.type(await screen.findByRole('textbox', {name: 'Je mailadres'}), 'ami@voorbeeld.nl');
    await user.click(screen.getByRole('button', {name: 'Mail mij een link'}));
    expect(await screen.findByText(/Als we dit adres kennen/)).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/sign-in/mail',
      body: {address: 'ami@voorbeeld.nl'},
    });
  });

  test('is offered no mail where the server sends none', async () => {
    openApp({path: '/', answers: {...signedOut, 'GET /api/ways': {mail: false}}});
    await screen.findByText(/Je komt binnen met een inloglink/);
    expect(screen.queryByRole('button', {name: 'Mail mij een link'})).toBeNull();
  });
});
