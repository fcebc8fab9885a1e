/** A server with a lab, its mirror image with all sides exchanged, and a foreign lab, to ask everything of. */

import {openAuth} from '@samenspel/server/auth/auth.ts';
import {openSecret} from '@samenspel/server/auth/secret.ts';
import {systemClock} from '@samenspel/server/clock.ts';
import {readConfig} from '@samenspel/server/config.ts';
import {createDocument} from '@samenspel/server/documents/store.ts';
import {addMember, createLab, createMember} from '@samenspel/server/labs/store.ts';
import {createPerson} from '@samenspel/server/auth/people.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {startServer} from '@samenspel/server/server.ts';
import {openStore, type Store} from '@samenspel/server/store/open.ts';
import type {DocumentId, LabId, PersonId, Role, Side} from '@samenspel/shared';
import {type Ask, cleanUps, temporaryFolder} from './started-server.ts';

/** member, commenter and reviewer are in the lab; a stranger is a member of another one. */
export type Actor = Role | 'stranger' | 'signedOut';
export const actors = ['member', 'commenter', 'reviewer', 'stranger', 'signedOut'] as const;

export interface Person {
  readonly id: PersonId;
  /** '' for who is signed out. */
  readonly cookie: string;
}

/** A lab with somebody of each side who counts, and one document. */
export interface Home {
  readonly labId: LabId;
  readonly documentId: DocumentId;
  readonly helpers: Readonly<Record<Side, Person>>;
}

/** Somebody about to ask something of a lab. */
export interface Cell {
  readonly home: Home;
  /** Whoever asks: made for this one question, so that what it does to them does no harm. */
  readonly me: Person;
  /** Mine, or the one that I would be on. */
  readonly side: Side;
  readonly otherSide: Side;
}

export interface RightsWorld {
  readonly url: string;
  readonly routes: readonly string[];
  readonly store: Store;
  /** Two of informal and one of formal; in the mirror two of formal and one of informal. */
  readonly home: Home;
  readonly mirror: Home;
  readonly foreign: Home;
  cell(home: Home, actor: Actor, side: Side): Promise<Cell>;
  /** A new person in a lab, who counts unless told otherwise. */
  person(labId: LabId, place: {role?: Role; side: Side; counts?: boolean}): Promise<Person>;
  ask(path: string, asked?: Ask): Promise<Response>;
  close(): Promise<void>;
}

export async function openRightsWorld(): Promise<RightsWorld> {
  const {add, run} = cleanUps();
  const folder = await temporaryFolder(add);
  const config = readConfig(['--port', '0', '--data', folder, '--no-example'], {});
  const silent = {info: () => undefined, warn: () => undefined, error: () => undefined};
  const server = await startServer(config, silent);
  add(() => server.close());
  const url = /http:\/\/\S+?:\d+/.exec(server.greeting.join('\n'))?.[0] ?? '';
  const store = await openStore(folder, Date.now);
  add(() => store.close());
  const {db} = store;
  const secret = await openSecret(folder);
  const auth = openAuth({db, secret, publicUrl: url, clock: systemClock});
  const log = openLog({db, secret, now: Date.now});

  const person: RightsWorld['person'] = async (labId, {role = 'member', side, counts = true}) => {
    const id = await db.transaction().execute(async (trx) => {
      const made = await createPerson(trx, 'Iemand', Date.now());
      await addMember(trx, labId, made, {role, side, counts}, Date.now());
      return made;
    });
    return {id, cookie: await auth.cookieFor(id)};
  };

  async function lab(manySide: Side, fewSide: Side): Promise<Home> {
    const made = await db.transaction().execute(async (trx) => {
      const names = {name: 'Lab', neighbourhood: 'Buurt', origin: 'seed'} as const;
      const labId = await createLab(trx, names, 0);
      await log.append(trx, {labId, kind: 'lab_founded'});
      await createMember(trx, labId, {name: 'Nog iemand', side: manySide, role: 'member'}, 0);
      const plan = {labId, title: 'Plan', kind: 'free', createdBy: null, text: null} as const;
      return {labId, documentId: await createDocument(trx, plan, Date.now())};
    });
    const helpers = {
      [manySide]: await person(made.labId, {side: manySide}),
      [fewSide]: await person(made.labId, {side: fewSide}),
    } as Record<Side, Person>;
    return {...made, helpers};
  }

  const foreign = await lab('informal', 'formal');
  return {
    ...{url, routes: server.routes, store, person, foreign},
    home: await lab('informal', 'formal'),
    mirror: await lab('formal', 'informal'),
    async cell(home, actor, side) {
      const otherSide = side === 'informal' ? 'formal' : 'informal';
      const place = {home, side, otherSide} as const;
      if (actor === 'signedOut') return {...place, me: {id: 'nobody1' as PersonId, cookie: ''}};
      const me =
        actor === 'stranger'
          ? await person(foreign.labId, {side})
          : await person(home.labId, {side, role: actor});
      return {...place, me};
    },
    ask: (path, {method, cookie, body} = {}) =>
      fetch(url + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...(cookie ? {cookie} : {}),
          ...(body === undefined ? {} : {'content-type': 'application/json'}),
        },
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
        redirect: 'manual',
      }),
    close: run,
  };
}
