/** What a screen knows of threads: only what changed is asked for, nothing known gets older, nothing withdrawn stays. */

import {createQueries, QueriesProvider} from '@samenspel/client/app-queries.ts';
import {lookAgain} from '@samenspel/client/comments/look-again.ts';
import {type TellingLine, useThread, useThreads} from '@samenspel/client/comments/threads.ts';
import type {DocumentId, ThreadId, ThreadLine} from '@samenspel/shared';
import {act, renderHook, waitFor} from '@testing-library/react';
import type {ReactNode} from 'react';
import {expect, onTestFinished, test} from 'vitest';
import {threadLine, threadView} from '../support/threads.ts';

const documentId = 'plan0001' as DocumentId;
const [first, second] = ['gesprek-1' as ThreadId, 'gesprek-2' as ThreadId];

/** A server with threads, whose answers can be held back. */
function server(...lines: readonly ThreadLine[]) {
  const threads = new Map(lines.map((line) => [line.id, line]));
  const asked: string[] = [];
  const held: (() => void)[] = [];
  const post = {holds: false};
  const real = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const {pathname, searchParams} = new URL(new Request(input).url);
    const ids = searchParams.get('ids')?.split(',') ?? null;
    asked.push(`${pathname.split('/').at(-1)} ${ids?.join(' ') ?? 'all'}`);
    const some = [...threads.values()].filter(({id}) => !ids || ids.includes(id));
    const body = pathname.endsWith('bodies')
      ? {threads: some.map((line) => threadView(line, {words: line.begins}))}
      : {seq: 1, threads: some};
    // What was read before it waits is what comes.
    const text = JSON.stringify(body);
    if (post.holds) await new Promise<void>((resolve) => held.push(resolve));
    return new Response(text, {headers: {'content-type': 'application/json'}});
  };
  onTestFinished(() => void (globalThis.fetch = real));
  return {
    ...{asked, post},
    is: (line: ThreadLine) => threads.set(line.id, line),
    letGo() {
      post.holds = false;
      held.splice(0).forEach((resolve) => resolve());
    },
  };
}

const around = (queries: ReturnType<typeof createQueries>) =>
  function Around({children}: {readonly children: ReactNode}) {
    return <QueriesProvider client={queries}>{children}</QueriesProvider>;
  };

function open(initialProps: TellingLine = 'live') {
  const queries = createQueries();
  const shown = renderHook((line: TellingLine) => useThreads(documentId, line), {
    ...{initialProps, wrapper: around(queries)},
  });
  const begins = () => shown.result.current.map((line) => line.begins);
  const told = (...ids: readonly ThreadId[]) => act(() => lookAgain(queries, documentId, ids));
  return {queries, begins, told, rerender: shown.rerender, threads: () => shown.result.current};
}

test('after a notice that thread alone is asked for, and the others stay what they were', async () => {
  const {asked, is} = server(threadLine({id: first}), threadLine({id: second}));
  const {told, begins, threads} = open();
  await waitFor(() => expect(begins()).toEqual(['Mooi plan', 'Mooi plan']));
  const [, untouched] = threads();
  is(threadLine({id: first, revision: 2, begins: 'Mooi doel'}));
  await told(first);
  await waitFor(() => expect(begins()).toEqual(['Mooi doel', 'Mooi plan']));
  expect(threads()[1]).toBe(untouched);
  is(threadLine({id: 'gesprek-3', startedAt: 5, begins: 'Nieuw'}));
  await told('gesprek-3' as ThreadId);
  await waitFor(() => expect(begins()).toEqual(['Mooi doel', 'Mooi plan', 'Nieuw']));
  expect(asked).toEqual(['threads all', `threads ${first}`, 'threads gesprek-3']);
});

test('what is told while an answer is on its way is asked for together after it', async () => {
  const {asked, post, letGo} = server(threadLine({id: first}), threadLine({id: second}));
  const {queries, begins} = open();
  await waitFor(() => expect(begins()).toHaveLength(2));
  post.holds = true;
  const told = [first, first, second, first];
  const all = told.map((id) => lookAgain(queries, documentId, [id]));
  await waitFor(() => expect(asked).toHaveLength(2));
  letGo();
  await act(() => Promise.all(all));
  expect(asked.slice(1)).toEqual([`threads ${first}`, `threads ${first} ${second}`]);
});

test('what is told while the very first answer is on its way is asked for after it', async () => {
  const {asked, post, is, letGo} = server(threadLine({id: first, begins: 'Eerst'}));
  post.holds = true;
  const {queries, begins} = open();
  await waitFor(() => expect(asked).toHaveLength(1));
  is(threadLine({id: first, revision: 2, begins: 'Sindsdien'}));
  const told = lookAgain(queries, documentId, [first]);
  letGo();
  await act(() => told);
  await waitFor(() => expect(begins()).toEqual(['Sindsdien']));
});

test('an answer that comes late makes nothing older, and hides nothing that was begun since', async () => {
  const {post, is, letGo} = server(threadLine({id: first}));
  const {queries, told, begins, rerender} = open();
  await waitFor(() => expect(begins()).toHaveLength(1));
  rerender('away');
  post.holds = true;
  // All of them, as they are now; the answer stays away for a while.
  rerender('live');
  await waitFor(() => expect(queries.isFetching()).toBe(1));
  post.holds = false;
  is(threadLine({id: first, revision: 2, begins: 'Nieuwer'}));
  is(threadLine({id: second, startedAt: 5, begins: 'Later'}));
  await told(first, second);
  await waitFor(() => expect(begins()).toEqual(['Nieuwer', 'Later']));
  letGo();
  await waitFor(() => expect(queries.isFetching()).toBe(0));
  expect(begins()).toEqual(['Nieuwer', 'Later']);
});

test('what was said while the line was broken is there once it stands again', async () => {
  const {asked, is} = server(threadLine({id: first}));
  const {begins, rerender} = open('joining');
  expect(asked).toEqual([]);
  rerender('live');
  await waitFor(() => expect(begins()).toEqual(['Mooi plan']));
  rerender('away');
  is(threadLine({id: second, startedAt: 5, begins: 'Onderwijl'}));
  rerender('live');
  await waitFor(() => expect(begins()).toEqual(['Mooi plan', 'Onderwijl']));
  expect(asked).toEqual(['threads all', 'threads all']);
});

test.each([
  ['open', false],
  ['closed', true],
] as const)(
  '[R63] withdrawn words are nowhere in the memory of a screen on which they are %s',
  async (_how, isClosed) => {
    const line = threadLine({id: first, begins: 'Vertrouwelijk'});
    const {is} = server(line);
    const {queries, told, begins} = open();
    const whole = renderHook((revision: number) => useThread(documentId, first, revision), {
      ...{initialProps: 1, wrapper: around(queries)},
    });
    const words = () => whole.result.current.data?.comments[0]?.words;
    await waitFor(() => expect(words()).toBe('Vertrouwelijk'));
    await waitFor(() => expect(begins()).toEqual(['Vertrouwelijk']));
    if (isClosed) whole.unmount();
    is({...line, revision: 2, begins: '', count: 0});
    await told(first);
    if (!isClosed) {
      whole.rerender(2);
      await waitFor(() => expect(words()).toBe(''));
    }
    const cached = queries.getQueryCache().getAll();
    expect(JSON.stringify(cached.map(({state}) => state))).not.toContain('Vertrouwelijk');
  },
);
