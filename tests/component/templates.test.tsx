import {type DocumentId, documentKinds, kindWord, SCHEMA_VERSION} from '@samenspel/shared';
import type {TemplateId, TemplateView} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {amina, documentView, joris, labView, me, now, openApp, Refusal} from './in-app.tsx';

const path = '/labs/lablab1';
const list = 'GET /api/labs/lablab1/templates';

function template(change: Partial<TemplateView> = {}): TemplateView {
  return {
    ...{id: 'sjabl001' as TemplateId, name: 'Onze manier', kind: 'agreements'},
    ...{createdBy: joris, createdAt: now - 86_400_000, archivedAt: null},
    ...change,
  };
}

const base = {
  'GET /api/me': me,
  'GET /api/labs/lablab1': labView(),
  [list]: {templates: [template()]},
};

async function openDialog(answers: Record<string, unknown> = base) {
  const app = openApp({path, answers});
  await app.user.click(await screen.findByRole('button', {name: 'Nieuw document'}));
  return {...app, dialog: await screen.findByRole('dialog', {name: 'Nieuw document'})};
}

async function openTemplates(answers: Record<string, unknown> = base) {
  const app = await openDialog(answers);
  await app.user.click(within(app.dialog).getByRole('button', {name: 'Sjablonen van dit lab'}));
  return {...app, dialog: await screen.findByRole('dialog', {name: 'Sjablonen van dit lab'})};
}

function fileOf(content: unknown): File {
  return new File([JSON.stringify(content)], 'sjabloon.json', {type: 'application/json'});
}

const format = {format: 'samenspel-sjabloon', schema: SCHEMA_VERSION, kind: 'free'};
const content = {type: 'doc', content: [{type: 'paragraph'}]};

async function chooseFile(dialog: HTMLElement, file: File, user: {upload: Upload}) {
  const input = dialog.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No place for a file');
  await user.upload(input, file);
}
type Upload = (input: HTMLElement, file: File) => Promise<void>;

describe('Beginning a document', () => {
  test('every kind is there with a sentence of its own, in groups', async () => {
    const {dialog} = await openDialog({...base, [list]: {templates: []}});
    const radios = within(dialog).getAllByRole('radio');
    const labels = radios.map((radio) => radio.closest('label')?.textContent ?? '');
    expect(labels).toHaveLength(documentKinds.length);
    for (const kind of documentKinds)
      expect(labels.filter((label) => label.startsWith(kindWord(kind)))).toHaveLength(1);
    for (const label of labels) expect(label).toMatch(/[.?]$/);
    expect(within(dialog).getAllByRole('group').length).toBeGreaterThan(2);
  });

  test('the arrows go through all of them, from one group into the next', async () => {
    const {user, dialog} = await openDialog({...base, [list]: {templates: []}});
    const radios = within(dialog).getAllByRole<HTMLInputElement>('radio');
    radios[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(radios.findIndex(({checked}) => checked)).toBe(2);
    expect(document.activeElement).toBe(radios[2]);
  });

  test('with the lab’s own template, once it was chosen', async () => {
    const made = documentView({id: 'nieuw001' as DocumentId, title: 'Zomer'});
    const answers = {...base, 'POST /api/labs/lablab1/documents': made};
    const {user, dialog, asked} = await openDialog(answers);
    await user.type(within(dialog).getByRole('textbox'), 'Zomer');
    await user.click(await within(dialog).findByRole('radio', {name: /^Onze manier/}));
    await user.click(within(dialog).getByRole('button', {name: 'Maak het document'}));
    await waitFor(() => expect(globalThis.location.pathname).toBe('/documenten/nieuw001'));
    expect(asked).toContainEqual({
      route: 'POST /api/labs/lablab1/documents',
      body: {title: 'Zomer', template: {own: 'sjabl001'}},
    });
  });

  test('a template that was put away is not offered', async () => {
    const {dialog} = await openDialog({...base, [list]: {templates: [template({archivedAt: 1})]}});
    await waitFor(() => expect(within(dialog).getAllByRole('radio')).toHaveLength(11));
  });

  test('what was filled in is still there after looking at the templates', async () => {
    const {user, dialog} = await openDialog();
    await user.type(within(dialog).getByRole('textbox'), 'Zomer');
    await user.click(within(dialog).getByRole('radio', {name: /^Impact/}));
    await user.click(within(dialog).getByRole('button', {name: 'Sjablonen van dit lab'}));
    await user.click(await screen.findByRole('button', {name: 'Terug naar het nieuwe document'}));
    expect((await screen.findByRole<HTMLInputElement>('textbox')).value).toBe('Zomer');
    expect(screen.getByRole<HTMLInputElement>('radio', {name: /^Impact/}).checked).toBe(true);
  });
});

describe('The lab’s own templates', () => {
  test('say what they are and by whom, and can be taken along', async () => {
    const {dialog} = await openTemplates();
    const row = (await within(dialog).findByRole('heading', {name: 'Onze manier'})).closest('li');
    expect(row?.textContent).toContain('Samenwerkingsafspraken · bewaard gisteren');
    expect(row?.textContent).toContain('door Joris');
    const link = within(dialog).getByRole('link', {name: 'Meenemen als bestand: Onze manier'});
    expect(link.getAttribute('href')).toBe('/api/templates/sjabl001/file');
  });

  test('are put away, and come back at once', async () => {
    const away = template({archivedAt: now});
    const {user, dialog, asked, answer} = await openTemplates({
      ...base,
      'POST /api/templates/sjabl001/archive': away,
      'POST /api/templates/sjabl001/bring-back': template(),
    });
    answer(list, {templates: [away]});
    await user.click(await within(dialog).findByRole('button', {name: 'Haal weg: Onze manier'}));
    await within(dialog).findByText('“Onze manier” is weggehaald.');
    answer(list, {templates: [template()]});
    await user.click(within(dialog).getByRole('button', {name: 'Terugzetten'}));
    await within(dialog).findByText('“Onze manier” staat er weer bij.');
    expect(asked.map(({route}) => route)).toContain('POST /api/templates/sjabl001/bring-back');
  });

  test('are brought from a file, which says to look for names', async () => {
    const {user, dialog, asked} = await openTemplates({
      ...base,
      'POST /api/labs/lablab1/templates': template({name: 'Van elders'}),
    });
    const file = {...format, name: 'Van elders', content};
    await chooseFile(dialog, fileOf(file), user);
    await within(dialog).findByText(/“Van elders” staat nu bij de sjablonen. Controleer of er/);
    expect(asked).toContainEqual({route: 'POST /api/labs/lablab1/templates', body: file});
  });

  test.each([
    ['that is something else', {hallo: 'wereld'}, /geen sjabloon van Samenspel/],
    ['of a newer installation', {...format, schema: 999}, /nieuwere Samenspel/],
  ])('a file %s is refused in words, and not sent', async (_, given, sentence) => {
    const {user, dialog, asked} = await openTemplates();
    await chooseFile(dialog, fileOf(given), user);
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(sentence);
    expect(asked.filter(({route}) => route.startsWith('POST'))).toEqual([]);
  });

  test('a file that the server can’t use says what to choose instead', async () => {
    const {user, dialog} = await openTemplates({
      ...base,
      'POST /api/labs/lablab1/templates': new Refusal('bad_request', 400),
    });
    await chooseFile(dialog, fileOf({...format, name: 'Van elders', content}), user);
    expect((await within(dialog).findByRole('alert')).textContent).toContain(
      '“Meenemen als bestand”',
    );
  });
});

describe('Saving a document as a template', () => {
  test('asks for a name, warns of names in the text, and offers the file', async () => {
    const {user, asked} = openApp({
      path,
      answers: {...base, 'POST /api/documents/plan0001/template': template()},
    });
    await user.click(await screen.findByRole('button', {name: /Meer over/}));
    await user.click(await screen.findByRole('menuitem', {name: 'Bewaar als sjabloon'}));
    const dialog = await screen.findByRole('dialog', {name: 'Bewaar als sjabloon van het lab'});
    expect(dialog.textContent).toContain('Controleer of er namen in de tekst staan.');
    const field = within(dialog).getByRole<HTMLInputElement>('textbox');
    expect(field.value).toBe('Plan voor De Linden');
    await user.clear(field);
    await user.type(field, ' Onze manier ');
    await user.click(within(dialog).getByRole('button', {name: 'Bewaar het sjabloon'}));
    await within(dialog).findByText('“Onze manier” staat nu bij “Nieuw document”.');
    expect(within(dialog).getByRole('link', {name: /Meenemen als bestand/})).toBeTruthy();
    expect(asked).toContainEqual({
      route: 'POST /api/documents/plan0001/template',
      body: {name: 'Onze manier'},
    });
  });

  test('is not offered for what is personal, nor to who only reads', async () => {
    const mine = documentView({title: 'Mijn weg', owner: amina});
    const read = documentView({id: 'lees0001' as DocumentId, title: 'Plan', role: 'reviewer'});
    const {user} = openApp({
      path,
      answers: {...base, 'GET /api/labs/lablab1': labView({documents: [mine, read]})},
    });
    for (const title of ['Mijn weg', 'Plan']) {
      await user.click(await screen.findByRole('button', {name: `Meer over ${title}`}));
      const items = await screen.findAllByRole('menuitem');
      expect(items.map((item) => item.textContent)).not.toContain('Bewaar als sjabloon');
      await user.keyboard('{Escape}');
    }
  });
});
