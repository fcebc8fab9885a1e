/** Moments with a name, in SQLite and over HTTP beside the live text. */

import {createDocument} from '@samenspel/server/documents/store.ts';
import {openNamedVersions} from '@samenspel/server/history/named-versions-store.ts';
import {createLab, createMember} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import type {VersionView} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {namedVersionsContract} from '../contracts/named-versions.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';
import {until} from '../support/until.ts';
import {type SeededPerson, stockClient, wireServer} from '../support/wire.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;

describe('Named versions in SQLite', () => {
  namedVersionsContract(async () => {
    const {db} = await openTestStore(await temporaryFolder());
    const log = openLog({db, secret: 'secret', now: () => 5_000});
    const labId = await createLab(db, lab, 0);
    const amina = await createMember(db, labId, {name: 'A', side: 'formal', role: 'member'}, 0);
    const bram = await createMember(db, labId, {name: 'B', side: 'informal', role: 'member'}, 0);
    const text = {title: 'Plan', kind: 'plan', createdBy: amina, text: null} as const;
    return {
      ...{amina, bram, namedVersions: openNamedVersions({db, log})},
      documentId: await createDocument(db, {...text, labId}, 0),
      otherId: await createDocument(db, {...text, labId}, 0),
      personalId: await createDocument(db, {...text, labId, owner: amina}, 0),
      async told() {
        const entries = await log.page(labId, null, 20);
        return entries.map(({kind, words}) => [kind, words] as const);
      },
    };
  });
});

describe('Over HTTP', () => {
  async function written() {
    const server = await wireServer();
    const [one, other] = server.people as [SeededPerson, SeededPerson];
    const documentId = server.documentIds[0] ?? '';
    const first = stockClient(server, one, documentId);
    await until('joined', () => first.provider.synced);
    const path = `/api/documents/${documentId}`;
    const ask = (person: SeededPerson, method: string, rest: string, body?: unknown) =>
      fetch(server.url + path + rest, {
        method,
        headers: {cookie: person.cookie, 'content-type': 'application/json'},
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      });
    return {server, one, other, first, ask};
  }

  const headOf = async (ask: Awaited<ReturnType<typeof written>>['ask'], person: SeededPerson) => {
    const {moments} = (await (await ask(person, 'GET', '/moments')).json()) as {
      moments: readonly {seq: number}[];
    };
    return moments[0]?.seq ?? 0;
  };

  test('the moment of now gets a name that everybody sees', async () => {
    const {one, other, first, ask} = await written();
    first.type('hallo');
    await until('on disk', async () => (await headOf(ask, one)) === 1);
    const words = {name: '  Eerste   opzet ', note: 'Voor de buurt', seq: null};
    const made = await ask(one, 'POST', '/versions', words);
    expect(made.status).toBe(201);
    const answer = (await (await ask(other, 'GET', '/versions')).json()) as {
      versions: readonly VersionView[];
    };
    expect(answer.versions).toMatchObject([
      {seq: 1, name: 'Eerste opzet', note: 'Voor de buurt', by: {name: one.name}},
    ]);
  });

  test('a moment that never was gets no name', async () => {
    const {one, first, ask} = await written();
    first.type('hallo');
    await until('on disk', async () => (await headOf(ask, one)) === 1);
    expect((await ask(one, 'POST', '/versions', {name: 'Ooit', seq: 99})).status).toBe(404);
    expect((await ask(one, 'POST', '/versions', {name: '   ', seq: 1})).status).toBe(400);
  });

  test('[R51] a moment is looked at beforehand, put back live, and taken back', async () => {
    const {server, one, other, first, ask} = await written();
    const second = stockClient(server, other, server.documentIds[0] ?? '');
    await until('joined', () => second.provider.synced);
    first.type('hallo');
    await until('seen', () => second.text() === 'hallo');
    // Another second: a moment is the end of one.
    const named = (await (
      await ask(one, 'POST', '/versions', {name: 'Toen', seq: null})
    ).json()) as VersionView;
    second.type('dag');
    await until('seen', () => first.text() === 'hallo|dag');

    const preview = (await (await ask(one, 'GET', `/restore?seq=${named.seq}`)).json()) as {
      leaving: readonly {text: string; by: readonly {name: string}[]}[];
    };
    expect(preview.leaving).toMatchObject([{text: 'dag', by: [{name: other.name}]}]);
    expect(first.text()).toBe('hallo|dag');

    const scope = {kind: 'everything'};
    const done = await ask(one, 'POST', '/restore', {seq: named.seq, scope});
    const {back} = (await done.json()) as {back: number};
    await until('put back', () => second.text() === 'hallo');
    await ask(other, 'POST', '/restore', {seq: back, scope});
    await until('taken back', () => first.text() === 'hallo|dag');
  });
});
