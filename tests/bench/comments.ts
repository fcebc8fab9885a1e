/** What two thousand threads beside a document cost: who opens it or types in it must not notice them. */

import {openComments} from '@samenspel/server/comments/comments-store.ts';
import {makeAnchor} from '@samenspel/server/comments/anchors/make-anchor.ts';
import {anchorText} from '@samenspel/server/comments/anchors/anchor.ts';
import {readText} from '@samenspel/server/comments/anchors/text-reading.ts';
import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {openJournal} from '@samenspel/server/store/journal.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import {parseDocumentId, parsePersonId, type TextId} from '@samenspel/shared';
import {seeded as randomFrom} from '../support/random.ts';
import {type Bench, type Row, row} from './rig/bench.ts';
import {buildClient} from './rig/build-client.ts';
import {type Measured, seed, type Seeded, startServer} from './rig/child.ts';
import {openClient} from './rig/client.ts';
import {openDesk, type Opened} from './rig/desk.ts';
import {median} from './rig/percentiles.ts';

const words = 40_000;
const replies = 2;
const threads = 2_000;

export const comments: Bench = {
  about: 'opening a document of about a hundred pages with 2,000 threads, against one with none',
  async run({folder, full}) {
    const seeded = await seed(folder, {people: 2, documents: 2, words});
    const rounds = full ? 15 : 5;
    await addThreads(folder, seeded);
    await buildClient();
    const server = await startServer(folder);
    // By turns, so that whatever else the machine does weighs as much on both.
    const took: {readonly full: number[]; readonly empty: number[]} = {full: [], empty: []};
    for (let round = 0; round < rounds; round++) {
      took.full.push(await opening(server, seeded, 0));
      took.empty.push(await opening(server, seeded, 1));
    }
    const without = median(took.empty);
    const [first, ...again] = await asks(server, seeded, rounds + 1);
    const inBrowser = await atDesk(server, seeded, full);
    await server.stop();
    return [
      row(`open with ${threads} threads`, median(took.full), 'ms', {
        bound: {what: 'with none', value: without},
        target: {atMost: without * 1.25 + 5},
      }),
      row('all threads in short, first', first ?? 0, 'ms'),
      row('all threads in short, again', median(again), 'ms'),
      ...inBrowser,
    ];
  },
};

/** In a real browser: until the text stands there, what the page works for it, and typing in it. */
async function atDesk(
  server: Measured,
  {people, documents}: Seeded,
  full: boolean,
): Promise<readonly Row[]> {
  const [many = '', none = ''] = documents.map(({id}) => id);
  const [rounds, keys] = full ? [9, 200] : [3, 40];
  const desk = await openDesk({
    // As the server calls itself: a session belongs to one name.
    url: server.url.replace('ws://127.0.0.1', 'http://localhost'),
    ...{cookie: people[0]?.cookie ?? '', documentId: many, random: randomFrom(2)},
  });
  try {
    // Both were here before: the same is kept of each on the device.
    await desk.open(none);
    const opened: {readonly many: Opened[]; readonly none: Opened[]} = {many: [], none: []};
    for (let round = 0; round < rounds; round++) {
      opened.none.push(await desk.open(none));
      opened.many.push(await desk.open(many));
    }
    const cards = await desk.page.locator('.margin-card').count();
    const typed = await desk.type(keys);
    await desk.open(none);
    const alone = await desk.type(keys);
    const against = (value: number, atMost: number) => ({
      ...{bound: {what: 'with none', value}, target: {atMost}},
    });
    const middle = (of: keyof Opened, kind: readonly Opened[]) =>
      median(kind.map((one) => one[of]));
    const shown = middle('shown', opened.none);
    const busy = middle('busy', opened.none);
    return [
      row(
        ...(['browser: text on the screen', middle('shown', opened.many), 'ms'] as const),
        against(shown, shown * 1.25),
      ),
      row(...(['browser: page’s CPU of opening', middle('busy', opened.many), 's'] as const), {
        bound: {what: 'with none', value: busy},
      }),
      row('browser: cards drawn', cards, 'cards', {target: {atMost: 40}}),
      row(
        ...(['browser: key to paint, p50', typed.paint.p50, 'ms'] as const),
        against(alone.paint.p50, alone.paint.p50 * 1.25 + 5),
      ),
      row(...(['browser: page’s CPU of typing', typed.cores, 'cores'] as const), {
        bound: {what: 'with none', value: alone.cores},
      }),
    ];
  } finally {
    await desk.close();
  }
}

/** The time to the whole text. */
async function opening(server: Measured, seeded: Seeded, document: number): Promise<number> {
  const complete = Promise.withResolvers<number>();
  const started = performance.now();
  const client = openClient({
    url: `${server.url}/sync/${seeded.documents[document]?.id}`,
    cookie: seeded.people[0]?.cookie ?? '',
    speaks: true,
    onContent: (_update, kind) => {
      if (kind === 'step2') complete.resolve(performance.now() - started);
    },
    onLost: (why) => complete.reject(new Error(why)),
  });
  const ms = await complete.promise;
  await client.close();
  return ms;
}

async function asks(server: Measured, seeded: Seeded, rounds: number): Promise<readonly number[]> {
  const took: number[] = [];
  const path = `/api/documents/${seeded.documents[0]?.id}/threads`;
  const cookie = seeded.people[0]?.cookie ?? '';
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const answer = await fetch(server.url.replace('ws', 'http') + path, {headers: {cookie}});
    if (!answer.ok) throw new Error(`Asking for threads answered ${answer.status}`);
    await answer.arrayBuffer();
    took.push(performance.now() - started);
  }
  return took;
}

/** Over the whole text, each about some words, answered twice. */
async function addThreads(folder: string, seeded: Seeded): Promise<void> {
  const store = await openStore(folder, Date.now);
  const log = openLog({db: store.db, secret: '', now: Date.now});
  const kept = openComments({db: store.db, log, now: Date.now});
  const documentId = parseDocumentId(seeded.documents[0]?.id ?? '');
  const [one, other] = seeded.people.map(({id}) => parsePersonId(id));
  const latest = documentId && (await openJournal(store).latest(documentId));
  if (!latest || !one || !other) throw new Error('The seed made no text');
  const doc = documentOf(latest.state, latest.updates);
  const reading = readText(doc.getXmlFragment('default'), openAuthors(new Map()));
  const lines = reading.lines.filter(({text}) => text.length > 30);
  for (let count = 0; count < threads; count++) {
    const [piece] = lines[count % lines.length]?.pieces ?? [];
    if (!piece) continue;
    const at = (place: number) => `${piece.client}:${piece.clock + place}` as TextId;
    const passage = {on: 'passage', first: at(2), last: at(20), quote: ''} as const;
    const anchor = anchorText(makeAnchor(passage, reading));
    const saying = (part: number) => ({
      ...{
        by: part % 2 === 0 ? one : other,
        words: 'Hoe zien we straks dat dit gelukt is? '.repeat(4),
      },
      ...{proposal: null, key: `bench-${count}-${part}`},
    });
    const {threadId} = await kept.begin(documentId, anchor, saying(0));
    for (let part = 1; part <= replies; part++) {
      await kept.say(documentId, threadId, saying(part));
    }
  }
  doc.destroy();
  await store.close();
}
