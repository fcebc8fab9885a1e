import type {DocumentId, PersonId} from '@samenspel/shared';
import {screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import '@samenspel/client/labs/lab-page.tsx';
import {amina, away, labView, me, openApp, Refusal} from './in-app.tsx';

const answers = {
  'GET /api/me': me,
  'GET /api/labs/lablab1': labView(),
  'POST /api/sign-out': undefined,
};

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

async function chooseSignOut(user: ReturnType<typeof openApp>['user']) {
  await user.click(await screen.findByRole('button', {name: /Jouw menu/}));
  await user.click(await screen.findByRole('menuitem', {name: 'Uitloggen'}));
}

test('signs out at once when everything is sent, and leaves nothing on the device', async () => {
  const {cleared, localCopies} = device();
  const {user, asked, answer} = openApp({path: '/labs/lablab1', answers, localCopies});
  await screen.findByRole('heading', {name: 'Lab Linde'});
  answer('GET /api/me', new Refusal('signed_out', 401));
  await chooseSignOut(user);
  expect(await screen.findByText(/Je komt binnen met een inloglink/)).toBeTruthy();
  expect(asked.map(({route}) => route)).toContain('POST /api/sign-out');
  expect(cleared).toEqual([amina.id]);
  expect(globalThis.location.pathname).toBe('/');
});

test('warns when text is on this device only, and stays when asked to', async () => {
  const {cleared, localCopies} = device('plan0001', 'plan0002');
  const {user, asked} = openApp({path: '/labs/lablab1', answers, localCopies});
  await chooseSignOut(user);
  const dialog = await screen.findByRole('alertdialog', {name: /tekst op dit apparaat/});
  expect(dialog.textContent).toContain('In 2 documenten');
  await user.click(screen.getByRole('button', {name: 'Blijf ingelogd'}));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(asked.map(({route}) => route)).not.toContain('POST /api/sign-out');
  expect(cleared).toEqual([]);
});

test('after the warning, signing out all the same clears the device', async () => {
  const {cleared, localCopies} = device('plan0001');
  const {user, answer} = openApp({path: '/labs/lablab1', answers, localCopies});
  await chooseSignOut(user);
  await screen.findByRole('alertdialog');
  answer('GET /api/me', new Refusal('signed_out', 401));
  await user.click(screen.getByRole('button', {name: 'Log uit en wis de tekst'}));
  expect(await screen.findByText(/Je komt binnen met een inloglink/)).toBeTruthy();
  expect(cleared).toEqual([amina.id]);
});

test('keeps the text on the device while the server cannot be reached', async () => {
  const {cleared, localCopies} = device();
  const {user} = openApp({
    path: '/labs/lablab1',
    answers: {...answers, 'POST /api/sign-out': away},
    localCopies,
  });
  await chooseSignOut(user);
  expect((await screen.findByRole('alert')).textContent).toContain(
    'We kunnen de server nu niet bereiken',
  );
  expect(cleared).toEqual([]);
});
