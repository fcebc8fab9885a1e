import {screen, waitFor} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {away, labView, me, openApp, Refusal} from './in-app.tsx';

const signedOut = {'GET /api/me': new Refusal('signed_out', 401)};

describe('The page behind a sign-in link', () => {
  test('says who goes on and where, and uses the link only when the button is pressed', async () => {
    const {user, asked, answer} = openApp({
      path: '/inloggen#geheim-123',
      answers: {
        ...signedOut,
        'POST /api/sign-in/look': {name: 'Amina', labName: 'Lab Linde'},
        'POST /api/sign-in': {name: 'Amina'},
        'GET /api/labs/lablab1': labView(),
      },
    });
    expect(await screen.findByRole('heading', {name: 'Je gaat verder als Amina'})).toBeTruthy();
    expect(screen.getByText('Deze link is voor Lab Linde.')).toBeTruthy();
    expect(asked.map(({route}) => route)).not.toContain('POST /api/sign-in');

    answer('GET /api/me', me);
    await user.click(screen.getByRole('button', {name: 'Ga verder'}));
    expect(await screen.findByRole('heading', {level: 1, name: 'Lab Linde'})).toBeTruthy();
    expect(asked).toContainEqual({route: 'POST /api/sign-in', body: {token: 'geheim-123'}});
    expect(globalThis.location.pathname).toBe('/labs/lablab1');
  });

  test('takes the token out of the address at once', async () => {
    openApp({
      path: '/inloggen#geheim-123',
      answers: {...signedOut, 'POST /api/sign-in/look': {name: 'Amina'}},
    });
    await screen.findByRole('heading', {name: 'Je gaat verder als Amina'});
    expect(globalThis.location.href).not.toContain('geheim');
  });

  test('explains a link that was used or is too old, and what to do', async () => {
    openApp({
      path: '/inloggen#oud',
      answers: {...signedOut, 'POST /api/sign-in/look': new Refusal('link_invalid', 410)},
    });
    expect(await screen.findByRole('heading', {name: 'Deze link werkt niet meer'})).toBeTruthy();
    expect(screen.getByText(/Vraag een nieuwe link/)).toBeTruthy();
    expect(screen.queryByRole('button', {name: 'Ga verder'})).toBeNull();
  });

  test('explains a link that was used while the page stood open', async () => {
    const {user} = openApp({
      path: '/inloggen#net-op',
      answers: {
        ...signedOut,
        'POST /api/sign-in/look': {name: 'Amina'},
        'POST /api/sign-in': new Refusal('link_invalid', 410),
      },
    });
    await user.click(await screen.findByRole('button', {name: 'Ga verder'}));
    expect(await screen.findByRole('heading', {name: 'Deze link werkt niet meer'})).toBeTruthy();
  });

  test('explains a link without its last part', async () => {
    openApp({path: '/inloggen', answers: signedOut});
    expect(
      await screen.findByRole('heading', {name: 'Er zit geen code in deze link'}),
    ).toBeTruthy();
  });

  test('keeps the link for another try while the server is away', async () => {
    const {user, answer} = openApp({
      path: '/inloggen#geheim-123',
      answers: {...signedOut, 'POST /api/sign-in/look': away},
    });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'We kunnen de server nu niet bereiken',
    );
    answer('POST /api/sign-in/look', {name: 'Amina'});
    await user.click(screen.getByRole('button', {name: 'Probeer het opnieuw'}));
    expect(await screen.findByRole('heading', {name: 'Je gaat verder als Amina'})).toBeTruthy();
  });
});

describe('The beginning', () => {
  test('tells a visitor what this is and how to get in', async () => {
    openApp({path: '/', answers: signedOut});
    expect(await screen.findByText(/schrijven bewoners en professionals samen/)).toBeTruthy();
    expect(screen.getByText(/Vraag iemand uit je lab om een link/)).toBeTruthy();
  });

  test('leads straight to one’s only lab', async () => {
    openApp({path: '/', answers: {'GET /api/me': me, 'GET /api/labs/lablab1': labView()}});
    expect(await screen.findByRole('heading', {level: 1, name: 'Lab Linde'})).toBeTruthy();
    await waitFor(() => expect(document.title).toBe('Lab Linde – Samenspel'));
  });

  test('offers a choice when there are several labs', async () => {
    const [lab] = me.labs;
    const labs = [lab, {...lab, id: 'lablab2', name: 'Lab Esdoorn'}];
    openApp({path: '/', answers: {'GET /api/me': {...me, labs}}});
    const link = await screen.findByRole('link', {name: 'Lab Esdoorn'});
    expect(link.getAttribute('href')).toBe('/labs/lablab2');
  });

  test('shows how to get in at any address once the session has ended', async () => {
    const {answer, user} = openApp({
      path: '/labs/lablab1',
      answers: {
        'GET /api/me': me,
        'GET /api/labs/lablab1': labView(),
        'POST /api/documents/plan0001/archive': new Refusal('signed_out', 401),
      },
    });
    await user.click(await screen.findByRole('button', {name: /Meer over/}));
    answer('GET /api/me', new Refusal('signed_out', 401));
    await user.click(await screen.findByRole('menuitem', {name: 'Naar het archief'}));
    expect(await screen.findByText(/Je komt binnen met een inloglink/)).toBeTruthy();
    expect(screen.queryByText('Plan voor De Linden')).toBeNull();
  });

  test('an address that leads nowhere says so and leads on', async () => {
    openApp({path: '/zomaar', answers: {'GET /api/me': me}});
    expect(await screen.findByRole('heading', {name: 'Deze pagina is er niet'})).toBeTruthy();
    expect(screen.getByRole('link', {name: 'Naar het begin'}).getAttribute('href')).toBe('/');
  });
});
