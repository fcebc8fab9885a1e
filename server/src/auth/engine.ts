/** Better-auth, set up our way: the one file that loads it, and nobody loads this file at a start. */

import {betterAuth} from 'better-auth';
import {isAPIError} from 'better-auth/api';
import {magicLink} from 'better-auth/plugins/magic-link';
import type {PersonId} from '@samenspel/shared';
import type {AuthDeps} from './auth.ts';
import {signInOptions} from './options.ts';

const linkSeconds = 24 * 3600;

export function startEngine({db, secret, publicUrl}: AuthDeps) {
  const options = signInOptions(db);
  const {api, $context} = betterAuth({
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

  return {
    api,
    async createSession(personId: PersonId) {
      const {internalAdapter} = await $context;
      return internalAdapter.createSession(personId);
    },
    /** Better-auth answers a bad token with a redirect. */
    isBadLink: (error: unknown) => isAPIError(error) && error.status === 'FOUND',
  };
}
