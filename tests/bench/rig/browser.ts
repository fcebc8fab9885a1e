/** A real browser for a bench, as somebody of the lab has it who opens everything for the first time. */

import {chromium, type Page} from 'playwright-core';
import {browserBinary} from '../../support/browser-binary.ts';

export interface BenchBrowser {
  /** With nothing kept from before. */
  open(url: string, cookie: string): Promise<Page>;
  close(): Promise<void>;
}

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  '--disable-quic',
];

/** Drawing windows is part of what people wait for. */
const wholeBrowser = '/usr/bin/chromium';

export async function openBrowser(): Promise<BenchBrowser> {
  const {executablePath, env} = await browserBinary(wholeBrowser);
  const browser = await chromium.launch({
    ...{executablePath, args: flags, env: {...process.env, ...env}},
  });
  return {
    async open(url, cookie) {
      const context = await browser.newContext({
        ...{baseURL: url, viewport: {width: 1280, height: 800}},
        ...{locale: 'nl-NL', timezoneId: 'Europe/Amsterdam'},
      });
      context.setDefaultTimeout(40_000);
      await context.addCookies(
        cookie.split('; ').map((pair) => {
          const [name = '', ...value] = pair.split('=');
          return {name, value: value.join('='), url};
        }),
      );
      return context.newPage();
    },
    close: () => browser.close(),
  };
}
