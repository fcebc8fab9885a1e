import type {LabId} from '@samenspel/shared';
import {screen, waitFor} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
// Here, so that the screen need not wait for its own parts.
import '@samenspel/client/founding/founding-page.tsx';
import '@samenspel/client/labs/lab-page.tsx';
import {labView, me, openApp, Refusal} from './in-app.tsx';

const made = {...me.labs[0], id: 'nieuwlab' as LabId, name: 'Lab Esdoorn'};
const theLab = labView({id: made.id, name: made.name});

describe('Founding by the link of an empty server', () => {
  const signedOut = {'GET /api/me': new Refusal('signed_out', 401)};

  test('asks for the lab, the neighbourhood, a name and a side, and opens the lab', async () => {
    const {user, asked, answer} = openApp({
      path: '/stichten#zaadje',
      answers: {
        ...signedOut,
        'POST /api/founding/look': undefined,
        'POST /api/founding': made,
        'GET /api/labs/nieuwlab': theLab,
      },
    });
    await user.type(
      await screen.findByRole('textbox', {name: 'Hoe heet jullie lab?'}),
      'Lab Esdoorn',
    );
    expect(globalThis.location.href).not.toContain('zaadje');
    await user.type(
      screen.getByRole('textbox', {name: 'Voor welke wijk of buurt?'}),
      'De Esdoorns',
    );
    await user.type(screen.getByRole('textbox', {name: 'Hoe heet jij?'}), ' Amina ');
    await user.click(screen.getByRole('radio', {name: /Ik ben bewoner of sleutelpersoon/}));
    answer('GET /api/me', me);
    await user.click(screen.getByRole('button', {name: 'Begin het lab'}));
    expect(await screen.findByRole('heading', {level: 1, name: 'Lab Esdoorn'})).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/founding',
      body: {
        token: 'zaadje',
        labName: 'Lab Esdoorn',
        neighbourhood: 'De Esdoorns',
        name: 'Amina',
        side: 'informal',
      },
    });
  });

  test('chooses no side for anybody, and says beside each field what is missing', async () => {
    const {user, asked} = openApp({
      path: '/stichten#zaadje',
      answers: {...signedOut, 'POST /api/founding/look': undefined},
    });
    await user.click(await screen.findByRole('button', {name: 'Begin het lab'}));
    expect(screen.getByText('Geef het lab een naam.')).toBeTruthy();
    expect(screen.getByText(/Kies hoe je meedoet/)).toBeTruthy();
    expect(screen.queryByRole('radio', {checked: true})).toBeNull();
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('textbox', {name: 'Hoe heet jullie lab?'}),
      ),
    );
    expect(asked.map(({route}) => route)).not.toContain('POST /api/founding');
  });

  test('explains a link that was used already', async () => {
    openApp({
      path: '/stichten#op',
      answers: {...signedOut, 'POST /api/founding/look': new Refusal('link_invalid', 404)},
    });
    expect(await screen.findByRole('heading', {name: 'Deze link werkt niet meer'})).toBeTruthy();
    expect(screen.getByText(/één keer een lab worden begonnen/)).toBeTruthy();
  });
});

describe('Founding by who is signed in', () => {
  test('is reached from the menu, and asks for no name', async () => {
    const {user, asked} = openApp({
      path: '/labs/lablab1',
      answers: {
        'GET /api/me': me,
        'GET /api/labs/lablab1': labView(),
        'POST /api/labs': made,
        'GET /api/labs/nieuwlab': theLab,
      },
    });
    await user.click(await screen.findByRole('button', {name: /Jouw menu/}));
    await user.click(await screen.findByRole('menuitem', {name: 'Nieuw lab'}));
    await user.type(
      await screen.findByRole('textbox', {name: 'Hoe heet jullie lab?'}),
      'Lab Esdoorn',
    );
    expect(screen.queryByRole('textbox', {name: 'Hoe heet jij?'})).toBeNull();
    await user.type(
      screen.getByRole('textbox', {name: 'Voor welke wijk of buurt?'}),
      'De Esdoorns',
    );
    await user.click(screen.getByRole('radio', {name: /Ik ben hier voor mijn werk/}));
    await user.click(screen.getByRole('button', {name: 'Begin het lab'}));
    expect(await screen.findByRole('heading', {level: 1, name: 'Lab Esdoorn'})).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/labs',
      body: {name: 'Lab Esdoorn', neighbourhood: 'De Esdoorns', side: 'formal'},
    });
  });
});
