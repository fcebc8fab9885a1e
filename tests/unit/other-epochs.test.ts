/** What a device has of a document when the server was put back from a backup. */

import 'fake-indexeddb/auto';
import {closeDevice} from '@samenspel/client/sync/device.ts';
import {type DocumentSession, openSession} from '@samenspel/client/sync/document-session.ts';
import {clearLocalCopies, openLocalCopy} from '@samenspel/client/sync/local-copy.ts';
import {rescueOtherEpochs} from '@samenspel/client/sync/other-epochs.ts';
import {rescuesOf, watchRescues} from '@samenspel/client/sync/rescue.ts';
import {closeCodes, type DocumentId, type PersonId} from '@samenspel/shared';
import {afterEach, expect, onTestFinished, test} from 'vitest';
import * as Y from 'yjs';
import {openLine, type Socket} from '../support/line.ts';

const personId = 'person-amina' as PersonId;
const documentId = 'document-plan' as DocumentId;
const later = {personId, documentId, epoch: 2, title: 'Plan', at: 5};

afterEach(() => clearLocalCopies(personId));

test('[R24] words from before a restore are set aside and never sent, though the tab was closed', async () => {
  await leaveUnsent(' Te laat.');
  const {session, line} = opened(2);
  const socket = await line.next();
  const asked = new URL(socket.url).searchParams;
  expect([asked.get('epoch'), asked.get('client')]).toEqual(['2', String(session.doc.clientID)]);
  expect(session.snapshot()).toMatchObject({ready: false, unsent: false});

  const rescue = nextRescue();
  const restored = serverDoc('Van de back-up.');
  greet(socket, restored);
  await rescue;
  expect(await rescuesOf(personId)).toMatchObject([
    {documentId, title: 'Plan', reason: 'olderEpoch', text: 'Samen. Te laat.'},
  ]);
  for (const update of contentOf(socket)) Y.applyUpdate(restored, update);
  expect(textOf(restored)).toBe('Van de back-up.');
  expect(textOf(session.doc)).toBe('Van de back-up.');
  expect(await copyIn(1)).toEqual({updates: [], unsent: []});
});

test('[R24] a page that is itself from before the restore leaves newer words where they are', async () => {
  await leaveUnsent(' Nieuw.', 2);
  const {session, line} = opened(1);
  const socket = await line.next();
  expect(new URL(socket.url).searchParams.get('epoch')).toBe('1');
  socket.open();
  socket.drop(closeCodes.olderEpoch);
  expect(session.snapshot().saved).toEqual({kind: 'stopped', reason: 'olderEpoch'});
  expect(await rescuesOf(personId)).toEqual([]);
  expect((await copyIn(2)).unsent).toHaveLength(1);
});

test('[R24] two tabs set the same words aside once', async () => {
  await leaveUnsent(' Te laat.');
  await Promise.all([rescueOtherEpochs(later), rescueOtherEpochs(later)]);
  expect((await rescuesOf(personId)).map(({text}) => text)).toEqual(['Samen. Te laat.']);
});

test('[R24] what the server had acknowledged goes without a rescue copy, another document stays', async () => {
  const other = openLocalCopy({personId, documentId: 'other' as DocumentId, epoch: 1});
  const [update] = [Y.encodeStateAsUpdate(serverDoc('Samen.'))];
  await other.append(update, 7);
  await openLocalCopy({personId, documentId, epoch: 1}).append(update, null);
  await rescueOtherEpochs(later);
  expect(await rescuesOf(personId)).toEqual([]);
  expect((await copyIn(1)).updates).toEqual([]);
  expect((await other.load()).unsent).toHaveLength(1);
});

test('[R24] unsent words of a document that a restore took away are set aside', async () => {
  await leaveUnsent(' Te laat.');
  await rescueOtherEpochs({...later, epoch: null});
  expect(await rescuesOf(personId)).toMatchObject([{reason: 'notFound', text: 'Samen. Te laat.'}]);
});

test('what a device kept before there were epochs belongs to the first', async () => {
  await closeDevice();
  await finished(indexedDB.deleteDatabase('samenspel'));
  const opening = indexedDB.open('samenspel', 1);
  opening.addEventListener('upgradeneeded', () => {
    const rows = opening.result.createObjectStore('rows', {autoIncrement: true});
    for (const index of ['copy', 'personId', 'unsentBy']) rows.createIndex(index, index);
    const rescues = opening.result.createObjectStore('rescues', {keyPath: 'id'});
    rescues.createIndex('personId', 'personId');
  });
  const before = await finished(opening);
  const update = Y.encodeStateAsUpdate(serverDoc('Van vroeger.'));
  const copy = `${personId}|${documentId}`;
  const row = {copy, personId, documentId, update, writers: [7], unsentBy: personId};
  await finished(before.transaction('rows', 'readwrite').objectStore('rows').add(row));
  before.close();
  const {updates, unsent} = await copyIn(1);
  expect(updates).toEqual([update]);
  expect(unsent.map(({writers}) => writers)).toEqual([[7]]);
});

/** A tab that typed without a line, and was closed. */
async function leaveUnsent(words: string, epoch = 1): Promise<void> {
  const {session, line} = opened(epoch);
  const socket = await line.next();
  greet(socket, serverDoc('Samen.'));
  socket.drop(1006);
  const paragraph = session.doc.getXmlFragment('default').get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert('Samen.'.length, words);
  await new Promise<void>((resolve) => {
    const look = () => {
      const {saved, unsent} = session.snapshot();
      if (unsent && saved.kind === 'offline' && saved.device === 'kept') resolve();
    };
    session.watch(look);
    look();
  });
  session.close();
}

function opened(epoch: number) {
  const line = openLine();
  const session: DocumentSession = openSession({
    ...{documentId, personId, epoch, access: 'write', title: () => 'Plan'},
    onNotice: () => undefined,
    syncUrl: 'ws://server/sync',
    world: line.world,
  });
  onTestFinished(() => session.close());
  return {session, line};
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('Not done', {cause: request.error})));
  });
}

function copyIn(epoch: number) {
  return openLocalCopy({personId, documentId, epoch}).load();
}

function serverDoc(words: string): Y.Doc {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  return doc;
}

function textOf(doc: Y.Doc): string {
  return doc
    .getXmlFragment('default')
    .toArray()
    .map((node) => (node as Y.XmlElement).toArray().join(''))
    .join('|');
}

function greet(socket: Socket, doc: Y.Doc): void {
  socket.open();
  socket.deliver({type: 'step2', update: Y.encodeStateAsUpdate(doc)});
  socket.deliver({type: 'step1', stateVector: Y.encodeStateVector(doc)});
}

function contentOf(socket: Socket): readonly Uint8Array[] {
  return socket.received.flatMap((frame) =>
    frame.type === 'step2' || frame.type === 'update' ? [frame.update] : [],
  );
}

function nextRescue(): Promise<void> {
  return new Promise((resolve) => {
    const stop = watchRescues(() => {
      stop();
      resolve();
    });
  });
}
