/** People at real browsers: one Chromium for all of them, one person per context. */

import {type Browser, type BrowserContext, chromium, type Page} from 'playwright-core';
import {expect, onTestFinished} from 'vitest';
import {browserBinary} from './browser-binary.ts';
import type {CleanUp, StartedServer} from './started-server.ts';

export interface VisitOptions {
  readonly server: Pick<StartedServer, 'url'>;
  readonly width?: keyof typeof widths;
  readonly scheme?: 'light' | 'dark';
  /** Of a session; signed out when left out. */
  readonly cookie?: string;
  /** What this test provokes and the browser may complain about, beside what `complaints` excuses. */
  readonly expected?: readonly RegExp[];
  /** When the visit ends: with the test, unless told otherwise. */
  readonly cleanUp?: CleanUp;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Another tab of the same person. */
  newTab(): Promise<Page>;
}

export const widths = {
  wide: {viewport: {width: 1280, height: 800}},
  phone: {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true},
} as const;

/** Whether everything is looked at at every width: `pnpm check:widths`. */
export const isEverywhere = process.env['E2E_WIDTHS'] === 'all';

/**
 * Of a flow whose screens are examined at every width elsewhere: the narrow one, where things get in
 * each other's way.
 */
export const flowWidths: readonly (keyof typeof widths)[] = isEverywhere
  ? ['wide', 'phone']
  : ['phone'];

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  '--disable-quic',
];

let running: Promise<Browser> | null = null;

/** One for all the tests of a worker, each of them with contexts of its own; it ends with the worker. */
export async function openBrowser(): Promise<Browser> {
  const known = await running;
  if (known?.isConnected() === true) return known;
  running = launch();
  return running;
}

/** Somebody opens Samenspel. The test fails if their browser had anything to complain about. */
export async function visit(options: VisitOptions): Promise<Visit> {
  const {server, width = 'wide', scheme = 'light', cleanUp = onTestFinished} = options;
  const browser = await openBrowser();
  const context = await browser.newContext({
    ...widths[width],
    baseURL: server.url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: scheme,
    // Nothing is half on its way when we look at it.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  if (options.cookie) await context.addCookies(cookiesFrom(options.cookie, server.url));
  const heard = complaints(context, server.url, options.expected ?? []);
  cleanUp(async () => {
    await context.close();
    expect(heard).toEqual([]);
  });
  return {page: await context.newPage(), context, newTab: () => context.newPage()};
}

/** Everything that a careful developer would not want to read in the console. */
function complaints(
  context: BrowserContext,
  url: string,
  expected: readonly RegExp[],
): readonly string[] {
  const heard: string[] = [];
  const hear = (complaint: string) => {
    if (!expected.some((pattern) => pattern.test(complaint))) heard.push(complaint);
  };
  context.on('console', (message) => {
    const from = new URL(message.location().url || url).pathname;
    // Asking who I am while signed out: the browser reports the 401 by itself.
    const isWhoAmI = from === '/api/me' && message.text().includes('401');
    if (message.type() === 'error' && !isWhoAmI) hear(`console: ${message.text()} (${from})`);
  });
  context.on('weberror', (error) => hear(`page: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const {host, protocol} = new URL(request.url());
    const isOwn = host === new URL(url).host || protocol === 'data:' || protocol === 'blob:';
    if (!isOwn) hear(`request to another host: ${request.url()}`);
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      const {host} = new URL(socket.url());
      if (host !== new URL(url).host) hear(`socket to another host: ${socket.url()}`);
    });
  });
  return heard;
}

async function launch(): Promise<Browser> {
  const {executablePath, env} = await browserBinary();
  return chromium.launch({executablePath, args: flags, env: {...process.env, ...env}});
}

function cookiesFrom(header: string, url: string) {
  return header.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return {name, value: value.join('='), url};
  });
}
