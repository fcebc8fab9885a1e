/** The worst trap, with the editor's own binding: what it does not know it deletes for everybody. */

import 'fake-indexeddb/auto';
import {openSession} from '@samenspel/client/sync/document-session.ts';
import {problemIn, watchSchema} from '@samenspel/client/sync/guard.ts';
import {openLocalCopy} from '@samenspel/client/sync/local-copy.ts';
import {rescuesOf} from '@samenspel/client/sync/rescue.ts';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {documentSchema} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {openLine, type Socket} from '../support/line.ts';
import {block, openDesk, paragraph, rootOf} from '../support/writing.ts';

const documentId = 'document-plan' as DocumentId;
const schema = documentSchema();

/** What a newer program writes: each kind of thing that this one does not know. */
const unknown = {
  node: (root) => root.insert(0, [element('poll', text('Wie doet mee?'))]),
  'node deep inside': (root) =>
    root.insert(0, [element('blockquote', element('poll', text('Wie doet mee?')))]),
  mark: (root) => root.insert(0, [element('paragraph', text('Hier gemarkeerd', {spoiler: {}}))]),
  attribute: (root) => {
    const paragraphWithDirection = element('paragraph', text('Rechts naar links'));
    paragraphWithDirection.setAttribute('dir', 'rtl');
    root.insert(0, [paragraphWithDirection]);
  },
  'attribute of a mark': (root) =>
    root.insert(0, [element('paragraph', text('dik', {bold: {weight: 900}}))]),
  place: (root) =>
    root.insert(0, [element('tableRow', element('tableCell', element('paragraph')))]),
  'text where none may stand': (root) => root.insert(0, [element('bulletList', text('los'))]),
} satisfies Record<string, (root: Y.XmlFragment) => void>;

const kinds = Object.entries(unknown);

test.each(kinds)('[R3] sees what does not fit: an unknown %s', (_kind, write) => {
  const doc = new Y.Doc();
  expect(problemIn(rootOf(doc), schema)).toBeNull();
  write(rootOf(doc));
  expect(problemIn(rootOf(doc), schema)).not.toBeNull();
});

test('an editor on its own does delete what it does not know: the trap is real', () => {
  const server = newerDocument();
  unknown.node(rootOf(server));
  const {editor, doc} = openDesk(undefined, copyOf(server));
  expect(rootOf(doc).toString()).not.toContain('poll');
  editor.destroy();
});

test.each(kinds)(
  '[R3] %s that arrives while an editor is open stays whole at the server',
  async (kind, write) => {
    const personId = `person-${kind.replaceAll(' ', '-')}` as PersonId;
    const server = newerDocument();
    const {session, socket} = await joined(personId, server);
    const {editor} = openDesk(undefined, session.doc);
    editor.commands.insertContentAt(1, 'Mijn woorden. ');
    const before = Y.encodeStateVector(server);
    write(rootOf(server));
    const whole = rootOf(server).toString();

    const sent = socket.received.length;
    socket.deliver({type: 'update', update: Y.encodeStateAsUpdate(server, before)});
    expect(session.snapshot().saved).toEqual({kind: 'stopped', reason: 'unfitting'});
    editor.commands.insertContentAt(1, 'Nog meer. ');
    expect(socket.received.slice(sent).filter(({type}) => type !== 'awareness')).toEqual([]);
    expect(socket.isClosed()).toBe(true);
    expect(rootOf(server).toString()).toBe(whole);

    await new Promise<void>((resolve) => {
      const look = () => (session.snapshot().rescuing ? undefined : resolve());
      session.watch(look);
      look();
    });
    expect((await rescuesOf(personId)).map(({text: words}) => words)).toEqual([
      'Mijn woorden. Samen.',
    ]);
    expect((await openLocalCopy({personId, documentId, epoch: 1}).load()).updates).toEqual([]);
    editor.destroy();
  },
);

test('[R3] a local copy that no longer fits is not shown, not sent, and removed', async () => {
  const personId = 'person-old-copy' as PersonId;
  const newer = newerDocument();
  unknown.node(rootOf(newer));
  await openLocalCopy({personId, documentId, epoch: 1}).append(Y.encodeStateAsUpdate(newer), null);

  const line = openLine();
  const session = openSession({...options(personId), world: line.world});
  await new Promise<void>((resolve) => {
    const look = () => (session.snapshot().saved.kind === 'stopped' ? resolve() : undefined);
    session.watch(look);
  });
  await new Promise<void>((resolve) => {
    const look = () => (session.snapshot().rescuing ? undefined : resolve());
    session.watch(look);
    look();
  });
  expect(session.snapshot().ready).toBe(false);
  expect(line.made()).toBe(0);
  expect((await openLocalCopy({personId, documentId, epoch: 1}).load()).updates).toEqual([]);
});

test('everything the editor can write fits', () => {
  const {editor, doc} = openDesk([
    {type: 'heading', attrs: {level: 2}, content: [{type: 'text', text: 'Kop'}]},
    block('task', 'Eenzaamheid', block('goal', 'Inloop', block('action', 'Plek', paragraph('x')))),
    paragraph('tekst'),
  ]);
  editor.commands.focus('end');
  editor.chain().toggleBold().insertContent('vet').toggleTaskList().run();
  editor.chain().insertTable({rows: 2, cols: 2}).run();
  editor
    .chain()
    .insertContent({
      type: 'text',
      text: 'x',
      marks: [{type: 'link', attrs: {href: 'https://a.nl'}}],
    })
    .run();
  expect(problemIn(rootOf(doc), schema)).toBeNull();
  editor.destroy();
});

test('a list that two people emptied together is no reason to stop', () => {
  const problems: string[] = [];
  const server = newerDocument();
  const doc = copyOf(server);
  watchSchema(doc, (problem) => problems.push(problem));
  const list = element('bulletList', element('listItem', element('paragraph', text('een'))));
  rootOf(server).insert(1, [list]);
  list.delete(0, 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  expect(problems).toEqual([]);
});

function options(personId: PersonId) {
  return {
    documentId,
    personId,
    title: () => 'Plan',
    epoch: 1,
    access: 'write',
    onNotice: () => undefined,
    syncUrl: 'ws://server/sync',
  } as const;
}

async function joined(personId: PersonId, server: Y.Doc) {
  const line = openLine();
  const session = openSession({...options(personId), world: line.world});
  const socket: Socket = await line.next();
  socket.open();
  socket.deliver({type: 'step2', update: Y.encodeStateAsUpdate(server)});
  socket.deliver({type: 'step1', stateVector: Y.encodeStateVector(server)});
  return {session, socket, line};
}

function newerDocument(): Y.Doc {
  const doc = new Y.Doc();
  rootOf(doc).insert(0, [element('paragraph', text('Samen.'))]);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function element(name: string, ...children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [...children]);
  return made;
}

function text(words: string, marks: Record<string, object> = {}): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, words, marks);
  return made;
}
