/** Who somebody is: sessions and sign-in links by better-auth, behind the few verbs the house needs. */

import {createHash} from 'node:crypto';
import type {Kysely} from 'kysely';
import {type LabId, parseLabId, type PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import {late} from '../late.ts';
import type {Tables} from '../store/tables.ts';
import {readSessionCookie, writeSessionCookie} from './cookie.ts';
import {unknownDevice} from './device.ts';
import {dayOf, noteSession} from './devices.ts';
import {renewAfterSeconds, sessionSeconds} from './options.ts';
import type {Asker, Authenticate, Principal} from './principal.ts';

export interface AuthDeps {
  readonly db: Kysely<Tables>;
  readonly secret: string;
  /** Where people reach the server: decides links and whether the cookie is Secure. */
  readonly publicUrl: string;
  readonly clock: Clock;
}

export interface Auth {
  readonly authenticate: Authenticate;
  /** An address that signs this person in, once, within a day. @throws AppError 'not_found' */
  signInLink(personId: PersonId): Promise<string>;
  /** The same, but what is signed in by it opens this lab only. Never inside a transaction. */
  labLink(personId: PersonId, labId: LabId): Promise<string>;
  /** Whose link it is, without using it. @throws AppError 'link_invalid' when unknown, used or old */
  look(token: string): Promise<LookedAt>;
  /** Uses the link up; `cookies` are Set-Cookie values. @throws AppError 'link_invalid' */
  signIn(
    token: string,
    device: string,
  ): Promise<{readonly name: string; readonly cookies: readonly string[]}>;
  /** Signs somebody in who came in another way; Set-Cookie values. Never inside a transaction. */
  startSession(personId: PersonId, device: string): Promise<readonly string[]>;
  /** Ends this session; the Set-Cookie values that make the browser forget it. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Lets a session that is used live on; Set-Cookie values, mostly none. */
  renew(headers: Headers): Promise<readonly string[]>;
  /** The whole value of a Cookie header for a new session of this person. */
  cookieFor(personId: PersonId): Promise<string>;
  /** Loads what signing in needs, so that the first who does so finds it there. */
  warm(): Promise<void>;
  /** Throws away sessions and links that are over: they tell who was here when, for nothing. */
  forgetExpired(): Promise<void>;
}

/** What a link says before it is used. */
export type LookedAt = Asker & {readonly name: string};

export function openAuth(deps: AuthDeps): Auth {
  const {db, secret, publicUrl, clock} = deps;
  // A quarter of what a start would load, and who only reads and writes needs nothing of it.
  const engine = late(async () => (await import('./engine.ts')).startEngine(deps));

  return {
    authenticate,
    signInLink: (personId) => linkFor(personId, null),
    labLink: linkFor,
    look,

    async signIn(token, device) {
      const {onlyLab} = await look(token);
      const {name, cookies, session} = await useUp(token);
      await noteSession(db, {session, label: device, onlyLab}, clock.now());
      return {name, cookies};
    },

    async startSession(personId, device) {
      const token = await tokenFor(personId, null);
      const {cookies, session} = await useUp(token);
      await noteSession(db, {session, label: device, onlyLab: null}, clock.now());
      return cookies;
    },

    async signOut(headers) {
      const principal = await authenticate(headers);
      const {api} = await engine();
      const answer = await api.signOut({headers: cookieHeader(headers), returnHeaders: true});
      if (principal) {
        await db.deleteFrom('session_note').where('session', '=', principal.sessionId).execute();
      }
      return answer.headers.getSetCookie();
    },

    async renew(headers) {
      if (!(await isDueToRenew(headers))) return [];
      const {api} = await engine();
      const answer = await api.getSession({
        headers: cookieHeader(headers),
        returnHeaders: true,
      });
      return answer.headers.getSetCookie();
    },

    async cookieFor(personId) {
      const {createSession} = await engine();
      const session = await createSession(personId);
      const note = {session: session.id, label: unknownDevice, onlyLab: null};
      await noteSession(db, note, clock.now());
      return writeSessionCookie(session.token, secret);
    },

    async warm() {
      await engine();
    },

    async forgetExpired() {
      const now = new Date(clock.now()).toISOString();
      await db.deleteFrom('session').where('expiresAt', '<=', now).execute();
      await db.deleteFrom('verification').where('expiresAt', '<=', now).execute();
      await db
        .deleteFrom('session_note')
        .where('session', 'not in', db.selectFrom('session').select('id'))
        .execute();
    },
  };

  async function authenticate(headers: Headers): Promise<Principal | null> {
    const token = readSessionCookie(headers.get('cookie'), secret);
    if (!token) return null;
    const row = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      // A session without a note came about halfway: it might open more than it should.
      .innerJoin('session_note as note', 'note.session', 'session.id')
      .select([
        'session.id as sessionId',
        'session.expiresAt',
        'user.id as personId',
        'user.name',
        'note.last_day',
        'note.only_lab as onlyLab',
      ])
      .where('session.token', '=', token)
      .executeTakeFirst();
    if (!row || Date.parse(row.expiresAt) <= clock.now()) return null;
    const {personId, name, sessionId, onlyLab} = row;
    const today = dayOf(clock.now());
    if (row.last_day !== today) {
      // A full disk is no reason to turn somebody away who only wants to read.
      await noteDay(sessionId, today).catch(() => undefined);
    }
    return {personId, name, sessionId, onlyLab};
  }

  /** Better-auth's own rule, asked without it: at nearly every visit the answer is no. */
  async function isDueToRenew(headers: Headers): Promise<boolean> {
    const token = readSessionCookie(headers.get('cookie'), secret);
    if (!token) return false;
    const session = await db
      .selectFrom('session')
      .select('expiresAt')
      .where('token', '=', token)
      .executeTakeFirst();
    // What is gone or over is for better-auth to take back.
    const leftMs = session ? Date.parse(session.expiresAt) - clock.now() : 0;
    return leftMs <= (sessionSeconds - renewAfterSeconds) * 1_000;
  }

  async function noteDay(sessionId: string, day: string): Promise<void> {
    await db
      .updateTable('session_note')
      .set({last_day: day})
      .where('session', '=', sessionId)
      .execute();
  }

  async function linkFor(personId: PersonId, onlyLab: LabId | null): Promise<string> {
    // In the fragment, which no server, log or referrer ever sees.
    return `${publicUrl}/inloggen#${await tokenFor(personId, onlyLab)}`;
  }

  async function tokenFor(personId: PersonId, onlyLab: LabId | null): Promise<string> {
    const person = await db
      .selectFrom('user')
      .select('email')
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!person) throw new AppError('not_found');
    let token = '';
    const deliver = (fresh: string) => (token = fresh);
    const {api} = await engine();
    await api.signInMagicLink({
      // The name is kept beside the link for who signs up, which nobody can: it carries the lab.
      body: {email: person.email, ...(onlyLab ? {name: onlyLab} : {}), metadata: {deliver}},
      headers: new Headers(),
    });
    return token;
  }

  async function look(token: string): Promise<LookedAt> {
    const link = await db
      .selectFrom('verification')
      .select(['value', 'expiresAt'])
      .where('identifier', '=', createHash('sha256').update(token).digest('base64url'))
      .executeTakeFirst();
    if (!link || Date.parse(link.expiresAt) <= clock.now()) throw new AppError('link_invalid');
    const {email, name: lab} = JSON.parse(link.value) as {email: string; name?: string};
    const onlyLab = lab === undefined ? null : parseLabId(lab);
    if (lab !== undefined && !onlyLab) throw new AppError('link_invalid');
    const person = await db
      .selectFrom('user')
      .select(['id', 'name'])
      .where('email', '=', email)
      // Who left a lab has no way back in by a link that was made before.
      .$if(onlyLab !== null, (query) =>
        query.where('id', 'in', (members) =>
          members
            .selectFrom('member')
            .select('person')
            .where('lab', '=', onlyLab)
            .where('left_at', 'is', null),
        ),
      )
      .executeTakeFirst();
    if (!person) throw new AppError('link_invalid');
    return {personId: person.id, name: person.name, onlyLab};
  }

  /** The session that came of it; a link that two use at once gives one. */
  async function useUp(token: string) {
    const {api, isBadLink} = await engine();
    try {
      const {headers, response} = await api.magicLinkVerify({
        query: {token},
        headers: new Headers(),
        returnHeaders: true,
      });
      const {id: session} = await db
        .selectFrom('session')
        .select('id')
        .where('token', '=', response.token)
        .executeTakeFirstOrThrow();
      return {name: response.user.name, cookies: headers.getSetCookie(), session};
    } catch (cause) {
      if (isBadLink(cause)) throw new AppError('link_invalid', {}, {cause});
      throw cause;
    }
  }
}

/** Nothing else of a request reaches better-auth: no address, no device. */
function cookieHeader(headers: Headers): Headers {
  return new Headers({cookie: headers.get('cookie') ?? ''});
}
