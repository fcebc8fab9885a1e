import type {DocumentId} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {amina, away, documentView, joris, labView, me, now, openApp, Refusal} from './in-app.tsx';

const path = '/labs/lablab1';
const base = {'GET /api/me': me, 'GET /api/labs/lablab1': labView()};

/** The list item that holds this link. */
async function rowOf(title: string): Promise<HTMLElement> {
  const row = (await screen.findByRole('link', {name: title})).closest('li');
  if (!row) throw new Error(`No row for ${title}`);
  return row;
}

/** The headings of the sides, as they stand on that day. */
async function sidesAt(at: string): Promise<readonly string[]> {
  openApp({path, answers: base, now: Date.parse(at)});
  await screen.findByRole('heading', {name: 'Wie er meedoen'});
  const names = screen.getAllByRole('heading', {level: 3}).map((one) => one.textContent.trim());
  return names.filter((name) => name === 'Informeel' || name === 'Formeel');
}

describe('The list of documents', () => {
  test('says what each is, who changed it when, and who is in it now', async () => {
    const documents = [documentView({present: [joris, amina]})];
    openApp({path, answers: {...base, 'GET /api/labs/lablab1': labView({documents})}});
    const row = await rowOf('Plan voor De Linden');
    expect(row.textContent).toContain('Wijkuitvoeringsplan');
    expect(row.textContent).toContain('Veranderd vandaag om 14.10 door Joris');
    const present = within(row).getAllByRole('listitem');
    expect(present.map((one) => one.textContent)).toEqual(['Joris formeel', 'Amina informeel']);
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/documenten/plan0001');
  });

  test('is kind when it is empty', async () => {
    openApp({path, answers: {...base, 'GET /api/labs/lablab1': labView({documents: []})}});
    expect(await screen.findByRole('heading', {name: 'Hier is nog niets'})).toBeTruthy();
  });

  test('offers a reader no button that would be refused', async () => {
    const documents = [documentView({role: 'reviewer'})];
    const answers = {...base, 'GET /api/labs/lablab1': labView({role: 'reviewer', documents})};
    const {user} = openApp({path, answers});
    const row = await rowOf('Plan voor De Linden');
    expect(screen.queryByRole('button', {name: 'Nieuw document'})).toBeNull();
    await user.click(within(row).getByRole('button', {name: /Meer over/}));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual(['Geschiedenis']);
  });

  test('stays readable while the server is away', async () => {
    const {answer} = openApp({path, answers: base});
    await rowOf('Plan voor De Linden');
    answer('GET /api/labs/lablab1', away);
    globalThis.dispatchEvent(new Event('visibilitychange'));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'We kunnen de server nu niet bereiken',
    );
    expect(screen.getByRole('link', {name: 'Plan voor De Linden'})).toBeTruthy();
  });

  test('a lab that is none of one’s business looks like one that is not there', async () => {
    const answers = {...base, 'GET /api/labs/lablab1': new Refusal('not_found', 404)};
    openApp({path, answers});
    expect(await screen.findByRole('heading', {name: 'Deze pagina is er niet'})).toBeTruthy();
  });
});

describe('A new document', () => {
  test('asks for a name and a beginning, and opens', async () => {
    const made = documentView({id: 'nieuw001' as DocumentId, title: 'Buurtfeest', kind: 'free'});
    const {user, asked} = openApp({
      path,
      answers: {...base, 'POST /api/labs/lablab1/documents': made},
    });
    await user.click(await screen.findByRole('button', {name: 'Nieuw document'}));
    const dialog = await screen.findByRole('dialog', {name: 'Nieuw document'});
    const field = within(dialog).getByRole('textbox', {name: 'Hoe heet het?'});
    expect(document.activeElement).toBe(field);
    await user.type(field, '  Buurtfeest ');
    await user.click(within(dialog).getByRole('radio', {name: /^Vrij document/}));
    await user.click(within(dialog).getByRole('button', {name: 'Maak het document'}));
    await waitFor(() => expect(globalThis.location.pathname).toBe('/documenten/nieuw001'));
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/documents',
      body: {title: 'Buurtfeest', template: 'free'},
    });
  });

  test('says beside the field that a name is missing, and asks nothing of the server', async () => {
    const {user, asked} = openApp({path, answers: base});
    await user.click(await screen.findByRole('button', {name: 'Nieuw document'}));
    await user.click(await screen.findByRole('button', {name: 'Maak het document'}));
    const field = screen.getByRole('textbox', {name: 'Hoe heet het?'});
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(screen.getByText('Geef het document een naam.')).toBeTruthy();
    expect(asked.filter(({route}) => route.startsWith('POST'))).toEqual([]);
  });

  test('keeps what was typed when the server cannot save it', async () => {
    const {user} = openApp({
      path,
      answers: {
        ...base,
        'POST /api/labs/lablab1/documents': new Refusal('unavailable', 503),
      },
    });
    await user.click(await screen.findByRole('button', {name: 'Nieuw document'}));
    await user.type(await screen.findByRole('textbox'), 'Buurtfeest');
    await user.click(screen.getByRole('button', {name: 'Maak het document'}));
    expect((await screen.findByRole('alert')).textContent).toContain('nu niet opslaan');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Buurtfeest');
  });
});

describe('Changing a document’s place', () => {
  test('gives it another name', async () => {
    const renamed = documentView({title: 'Plan voor ons'});
    const {user, asked, answer} = openApp({
      path,
      answers: {...base, 'PATCH /api/documents/plan0001': renamed},
    });
    await user.click(await screen.findByRole('button', {name: /Meer over/}));
    await user.click(await screen.findByRole('menuitem', {name: 'Andere naam'}));
    const field = await screen.findByRole('textbox', {name: 'Nieuwe naam'});
    await user.clear(field);
    await user.type(field, 'Plan voor ons');
    answer('GET /api/labs/lablab1', labView({documents: [renamed]}));
    await user.click(screen.getByRole('button', {name: 'Verander de naam'}));
    expect(await screen.findByRole('link', {name: 'Plan voor ons'})).toBeTruthy();
    expect(await screen.findByText('Dit document heet nu “Plan voor ons”.')).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'PATCH /api/documents/plan0001',
      body: {title: 'Plan voor ons'},
    });
  });

  test('puts it in the archive, says so, and brings it back', async () => {
    const archived = documentView({archivedAt: now});
    const {user, answer} = openApp({
      path,
      answers: {
        ...base,
        'POST /api/documents/plan0001/archive': archived,
        'POST /api/documents/plan0001/bring-back': documentView(),
      },
    });
    await user.click(await screen.findByRole('button', {name: /Meer over/}));
    answer('GET /api/labs/lablab1', labView({documents: [archived]}));
    await user.click(await screen.findByRole('menuitem', {name: 'Naar het archief'}));
    const said = await screen.findByText('“Plan voor De Linden” staat nu in het archief.');
    expect(screen.getByText('Archief (1)')).toBeTruthy();
    expect(said.closest('[aria-live]')).toBeTruthy();

    answer('GET /api/labs/lablab1', labView());
    await user.click(screen.getByRole('button', {name: 'Terughalen'}));
    expect(
      await screen.findByText('“Plan voor De Linden” staat weer bij de documenten.'),
    ).toBeTruthy();
    expect(screen.queryByText('Archief (1)')).toBeNull();
  });
});

describe('The people', () => {
  test('stand by side, and neither side comes first by rule: they take turns by the day', async () => {
    const today = await sidesAt('2026-11-21T12:00:00+01:00');
    expect(today).toHaveLength(2);
    document.body.replaceChildren();
    expect(await sidesAt('2026-11-22T12:00:00+01:00')).toEqual(today.toReversed());
  });

  test('say who is me, and what somebody’s role is when they do not write', async () => {
    const members = [amina, {...joris, role: 'commenter' as const}];
    openApp({path, answers: {...base, 'GET /api/labs/lablab1': labView({members})}});
    await screen.findByRole('heading', {name: 'Wie er meedoen'});
    expect(screen.getByText('(jij)').parentElement?.textContent).toBe('Amina (jij)');
    expect(screen.getByText('(meelezer)').parentElement?.textContent).toBe('Joris (meelezer)');
  });
});
