/** What an operator has to say themselves: whom to tell of a leak, how accessible it is, what is kept. */

import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Hono} from 'hono';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';

export interface WellKnownDeps {
  /** An address as mailto: or https:, or null. */
  readonly securityContact: string | null;
  /** Where the operator's own pages stand; null when there are none. */
  readonly pagesFolder: string | null;
  readonly publicUrl: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** The standard asks for less than a year. */
const validMs = 180 * 24 * 3_600_000;
const pageNames = ['toegankelijkheid', 'privacy'] as const;

export function wellKnownRoutes({securityContact, pagesFolder, publicUrl, clock}: WellKnownDeps) {
  const app = new Hono().get('/.well-known/security.txt', (c) => {
    if (securityContact === null) throw new AppError('not_found');
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date(clock.now() + validMs).toISOString()}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ];
    return c.text(`${lines.join('\n')}\n`);
  });
  for (const name of pageNames) {
    app.get(`/${name}`, async (c, next) => {
      const page = pagesFolder && (await readPage(join(pagesFolder, `${name}.html`)));
      // Without one the client's own page answers, which says that there is none.
      return page === null ? next() : c.html(page);
    });
  }
  return app;
}

/** Read anew at each visit: the operator changes it without a restart. */
async function readPage(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}
