/** An open document on a line that the test holds in its hands. */

import 'fake-indexeddb/auto';
import {
  type DocumentSession,
  openSession,
  type SessionOptions,
} from '@samenspel/client/sync/document-session.ts';
import {
  clearLocalCopies,
  openLocalCopy,
  unsentDocuments,
} from '@samenspel/client/sync/local-copy.ts';
import {rescuesOf, watchRescues} from '@samenspel/client/sync/rescue.ts';
import {
  closeCodes,
  type DocumentId,
  type Notice,
  type PersonId,
  SCHEMA_VERSION,
} from '@samenspel/shared';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {openLine, type Socket} from '../support/line.ts';
import {schemaFixture, schemaVersions, unsentWords} from '../support/schema-fixture.ts';

const personId = 'person-amina' as PersonId;
const documentId = 'document-plan' as DocumentId;
const open: DocumentSession[] = [];

afterEach(async () => {
  open.splice(0).forEach((session) => session.close());
  await clearLocalCopies(personId);
});

function started(options: Partial<SessionOptions> = {}) {
  const line = openLine();
  const notices: Notice[] = [];
  const session = openSession({
    documentId,
    personId,
    epoch: 1,
    title: () => 'Plan',
    access: 'write',
    onNotice: (notice) => notices.push(notice),
    syncUrl: 'ws://server/sync',
    world: line.world,
    ...options,
  });
  open.push(session);
  return {session, line, notices};
}

/** The text as the server has it: one paragraph. */
function serverDoc(words = 'Samen.'): Y.Doc {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  return doc;
}

/** Opens the line and exchanges what both sides have, as the server does. */
function greet(socket: Socket, doc: Y.Doc): void {
  socket.open();
  socket.deliver({type: 'step2', update: Y.encodeStateAsUpdate(doc)});
  socket.deliver({type: 'step1', stateVector: Y.encodeStateVector(doc)});
}

function content(socket: Socket): readonly Uint8Array[] {
  return socket.received.flatMap((frame) =>
    frame.type === 'step2' || frame.type === 'update' ? [frame.update] : [],
  );
}

function type(session: DocumentSession, words: string): void {
  const paragraph = session.doc.getXmlFragment('default').get(0) as Y.XmlElement;
  const text = paragraph.get(0) as Y.XmlText;
  text.insert(text.length, words);
}

function textOf(doc: Y.Doc): string {
  return doc.getXmlFragment('default').toString();
}

/** Resolves when the snapshot is as wanted. */
function until(
  session: DocumentSession,
  wanted: (snapshot: ReturnType<DocumentSession['snapshot']>) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(session.snapshot())) return;
      stop();
      resolve();
    };
    const stop = session.watch(look);
    look();
  });
}

const isKept = (session: DocumentSession) =>
  until(session, ({saved}) => saved.kind === 'offline' && saved.device === 'kept');
const nextRescue = () =>
  new Promise<void>((resolve) => {
    const stop = watchRescues(() => {
      stop();
      resolve();
    });
  });

test('tells the server its schema, its epoch and the id it writes under', async () => {
  const {session, line} = started();
  const socket = await line.next();
  expect(socket.url).toBe(
    `ws://server/sync/${documentId}?schema=${SCHEMA_VERSION}&client=${session.doc.clientID}&epoch=1`,
  );
});

test('[R1] saved is said once the server has acknowledged everything that was sent', async () => {
  const {session, line} = started();
  const socket = await line.next();
  greet(socket, serverDoc());
  expect(session.snapshot()).toMatchObject({ready: true, saved: {kind: 'saving'}});
  socket.deliver({type: 'saved', count: 1});
  expect(session.snapshot().saved.kind).toBe('saved');

  type(session, ' En meer.');
  expect(session.snapshot()).toMatchObject({unsent: true, saved: {kind: 'saving'}});
  socket.deliver({type: 'saved', count: 1});
  expect(session.snapshot().saved.kind).toBe('saving');
  socket.deliver({type: 'saved', count: 2});
  expect(session.snapshot()).toMatchObject({unsent: false, saved: {kind: 'saved'}});
});

test('[R2] what was typed without a line is on the device and goes with the next one', async () => {
  const {session, line} = started();
  const doc = serverDoc();
  const first = await line.next();
  greet(first, doc);
  first.deliver({type: 'saved', count: 1});
  first.drop(1006);
  type(session, ' Getypt in de trein.');
  await isKept(session);
  expect(await unsentDocuments(personId)).toEqual([documentId]);

  line.network.back();
  const second = await line.next();
  greet(second, doc);
  content(second).forEach((update) => Y.applyUpdate(doc, update));
  expect(textOf(doc)).toBe('<paragraph>Samen. Getypt in de trein.</paragraph>');
  second.deliver({type: 'saved', count: 1});
  expect(session.snapshot()).toMatchObject({unsent: false, saved: {kind: 'saved'}});
});

test('[R2] after a killed tab the text shows at once, under the id that wrote it', async () => {
  const doc = serverDoc();
  const before = started();
  const socket = await before.line.next();
  greet(socket, doc);
  socket.drop(1006);
  type(before.session, ' Nog niet weg.');
  await isKept(before.session);
  const writer = before.session.doc.clientID;

  const {session, line} = started();
  const again = await line.next();
  expect(session.snapshot()).toMatchObject({ready: true, unsent: true});
  expect(textOf(session.doc)).toBe('<paragraph>Samen. Nog niet weg.</paragraph>');
  expect(new URL(again.url).searchParams.get('client')).toBe(`${session.doc.clientID},${writer}`);

  greet(again, doc);
  content(again).forEach((update) => Y.applyUpdate(doc, update));
  expect(textOf(doc)).toBe('<paragraph>Samen. Nog niet weg.</paragraph>');
});

test('[R2] a line that owes an acknowledgement for too long is replaced', async () => {
  const {session, line} = started();
  const first = await line.next();
  greet(first, serverDoc());
  type(session, '!');
  line.advance(15_000);
  const second = await line.next();
  expect(first.isClosed()).toBe(true);
  expect(second.isClosed()).toBe(false);
});

test('[R2] the browser losing the network is known at once', async () => {
  const {session, line} = started();
  const first = await line.next();
  greet(first, serverDoc());
  line.network.gone();
  expect(session.snapshot().saved.kind).toBe('offline');
  expect(first.isClosed()).toBe(true);
  await line.next();
});

const ends = [
  ['refused', closeCodes.refused],
  ['otherSchema', closeCodes.otherSchema],
  ['rightWithdrawn', closeCodes.rightWithdrawn],
  ['notFound', closeCodes.notFound],
  ['olderEpoch', closeCodes.olderEpoch],
  ['tooLarge', closeCodes.tooLarge],
  ['frameTooLarge', closeCodes.frameTooLarge],
] as const;

test.each(ends)(
  '[R2] after %s (%i) unsent words are rescued, the copy goes, and nobody tries again',
  async (reason, code) => {
    const {session, line} = started();
    const socket = await line.next();
    greet(socket, serverDoc());
    type(session, ' Mijn woorden.');
    socket.drop(code);
    expect(session.snapshot().saved).toEqual({kind: 'stopped', reason});
    await until(session, ({rescuing}) => !rescuing);

    const [copy] = await rescuesOf(personId);
    expect(copy).toMatchObject({reason, documentId, title: 'Plan', text: 'Samen. Mijn woorden.'});
    line.network.back();
    expect(line.made()).toBe(1);
    expect((await openLocalCopy({personId, documentId, epoch: 1}).load()).updates).toEqual([]);
  },
);

test('[R40] a page older than the server keeps its copy, and the newer page sends it', async () => {
  const {session, line} = started();
  const socket = await line.next();
  greet(socket, serverDoc());
  type(session, ' Mijn woorden.');
  socket.drop(closeCodes.otherSchema, `otherSchema ${SCHEMA_VERSION + 1}`);
  expect(session.snapshot().saved).toEqual({kind: 'stopped', reason: 'outdated'});
  await until(session, ({rescuing}) => !rescuing);
  expect(session.snapshot().homeless).toBeNull();
  expect(await rescuesOf(personId)).toEqual([]);
  line.network.back();
  expect(line.made()).toBe(1);

  const newer = started();
  const second = await newer.line.next();
  expect(textOf(newer.session.doc)).toContain('Samen. Mijn woorden.');
  greet(second, serverDoc('Anders.'));
  expect(content(second)).toHaveLength(1);
  second.deliver({type: 'saved', count: 1});
  await until(newer.session, ({saved}) => saved.kind === 'saved');
});

test('[R40] words of an outdated page that no device can keep are handed to the screen', async () => {
  const broken = () => Promise.reject(new Error('no database'));
  const copy = openLocalCopy({personId, documentId, epoch: 1, device: broken});
  const {session, line} = started({copy});
  const socket = await line.next();
  greet(socket, serverDoc());
  type(session, ' Nergens bewaard.');
  socket.drop(closeCodes.otherSchema, `otherSchema ${SCHEMA_VERSION + 1}`);
  await until(session, ({homeless}) => homeless !== null);
  expect(session.snapshot().homeless).toContain('Nergens bewaard.');
});

test.each(['', 'otherSchema', `otherSchema ${SCHEMA_VERSION - 1}`, 'otherSchema veel'])(
  '[R40] a page newer than the server (%j) sets its words aside: the server could not read them',
  async (text) => {
    const {session, line} = started();
    const socket = await line.next();
    greet(socket, serverDoc());
    type(session, ' Mijn woorden.');
    socket.drop(closeCodes.otherSchema, text);
    await until(session, ({rescuing}) => !rescuing);
    expect(await rescuesOf(personId)).toMatchObject([{reason: 'otherSchema'}]);
    expect((await openLocalCopy({personId, documentId, epoch: 1}).load()).updates).toEqual([]);
  },
);

test.each(schemaVersions)(
  '[R40] what a browser kept under version %i is shown, and its unsent words arrive',
  async (version) => {
    const {copy} = schemaFixture(version);
    const kept = openLocalCopy({personId, documentId, epoch: 1});
    for (const {update, writers} of copy) await kept.append(update, writers[0] ?? null);
    const {session, line} = started();
    const socket = await line.next();
    expect(session.snapshot()).toMatchObject({ready: true, unsent: true});
    expect(new URL(socket.url).searchParams.get('client')?.split(',')).toContain('303');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, copy[0]?.update ?? Uint8Array.of(0, 0));
    expect(textOf(doc)).not.toContain(unsentWords);
    greet(socket, doc);
    for (const update of content(socket)) Y.applyUpdate(doc, update);
    expect(textOf(doc)).toContain(unsentWords);
    expect(await rescuesOf(personId)).toEqual([]);
  },
);

test('[R2] who is signed out finds the text in its place after signing in', async () => {
  const {session, line} = started();
  const socket = await line.next();
  greet(socket, serverDoc());
  type(session, ' Mijn woorden.');
  socket.drop(closeCodes.signedOut);
  await until(session, ({rescuing}) => !rescuing);
  expect((await rescuesOf(personId)).map(({reason}) => reason)).toEqual(['signedOut']);

  const again = started();
  const second = await again.line.next();
  expect(textOf(again.session.doc)).toContain('Mijn woorden.');
  greet(second, serverDoc());
  const discarded = nextRescue();
  second.deliver({type: 'saved', count: 1});
  await discarded;
  expect(await rescuesOf(personId)).toEqual([]);
});

test('[R2] words that no device can keep are handed to the screen', async () => {
  const broken = () => Promise.reject(new Error('no database'));
  const copy = openLocalCopy({personId, documentId, epoch: 1, device: broken});
  const {session, line} = started({copy});
  const socket = await line.next();
  greet(socket, serverDoc());
  type(session, ' Nergens bewaard.');
  socket.drop(1006);
  await until(session, ({saved}) => saved.kind === 'offline' && saved.device === 'failed');
  expect(session.snapshot().unsent).toBe(true);

  line.network.back();
  const second = await line.next();
  second.open();
  second.drop(closeCodes.refused);
  await until(session, ({homeless}) => homeless !== null);
  expect(session.snapshot().homeless).toBe('Samen. Nergens bewaard.');
});

test('a reader sends nothing of its own, whatever an editor does by itself', async () => {
  const {session, line} = started({access: 'read'});
  const socket = await line.next();
  greet(socket, serverDoc());
  type(session, ' Stiekem.');
  expect(content(socket)).toEqual([Y.encodeStateAsUpdate(new Y.Doc())]);
  expect(session.snapshot().saved.kind).toBe('reader');
});

test('[R2] who lost the right to write keeps the unsent words as a rescue copy', async () => {
  const before = started();
  const socket = await before.line.next();
  greet(socket, serverDoc());
  socket.drop(1006);
  type(before.session, ' Te laat.');
  await isKept(before.session);
  before.session.close();

  const {session, line} = started({access: 'read'});
  const second = await line.next();
  expect((await rescuesOf(personId)).map(({text, reason}) => [text, reason])).toEqual([
    ['Samen. Te laat.', 'rightWithdrawn'],
  ]);
  expect(await openLocalCopy({personId, documentId, epoch: 1}).load()).toEqual({
    updates: [],
    unsent: [],
  });
  second.open();
  expect(session.snapshot().saved.kind).not.toBe('stopped');
});

test('read-only and writable are states of saving, other notices go to the screen', async () => {
  const {session, line, notices} = started();
  const socket = await line.next();
  greet(socket, serverDoc());
  socket.deliver({type: 'notice', notice: {kind: 'readonly'}});
  expect(session.snapshot().saved.kind).toBe('readonly');
  socket.deliver({type: 'notice', notice: {kind: 'writable'}});
  expect(session.snapshot().saved.kind).toBe('saving');
  socket.deliver({type: 'notice', notice: {kind: 'renamed'}});
  expect(notices).toEqual([{kind: 'renamed'}]);
});

test('[R2] closing waits for the acknowledgement of what was just typed', async () => {
  const {session, line} = started();
  const socket = await line.next();
  greet(socket, serverDoc());
  socket.deliver({type: 'saved', count: 1});
  type(session, ' Snel weg.');
  session.close();
  expect(socket.isClosed()).toBe(false);
  socket.deliver({type: 'saved', count: 2});
  expect(socket.isClosed()).toBe(true);
});

test('closing does not wait for ever', async () => {
  const {session, line} = started();
  const socket = await line.next();
  greet(socket, serverDoc());
  type(session, ' Snel weg.');
  session.close();
  line.advance(10_000);
  expect(socket.isClosed()).toBe(true);
});
