/** Hands one letter to the mail server, and knows for sure what became of it, or that nobody knows. */

import {Readable} from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import {parseConnectionUrl} from 'nodemailer/lib/shared';
import SMTPConnection, {type SMTPEnvelope} from 'nodemailer/lib/smtp-connection';
import type {Delivery, Post, PostOptions} from './post.ts';

const connectMs = 20_000;
/** Shorter than a claim lives, so that nobody takes a letter for lost that is on its way. */
const silenceMs = 60_000;

export function openSmtp({smtpUrl, from}: PostOptions): Post {
  const {auth, ...server} = parseConnectionUrl(smtpUrl);
  return async (letter) => {
    const message = new MailComposer({from, ...letter}).compile();
    const body = await message.build();
    const {from: sender, to} = message.getEnvelope();
    let handedOver = false;
    const stream = Readable.from(
      (function* () {
        // Read only once the mail server has said that it listens.
        handedOver = true;
        yield body;
      })(),
      {objectMode: false},
    );
    const timeouts = {
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      dnsTimeout: connectMs,
    };
    const connection = new SMTPConnection({...server, ...timeouts, socketTimeout: silenceMs});
    try {
      await deliver(connection, auth, {from: sender, to}, stream);
      return {kind: 'taken'};
    } catch (cause) {
      return whatBecame(cause, handedOver);
    } finally {
      connection.close();
    }
  };
}

function deliver(
  connection: SMTPConnection,
  auth: Parameters<SMTPConnection['login']>[0],
  envelope: SMTPEnvelope,
  stream: Readable,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.connect((refused) => {
      if (refused) return reject(refused);
      const send = () =>
        connection.send(envelope, stream, (failed) => (failed ? reject(failed) : resolve()));
      if (!auth) return send();
      connection.login(auth, (failed) => (failed ? reject(failed) : send()));
    });
  });
}

function whatBecame(cause: unknown, handedOver: boolean): Delivery {
  const {responseCode, code} = cause as {responseCode?: unknown; code?: unknown};
  if (typeof responseCode === 'number') {
    // A wrong password is the operator's to mend; the letter can wait for that.
    return responseCode >= 500 && code !== 'EAUTH' ? {kind: 'refused'} : {kind: 'later', cause};
  }
  return {kind: handedOver ? 'unknown' : 'later', cause};
}
