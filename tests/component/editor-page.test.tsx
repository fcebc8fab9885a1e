/** The screen of one document, with the test as its server. */

import 'fake-indexeddb/auto';
import {fetchAroundDocument} from '@samenspel/client/app-pages.ts';
import {clearLocalCopies} from '@samenspel/client/sync/local-copy.ts';
import {keepRescue, rescuesOf} from '@samenspel/client/sync/rescue.ts';
import {useSession, useSnapshot} from '@samenspel/client/sync/use-session.ts';
import {closeCodes, type DocumentView, SCHEMA_VERSION} from '@samenspel/shared';
import {act, cleanup, render, screen, waitFor, within} from '@testing-library/react';
import {StrictMode} from 'react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as Y from 'yjs';
import {type Line, openLine, type Socket} from '../support/line.ts';
import {rootOf} from '../support/writing.ts';
import {amina, type AppOptions, documentView, joris, me, openApp} from './in-app.tsx';

let line: Line;

beforeEach(() => {
  line = openLine();
  vi.stubGlobal('WebSocket', line.world.WebSocket);
  // What jsdom lacks, because it lays nothing out.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
});

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await clearLocalCopies(amina.id);
});

async function opened(change: Partial<DocumentView> = {}, options: Partial<AppOptions> = {}) {
  const document = documentView(change);
  const app = openApp({
    path: `/documenten/${document.id}`,
    answers: {'GET /api/me': me, [`GET /api/documents/${document.id}`]: document},
    ...options,
  });
  const socket = await line.next();
  const server = serverDoc();
  const editable = async () => {
    act(() => greet(socket, server));
    return screen.findByRole('textbox', {name: `Tekst van ${document.title}`});
  };
  return {...app, socket, server, editable, document};
}

function serverDoc(): Y.Doc {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Samen aan tafel.')]);
  rootOf(doc).insert(0, [paragraph]);
  return doc;
}

function greet(socket: Socket, doc: Y.Doc): void {
  socket.open();
  socket.deliver({type: 'step2', update: Y.encodeStateAsUpdate(doc)});
  socket.deliver({type: 'step1', stateVector: Y.encodeStateVector(doc)});
}

const says = (words: string | RegExp) =>
  waitFor(() => expect(screen.getByText(words)).toBeTruthy());

test('[R1] says in words how far saving is', async () => {
  const {socket, editable} = await opened();
  await editable();
  await says('Opslaan…');
  act(() => socket.deliver({type: 'saved', count: 1}));
  await says('Opgeslagen');
  act(() => socket.drop(1006));
  await says('Geen verbinding – je tekst staat op dit apparaat');
});

test('fetches the screens around it when there is nothing better to do, after the text', async () => {
  const whenIdle = vi.fn(() => () => undefined);
  const {editable} = await opened({}, {whenIdle});
  await screen.findByText('Plan voor De Linden');
  expect(whenIdle).not.toHaveBeenCalled();
  await editable();
  expect(whenIdle).toHaveBeenCalledWith(fetchAroundDocument);
});

test('says that the server can not save, and why that is no disaster', async () => {
  const {socket, editable} = await opened();
  await editable();
  act(() => socket.deliver({type: 'notice', notice: {kind: 'readonly'}}));
  await says('Alleen lezen: de server kan nu niet opslaan');
  expect(screen.getByText(/staat op dit apparaat/)).toBeTruthy();
});

test('shows who is here with name and side, as the server vouches for them', async () => {
  const {socket, editable, user} = await opened();
  await editable();
  const other = new awarenessProtocol.Awareness(new Y.Doc());
  other.setLocalState({user: {id: joris.id, name: joris.name, side: joris.side}});
  const update = awarenessProtocol.encodeAwarenessUpdate(other, [other.clientID]);
  act(() => socket.deliver({type: 'awareness', update}));
  await user.click(await screen.findByRole('button', {name: /Twee mensen zijn hier/}));
  const dialog = within(await screen.findByRole('dialog', {name: 'Wie er nu zijn'}));
  expect(dialog.getByText('Joris')).toBeTruthy();
  expect(dialog.getByText('formeel')).toBeTruthy();
  other.destroy();
});

test('the toolbar is one stop, arrows go along it, Escape goes back to the text', async () => {
  const {editable, user} = await opened();
  const text = await editable();
  act(() => text.focus());
  await user.keyboard('{Alt>}{F10}{/Alt}');
  const toolbar = within(screen.getByRole('toolbar', {name: 'Opmaak en blokken'}));
  expect(document.activeElement).toBe(toolbar.getByRole('button', {name: 'Plan'}));
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(toolbar.getByRole('button', {name: 'Vet'}));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(text));
});

test('a button tells whether it is on', async () => {
  const {editable, user} = await opened();
  await editable();
  const bold = screen.getByRole('button', {name: 'Vet'});
  expect(bold.getAttribute('aria-pressed')).toBe('false');
  await user.click(bold);
  await waitFor(() => expect(bold.getAttribute('aria-pressed')).toBe('true'));
});

test('Ctrl+F opens find and replace, counts, and Escape closes it', async () => {
  const {editable, user} = await opened();
  const text = await editable();
  act(() => text.focus());
  await user.keyboard('{Control>}f{/Control}');
  const bar = await screen.findByRole('region', {name: 'Zoeken en vervangen'});
  await user.type(within(bar).getByLabelText('Zoek'), 'a');
  await waitFor(() => expect(within(bar).getByRole('status').textContent).toMatch(/^\d van 4$/));
  await user.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('region', {name: 'Zoeken en vervangen'})).toBeNull(),
  );
});

test('a link needs an address that is safe to open', async () => {
  const {editable, user} = await opened();
  const text = await editable();
  await user.click(screen.getByRole('button', {name: 'Link'}));
  const dialog = within(await screen.findByRole('dialog', {name: 'Link'}));
  await user.type(dialog.getByLabelText('Adres'), 'javascript:alert(1)');
  await user.click(dialog.getByRole('button', {name: 'Link maken'}));
  expect(dialog.getByText(/Dit adres kennen we niet/)).toBeTruthy();

  await user.clear(dialog.getByLabelText('Adres'));
  await user.type(dialog.getByLabelText('Adres'), 'buurt.example');
  await user.click(dialog.getByRole('button', {name: 'Link maken'}));
  await waitFor(() =>
    expect(text.querySelector('a')?.getAttribute('href')).toBe('https://buurt.example'),
  );
});

test('who may only read gets the text and the reason, and no buttons', async () => {
  const {socket, server} = await opened({role: 'reviewer'});
  act(() => greet(socket, server));
  await says('Samen aan tafel.');
  expect(screen.getByText(/Je leest mee\. /)).toBeTruthy();
  expect(screen.queryByRole('toolbar')).toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', {name: /Titel/})).toBeNull();
});

test('an archived text can be read, and says how to go on with it', async () => {
  const {socket, server} = await opened({archivedAt: 1});
  act(() => greet(socket, server));
  await says('Samen aan tafel.');
  expect(screen.getByText(/gearchiveerd/)).toBeTruthy();
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('a new title that somebody else gave is shown', async () => {
  const {socket, editable, answer, document} = await opened();
  await editable();
  answer(`GET /api/documents/${document.id}`, {...document, title: 'Plan 2027'});
  act(() => socket.deliver({type: 'notice', notice: {kind: 'renamed'}}));
  expect(await screen.findByRole('heading', {level: 1, name: 'Plan 2027'})).toBeTruthy();
});

test('[R40] a newer server puts the editor away, and the unsent words wait for the newer page', async () => {
  const {socket, editable, user} = await opened();
  const text = await editable();
  act(() => text.focus());
  await user.click(screen.getByRole('button', {name: 'Plan'}));
  await user.click(await screen.findByRole('menuitem', {name: 'Doel'}));
  act(() => socket.drop(closeCodes.otherSchema, `otherSchema ${SCHEMA_VERSION + 1}`));
  await says(
    /^Er is een nieuwe versie van Samenspel\..* Wat je net schreef, staat op dit apparaat\./,
  );
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('button', {name: 'Opnieuw laden'})).toBeTruthy();
  expect(screen.queryByRole('heading', {name: 'Niet verstuurde tekst'})).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test('[R2] under StrictMode there is one live session, and what it holds is kept', async () => {
  const texts: string[] = [];
  const {id} = documentView();
  function Reader() {
    const session = useSession({
      documentId: id,
      personId: amina.id,
      epoch: 1,
      access: 'write',
      title: () => 'Plan',
      onNotice: () => undefined,
    });
    const {ready} = useSnapshot(session);
    if (session && ready) texts.push(rootOf(session.doc).toString());
    return null;
  }
  render(
    <StrictMode>
      <Reader />
    </StrictMode>,
  );
  const socket = await line.next();
  act(() => greet(socket, serverDoc()));
  expect(line.made()).toBe(1);
  expect(socket.isClosed()).toBe(false);
  expect(texts.at(-1)).toBe('<paragraph>Samen aan tafel.</paragraph>');
});

test('[R2] rescued words can be read, copied and thrown away above the text they came from', async () => {
  const {id} = documentView();
  const update = new Uint8Array();
  const text = 'Mijn zin.';
  await keepRescue({
    personId: amina.id,
    documentId: id,
    title: 'Plan',
    reason: 'refused',
    at: 1,
    text,
    update,
  });
  const {editable, user} = await opened();
  await editable();
  await user.click(await screen.findByRole('button', {name: 'Bekijk die tekst'}));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(text)).toBeTruthy();
  await user.click(dialog.getByRole('button', {name: 'Kopiëren'}));
  expect(await dialog.findByRole('button', {name: 'Gekopieerd'})).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(text);

  await user.click(dialog.getByRole('button', {name: 'Weggooien'}));
  expect(await rescuesOf(amina.id)).toHaveLength(1);
  await user.click(dialog.getByRole('button', {name: 'Weggooien'}));
  await waitFor(() => expect(screen.queryByText(text)).toBeNull());
  expect(await rescuesOf(amina.id)).toEqual([]);
});
