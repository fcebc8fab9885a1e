import type {InvitationView} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import '@samenspel/client/invitations/join-page.tsx';
import {usualEnd} from '@samenspel/client/invitations/until.ts';
import '@samenspel/client/labs/lab-page.tsx';
import {amina, labView, me, now, openApp, Refusal} from './in-app.tsx';

const signedOut = {'GET /api/me': new Refusal('signed_out', 401)};
const invited = {
  ...{labName: 'Lab Linde', neighbourhood: 'De Linden'},
  ...{role: 'member', side: 'informal'},
};
const link = 'https://samenspel.test/meedoen#geheim';
const invitation: InvitationView = {
  ...{id: 'uitnodiging1', role: 'member', side: 'formal', use: 'once', document: null},
  ...{createdBy: amina, createdAt: now, expiresAt: now + 86_400_000, uses: 0, state: 'open'},
};
const base = {
  'GET /api/me': me,
  'GET /api/labs/lablab1': labView(),
  'GET /api/labs/lablab1/invitations': {invitations: []},
  'GET /api/ways': {mail: false},
};

describe('Being invited', () => {
  test('says the lab, the neighbourhood, the role and the side, and asks only for a name', async () => {
    const {user, asked, answer} = openApp({
      path: '/meedoen#geheim',
      answers: {
        ...base,
        ...signedOut,
        'POST /api/invitations/look': invited,
        'POST /api/invitations/accept': {labId: 'lablab1'},
      },
    });
    expect(await screen.findByRole('heading', {name: 'Doe mee met Lab Linde'})).toBeTruthy();
    expect(screen.getByText('Lab Linde, De Linden')).toBeTruthy();
    expect(screen.getByText(/Je doet mee als bewoner of sleutelpersoon/)).toBeTruthy();
    expect(globalThis.location.href).not.toContain('geheim');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    await user.type(screen.getByRole('textbox', {name: 'Hoe heet je?'}), 'Amina');
    answer('GET /api/me', me);
    await user.click(screen.getByRole('button', {name: 'Doe mee'}));
    expect(await screen.findByRole('heading', {level: 1, name: 'Lab Linde'})).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/invitations/accept',
      body: {token: 'geheim', name: 'Amina'},
    });
  });

  test('offers an address, and says what for, where the server mails', async () => {
    const {user, asked} = openApp({
      path: '/meedoen#geheim',
      answers: {
        ...signedOut,
        'GET /api/ways': {mail: true},
        'POST /api/invitations/look': invited,
        'POST /api/invitations/accept': {labId: 'lablab1'},
      },
    });
    const address = await screen.findByRole('textbox', {name: /Je mailadres/});
    expect(screen.getByText(/Alleen om later weer binnen te komen/)).toBeTruthy();
    await user.type(screen.getByRole('textbox', {name: 'Hoe heet je?'}), 'Amina');
    await user.type(address, 'geen adres');
    await user.click(screen.getByRole('button', {name: 'Doe mee'}));
    expect(screen.getByText(/Dit lijkt geen mailadres/)).toBeTruthy();
    expect(asked.map(({route}) => route)).not.toContain('POST /api/invitations/accept');
  });

  test('lets who is signed in join as who they are', async () => {
    const {user, asked} = openApp({
      path: '/meedoen#geheim',
      answers: {
        ...base,
        'POST /api/invitations/look': {...invited, documentTitle: 'Mijn weg', role: 'reviewer'},
        'POST /api/invitations/accept': {labId: 'lablab1', documentId: 'document1'},
      },
    });
    expect(await screen.findByRole('heading', {name: 'Lees mee in “Mijn weg”'})).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', {name: 'Doe mee als Amina'}));
    await waitFor(() => expect(globalThis.location.pathname).toBe('/documenten/document1'));
    expect(asked).toContainEqual({
      route: 'POST /api/invitations/accept',
      body: {token: 'geheim'},
    });
  });

  test('says kindly what to do when it is over', async () => {
    openApp({
      path: '/meedoen#op',
      answers: {...signedOut, 'POST /api/invitations/look': new Refusal('link_invalid', 404)},
    });
    expect(
      await screen.findByRole('heading', {name: 'Deze uitnodiging werkt niet meer'}),
    ).toBeTruthy();
    expect(screen.getByText(/Vraag iemand uit het lab om een nieuwe/)).toBeTruthy();
  });
});

test('a meeting is over at a quarter', () => {
  const at = (time: string) => new Date(`2026-11-21T${time}`).getTime();
  expect(usualEnd(at('15:00'))).toBe('18:00');
  expect(usualEnd(at('15:01'))).toBe('18:15');
  expect(usualEnd(at('20:50:30'))).toBe('00:00');
});

describe('Inviting', () => {
  test('asks for the side; what somebody does is folded, and says what it is', async () => {
    const {user, asked} = openApp({
      path: '/labs/lablab1',
      answers: {...base, 'POST /api/labs/lablab1/invitations': {invitation, link}},
    });
    await user.click(await screen.findByRole('button', {name: 'Nodig iemand uit'}));
    const dialog = await screen.findByRole('dialog', {name: 'Nodig iemand uit'});
    const more = within(dialog).getByText('Meer: meeschrijven');
    expect(more.closest('details')?.open).toBe(false);
    await user.click(within(dialog).getByRole('radio', {name: /Als bewoner/}));
    await user.click(more);
    await user.click(within(dialog).getByRole('radio', {name: /Meelezen/}));
    expect(within(dialog).getByText('Meer: meelezen')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', {name: 'Maak de uitnodiging'}));
    await screen.findByRole('alertdialog', {name: 'De uitnodiging is klaar'});
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/invitations',
      body: {role: 'commenter', side: 'informal', use: 'once'},
    });
  });

  test('makes a link and a code for a meeting, until the time that was chosen', async () => {
    const {user, asked} = openApp({
      path: '/labs/lablab1',
      answers: {...base, 'POST /api/labs/lablab1/invitations': {invitation, link}},
    });
    await user.click(await screen.findByRole('button', {name: 'Nodig iemand uit'}));
    const dialog = await screen.findByRole('dialog', {name: 'Nodig iemand uit'});
    expect(within(dialog).queryByRole('textbox', {name: /Mailadres/})).toBeNull();
    await user.click(within(dialog).getByRole('radio', {name: /Voor het werk/}));
    await user.click(within(dialog).getByRole('radio', {name: /Voor een bijeenkomst/}));
    await user.click(within(dialog).getByRole('button', {name: 'Maak de uitnodiging'}));
    const ready = await screen.findByRole('alertdialog', {name: 'De uitnodiging is klaar'});
    const field = within(ready).getByRole<HTMLInputElement>('textbox', {
      name: 'Link van de uitnodiging',
    });
    expect(field.value).toBe(link);
    expect(within(ready).getByRole('img', {name: /Code om te scannen/})).toBeTruthy();
    await user.click(within(ready).getByRole('button', {name: 'Kopieer de link'}));
    expect(await navigator.clipboard.readText()).toBe(link);
    const bodies = asked.filter(({route}) => route === 'POST /api/labs/lablab1/invitations');
    const [body] = bodies.map((one) => one.body as Readonly<Record<string, unknown>>);
    expect(body).toMatchObject({role: 'member', side: 'formal', use: 'meeting'});
    // Three hours from now, which is a quarter already.
    expect(body?.['until']).toBe(now + 3 * 3_600_000);
  });

  test('needs a side, because it is nobody’s by rule', async () => {
    const {user, asked} = openApp({path: '/labs/lablab1', answers: base});
    await user.click(await screen.findByRole('button', {name: 'Nodig iemand uit'}));
    await user.click(await screen.findByRole('button', {name: 'Maak de uitnodiging'}));
    expect(screen.getByText(/Kies hoe deze persoon meedoet/)).toBeTruthy();
    expect(asked.filter(({route}) => route.startsWith('POST'))).toEqual([]);
  });

  test('is seen by every member, who can take it back', async () => {
    const {user, asked, answer} = openApp({
      path: '/labs/lablab1',
      answers: {
        ...base,
        'GET /api/labs/lablab1/invitations': {invitations: [invitation]},
        'POST /api/invitations/uitnodiging1/withdraw': {...invitation, state: 'withdrawn'},
      },
    });
    await user.click(await screen.findByText('Uitnodigingen (1)'));
    expect(screen.getByText('Lid, formeel')).toBeTruthy();
    expect(screen.getByText(/Door Amina, zojuist/)).toBeTruthy();
    answer('GET /api/labs/lablab1/invitations', {invitations: []});
    await user.click(screen.getByRole('button', {name: /^Trek in/}));
    expect(await screen.findByText(/De uitnodiging is ingetrokken/)).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain('POST /api/invitations/uitnodiging1/withdraw');
    await waitFor(() => expect(screen.queryByText('Lid, formeel')).toBeNull());
  });
});
