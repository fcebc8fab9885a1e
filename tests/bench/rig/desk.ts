/** Somebody at a real browser: how long until a text stands there, and until each letter that they type does. */

import type {CDPSession, Page} from 'playwright-core';
import type {Random} from '../../support/random.ts';
import {openBrowser} from './browser.ts';
import {type Spread, spreadOf} from './percentiles.ts';

export interface Desk {
  readonly page: Page;
  /** Another document, in the same window. */
  open(documentId: string): Promise<Opened>;
  /** In the middle of the text. */
  type(keys: number): Promise<Typed>;
  close(): Promise<void>;
}

export interface Opened {
  /** Milliseconds from asking for the page until the frame with the beginning of its text. */
  readonly shown: number;
  /** CPU seconds of the page's own thread, until it has come to rest. */
  readonly busy: number;
}

export interface Typed {
  /** Milliseconds from pressing a key until the frame with its letter has been handed over. */
  readonly paint: Spread;
  /** CPU of the page's own thread, in cores: waiting for others on the machine does not count. */
  readonly cores: number;
}

export interface DeskOptions {
  readonly url: string;
  /** Of a session, as a Cookie header. */
  readonly cookie: string;
  readonly documentId: string;
  readonly random: Random;
}

/** A fast typist: 6.6 keys a second, as the others. */
const [leastMs, spreadMs] = [100, 100];
const settleMs = 2_000;

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const {url, cookie, documentId, random} = options;
  const browser = await openBrowser();
  try {
    const page = await browser.open(url, cookie);
    await page.addInitScript(watchText);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', {timeDomain: 'threadTicks'});
    await openDocument(page, session, documentId);
    return {
      page,
      open: (id) => openDocument(page, session, id),
      type: (keys) => typeKeys(page, session, random, keys),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openDocument(page: Page, session: CDPSession, documentId: string): Promise<Opened> {
  // Nothing of the one before is left to be tidied up meanwhile.
  await page.goto('about:blank');
  await pause(settleMs / 4);
  const began = await busySeconds(session);
  await page.goto(`/documenten/${documentId}`);
  await page.locator('.saved').getByText('Opgeslagen', {exact: true}).waitFor();
  const shown = await page.evaluate(() => textShown());
  await page.evaluate(watchKeys);
  await pause(settleMs);
  return {shown, busy: (await busySeconds(session)) - began};
}

async function typeKeys(
  page: Page,
  session: CDPSession,
  random: Random,
  keys: number,
): Promise<Typed> {
  const paragraphs = page.locator('.text > .ProseMirror section p:not([data-fact])');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  // What went before has run out.
  await pause(settleMs);
  await page.evaluate(() => void keyTimes().splice(0));
  const began = await busySeconds(session);
  const started = performance.now();
  const pressed: Promise<void>[] = [];
  let due = 0;
  for (let key = 0; key < keys; key++) {
    due += leastMs + random.below(spreadMs);
    await pause(started + due - performance.now());
    // Not waited for: a slow page may not slow down the typist.
    pressed.push(page.keyboard.press(key % 6 === 5 ? 'Space' : 'e'));
  }
  await Promise.all(pressed);
  const busy = (await busySeconds(session)) - began;
  const seconds = (performance.now() - started) / 1_000;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  const times = await page.evaluate(() => keyTimes());
  if (times.length < keys * 0.95) throw new Error(`Of ${keys} keys ${times.length} were seen`);
  return {paint: spreadOf(times), cores: busy / seconds};
}

declare global {
  /** In the page: milliseconds per key. */
  function keyTimes(): number[];
  /** In the page: milliseconds from asking for it. */
  function textShown(): Promise<number>;
}

/** Runs in the page, before everything else in it. */
function watchText(): void {
  const shown = new Promise<number>((resolve) => {
    const look = () => {
      const line = document.querySelector('.text > .ProseMirror p:not(:empty)');
      if (!line?.textContent) {
        requestAnimationFrame(look);
        return;
      }
      const {port1, port2} = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()));
      port1.start();
      port2.postMessage(null);
    };
    look();
  });
  globalThis.textShown = () => shown;
}

/** Runs in the page. */
function watchKeys(): void {
  const times: number[] = [];
  const waiting: number[] = [];
  globalThis.keyTimes = () => times;
  addEventListener('keydown', ({timeStamp}) => void waiting.push(timeStamp), {capture: true});
  addEventListener(
    'input',
    () => {
      const from = waiting.shift();
      if (from === undefined) return;
      // A message sent while a frame is made is delivered once it is.
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.addEventListener('message', () => void times.push(performance.now() - from));
        port1.start();
        port2.postMessage(null);
      });
    },
    {capture: true},
  );
}

async function busySeconds(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
