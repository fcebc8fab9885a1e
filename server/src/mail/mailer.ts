/** Takes letters from the queue one by one and sends them; what fails comes back later, each time later. */

import type {Kysely} from 'kysely';
import type {Clock} from '../clock.ts';
import type {Logger} from '../logger.ts';
import type {Tables} from '../store/tables.ts';
import type {LetterWriter, Mailer, MailKind} from './mail.ts';
import type {Post} from './post.ts';
import {type ClaimedMail, openMailQueue} from './queue.ts';

export interface MailerDeps {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** null without a mail server. */
  readonly post: Post | null;
  readonly writers: Readonly<Record<MailKind, LetterWriter>>;
}

const minute = 60_000;
/** How long after each attempt that failed. */
const waits = [1, 5, 20, 60, 4 * 60, 12 * 60].map((minutes) => minutes * minute);
/** After this a letter tells what nobody waits for any more. */
const worthMs: Readonly<Record<MailKind, number>> = {
  address: 3 * 24 * 60 * minute,
  sign_in: 60 * minute,
  invitation: 3 * 24 * 60 * minute,
  news: 2 * 24 * 60 * minute,
};
/** For letters that another process put in the queue. */
const lookAgainMs = minute;
/** How long closing waits for a letter that is on its way. */
const goodbyeMs = 3_000;

export function openMailer({db, clock, logger, post, writers}: MailerDeps): Mailer {
  if (!post) return withoutMail(logger);
  const queue = openMailQueue(db, clock.now);
  let stopTimer: (() => void) | null = null;
  let working: Promise<void> | null = null;
  let again = false;
  let closed = false;

  /** Starts a round, or another one after the one that is under way. */
  function start(): void {
    if (closed) return;
    if (working) {
      again = true;
      return;
    }
    stopTimer?.();
    working = round()
      .catch((err: unknown) => {
        logger.error({err}, 'the mail could not be looked after');
        return null;
      })
      .then((nextAt) => {
        working = null;
        if (closed) return;
        const ms = again ? 0 : Math.min(lookAgainMs, (nextAt ?? Infinity) - clock.now());
        again = false;
        stopTimer = clock.after(Math.max(0, ms), start);
      });
  }

  async function round(): Promise<number | null> {
    for (const kind of await queue.removeLost()) {
      logger.warn({kind}, 'a mail may not have been sent');
    }
    for (;;) {
      const mail = closed ? null : await queue.claim();
      if (!mail) return queue.nextAt();
      await handle(mail);
    }
  }

  async function handle(mail: ClaimedMail): Promise<void> {
    const {id, kind, address} = mail;
    if (clock.now() - mail.createdAt > worthMs[kind]) return giveUp(mail);
    const letter = await writers[kind](mail).catch(async (err: unknown) => {
      await later(mail, err);
      return undefined;
    });
    if (letter === undefined) return;
    if (letter === null) return queue.remove(id);
    const delivery = await (post as Post)({...letter, to: address});
    switch (delivery.kind) {
      case 'taken':
        logger.info({kind}, 'a mail was sent');
        return queue.remove(id);
      case 'refused':
        logger.warn({kind}, 'a mail was refused for good');
        return queue.remove(id);
      case 'unknown':
        logger.warn({kind, err: delivery.cause}, 'a mail may not have been sent');
        return queue.remove(id);
      case 'later':
        return later(mail, delivery.cause);
    }
  }

  async function later(mail: ClaimedMail, err: unknown): Promise<void> {
    const wait = waits[mail.attempts - 1];
    if (wait === undefined) return giveUp(mail);
    logger.warn({kind: mail.kind, attempts: mail.attempts, err}, 'a mail could not be sent yet');
    await queue.putBack(mail.id, clock.now() + wait);
  }

  async function giveUp({id, kind, attempts}: ClaimedMail): Promise<void> {
    logger.error({kind, attempts}, 'a mail was not sent');
    await queue.remove(id);
  }

  start();
  return {
    offered: true,
    add: (trx, mail) => queue.add(trx, mail),
    wake: start,
    async close() {
      closed = true;
      stopTimer?.();
      if (!working) return;
      // What is still on its way then stays claimed, so that it is not sent twice.
      let stop: () => void = () => undefined;
      const tired = new Promise<void>((resolve) => (stop = clock.after(goodbyeMs, resolve)));
      await Promise.race([working, tired]);
      stop();
    },
  };
}

function withoutMail(logger: Logger): Mailer {
  return {
    offered: false,
    add(_trx, {kind}) {
      logger.info({kind}, 'a mail was not sent: there is no SMTP_URL');
      return Promise.resolve();
    },
    wake: () => undefined,
    close: () => Promise.resolve(),
  };
}
