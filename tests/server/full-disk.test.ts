import {execFileSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {seed, type StartedServer, startServer, temporaryFolder} from '../support/started-server.ts';
import {until} from '../support/until.ts';
import {type BareSocket, bareSocket, stockClient, type} from '../support/wire.ts';
import * as Y from 'yjs';

const prlimit = '/usr/bin/prlimit';

test.skipIf(!existsSync(prlimit))(
  '[R25] a full disk makes every screen read-only, loses nothing acknowledged, and passes by itself (skipped without prlimit)',
  async () => {
    const dataFolder = await temporaryFolder(onTestFinished);
    const {people, documents} = await seed(
      dataFolder,
      '--people',
      '2',
      '--documents',
      '2',
      '--words',
      '30',
    );
    const server = await startServer({dataFolder, example: false, cleanUp: onTestFinished});
    const [amina, bram] = people.map(({cookie}) => ({cookie}));
    const [one, two] = documents.map(({id}) => id);
    if (!amina || !bram || !one || !two) throw new Error('Seeded too little');

    const writer = await writing(server, one, amina.cookie);
    const elsewhere = await bareSocket(server, `/sync/${two}`, bram);
    writer.write('op tijd');
    await until('acknowledged', () => writer.isSaved());

    fill(server);
    writer.write(`te laat ${'x'.repeat(20_000)}`);
    await until('told here', () => noticesOf(writer.socket).includes('readonly'));
    await until('told in the other document', () => noticesOf(elsewhere).includes('readonly'));
    expect(writer.isSaved()).toBe(false);
    expect((await server.ask('/readyz')).status).toBe(503);
    expect((await server.ask('/healthz')).status).toBe(200);

    // Reading goes on, and shows what is on disk and nothing else.
    const reader = stockClient(server, {id: '', name: '', cookie: bram.cookie}, one);
    await until('read', () => reader.provider.synced);
    expect(reader.text()).toContain('op tijd');
    expect(reader.text()).not.toContain('te laat');
    const moments = await server.ask(`/api/documents/${one}/moments`, {cookie: bram.cookie});
    expect(moments.status).toBe(200);
    const create = {cookie: amina.cookie, body: {template: 'free'}};
    const lab = `/api/labs/${(await labOf(server, amina.cookie)).id}/documents`;
    const refused = await server.ask(lab, create);
    expect([refused.status, await refused.json()]).toMatchObject([
      503,
      {error: {code: 'unavailable'}},
    ]);

    empty(server);
    await until('told that it is over', () => noticesOf(writer.socket).at(-1) === 'writable');
    await until('acknowledged after all', () => writer.isSaved());
    await until('seen by others', () => reader.text().includes('te laat'));
    expect((await server.ask('/readyz')).status).toBe(200);
    expect((await server.ask(lab, create)).status).toBe(201);
    expect(await server.stop()).toBe(0);
  },
);

/** A hand-made client that answers questions, as ours does. */
async function writing(server: StartedServer, documentId: string, cookie: string) {
  const doc = new Y.Doc();
  const socket = await bareSocket(server, `/sync/${documentId}?client=${doc.clientID}`, {cookie});
  let sent = 0;
  const send = (kind: 'step2' | 'update', update: Uint8Array) => {
    sent++;
    socket.send({type: kind, update});
  };
  socket.onFrame((frame) => {
    if (frame.type === 'step1') send('step2', Y.encodeStateAsUpdate(doc, frame.stateVector));
  });
  doc.on('update', (update: Uint8Array) => send('update', update));
  await until('joined', () => socket.saved() === 1);
  return {
    socket,
    write: (words: string) => type(doc, words),
    isSaved: () => socket.saved() === sent,
  };
}

function noticesOf(socket: BareSocket): readonly string[] {
  return socket.frames.flatMap((frame) => (frame.type === 'notice' ? frame.notice.kind : []));
}

async function labOf(server: StartedServer, cookie: string): Promise<{id: string}> {
  const me = (await (await server.ask('/api/me', {cookie})).json()) as {labs: {id: string}[]};
  const [lab] = me.labs;
  if (!lab) throw new Error('In no lab');
  return lab;
}

/** From now on the write-ahead log can't grow: what a full disk does to it. */
function fill({pid, dataFolder}: StartedServer): void {
  setLimit(pid, String(statSync(join(dataFolder, 'samenspel.db-wal')).size));
}

function empty({pid}: StartedServer): void {
  setLimit(pid, 'unlimited');
}

function setLimit(pid: number, bytes: string): void {
  execFileSync(prlimit, ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}
