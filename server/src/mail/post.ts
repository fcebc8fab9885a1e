/** Where letters go out: what sending one comes to, and what does it, from the first letter on. */

import {late} from '../late.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** More of the letter's head, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type Delivery =
  | {readonly kind: 'taken'}
  /** The server said no, and will say so again. */
  | {readonly kind: 'refused'}
  /** Certainly not sent; it may go another time. */
  | {readonly kind: 'later'; readonly cause: unknown}
  /** The line broke after the text went out and before the answer came. */
  | {readonly kind: 'unknown'; readonly cause: unknown};

/** Sends one letter; never throws for what a mail server does. */
export type Post = (letter: Letter) => Promise<Delivery>;

export interface PostOptions {
  /** smtp:// or smtps://, with name and password in it when the server wants them. */
  readonly smtpUrl: string;
  readonly from: string;
}

export function openPost(options: PostOptions): Post {
  // A start does without the mail library: the first letter waits for it.
  const smtp = late(async () => (await import('./smtp.ts')).openSmtp(options));
  return async (letter) => {
    let send: Post;
    try {
      send = await smtp();
    } catch (cause) {
      return {kind: 'later', cause};
    }
    return send(letter);
  };
}
