/** The built client as browsers get it. */

import {mkdir, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {brotliCompressSync, brotliDecompressSync, gunzipSync} from 'node:zlib';
import {pages} from '@samenspel/server/pages.ts';
import {expect, test} from 'vitest';
import {temporaryFolder} from '../support/store.ts';

const page = '<!doctype html><title>Samenspel</title>';
const script = 'console.log("samen");'.repeat(500);

async function builtClient() {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets', 'index-abc.js'), script);
  await writeFile(join(folder, 'assets', 'letters-abc.woff2'), 'letters');
  return {folder, app: pages(folder)};
}

test('answers every address of the client with its one page, never from a cache', async () => {
  const {app} = await builtClient();
  for (const path of ['/', '/inloggen', '/labs/abc', '/documenten/abc/geschiedenis']) {
    const answer = await app.request(path);
    expect([path, await answer.text()]).toEqual([path, page]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

test('answers hashed files for ever, compressed as the browser likes', async () => {
  const {app} = await builtClient();
  const get = (accepted: string) =>
    app.request('/assets/index-abc.js', {headers: {'accept-encoding': accepted}});
  const [br, gz, plain] = await Promise.all([get('gzip, deflate, br'), get('gzip'), get('')]);
  expect(br.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(script);
  expect(gz.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await gz.arrayBuffer()).toString()).toBe(script);
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(script);
  for (const answer of [br, gz, plain]) {
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  }
});

test('answers the smaller file that was built beside one, unless that was changed since', async () => {
  const {app, folder} = await builtClient();
  const [path, beside] = ['index.html', 'index.html.br'].map((name) => join(folder, name));
  const get = () => app.request('/', {headers: {'accept-encoding': 'br'}});
  await writeFile(beside ?? '', brotliCompressSync('beside'));
  await utimes(path ?? '', 1_000, 1_000);
  await utimes(beside ?? '', 1_000, 1_000);
  expect(brotliDecompressSync(await (await get()).arrayBuffer()).toString()).toBe('beside');
  expect(await (await app.request('/')).text()).toBe(page);
  await utimes(path ?? '', 1_001, 1_001);
  expect(brotliDecompressSync(await (await get()).arrayBuffer()).toString()).toBe(page);
});

test('leaves alone what is compressed by itself', async () => {
  const {app} = await builtClient();
  const answer = await app.request('/assets/letters-abc.woff2', {
    headers: {'accept-encoding': 'br'},
  });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe('letters');
});

test('a page that is built anew while the server runs is the one that is answered', async () => {
  const {app, folder} = await builtClient();
  await (await app.request('/')).text();
  await writeFile(join(folder, 'index.html'), `${page}<p>Nieuw</p>`);
  expect(await (await app.request('/')).text()).toContain('Nieuw');
});

test('says so in words when the client was not built', async () => {
  const answer = await pages(await temporaryFolder()).request('/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('pnpm start');
});
