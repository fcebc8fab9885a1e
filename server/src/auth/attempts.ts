/** How often links may be tried: per network address, per link, and what goes wrong most strictly. */

import {createHash} from 'node:crypto';
import {isIPv6} from 'node:net';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import {openLimiter} from './limiter.ts';

export interface Attempts {
  /** Counts one use of a link, looking at it included. @throws AppError 'too_many' */
  check(address: string, token: string): void;
  /** A link that did not exist. */
  wrong(address: string): void;
  /** Counts a request for a mail. @throws AppError 'too_many' */
  checkMail(address: string): void;
}

const windowMs = 10 * 60_000;
// A whole meeting sits behind one address and shares one link; whoever guesses is mostly wrong.
const maxWrong = 100;
const maxPerAddress = 2_000;
const maxPerToken = 1_000;
const maxMails = 60;

export function openAttempts(clock: Pick<Clock, 'now'>): Attempts {
  const wrongs = openLimiter(clock, {max: maxWrong, windowMs});
  const uses = openLimiter(clock, {max: maxPerAddress, windowMs});
  const tokens = openLimiter(clock, {max: maxPerToken, windowMs});
  const mails = openLimiter(clock, {max: maxMails, windowMs});
  return {
    check(address, token) {
      const network = networkOf(address);
      const link = createHash('sha256').update(token).digest('base64url');
      if (!wrongs.room(network) || !uses.room(network) || !tokens.room(link)) {
        throw new AppError('too_many');
      }
      uses.count(network);
      tokens.count(link);
    },
    wrong: (address) => wrongs.count(networkOf(address)),
    checkMail(address) {
      const network = networkOf(address);
      if (!mails.room(network)) throw new AppError('too_many');
      mails.count(network);
    },
  };
}

/** Who has one address of IPv6 has all of its last 64 bits: they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const parts = (text: string) => (text === '' ? [] : text.split(':'));
  const [head, tail] = [parts(before), parts(after ?? '')];
  const gap = after === undefined ? 0 : 8 - head.length - tail.length;
  const all = [...head, ...Array.from({length: Math.max(0, gap)}, () => '0'), ...tail];
  return all
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
