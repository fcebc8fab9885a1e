/** What is said without a line: kept on the device, sent once, and never lost without a word. */

import 'fake-indexeddb/auto';
import {ApiError} from '@samenspel/client/api.ts';
import {openOutbox} from '@samenspel/client/comments/outbox.ts';
import {type Letter, openDevice} from '@samenspel/client/sync/device.ts';
import {
  clearLocalCopies,
  unsentDocuments,
  waitingDocuments,
} from '@samenspel/client/sync/local-copy.ts';
import type {CommentId, DocumentId, PersonId, ThreadId} from '@samenspel/shared';
import {afterEach, expect, test, vi} from 'vitest';

const personId = 'amina1' as PersonId;
const other = 'joris1' as PersonId;
const documentId = 'plan0001' as DocumentId;
const said = {threadId: 'thread1' as ThreadId, commentId: 'comment1' as CommentId};

afterEach(async () => {
  await clearLocalCopies(personId);
  await clearLocalCopies(other);
});

const letter = (key: string, words = 'Mooi plan', of = personId): Omit<Letter, 'refused'> => ({
  ...{key, words, documentId, at: 1, proposal: null, personId: of},
  target: {to: 'text', anchor: {on: 'document'}},
});

/** A server that can go away; what arrives is counted by key, as the real one does. */
function server() {
  const arrived = new Map<string, string>();
  const post = {isAway: false, refuses: null as null | 'too_large'};
  const send = vi.fn(async ({key, words}: Letter) => {
    await Promise.resolve();
    if (post.refuses) throw new ApiError(post.refuses);
    if (post.isAway) throw new ApiError('unreachable');
    arrived.set(key, words);
    return said;
  });
  return {arrived, post, send};
}

function outboxFor(send: (letter: Letter) => Promise<typeof said>, of = personId) {
  const onSent = vi.fn<() => void>();
  const outbox = openOutbox({personId: of, documentId, send, onSent});
  return {outbox, onSent};
}

test('what the server takes at once never shows as waiting, and leaves nothing behind', async () => {
  const {send} = server();
  const {outbox, onSent} = outboxFor(send);
  const shown = vi.fn<() => void>();
  outbox.watch(() => outbox.letters().length > 0 && shown());
  expect(await outbox.put(letter('key-001'))).toEqual(said);
  expect(shown).not.toHaveBeenCalled();
  expect(onSent).toHaveBeenCalledOnce();
  expect(await unsentDocuments(personId)).toEqual([]);
});

test('[R62] without a line it waits on the device, and a page opened later sends it once', async () => {
  const {arrived, post, send} = server();
  post.isAway = true;
  const first = outboxFor(send);
  expect(await first.outbox.put(letter('key-001'))).toBeNull();
  expect(first.outbox.letters().map(({words}) => words)).toEqual(['Mooi plan']);
  expect(await waitingDocuments(personId)).toEqual([documentId]);
  expect(await unsentDocuments(personId)).toEqual([documentId]);

  post.isAway = false;
  const second = outboxFor(send);
  const stop = second.outbox.start();
  await vi.waitFor(() => expect(second.onSent).toHaveBeenCalledOnce());
  expect([...arrived.keys()]).toEqual(['key-001']);
  expect(second.outbox.letters()).toEqual([]);
  expect(await unsentDocuments(personId)).toEqual([]);
  stop();
});

test('[R62] the same letter is not on its way twice at once', async () => {
  const {post, send} = server();
  post.isAway = true;
  const {outbox} = outboxFor(send);
  const stop = outbox.start();
  await outbox.put(letter('key-001'));
  post.isAway = false;
  await Promise.all([outbox.flush(), outbox.flush()]);
  expect(send).toHaveBeenCalledTimes(2);
  stop();
});

test('what will never be taken says why, is not tried again, and can be thrown away', async () => {
  const {post, send} = server();
  post.refuses = 'too_large';
  const {outbox} = outboxFor(send);
  const stop = outbox.start();
  await outbox.put(letter('key-001'));
  expect(outbox.letters().map(({refused}) => refused)).toEqual(['too_large']);
  await outbox.flush();
  expect(send).toHaveBeenCalledOnce();
  await outbox.drop('key-001');
  expect(outbox.letters()).toEqual([]);
  expect(await unsentDocuments(personId)).toEqual([]);
  stop();
});

test('nobody else’s letters are sent, and leaving a device leaves those of others', async () => {
  const {arrived, post, send} = server();
  post.isAway = true;
  await outboxFor(send).outbox.put(letter('key-001', 'Van Amina'));
  await outboxFor(send, other).outbox.put(letter('key-002', 'Van Joris', other));
  post.isAway = false;
  await clearLocalCopies(personId);
  const {outbox, onSent} = outboxFor(send, other);
  const stop = outbox.start();
  await vi.waitFor(() => expect(onSent).toHaveBeenCalled());
  expect([...arrived.values()]).toEqual(['Van Joris']);
  stop();
});

test('a browser that keeps nothing still sends, and holds what waits as long as the page is open', async () => {
  const {arrived, post, send} = server();
  post.isAway = true;
  const device = () => Promise.reject(new DOMException('No storage'));
  const outbox = openOutbox({personId, documentId, send, onSent: () => undefined, device});
  const stop = outbox.start();
  await outbox.put(letter('key-001'));
  post.isAway = false;
  await outbox.flush();
  expect([...arrived.keys()]).toEqual(['key-001']);
  expect(outbox.letters()).toEqual([]);
  expect(await (await openDevice()).count('letters')).toBe(0);
  stop();
});
