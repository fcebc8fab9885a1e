/** Accepts sockets: who is asking, for which document, with what right; then leaves them to a room. */

import {can, type DocumentId, encodeFrame} from '@samenspel/shared';
import {type WebSocket, WebSocketServer} from 'ws';
import type {Asker, Authenticate, Principal, Standing, StandingIn} from '../auth/principal.ts';
import type {Clock} from '../clock.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import {type BringUp, NewerSchema} from '../schema/bring-up.ts';
import {openBuilder} from './builder.ts';
import {type Connection, type ConnectionLimits, endSocket, openConnection} from './connection.ts';
import type {DocumentLimits} from './document-size.ts';
import {type Handshake, readHandshake} from './handshake.ts';
import {isOwnOrigin} from './origin.ts';
import {openRooms} from './rooms.ts';
import type {Sync} from './sync.ts';

export interface SyncDeps {
  readonly journal: Journal;
  readonly claims: Claims;
  readonly bringUp: BringUp;
  readonly authenticate: Authenticate;
  readonly standing: StandingIn;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly config: SyncConfig;
  /** Goes up with every restore; clients of another one hold text that the server doesn't know. */
  readonly epoch: number;
}

export interface SyncLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface SyncConfig extends ConnectionLimits, DocumentLimits {
  readonly publicUrl: string;
  readonly maxFrameBytes: number;
  readonly maxConnectionsPerPerson: number;
  readonly roomIdleMs: number;
  readonly roomRestMs: number;
}

/** What a connection was opened for, and by whom. */
interface Opened {
  readonly documentId: DocumentId;
  readonly asker: Asker;
}

type Welcome = Extract<Handshake, {kind: 'welcome'}>;

const pingMs = 30_000;
/** How long a closing server waits for its clients to say goodbye. */
const goodbyeMs = 2_000;

export function openSync(deps: SyncDeps): Sync {
  const {journal, claims, bringUp, authenticate, standing, clock, logger, config} = deps;
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: config.maxFrameBytes,
  });
  const connections = new Map<Connection, Opened>();
  const alive = new WeakSet<WebSocket>();
  let unwritableSince: number | null = null;
  let closing = false;
  let rechecks = 0;
  let renames = 0;

  const builder = openBuilder();
  const rooms = openRooms({
    ...{journal, claims, bringUp, clock, builder, limits: config},
    onError: (documentId, err) => logger.error({documentId, err}, 'a room had to be closed'),
    onWritable(writable, err) {
      if (!writable && unwritableSince === null) {
        unwritableSince = clock.now();
        logger.error({err}, 'the journal can not be written');
      }
      if (writable && unwritableSince !== null) {
        logger.info({ms: clock.now() - unwritableSince}, 'the journal can be written again');
        unwritableSince = null;
      }
    },
  });

  async function admit(socket: WebSocket, headers: Headers, handshake: Handshake): Promise<void> {
    const called = renames;
    const principal = await authenticate(headers);
    if (!principal) return endSocket(socket, 'signedOut', clock);
    if (handshake.kind === 'refused') return endSocket(socket, handshake.reason, clock);
    const known = rechecks;
    const stands = await standing(principal, handshake.documentId);
    if (!stands || !can(stands.role, 'document.read')) return endSocket(socket, 'notFound', clock);
    if (tooMany(principal)) return endSocket(socket, 'tryLater', clock);
    if (handshake.clientIds.length > 0) await claim(handshake, principal);
    if (closing) return endSocket(socket, 'restarting', clock);
    const {documentId, clientIds} = handshake;
    const connection = openConnection({
      ...{socket, clock, limits: config, sessionId: principal.sessionId},
      person: {id: principal.personId, name: principal.name, side: stands.side},
      clientId: clientIds[0] ?? null,
      onRefused: (reason, why) => logger.warn({documentId, reason, why}, 'a connection was ended'),
    });
    connection.setMayWrite(mayWrite(stands));
    if (renames !== called)
      connection.setName((await authenticate(headers))?.name ?? principal.name);
    await welcome(socket, connection, {documentId, asker: principal});
    // A right may have changed between asking for it and being one of the connections to look at again.
    if (rechecks !== known) await recheck(connection, {documentId, asker: principal});
  }

  /** An id that somebody else has stays theirs; writing under it will be refused. */
  async function claim({documentId, clientIds}: Welcome, {personId}: Principal): Promise<void> {
    const found = await claims.claim(documentId, clientIds, personId);
    const owners = rooms.find(documentId)?.owners;
    clientIds.forEach((clientId, index) => owners?.set(clientId, found[index] ?? personId));
  }

  async function welcome(socket: WebSocket, connection: Connection, opened: Opened): Promise<void> {
    connections.set(connection, opened);
    const room = await rooms.enter(opened.documentId, connection);
    const left = () => {
      connections.delete(connection);
      rooms.leave(room, connection);
    };
    // It may have gone while the document was opened.
    if (socket.readyState !== socket.OPEN) return left();
    socket.once('close', left);
    connection.listen(room);
    socket.resume();
  }

  function tooMany({personId}: Principal): boolean {
    const limit = config.maxConnectionsPerPerson;
    if (limit === 0) return false;
    let count = 0;
    for (const {person} of connections.keys()) if (person.id === personId) count++;
    return count >= limit;
  }

  const pinging = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, pingMs);

  return {
    epoch: deps.epoch,
    upgrade(request, socket, head) {
      const handshake = closing ? null : readHandshake(request.url ?? '', deps.epoch);
      if (!handshake) return refuse(socket, closing ? '503 Service Unavailable' : '404 Not Found');
      if (!isOwnOrigin(request.headers.origin, request.headers.host, config.publicUrl)) {
        logger.warn({}, 'an upgrade from a foreign origin was refused');
        return refuse(socket, '403 Forbidden');
      }
      server.handleUpgrade(request, socket, head, (ws) => {
        // Nothing is read before it is known who writes.
        ws.pause();
        alive.add(ws);
        ws.on('pong', () => alive.add(ws));
        ws.on('error', (err) => logger.warn({err: err.message}, 'a socket failed'));
        admit(ws, new Headers({cookie: request.headers.cookie ?? ''}), handshake).catch(
          (err: unknown) => {
            if (err instanceof NewerSchema) {
              return endSocket(ws, 'otherSchema', clock, err.version);
            }
            logger.error({err}, 'a connection could not be opened');
            endSocket(ws, 'tryLater', clock);
          },
        );
      });
    },
    edit: (documentId, update, sender) => rooms.edit(documentId, update, sender),
    notify: (documentId, notice) => rooms.find(documentId)?.notify(notice),
    present(documentId) {
      const people =
        rooms
          .find(documentId)
          ?.guests()
          .map(({person}) => person.id) ?? [];
      return [...new Set(people)];
    },
    renamed(personId, name) {
      renames++;
      for (const [connection, {asker, documentId}] of connections) {
        if (asker.personId !== personId) continue;
        connection.setName(name);
        const room = rooms.find(documentId);
        room?.renamed(connection);
        room?.notify({kind: 'renamed'});
      }
    },
    signedOut(sessionId) {
      for (const connection of connections.keys()) {
        if (connection.sessionId === sessionId) connection.close('signedOut', 'signed out');
      }
    },
    recheck: (documentId) => recheckAll((opened) => opened.documentId === documentId),
    recheckPerson: (personId) => recheckAll(({asker}) => asker.personId === personId),
    deleted(documentId) {
      rechecks++;
      for (const [connection, opened] of connections) {
        if (opened.documentId === documentId) connection.close('notFound', 'deleted for good');
      }
    },
    writable: () => unwritableSince === null,
    async close() {
      closing = true;
      clearInterval(pinging);
      for (const socket of server.clients) socket.pause();
      await rooms.close();
      await builder.close();
      const gone = [...server.clients].map((socket) => goodbye(socket));
      await Promise.all(gone);
    },
  };

  function recheckAll(concerned: (opened: Opened) => boolean): void {
    rechecks++;
    for (const [connection, opened] of connections) {
      if (concerned(opened)) void recheck(connection, opened);
    }
  }

  async function recheck(connection: Connection, {documentId, asker}: Opened): Promise<void> {
    try {
      const stands = await standing(asker, documentId);
      if (!stands || !can(stands.role, 'document.read')) {
        return connection.close('rightWithdrawn', 'the right was withdrawn');
      }
      if (stands.side !== connection.person.side) {
        return connection.close('tryLater', 'comes back on the other side');
      }
      if (mayWrite(stands) === connection.mayWrite()) return;
      connection.setMayWrite(mayWrite(stands));
      connection.send(encodeFrame({type: 'notice', notice: {kind: 'rights'}}));
    } catch (err) {
      logger.error({err, documentId}, 'a right could not be looked up');
      connection.close('tryLater', 'the right could not be looked up');
    }
  }

  function goodbye(socket: WebSocket): Promise<void> {
    return new Promise((resolve) => {
      const stop = clock.after(goodbyeMs, () => socket.terminate());
      socket.once('close', () => {
        stop();
        resolve();
      });
      endSocket(socket, 'restarting', clock);
    });
  }
}

function mayWrite({role, archived, closed}: Standing): boolean {
  return can(role, 'document.write') && !archived && !closed;
}

function refuse(socket: {end(text: string): void}, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
