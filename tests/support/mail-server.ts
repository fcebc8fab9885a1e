/** A real mail server in this process, which writes down what it is sent and can be told to be difficult. */

import type {AddressInfo} from 'node:net';
import {SMTPServer} from 'smtp-server';
import {onTestFinished} from 'vitest';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the line, quoted-printable undone. */
  readonly body: string;
  readonly subject: string;
}

/** What it does with the next letters; from the first on. */
export type Mood =
  | 'takes'
  /** 450 at the recipient. */
  | 'busy'
  /** 550 at the recipient. */
  | 'refuses'
  /** Takes the text and hangs up without an answer. */
  | 'hangs up';

export interface MailServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** How often somebody wanted to hand over a letter. */
  asked(): number;
  mood(mood: Mood): void;
}

export async function mailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let mood: Mood = 'takes';
  let asked = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      asked++;
      if (mood === 'busy') return done(Object.assign(new Error('Later'), {responseCode: 450}));
      if (mood === 'refuses') return done(Object.assign(new Error('No'), {responseCode: 550}));
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        received.push(read(raw, session.envelope));
        if (mood === 'hangs up') {
          for (const {_socket} of server.connections as ReadonlySet<{
            _socket: {destroy(): void};
          }>) {
            _socket.destroy();
          }
          return;
        }
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const {port} = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked: () => asked,
    mood: (next) => (mood = next),
  };
}

function read(
  raw: string,
  envelope: {mailFrom: false | {address: string}; rcptTo: readonly {address: string}[]},
): ReceivedMail {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({address}) => address),
    subject: /^Subject: (.*(?:\r\n\s.*)*)/m.exec(raw)?.[1] ?? '',
    body: Buffer.from(
      raw
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        ),
      'latin1',
    ).toString('utf8'),
  };
}
