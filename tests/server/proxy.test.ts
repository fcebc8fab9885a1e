/** Whose word about an address is believed: that of the proxies that were named. */

import {isProxy, openAddresses} from '@samenspel/server/auth/address.ts';
import {readConfig} from '@samenspel/server/config.ts';
import {expect, onTestFinished, test} from 'vitest';
import {type StartedServer, startServer} from '../support/started-server.ts';

test('without named proxies everybody is who is on the line', () => {
  const addressOf = openAddresses([]);
  expect(addressOf('192.0.2.1', '203.0.113.9')).toBe('192.0.2.1');
  expect(addressOf('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
  expect(addressOf('::ffff:192.0.2.1', undefined)).toBe('192.0.2.1');
});

const ways: readonly (readonly [string, readonly string[], string, string | undefined, string])[] =
  [
    ['a named proxy is believed', ['10.0.0.5'], '10.0.0.5', '203.0.113.9', '203.0.113.9'],
    ['another is not', ['10.0.0.5'], '10.0.0.6', '203.0.113.9', '10.0.0.6'],
    ['nothing forwarded', ['10.0.0.5'], '10.0.0.5', undefined, '10.0.0.5'],
    [
      'what a visitor wrote before it',
      ['10.0.0.5'],
      '10.0.0.5',
      '1.1.1.1, 203.0.113.9',
      '203.0.113.9',
    ],
    ['two proxies', ['10.0.0.0/8'], '10.0.0.5', '1.1.1.1, 203.0.113.9,10.2.0.1', '203.0.113.9'],
    ['proxies only', ['10.0.0.0/8'], '10.0.0.5', '10.2.0.1', '10.2.0.1'],
    ['loopback', ['loopback'], '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['loopback over IPv6', ['loopback'], '::1', '2001:db8::9', '2001:db8::9'],
    [
      'IPv4 in the clothes of IPv6',
      ['loopback'],
      '::ffff:127.0.0.1',
      '::ffff:203.0.113.9',
      '203.0.113.9',
    ],
    ['a network of IPv6', ['2001:db8:1::/48'], '2001:db8:1::5', '2001:db8:2::9', '2001:db8:2::9'],
    ['a port behind it', ['loopback'], '127.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['brackets and a port', ['loopback'], '127.0.0.1', '[2001:db8::9]:4711', '2001:db8::9'],
    ['nonsense', ['loopback'], '127.0.0.1', '203.0.113.9, unknown', '127.0.0.1'],
  ];

for (const [what, proxies, socket, forwarded, expected] of ways) {
  test(`the address behind proxies: ${what}`, () => {
    expect(openAddresses(proxies)(socket, forwarded)).toBe(expected);
  });
}

test('TRUST_PROXY takes addresses, networks and loopback, and nothing else', () => {
  const {trustProxy} = readConfig([], {TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::/32,::1'});
  expect(trustProxy).toEqual(['loopback', '10.0.0.0/8', '2001:db8::/32', '::1']);
  const wrong = ['', 'proxy', '10.0.0', '10.0.0.0/33', '::/129', '10.0.0.0/8/8', '10.0.0.0/', '*'];
  expect(wrong.filter(isProxy)).toEqual([]);
});

test('behind a named proxy who guesses too often is stopped, and the others are not', async () => {
  const server = await startServer({cleanUp: onTestFinished, env: {TRUST_PROXY: 'loopback'}});
  expect(await guess(server, '203.0.113.1', 100)).toEqual([404]);
  expect(await guess(server, '203.0.113.1', 1)).toEqual([429]);
  expect(await guess(server, '198.51.100.7, 203.0.113.1', 1)).toEqual([429]);
  expect(await guess(server, '203.0.113.2', 1)).toEqual([404]);
});

test('nobody gets round that by naming an address to a server without proxies', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  expect(await guess(server, '203.0.113.1', 100)).toEqual([404]);
  expect(await guess(server, '203.0.113.2', 1)).toEqual([429]);
});

test('a meeting of hundreds behind one address signs in without being stopped', async () => {
  const server = await startServer({cleanUp: onTestFinished});
  const answers = new Set<number>();
  for (let person = 0; person < 300; person++) {
    const token = new URL(server.links.informal).hash.slice(1);
    answers.add((await server.ask('/api/sign-in/look', {body: {token}})).status);
  }
  expect([...answers]).toEqual([200]);
});

/** Tries wrong links; the different statuses it got. */
async function guess(server: StartedServer, forwarded: string, times: number) {
  const answers = new Set<number>();
  for (let time = 0; time < times; time++) {
    const headers = {'x-forwarded-for': forwarded};
    const body = {token: `wrong-${time}`};
    answers.add((await server.ask('/api/sign-in/look', {body, headers})).status);
  }
  return [...answers];
}
