/** Takes the port before anything on disk is touched; requests wait until there is an answer to give. */

import type {IncomingMessage, Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';
import {createAdaptorServer} from '@hono/node-server';
import {StartError} from './start-error.ts';

export interface Answers {
  fetch(request: Request, env: unknown): Response | Promise<Response>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface Listening {
  /** The port that was taken, also when any would do. */
  readonly port: number;
  /** From now on requests are answered. */
  answerWith(answers: Answers): void;
  /** Takes no new connections and ends those that have nothing under way. */
  close(): Promise<void>;
}

/** @throws StartError when the port is taken or the address is not ours */
export async function listen(port: number, host: string): Promise<Listening> {
  const ready = Promise.withResolvers<Answers>();
  const server = createAdaptorServer({
    fetch: async (request, env) => (await ready.promise).fetch(request, env),
  }) as Server;
  server.on('upgrade', (request, socket, head) => {
    // A client that hangs up while it waits is no reason to fall over.
    socket.on('error', () => socket.destroy());
    void ready.promise.then(({upgrade}) => upgrade(request, socket, head));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new StartError(explain(cause, port, host), {cause})));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: ready.resolve,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function explain(cause: Error, port: number, host: string): string {
  const code = 'code' in cause ? cause.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return `Poort ${port} is al in gebruik. Kies een andere met --port.`;
    case 'EACCES':
      return `Poort ${port} mag dit programma niet gebruiken. Kies een andere met --port.`;
    default:
      return `Luisteren op ${host} lukt niet. Kies een ander adres met --host.`;
  }
}
