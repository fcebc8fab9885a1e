/**
 * A server in small that dies at one point of its work, for good: SIGKILL, by its own hand. Its parts are
 * the real ones; only the ports between them are wrapped.
 */

import {writeSync} from 'node:fs';
import {openSealer} from '@samenspel/server/journal/sealer.ts';
import {seal} from '@samenspel/server/journal/seal.ts';
import type {Disk} from '@samenspel/server/store/disk.ts';
import {openClaims, openJournal} from '@samenspel/server/store/journal.ts';
import {openSeals} from '@samenspel/server/store/seals.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import type {Guest} from '@samenspel/server/sync/guest.ts';
import {openRooms} from '@samenspel/server/sync/rooms.ts';
import {systemClock} from '@samenspel/server/clock.ts';
import {type ClientId, decodeFrame, type PersonId} from '@samenspel/shared';
import {type DeathPoint, documentId, messagesOf, sealRows, writer} from './dying.ts';

const [folder = '', point = '', nth = '1'] = process.argv.slice(2);
let passes = 0;

function reach(here: DeathPoint): void {
  if (here === point && ++passes === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

const store = await openStore(folder, Date.now);

/** The disk, with a death behind every statement of sealing. */
const disk: Disk = {
  exclusively: store.exclusively,
  sqlite: new Proxy(store.sqlite, {
    get(sqlite, name) {
      if (name !== 'prepare') {
        const value: unknown = Reflect.get(sqlite, name, sqlite);
        return typeof value === 'function' ? value.bind(sqlite) : value;
      }
      return (sql: string) => {
        const statement = sqlite.prepare(sql);
        const run = statement.run.bind(statement);
        statement.run = (...values) => {
          const result = run(...values);
          if (sql.includes('into segment')) reach('segment written');
          if (sql.includes('into checkpoint')) reach('checkpoint written');
          if (sql.includes('into head')) reach('head written');
          if (sql.startsWith('delete from journal')) reach('rows deleted');
          return result;
        };
        return statement;
      };
    },
  }),
};

const journal = openJournal(store);
const seals = openSeals(disk, Date.now);
const sealer = openSealer({
  journal: {
    ...journal,
    async append(entries) {
      reach('before append');
      const seqs = await journal.append(entries);
      reach('appended');
      return seqs;
    },
  },
  seals: {
    ...seals,
    async take(...asked) {
      const unsealed = await seals.take(...asked);
      if (unsealed) reach('claimed');
      return unsealed;
    },
    async keep(sealed) {
      const kept = await seals.keep(sealed);
      reach('sealed');
      return kept;
    },
  },
  async work(unsealed) {
    const sealed = seal(unsealed);
    reach('segment made');
    return sealed;
  },
  sealRows,
  onError: (_documentId, error) => {
    throw error;
  },
});

// Time goes by faster than we write: a tick is complete once the next one begins.
let now = Date.UTC(2026, 2, 3, 12);
const clock = {...systemClock, now: () => (now += 700)};

const rooms = openRooms({
  ...{journal: sealer.journal, claims: openClaims(store), clock},
  limits: {roomIdleMs: 0, roomRestMs: 0, maxDocumentBytes: 0, maxDocumentStructs: 0},
  onError: (_documentId, error) => {
    throw error;
  },
  onWritable: () => undefined,
});

let acknowledged = 0;
let freed: (() => void) | null = null;

const sender = guest(writer.person, writer.clientId, (type, count) => {
  if (type !== 'saved') return;
  acknowledged = count;
  // At once, past every buffer: who hears this has been promised something.
  writeSync(1, `${count}\n`);
  freed?.();
});
const reader = guest('lezer1' as PersonId, 2 as ClientId, (type) => {
  if (type === 'update') reach('shown');
});

const room = await rooms.enter(documentId, sender);
await rooms.enter(documentId, reader);
let sent = 0;
for (const update of messagesOf()) {
  room.write(sender, update, false);
  sent++;
  // A few under way at a time, as from somebody who types.
  while (sent - acknowledged > 2) await new Promise<void>((resolve) => (freed = resolve));
}
await room.settled();
await sealer.settled();
writeSync(1, 'survived\n');
process.exit(0);

function guest(
  id: PersonId,
  clientId: ClientId,
  onFrame: (type: string, count: number) => void,
): Guest {
  const receive = (bytes: Uint8Array) => {
    const frame = decodeFrame(bytes);
    onFrame(frame.type, frame.type === 'saved' ? frame.count : 0);
  };
  return {
    person: {id, name: id, side: 'formal'},
    ...{sessionId: id, clientId, mayWrite: () => true, send: receive, answer: receive},
    close: (reason, why) => {
      throw new Error(`${reason}: ${why}`);
    },
  };
}
