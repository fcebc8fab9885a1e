/** What stands in a letter, for who opens it in their mailbox. */

import {expect} from 'vitest';
import type {MailServer, ReceivedMail} from './mail-server.ts';

/** The `count`th letter to this address; waits until it came. */
export async function letterTo(
  post: MailServer,
  address: string,
  count = 1,
): Promise<ReceivedMail> {
  const letters = () => post.received.filter(({to}) => to.includes(address));
  await expect.poll(() => letters().length, {timeout: 20_000, interval: 40}).toBe(count);
  const letter = letters()[count - 1];
  if (!letter) throw new Error('The letter is gone');
  return letter;
}

/** The first address in it that stands on a line of its own. */
export function linkIn({body}: ReceivedMail): string {
  const link = /^(http\S+)\r?$/m.exec(body)?.[1];
  if (!link) throw new Error('No link in this letter');
  return link;
}
