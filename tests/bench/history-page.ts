/** The page that looks back, in a real browser: what it takes to open, and how it follows a hand. */

import type {Page} from 'playwright-core';
import type {LongLife, LongLives} from './long-lives.ts';
import {type Row, row} from './rig/bench.ts';
import {startServer} from './rig/child.ts';
import {openBrowser} from './rig/browser.ts';
import {median, spreadOf} from './rig/percentiles.ts';

const kilobyte = 1_000;
/** A hand goes from one end of the line to the other in so long, and is read so often meanwhile. */
const dragMs = 6_000;
const moves = 360;
const rounds = 3;

export async function pageRows({folder, seeded, paper, pages}: LongLives): Promise<readonly Row[]> {
  const server = await startServer(folder);
  const url = server.url.replace('ws', 'http');
  const cookie = seeded.people[0]?.cookie ?? '';
  const browser = await openBrowser();
  try {
    const rows: Row[] = [];
    for (const life of [paper, pages]) {
      const path = `/documenten/${life.documentId}/geschiedenis`;
      const sizes: number[] = [];
      const later: number[] = [];
      const shown: number[] = [];
      const drags: Dragged[] = [];
      for (let round = 0; round < rounds; round++) {
        const page = await browser.open(url, cookie);
        const opened = await open(page, path);
        sizes.push(opened.bytes / kilobyte);
        later.push(opened.laterBytes / kilobyte);
        shown.push(opened.ms);
        drags.push(await drag(page));
        await page.context().close();
      }
      rows.push(...rowsOf(life, {sizes, later, shown, drags}));
    }
    return rows;
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Seen {
  readonly sizes: readonly number[];
  readonly later: readonly number[];
  readonly shown: readonly number[];
  readonly drags: readonly Dragged[];
}

function rowsOf({name}: LongLife, {sizes, later, shown, drags}: Seen): readonly Row[] {
  return [
    row(`${name}: received until one can read and look back`, spreadOf(sizes).most, 'KB', {
      target: {atMost: 150},
    }),
    row(`${name}: received by itself afterwards`, spreadOf(later).most, 'KB'),
    row(`${name}: until it stands there, p50`, spreadOf(shown).p50, 'ms'),
    row(
      `${name}: texts painted while dragging over all of it`,
      median(drags.map(({perSecond}) => perSecond)),
      '/s',
      {target: {atLeast: 20}},
    ),
    // Waiting for others on the machine does not count in it.
    row(`${name}: CPU of the page for each of them`, median(drags.map(({cpuMs}) => cpuMs)), 'ms', {
      target: {atMost: 50},
    }),
  ];
}

interface Opened {
  /** All that was begun until the text and the line stood there, however long it took. */
  readonly bytes: number;
  /** What the page went on with by itself. */
  readonly laterBytes: number;
  readonly ms: number;
}

/** Everything on the line, headers included, as it was compressed. */
async function open(page: Page, path: string): Promise<Opened> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const begun = new Map<string, number>();
  const received = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({requestId, wallTime}) =>
    begun.set(requestId, wallTime * 1_000),
  );
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) =>
    received.set(requestId, encodedDataLength),
  );
  await page.addInitScript(noteStanding);
  const started = performance.now();
  await page.goto(path);
  await page.waitForFunction(() => globalThis.stoodAt);
  const ms = performance.now() - started;
  await page.waitForLoadState('networkidle');
  const stoodAt = await page.evaluate(() => globalThis.stoodAt ?? Infinity);
  await session.detach();
  let [bytes, laterBytes] = [0, 0];
  for (const [requestId, length] of received) {
    if ((begun.get(requestId) ?? 0) <= stoodAt) bytes += length;
    else laterBytes += length;
  }
  return {bytes, laterBytes, ms};
}

interface Dragged {
  /** Different texts that were painted in a second. */
  readonly perSecond: number;
  /** What each took of the page's own thread. */
  readonly cpuMs: number;
}

/** From the last moment to the first and back. */
async function drag(page: Page): Promise<Dragged> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  const busySeconds = async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0;
  };
  const box = await page.getByRole('slider').boundingBox();
  if (!box) throw new Error('There is no line to drag along');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 1, y);
  await page.mouse.down();
  await page.evaluate(countPaints);
  const busy = await busySeconds();
  const started = performance.now();
  for (let move = 1; move <= moves; move++) {
    const due = started + (move / moves) * dragMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const across = Math.abs(1 - (2 * move) / moves);
    await page.mouse.move(box.x + across * (box.width - 1), y);
  }
  const seconds = (performance.now() - started) / 1_000;
  const painted = await page.evaluate(() => paintedTexts());
  const spent = (await busySeconds()) - busy;
  await page.mouse.up();
  return {perSecond: painted / seconds, cpuMs: (spent * 1_000) / painted};
}

declare global {
  /** In the page: when there was a text to read and a line to drag along; epoch milliseconds. */
  var stoodAt: number | undefined;
  /** In the page: how many different texts were painted one after another. */
  function paintedTexts(): number;
}

/** Runs in the page, before anything of its own. */
function noteStanding(): void {
  new MutationObserver((_, observer) => {
    const {document: shown} = globalThis;
    if (!shown.querySelector('.moment-text .prose') || !shown.querySelector('.axis-handle')) return;
    globalThis.stoodAt = performance.timeOrigin + performance.now();
    observer.disconnect();
  }).observe(globalThis.document, {childList: true, subtree: true});
}

/** Runs in the page. */
function countPaints(): void {
  let count = 0;
  let last: string | null = null;
  globalThis.paintedTexts = () => count;
  const look = () => {
    const text = document.querySelector('.moment-text .prose')?.textContent ?? null;
    if (text !== last) count++;
    last = text;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
