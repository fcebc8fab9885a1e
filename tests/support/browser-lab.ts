/** A server with a lab in it, shared by the tests of one file. */

import type {DocumentId} from '@samenspel/shared';
import {afterAll, beforeAll} from 'vitest';
import {type Visit, visit, type VisitOptions} from './browser.ts';
import {cleanUps, seed, type Seeded, type StartedServer, startServer} from './started-server.ts';

export interface BrowserLab {
  readonly server: StartedServer;
  readonly seeded: Seeded;
  /** A document that no other test of this file uses. */
  nextDocument(): DocumentId;
  /** Somebody of the lab, by number, opens Samenspel signed in. */
  visit(person: number, options?: Omit<VisitOptions, 'server' | 'cookie'>): Promise<Visit>;
}

/** Made before the first test of a file; `args` are those of `seed`. */
export function browserLab(...args: readonly string[]): BrowserLab {
  const works = cleanUps();
  let made: {server: StartedServer; seeded: Seeded} | null = null;
  let used = 0;

  beforeAll(async () => {
    const server = await startServer({cleanUp: works.add, example: false});
    made = {server, seeded: await seed(server.dataFolder, ...args)};
  });
  afterAll(() => works.run());

  function standing() {
    if (!made) throw new Error('The lab is made before the first test, not while collecting');
    return made;
  }

  return {
    get server() {
      return standing().server;
    },
    get seeded() {
      return standing().seeded;
    },
    nextDocument() {
      const document = standing().seeded.documents[used++];
      if (!document) throw new Error('Seed more documents for this file');
      return document.id;
    },
    visit(person, options = {}) {
      const {server, seeded} = standing();
      const {cookie} = seeded.people[person] ?? {};
      if (!cookie) throw new Error('Seed more people for this file');
      return visit({...options, server, cookie});
    },
  };
}
