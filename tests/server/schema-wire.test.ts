/** Documents and pages of other versions, at a real server. */

import {openStore} from '@samenspel/server/store/open.ts';
import {SCHEMA_VERSION} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {until} from '../support/until.ts';
import {bareSocket, type SeededPerson, stockClient, wireServer} from '../support/wire.ts';

/** A server whose only document is of this version, with what its row says. */
async function serverWith(version: number) {
  const server = await wireServer();
  const store = await openStore(server.folder, Date.now);
  await store.db.updateTable('document').set({schema_version: version}).execute();
  const [amina] = server.people as [SeededPerson];
  const documentId = server.documentIds[0] ?? '';
  const numberNow = async () => {
    const row = await store.db
      .selectFrom('document')
      .select('schema_version')
      .executeTakeFirstOrThrow();
    return row.schema_version;
  };
  return {server, amina, documentId, numberNow, close: () => store.close()};
}

test('[R40] a document of an older version is of this one before anybody is let in', async () => {
  const {server, amina, documentId, numberNow, close} = await serverWith(1);
  const client = stockClient(server, amina, documentId);
  await until('synced', () => client.provider.synced);
  expect(await numberNow()).toBe(SCHEMA_VERSION);
  await close();
});

test('[R40] a document of a newer version is refused, and says of which one it is', async () => {
  const {server, amina, documentId, numberNow, close} = await serverWith(SCHEMA_VERSION + 7);
  const socket = await bareSocket(server, `/sync/${documentId}`, {cookie: amina.cookie});
  const said = new Promise<string>((resolve) => {
    socket.socket.once('close', (_code, text: Buffer) => resolve(text.toString()));
  });
  expect(await socket.closed).toBe(4409);
  expect(await said).toBe(`otherSchema ${SCHEMA_VERSION + 7}`);
  expect(socket.frames.filter(({type}) => type !== 'auth')).toEqual([]);
  expect(await numberNow()).toBe(SCHEMA_VERSION + 7);
  await close();
});

test('[R40] a page of an older version hears which one is spoken here', async () => {
  const server = await wireServer();
  const [amina] = server.people as [SeededPerson];
  const path = `/sync/${server.documentIds[0]}?schema=${SCHEMA_VERSION - 1}`;
  const {socket, closed} = await bareSocket(server, path, {cookie: amina.cookie});
  const said = new Promise<string>((resolve) => {
    socket.once('close', (_code, text: Buffer) => resolve(text.toString()));
  });
  expect(await closed).toBe(4409);
  expect(await said).toBe(`otherSchema ${SCHEMA_VERSION}`);
});
