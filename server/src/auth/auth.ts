/** Who somebody is: sessions and sign-in links by better-auth, behind the few verbs the house needs. */

import {createHash} from 'node:crypto';
import {betterAuth} from 'better-auth';
import {isAPIError} from 'better-auth/api';
import {magicLink} from 'better-auth/plugins/magic-link';
import type {Kysely} from 'kysely';
import type {PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {Tables} from '../store/tables.ts';
import {readSessionCookie, writeSessionCookie} from './cookie.ts';
import {signInOptions} from './options.ts';
import type {Authenticate} from './principal.ts';

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
  /** Whose link it is, without using it. @throws AppError 'link_invalid' when unknown, used or old */
  look(token: string): Promise<{readonly personId: PersonId; readonly name: string}>;
  /** Uses the link up; `cookies` are Set-Cookie values. @throws AppError 'link_invalid' */
  signIn(token: string): Promise<{readonly name: string; readonly cookies: readonly string[]}>;
  /** Ends this session; the Set-Cookie values that make the browser forget it. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Lets a session that is used live on; Set-Cookie values, mostly none. */
  renew(headers: Headers): Promise<readonly string[]>;
  /** The whole value of a Cookie header for a new session of this person. */
  cookieFor(personId: PersonId): Promise<string>;
  /** Throws away sessions and links that are over: they tell who was here when, for nothing. */
  forgetExpired(): Promise<void>;
}

const linkSeconds = 24 * 3600;

export function openAuth(deps: AuthDeps): Auth {
  const {db, secret, publicUrl, clock} = deps;
  const auth = startBetterAuth(deps);

  return {
    async authenticate(headers) {
      const token = readSessionCookie(headers.get('cookie'), secret);
      if (!token) return null;
      const row = await db
        .selectFrom('session')
        .innerJoin('user', 'user.id', 'session.userId')
        .select([
          'session.id as sessionId',
          'session.expiresAt',
          'user.id as personId',
          'user.name',
        ])
        .where('session.token', '=', token)
        .executeTakeFirst();
      if (!row || Date.parse(row.expiresAt) <= clock.now()) return null;
      return {personId: row.personId, name: row.name, sessionId: row.sessionId};
    },

    async signInLink(personId) {
      const person = await db
        .selectFrom('user')
        .select('email')
        .where('id', '=', personId)
        .executeTakeFirst();
      if (!person) throw new AppError('not_found');
      let token = '';
      const deliver = (fresh: string) => (token = fresh);
      await auth.api.signInMagicLink({
        body: {email: person.email, metadata: {deliver}},
        headers: new Headers(),
      });
      // In the fragment, which no server, log or referrer ever sees.
      return `${publicUrl}/inloggen#${token}`;
    },

    async look(token) {
      const link = await db
        .selectFrom('verification')
        .select(['value', 'expiresAt'])
        .where('identifier', '=', createHash('sha256').update(token).digest('base64url'))
        .executeTakeFirst();
      if (!link || Date.parse(link.expiresAt) <= clock.now()) throw new AppError('link_invalid');
      const {email} = JSON.parse(link.value) as {email: string};
      const person = await db
        .selectFrom('user')
        .select(['id', 'name'])
        .where('email', '=', email)
        .executeTakeFirst();
      if (!person) throw new AppError('link_invalid');
      return {personId: person.id, name: person.name};
    },

    async signIn(token) {
      try {
        const {headers, response} = await auth.api.magicLinkVerify({
          query: {token},
          headers: new Headers(),
          returnHeaders: true,
        });
        return {name: response.user.name, cookies: headers.getSetCookie()};
      } catch (cause) {
        // Better-auth answers a bad token with a redirect.
        if (isAPIError(cause) && cause.status === 'FOUND') {
          throw new AppError('link_invalid', {}, {cause});
        }
        throw cause;
      }
    },

    async signOut(headers) {
      const answer = await auth.api.signOut({headers: cookieHeader(headers), returnHeaders: true});
      return answer.headers.getSetCookie();
    },

    async renew(headers) {
      const answer = await auth.api.getSession({
        headers: cookieHeader(headers),
        returnHeaders: true,
      });
      return answer.headers.getSetCookie();
    },

    async cookieFor(personId) {
      const context = await auth.$context;
      const session = await context.internalAdapter.createSession(personId);
      return writeSessionCookie(session.token, secret);
    },

    async forgetExpired() {
      const now = new Date(clock.now()).toISOString();
      await db.deleteFrom('session').where('expiresAt', '<=', now).execute();
      await db.deleteFrom('verification').where('expiresAt', '<=', now).execute();
    },
  };
}

/** Nothing else of a request reaches better-auth: no address, no device. */
function cookieHeader(headers: Headers): Headers {
  return new Headers({cookie: headers.get('cookie') ?? ''});
}

function startBetterAuth({db, secret, publicUrl}: AuthDeps) {
  const options = signInOptions(db);
  return betterAuth({
    ...options,
    secret,
    baseURL: publicUrl,
    advanced: {
      ...options.advanced,
      defaultCookieAttributes: {secure: publicUrl.startsWith('https:')},
    },
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        storeToken: 'hashed',
        disableSignUp: true,
        sendMagicLink: ({token, metadata}) => {
          const {deliver} = metadata as {deliver: (token: string) => void};
          deliver(token);
        },
      }),
    ],
  });
}
