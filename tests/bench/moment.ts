/** How long it takes to show a document as it was, at any moment of a long past. */

import {momentAt} from '@samenspel/server/history/moment.ts';
import {moments} from '@samenspel/server/history/moments.ts';
import {openJournal} from '@samenspel/server/store/journal.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import type {DocumentId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import {seeded as randomFrom} from '../support/random.ts';
import {type Bench, type Row, row} from './rig/bench.ts';
import {seed} from './rig/child.ts';
import {spreadOf} from './rig/percentiles.ts';
import {writeJournal} from './rig/write-journal.ts';
import {deletions, insertions, trace, traceDays, updatesOf} from './trace.ts';

const clientId = 4_711;
const traced = insertions + deletions;
const blocks = 1_105;
const piecesPerBlock = 22;
const pieceLength = 10;

export const moment: Bench = {
  about: 'any moment from its nearest checkpoint, as JSON; two documents with a long past',
  async run({folder, full}) {
    const seeded = await seed(folder, {people: 1, documents: 2, words: 0});
    const [long, wide] = seeded.documents.map((document) => ({...seeded, documents: [document]}));
    if (!long || !wide) throw new Error('The seed made no documents');
    const updates = updatesOf(trace(randomFrom(1)), clientId);
    const paper = await writeJournal(folder, long, updates, {
      ...{clientId, count: traced, days: traceDays},
    });
    const pieces = blocks * piecesPerBlock;
    const pages = await writeJournal(folder, wide, hundredPages(), {
      ...{clientId, count: pieces, days: 90},
    });
    const times = full ? 1_000 : 150;
    return [
      ...(await measure(folder, paper, {name: '259,778 edits', edits: traced, times, atMost: 50})),
      ...(await measure(folder, pages, {name: '100 pages', edits: pieces, times, atMost: 60})),
    ];
  },
};

interface Asked {
  readonly name: string;
  readonly edits: number;
  readonly times: number;
  readonly atMost: number;
}

async function measure(
  folder: string,
  documentId: DocumentId,
  {name, edits, times, atMost}: Asked,
): Promise<readonly Row[]> {
  const store = await openStore(folder, Date.now);
  const journal = openJournal(store);
  const random = randomFrom(7);
  // Code that never ran is slow; a server has run it.
  for (let count = 0; count < 20; count++) await show();
  const took: number[] = [];
  while (took.length < times) took.push(await timed(show));
  const newest = await timed(async () => {
    const latest = await journal.latest(documentId);
    documentOf(latest?.state ?? null, latest?.updates ?? []);
  });
  const listed = await timed(async () => moments(await journal.marks(documentId)));
  await store.close();
  const {p50, p95, most} = spreadOf(took);
  return [
    row(`${name}: p50 of ${times}`, p50, 'ms'),
    row(`${name}: p95`, p95, 'ms', {target: {atMost}}),
    row(`${name}: slowest`, most, 'ms'),
    row(`${name}: the newest, to be written in`, newest, 'ms'),
    row(`${name}: the list of moments`, listed, 'ms'),
  ];

  async function show(): Promise<void> {
    const found = await momentAt(journal, documentId, (1 + random.below(edits)) as Seq);
    if (!found) throw new Error('No such moment');
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** 243,100 characters in 1,105 paragraphs in any order; one piece in five was put in afterwards somewhere. */
function* hundredPages(): Generator<Uint8Array> {
  const random = randomFrom(3);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  let latest: Uint8Array = new Uint8Array();
  doc.on('update', (update) => (latest = update));
  const root = doc.getXmlFragment('default');
  const texts: Y.XmlText[] = [];
  for (let piece = 0; piece < blocks * piecesPerBlock; piece++) {
    doc.transact(() => {
      if (texts.length < blocks && piece % piecesPerBlock === 0) {
        const text = new Y.XmlText();
        const paragraph = new Y.XmlElement('paragraph');
        root.insert(random.below(root.length + 1), [paragraph]);
        paragraph.insert(0, [text]);
        texts.push(text);
      }
      const later = random.chance(0.2);
      const text = later ? random.pick(texts) : texts.at(-1);
      const at = later ? random.below((text?.length ?? 0) + 1) : (text?.length ?? 0);
      text?.insert(at, 'in de buurt '.slice(0, pieceLength));
    });
    yield latest;
  }
  doc.destroy();
}
