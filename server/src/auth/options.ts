/** How better-auth is set up: sessions and sign-in links, and nothing that identifies a device. */

import type {BetterAuthOptions} from 'better-auth';
import type {Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

export const sessionSeconds = 30 * 86_400;
/** A session that is used lives on, and at most once in this time that is written down. */
export const renewAfterSeconds = 86_400;
export const cookieName = 'samenspel.session_token';

/** What both the tables and the running sign-in follow from. */
export function signInOptions(db: Kysely<Tables>) {
  return {
    appName: 'Samenspel',
    database: {db, type: 'sqlite'},
    session: {expiresIn: sessionSeconds, updateAge: renewAfterSeconds},
    telemetry: {enabled: false},
    logger: {disabled: true},
    // Attempts are limited by our own routes, which know the address; better-auth's are not mounted.
    rateLimit: {enabled: false},
    advanced: {
      cookiePrefix: 'samenspel',
      // The name stays the same behind https; `secure` is set as an attribute instead.
      useSecureCookies: false,
      ipAddress: {disableIpTracking: true},
    },
    databaseHooks: {
      session: {
        create: {
          before: (session) =>
            Promise.resolve({data: {...session, ipAddress: null, userAgent: null}}),
        },
      },
    },
  } satisfies BetterAuthOptions;
}
