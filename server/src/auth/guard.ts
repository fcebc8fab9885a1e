/** Stands before every use of a link: counts it, and remembers when the link was wrong. */

import {getConnInfo} from '@hono/node-server/conninfo';
import type {Context} from 'hono';
import {AppError} from '../errors.ts';
import type {AddressOf} from './address.ts';
import type {Attempts} from './attempts.ts';

export interface Guard {
  /** Runs what a link is needed for. @throws AppError 'too_many' before it runs */
  use<T>(c: Context, token: string, work: () => Promise<T>): Promise<T>;
  /** Before a mail is asked for. @throws AppError 'too_many' */
  mail(c: Context): void;
}

export function openGuard(attempts: Attempts, addressOf: AddressOf): Guard {
  const from = (c: Context) =>
    addressOf(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'));
  return {
    async use(c, token, work) {
      const address = from(c);
      attempts.check(address, token);
      try {
        return await work();
      } catch (error) {
        if (error instanceof AppError && error.code === 'link_invalid') attempts.wrong(address);
        throw error;
      }
    },
    mail: (c) => attempts.checkMail(from(c)),
  };
}
