/** A session in use lives on; when, is asked without better-auth, and answered as it would. */

import {openAuth} from '@samenspel/server/auth/auth.ts';
import {startEngine} from '@samenspel/server/auth/engine.ts';
import {systemClock} from '@samenspel/server/clock.ts';
import type {PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {addPeople, openTestStore, temporaryFolder} from '../support/store.ts';

const person = 'aaaaaaaaaaaaaaaaaaaaaa' as PersonId;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Nobody's clock passes it while the test asks. */
const marginMs = 60_000;

/** What is left of a session; null for one that was ended. */
const lefts: readonly (number | null)[] = [
  ...[30 * dayMs, 29 * dayMs + hourMs, 29 * dayMs + marginMs, 29 * dayMs - marginMs],
  ...[28 * dayMs, dayMs, marginMs, -1, -dayMs, null],
];

async function openSignIn() {
  const store = await openTestStore(await temporaryFolder());
  await addPeople(store, [person]);
  const deps = {
    ...{db: store.db, clock: systemClock},
    ...{secret: 's'.repeat(43), publicUrl: 'http://localhost'},
  };
  const auth = openAuth(deps);
  return {
    auth,
    engine: startEngine(deps),
    /** The headers of a new session with this much left. */
    async session(leftMs: number | null): Promise<Headers> {
      const before = await store.db.selectFrom('session').select('id').execute();
      const cookie = await auth.cookieFor(person);
      const mine = store.db.selectFrom('session').select('id');
      const {id} = await mine
        .where('id', 'not in', ['', ...before.map((row) => row.id)])
        .executeTakeFirstOrThrow();
      if (leftMs === null) await store.db.deleteFrom('session').where('id', '=', id).execute();
      const expiresAt = new Date(Date.now() + (leftMs ?? 0)).toISOString();
      await store.db.updateTable('session').set({expiresAt}).where('id', '=', id).execute();
      return new Headers({cookie});
    },
  };
}

test('a session is renewed when better-auth would renew it, and not before', async () => {
  const {auth, engine, session} = await openSignIn();
  for (const left of lefts) {
    const asked = await session(left);
    const {headers} = await engine.api.getSession({headers: asked, returnHeaders: true});
    const theirs = headers.getSetCookie().map(shapeOf);
    const ours = (await auth.renew(await session(left))).map(shapeOf);
    expect([left, ours]).toEqual([left, theirs]);
  }
});

test('a session that better-auth knows nothing of signs nobody in here', async () => {
  const {auth, engine, session} = await openSignIn();
  for (const left of lefts) {
    const headers = await session(left);
    const ours = await auth.authenticate(headers);
    const theirs = await engine.api.getSession({headers, query: {disableRefresh: true}});
    expect([left, ours?.personId]).toEqual([left, theirs?.user.id]);
  }
});

test('a cookie that somebody changed is worth nothing to either', async () => {
  const {auth, engine, session} = await openSignIn();
  const cookie = (await session(30 * dayMs)).get('cookie') ?? '';
  const [name = '', value = ''] = cookie.split('=');
  const [token = '', signature = ''] = value.split('.');
  const changed = [
    `${name}=${token}`,
    `${name}=${token}.`,
    `${name}=x${value}`,
    `${name}=${token}.${encodeURIComponent(Buffer.alloc(32).toString('base64'))}`,
    `${name}=${token}.${signature.slice(0, 20)}`,
    `${name}=%`,
    `other=${value}`,
  ];
  for (const one of changed) {
    const headers = new Headers({cookie: one});
    const theirs = await engine.api.getSession({headers});
    expect([one, await auth.authenticate(headers), theirs]).toEqual([one, null, null]);
    expect([one, await auth.renew(headers)]).toEqual([one, []]);
  }
  const headers = new Headers({cookie});
  expect((await auth.authenticate(headers))?.personId).toBe(person);
  expect((await engine.api.getSession({headers}))?.user.id).toBe(person);
});

/** What a cookie says, without whose it is. */
function shapeOf(cookie: string): string {
  return cookie.replace(/=[^;]*/, '');
}
