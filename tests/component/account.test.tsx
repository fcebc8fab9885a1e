import type {DocumentId, PersonId} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import '@samenspel/client/account/account-page.tsx';
import {amina, me, openApp, Refusal} from './in-app.tsx';

const phone = {
  ...{id: 'sessie2', label: 'Chrome op Android', lastDay: '2026-11-20'},
  ...{onlyLabName: null, current: false},
};
const laptop = {...phone, id: 'sessie1', label: 'Firefox op Linux', current: true};
const answers = {
  'GET /api/me': me,
  'GET /api/ways': {mail: true},
  'GET /api/me/devices': {devices: [laptop, phone]},
  'GET /api/me/address': {address: null, confirmed: false},
};
const path = '/ik';

describe('The page about me', () => {
  test('changes my name', async () => {
    const {user, asked} = openApp({path, answers: {...answers, 'PATCH /api/me': {name: 'Ami'}}});
    const field = await screen.findByRole('textbox', {name: 'Zo heet je in al je labs'});
    await user.clear(field);
    await user.type(field, 'Ami');
    await user.click(screen.getByRole('button', {name: 'Verander je naam'}));
    expect(await screen.findByText('Je heet nu Ami.')).toBeTruthy();
    expect(asked).toContainEqual({route: 'PATCH /api/me', body: {name: 'Ami'}});
  });

  test('keeps a mail address, says what for, and takes it away again', async () => {
    const {user, asked, answer} = openApp({
      path,
      answers: {...answers, 'PUT /api/me/address': undefined},
    });
    expect(await screen.findByText(/Alleen om later weer binnen te komen/)).toBeTruthy();
    await user.type(await screen.findByRole('textbox', {name: 'Mailadres'}), 'ami@voorbeeld.nl');
    answer('GET /api/me/address', {address: 'ami@voorbeeld.nl', confirmed: false});
    await user.click(screen.getByRole('button', {name: 'Bewaar het adres'}));
    await user.click(await screen.findByRole('button', {name: 'Haal het adres weg'}));
    expect(screen.getAllByRole('textbox', {name: 'Mailadres'})).toHaveLength(1);
    expect(await screen.findByText('Je mailadres is weg.')).toBeTruthy();
    const sent = asked.filter(({route}) => route === 'PUT /api/me/address');
    expect(sent.map(({body}) => body)).toEqual([{address: 'ami@voorbeeld.nl'}, {address: null}]);
  });

  test('says that an address waits to be confirmed, mails again when asked, and is quiet afterwards', async () => {
    const address = 'ami@voorbeeld.nl';
    const {user, asked, answer} = openApp({
      path,
      answers: {
        ...answers,
        'GET /api/me/address': {address, confirmed: false},
        'PUT /api/me/address': undefined,
      },
    });
    expect(await screen.findByText(/Nog één stap: we mailen een link naar ami@/)).toBeTruthy();
    await user.click(screen.getByRole('button', {name: 'Stuur de mail opnieuw'}));
    expect(await screen.findByText(/De mail is onderweg/)).toBeTruthy();
    expect(asked).toContainEqual({route: 'PUT /api/me/address', body: {address}});
    expect(screen.getAllByRole('textbox', {name: 'Mailadres'})).toHaveLength(1);
    answer('GET /api/me/address', {address, confirmed: true});
    globalThis.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText('Dit adres is bevestigd.')).toBeTruthy();
    expect(screen.queryByText(/Nog één stap/)).toBeNull();
  });

  test('asks for no address where the server does not mail', async () => {
    openApp({path, answers: {...answers, 'GET /api/ways': {mail: false}}});
    expect(await screen.findByText(/Deze server verstuurt nu geen mail/)).toBeTruthy();
    expect(screen.queryByRole('textbox', {name: 'Mailadres'})).toBeNull();
  });

  test('shows where I am signed in, and signs out what I do not know', async () => {
    const {user, asked, answer} = openApp({
      path,
      answers: {...answers, 'POST /api/me/devices/sessie2/sign-out': undefined},
    });
    const row = (await screen.findByText('Chrome op Android')).closest('li');
    expect(row?.textContent).toContain('Laatst gebruikt gisteren');
    answer('GET /api/me/devices', {devices: [laptop]});
    await user.click(screen.getByRole('button', {name: 'Log uit: Chrome op Android'}));
    expect(await screen.findByText('Chrome op Android is uitgelogd.')).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain('POST /api/me/devices/sessie2/sign-out');
    expect(screen.queryByRole('button', {name: /^Log uit: Firefox/})).toBeNull();
  });

  test('offers what is kept of me, to read and as a file', async () => {
    openApp({path, answers});
    const read = await screen.findByRole('link', {name: 'Download om te lezen'});
    expect(read.getAttribute('href')).toBe('/api/me/export.html');
    const file = screen.getByRole('link', {name: 'Download als bestand (JSON)'});
    expect(file.getAttribute('href')).toBe('/api/me/export.json');
  });

  test('with a link for one lab says what it can’t do, and shows only the way out', async () => {
    const devices = [{...laptop, onlyLabName: 'Lab Linde'}];
    openApp({path, answers: {...answers, 'GET /api/me/devices': {devices}}});
    expect(await screen.findByText(/een link die alleen Lab Linde opent/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', {name: 'Vergeet mij'})).toBeNull();
    expect(screen.getByRole('button', {name: 'Log overal uit'})).toBeTruthy();
  });
});

/** A device with text in these documents; remembers whose copies were cleared. */
function device(...unsent: readonly string[]) {
  const cleared: PersonId[] = [];
  return {
    cleared,
    localCopies: {
      unsent: async () => unsent.map((id) => id as DocumentId),
      clear: async (personId: PersonId) => void cleared.push(personId),
    },
  };
}

describe('Going', () => {
  test('signs out everywhere and leaves nothing on this device', async () => {
    const {cleared, localCopies} = device();
    const {user, asked, answer} = openApp({
      path,
      answers: {...answers, 'POST /api/me/sign-out-everywhere': undefined},
      localCopies,
    });
    await user.click(await screen.findByRole('button', {name: 'Log overal uit'}));
    const dialog = await screen.findByRole('alertdialog', {name: 'Overal uitloggen?'});
    answer('GET /api/me', new Refusal('signed_out', 401));
    await user.click(within(dialog).getByRole('button', {name: 'Log overal uit'}));
    expect(await screen.findByText(/Je komt binnen met een inloglink/)).toBeTruthy();
    expect(asked.map(({route}) => route)).toContain('POST /api/me/sign-out-everywhere');
    expect(cleared).toEqual([amina.id]);
  });

  test('being forgotten says what goes and what stays, warns for unsent text, and asks for my name', async () => {
    const {cleared, localCopies} = device('plan0001');
    const {user, asked, answer} = openApp({
      path,
      answers: {...answers, 'POST /api/me/forget': {irreversible: true}},
      localCopies,
    });
    await user.click(await screen.findByRole('button', {name: 'Vergeet mij'}));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('Weg zijn dan');
    expect(dialog.textContent).toContain('Blijven staan');
    expect(await within(dialog).findByText(/In één document staat nog tekst/)).toBeTruthy();
    const field = within(dialog).getByRole('textbox', {name: /Typ je naam/});
    await user.type(field, 'Joris');
    await user.click(within(dialog).getByRole('button', {name: 'Vergeet mij'}));
    expect(within(dialog).getByText(/Dit is niet je naam/)).toBeTruthy();
    expect(asked.map(({route}) => route)).not.toContain('POST /api/me/forget');
    await user.clear(field);
    await user.type(field, 'Amina');
    answer('GET /api/me', new Refusal('signed_out', 401));
    await user.click(within(dialog).getByRole('button', {name: 'Vergeet mij'}));
    expect(await screen.findByText(/Je komt binnen met een inloglink/)).toBeTruthy();
    expect(asked).toContainEqual({route: 'POST /api/me/forget', body: {name: 'Amina'}});
    await waitFor(() => expect(cleared).toEqual([amina.id]));
  });
});
