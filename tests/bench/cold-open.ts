/** From nothing running to a complete text, for a document with 260,000 edits behind it. */

import {once} from 'node:events';
import {connect, createServer} from 'node:net';
import {seeded as randomFrom} from '../support/random.ts';
import * as Y from 'yjs';
import {type Bench, row} from './rig/bench.ts';
import {launchServer, seed, type Seeded, stopChild} from './rig/child.ts';
import {openClient} from './rig/client.ts';
import {median} from './rig/percentiles.ts';
import {writeJournal} from './rig/write-journal.ts';
import {charactersLeft, deletions, insertions, trace, traceDays, updatesOf} from './trace.ts';

interface Opened {
  readonly listeningMs: number;
  readonly completeMs: number;
  readonly contentBytes: number;
  readonly contentFrames: number;
  /** Whether the answer to step 1, after which a client calls itself synced, had everything. */
  readonly completeAtOnce: boolean;
}

const clientId = 4_711;
const count = insertions + deletions;

export const coldOpen: Bench = {
  about:
    'starting and opening a document with 259,778 edits (made up, in the shape of a real trace)',
  async run({folder, full}) {
    const seeded = await seed(folder, {people: 1, documents: 1, words: 0});
    const updates = updatesOf(trace(randomFrom(1)), clientId);
    await writeJournal(folder, seeded, updates, {clientId, count, days: traceDays});
    const opened: Opened[] = [];
    for (let start = 0; start < (full ? 9 : 3); start++) opened.push(await open(folder, seeded));
    const of = (read: (one: Opened) => number) => median(opened.map(read));
    return [
      row(
        'complete, from listening',
        of(({completeMs, listeningMs}) => completeMs - listeningMs),
        'ms',
        {
          target: {atMost: 200},
        },
      ),
      row(
        'complete, from start',
        of(({completeMs}) => completeMs),
        'ms',
        {target: {atMost: 500}},
      ),
      row(
        'listening, from start',
        of(({listeningMs}) => listeningMs),
        'ms',
      ),
      row('content received', of(({contentBytes}) => contentBytes) / 1_000, 'KB', {
        target: {atMost: 250},
      }),
      row(
        'sent in content frames',
        of(({contentFrames}) => contentFrames),
        '',
        {
          target: {atMost: 1},
        },
      ),
      row('opened complete at once', opened.filter((one) => one.completeAtOnce).length, 'times', {
        target: {atLeast: opened.length},
      }),
    ];
  },
};

async function open(folder: string, seeded: Seeded): Promise<Opened> {
  const port = await freePort();
  const started = performance.now();
  const since = () => performance.now() - started;
  const server = launchServer(folder, port);
  try {
    await listening(port);
    const listeningMs = since();
    const doc = new Y.Doc();
    let contentBytes = 0;
    let contentFrames = 0;
    let completeAtOnce = false;
    const complete = Promise.withResolvers<number>();
    const client = openClient({
      url: `ws://127.0.0.1:${port}/sync/${seeded.documents[0]?.id}`,
      cookie: seeded.people[0]?.cookie ?? '',
      speaks: true,
      onContent(update, kind) {
        // Not the time it takes us to read it: the client has it now.
        const at = since();
        contentBytes += update.length;
        contentFrames++;
        Y.applyUpdate(doc, update);
        const isComplete = lengthOf(doc) === charactersLeft;
        if (kind === 'step2') completeAtOnce = isComplete;
        if (isComplete) complete.resolve(at);
      },
      onLost: (why) => complete.reject(new Error(why)),
    });
    const completeMs = await complete.promise;
    // What it sends twice comes within this.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await client.close();
    return {listeningMs, completeMs, contentBytes, contentFrames, completeAtOnce};
  } finally {
    await stopChild(server, 'SIGTERM');
  }
}

function lengthOf(doc: Y.Doc): number {
  const paragraph = doc.getXmlFragment('default').get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text.length : 0;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** Resolves as soon as somebody answers at the door. */
async function listening(port: number): Promise<void> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const socket = connect(port, '127.0.0.1');
    const answered = await once(socket, 'connect').then(
      // Asking a port that nobody listens at can end in reaching oneself.
      () => socket.localPort !== port,
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('It never listened');
}
