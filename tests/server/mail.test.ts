/** Letters: they wait in the database, go out once, and never to who has lost the right. */

import {seal, unseal} from '@samenspel/server/mail/seal.ts';
import {addressWords, invitationWords, signInWords} from '@samenspel/server/mail/words.ts';
import type {InvitationMade} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {type MailServer, mailServer} from '../support/mail-server.ts';
import {cookieOf, type MovedServer, movedServer} from '../support/moved-server.ts';
import {tokenOf} from '../support/started-server.ts';
import {until} from '../support/until.ts';

const minute = 60_000;
const hour = 60 * minute;
const from = 'Samenspel <lab@voorbeeld.nl>';

test('an invitation is mailed with the link that was shown, and nothing of it stays', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  const {link} = await invite(server, 'nadia@voorbeeld.nl');
  await until(
    'the letter came and the queue is as expected',
    () => waiting(server) === 0 && post.received.length === 1,
  );
  const [mail] = post.received;
  expect(mail).toMatchObject({from: 'lab@voorbeeld.nl', to: ['nadia@voorbeeld.nl']});
  expect(mail?.subject).toContain('Amina');
  expect(mail?.body).toContain('text/plain');
  expect(mail?.body).toContain('text/html');
  expect(mail?.body.split(link).length).toBeGreaterThan(2);
  const joined = await server.ask('/api/invitations/accept', {
    body: {token: tokenOf(link), name: 'Nadia'},
  });
  expect(joined.status).toBe(200);
  expect(JSON.stringify(server.logged)).not.toMatch(/nadia|Amina|meedoen|voorbeeld\.nl/i);
});

test('[R32] while it waits, the token of a mailed invitation is closed away', async () => {
  const post = await mailServer();
  post.mood('busy');
  const server = await withMail(post.url);
  const {link} = await invite(server, 'nadia@voorbeeld.nl');
  await until('the letter was put back', () => released(server) === 1);
  const rows = server.database().prepare('select * from mail').all();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(tokenOf(link));
});

test('what the mail server can’t take now goes later, each time a longer while', async () => {
  const post = await mailServer();
  post.mood('busy');
  const server = await withMail(post.url);
  await invite(server, 'nadia@voorbeeld.nl');
  await until('the letter was put back', () => released(server) === 1);
  const waitOf = () =>
    (
      server.database().prepare('select next_at - created_at as wait from mail').get() as {
        wait: number;
      }
    ).wait;
  const first = waitOf();
  expect(first).toBeGreaterThanOrEqual(minute);
  server.later(2 * minute);
  await until(
    'the letter was put back and it was tried',
    () => post.asked() === 2 && released(server) === 1,
  );
  expect(waitOf()).toBeGreaterThan(2 * first);
  post.mood('takes');
  server.later(10 * minute);
  await until(
    'the letter came and the queue is as expected',
    () => post.received.length === 1 && waiting(server) === 0,
  );
  expect(post.asked()).toBe(3);
});

test('a letter that waits survives a restart', async () => {
  const post = await mailServer();
  post.mood('busy');
  const first = await withMail(post.url);
  await invite(first, 'nadia@voorbeeld.nl');
  await until('the letter was put back', () => released(first) === 1);
  await first.close();
  post.mood('takes');
  const second = await withMail(post.url, first.folder);
  expect(post.received).toHaveLength(0);
  second.later(2 * minute);
  await until('the letter came', () => post.received.length === 1);
});

test('what the mail server refuses for good is not tried again', async () => {
  const post = await mailServer();
  post.mood('refuses');
  const server = await withMail(post.url);
  await invite(server, 'nadia@voorbeeld.nl');
  await until('the queue is as expected', () => waiting(server) === 0);
  server.later(hour);
  await invite(server, 'ander@voorbeeld.nl');
  await until(
    'the queue is as expected and it was tried',
    () => post.asked() === 2 && waiting(server) === 0,
  );
  expect(messages(server)).toContain('a mail was refused for good');
});

test('never doubled: a letter whose answer got lost is not sent again', async () => {
  const post = await mailServer();
  post.mood('hangs up');
  const server = await withMail(post.url);
  await invite(server, 'nadia@voorbeeld.nl');
  await until('the queue is as expected', () => waiting(server) === 0);
  post.mood('takes');
  server.later(24 * hour);
  await invite(server, 'ander@voorbeeld.nl');
  await until('the letter came', () => post.received.length === 2);
  expect(post.received.map(({to}) => to[0])).toEqual(['nadia@voorbeeld.nl', 'ander@voorbeeld.nl']);
  expect(messages(server)).toContain('a mail may not have been sent');
});

test('never doubled: what another process claimed is left alone, and let go of when it died', async () => {
  const post = await mailServer();
  post.mood('busy');
  const first = await withMail(post.url);
  await invite(first, 'nadia@voorbeeld.nl');
  await until('the letter was put back', () => released(first) === 1);
  await first.close();
  first.database().prepare('update mail set claimed_at = ?, next_at = 0').run(Date.now());
  post.mood('takes');
  const second = await withMail(post.url, first.folder);
  await invite(second, 'ander@voorbeeld.nl');
  await until('the letter came', () => post.received.length === 1);
  await until('only what another one claimed waits', () => waiting(second) === 1);
  second.later(11 * minute);
  await until('the queue is as expected', () => waiting(second) === 0);
  expect(post.received.map(({to}) => to[0])).toEqual(['ander@voorbeeld.nl']);
  expect(messages(second)).toContain('a mail may not have been sent');
});

test('never to who lost the right: what was taken back meanwhile is not mailed', async () => {
  const post = await mailServer();
  post.mood('busy');
  const server = await withMail(post.url);
  const {invitation} = await invite(server, 'nadia@voorbeeld.nl');
  await until('the letter was put back', () => released(server) === 1);
  const cookie = server.seeded.people[1]?.cookie ?? '';
  await server.ask(`/api/invitations/${invitation.id}/withdraw`, {cookie, method: 'POST'});
  post.mood('takes');
  server.later(2 * minute);
  await until('the queue is as expected', () => waiting(server) === 0);
  expect([post.asked(), post.received.length]).toEqual([1, 0]);
});

test('a mailed link signs in who gave the address, everybody who shares it by name', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  for (const {cookie} of server.seeded.people) await confirmedAddress(server, post, cookie);
  const asked = await server.ask('/api/sign-in/mail', {body: {address: ' Thuis@voorbeeld.nl'}});
  expect(asked.status).toBe(204);
  await until(
    'the letter came and the queue is as expected',
    () => post.received.length === 3 && waiting(server) === 0,
  );
  const links = [...(post.received[2]?.body.matchAll(/^(http\S+\/inloggen#\w+)\r?$/gm) ?? [])];
  const names: string[] = [];
  for (const [, link = ''] of links) {
    const answer = await server.ask('/api/sign-in', {body: {token: tokenOf(link)}});
    const me = await server.ask('/api/me', {cookie: cookieOf(answer)});
    names.push(((await me.json()) as {name: string}).name);
  }
  expect(names.toSorted()).toEqual(['Amina', 'Bart']);
});

test('[R32] asking for a mail answers the same for an address that nobody gave, and does the same', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  await confirmedAddress(server, post, server.seeded.people[0]?.cookie ?? '');
  const before = post.asked();
  post.mood('busy');
  const answers: unknown[] = [];
  for (const address of ['thuis@voorbeeld.nl', 'onbekend@voorbeeld.nl']) {
    const answer = await server.ask('/api/sign-in/mail', {body: {address}});
    answers.push([answer.status, await answer.text(), answer.headers.getSetCookie()]);
  }
  expect(answers[0]).toEqual([204, '', []]);
  expect(answers[1]).toEqual(answers[0]);
  // The answer is given before anybody looks who it is for: until then the rows are alike.
  await until(
    'the letter was put back and the queue is as expected',
    () => released(server) === 1 && waiting(server) === 1,
  );
  expect(post.asked() - before).toBe(1);
});

test('[R32] no mailbox is filled by asking, and nobody asks for ever', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  await confirmedAddress(server, post, server.seeded.people[0]?.cookie ?? '');
  const ask = async (address: string) =>
    (await server.ask('/api/sign-in/mail', {body: {address}})).status;
  const answers: number[] = [];
  while (answers.length < 10) answers.push(await ask('thuis@voorbeeld.nl'));
  expect(new Set(answers)).toEqual(new Set([204]));
  await until('the queue is as expected', () => waiting(server) === 0);
  expect(post.received).toHaveLength(1 + 3);
  while (answers.length < 60) answers.push(await ask(`adres${answers.length}@voorbeeld.nl`));
  expect(await ask('nog-een@voorbeeld.nl')).toBe(429);
});

test('a link asked for by mail is no use once the address was taken back', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  const cookie = server.seeded.people[0]?.cookie ?? '';
  await confirmedAddress(server, post, cookie);
  post.mood('busy');
  await server.ask('/api/sign-in/mail', {body: {address: home}});
  await until('the letter was put back', () => released(server) === 1);
  await server.ask('/api/me/address', {cookie, method: 'PUT', body: {address: null}});
  post.mood('takes');
  server.later(2 * minute);
  await until('the queue is as expected', () => waiting(server) === 0);
  expect(post.received).toHaveLength(1);
});

test('[R32] no link is mailed to an address before its reader said that it is theirs', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  const cookie = server.seeded.people[0]?.cookie ?? '';
  expect(await giveAddress(server, cookie)).toBe(204);
  expect(await addressOf(server, cookie)).toEqual({address: home, confirmed: false});
  const token = await proofIn(post, 1);
  const ask = async () => {
    await server.ask('/api/sign-in/mail', {body: {address: home}});
    await until('the queue is as expected', () => waiting(server) === 0);
  };
  await ask();
  expect(post.received.map(({body}) => body.includes('/inloggen#'))).toEqual([false]);

  const looked = await server.ask('/api/address/look', {body: {token}});
  expect(await looked.json()).toEqual({name: 'Amina'});
  const confirmed = await confirm(server, token);
  expect([confirmed.status, confirmed.headers.getSetCookie()]).toEqual([204, []]);
  expect(await addressOf(server, cookie)).toEqual({address: home, confirmed: true});
  // Giving it again changes nothing and mails nothing.
  expect(await giveAddress(server, cookie)).toBe(204);
  expect(await addressOf(server, cookie)).toEqual({address: home, confirmed: true});
  await ask();
  expect(post.received.map(({body}) => body.includes('/inloggen#'))).toEqual([false, true]);
});

test('[R32] a link that confirms an address does that and nothing else, once, and for three days', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  const [amina = '', bart = ''] = server.seeded.people.map(({cookie}) => cookie);
  await giveAddress(server, amina);
  const token = await proofIn(post, 1);
  const rows = JSON.stringify(server.database().prepare('select * from contact').all());
  expect(rows).not.toContain(token);
  for (const path of ['/api/sign-in', '/api/invitations/accept', '/api/founding/look']) {
    const body = {token, name: 'Nadia'};
    expect([path, (await server.ask(path, {body})).status]).toEqual([path, 404]);
  }
  expect((await confirm(server, token)).status).toBe(204);
  expect((await confirm(server, token)).status).toBe(404);
  expect((await server.ask('/api/address/look', {body: {token}})).status).toBe(404);

  await giveAddress(server, bart);
  const late = await proofIn(post, 2);
  // Another address was given meanwhile: the first letter confirms nothing any more.
  await giveAddress(server, bart, 'werk@voorbeeld.nl');
  expect((await confirm(server, late)).status).toBe(404);
  const other = await proofIn(post, 3);
  server.later(72 * hour);
  expect((await confirm(server, other)).status).toBe(404);
  expect(await addressOf(server, bart)).toMatchObject({confirmed: false});
});

test('who joins with an address is written to, and joins all the same when that is too often', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  const link = await invite(server, null);
  const tokens: string[] = [];
  for (const name of ['Nadia', 'Omar', 'Petra', 'Quin']) {
    const answer = await server.ask('/api/invitations/accept', {
      body: {token: tokenOf(link.link), name, email: home},
    });
    expect([name, answer.status]).toEqual([name, 200]);
    tokens.push(cookieOf(answer));
  }
  await until('the queue is as expected', () => waiting(server) === 0);
  expect(asking(post)).toHaveLength(3);
  // The fourth asks again when the mailbox has room.
  server.later(15 * minute);
  expect(await giveAddress(server, tokens[3] ?? '')).toBe(204);
  expect((await confirm(server, await proofIn(post, 4))).status).toBe(204);
  expect(await addressOf(server, tokens[3] ?? '')).toMatchObject({confirmed: true});
});

test('[R32] nobody writes to one address after another', async () => {
  const post = await mailServer();
  const server = await withMail(post.url);
  const cookie = server.seeded.people[0]?.cookie ?? '';
  const answers: number[] = [];
  for (let number = 0; number < 11; number++) {
    answers.push(await giveAddress(server, cookie, `adres${number}@voorbeeld.nl`));
  }
  expect(answers).toEqual([...Array.from({length: 10}, () => 204), 429]);
});

test('without a mail server links are there to copy, mailed sign-in is not offered, the log says what', async () => {
  const server = await movedServer();
  expect(await (await server.ask('/api/ways')).json()).toEqual({mail: false});
  const {link} = await invite(server, 'nadia@voorbeeld.nl');
  expect(link).toContain('/meedoen#');
  const asked = await server.ask('/api/sign-in/mail', {body: {address: 'thuis@voorbeeld.nl'}});
  expect(asked.status).toBe(404);
  expect(waiting(server)).toBe(0);
  expect(server.logged.filter(({message}) => message.includes('mail'))).toEqual([
    {message: 'a mail was not sent: there is no SMTP_URL', facts: {kind: 'invitation'}},
  ]);
});

test('with a mail server, the way in by mail is offered', async () => {
  const server = await withMail((await mailServer()).url);
  expect(await (await server.ask('/api/ways')).json()).toEqual({mail: true});
});

test('what is sealed opens with its own secret only', () => {
  const sealed = seal('een geheim', 'token');
  expect(unseal('een geheim', sealed)).toBe('token');
  expect(unseal('ander geheim', sealed)).toBeNull();
  expect(unseal('een geheim', `${sealed.slice(0, -2)}AA`)).toBeNull();
  expect(unseal('een geheim', '')).toBeNull();
  expect(seal('een geheim', 'token')).not.toBe(sealed);
});

test('what people call themselves and their labs is text in a letter, never markup', () => {
  const name = '<b onclick="x">';
  const letters = [
    signInWords({people: [{name, link: 'https://lab.voorbeeld.nl/inloggen#a'}]}),
    addressWords({name, link: 'https://lab.voorbeeld.nl/mailadres#a'}),
    invitationWords({
      ...{labName: name, neighbourhood: name, inviter: name, documentTitle: null},
      ...{role: 'member', side: 'formal', link: 'https://lab.voorbeeld.nl/meedoen#a', until: ''},
    }),
  ];
  for (const {html, text} of letters) {
    expect(html).not.toContain('<b ');
    expect(html).toContain('&lt;b ');
    expect(text).toContain(name);
  }
});

function withMail(url: string, folder?: string): Promise<MovedServer> {
  return movedServer({
    environment: {SMTP_URL: url, MAIL_FROM: from},
    ...(folder === undefined ? {} : {folder}),
  });
}

/** By mail; without an address, for a meeting. */
async function invite(server: MovedServer, email: string | null): Promise<InvitationMade> {
  const how = email === null ? {use: 'meeting', until: Date.now() + hour} : {use: 'once', email};
  const answer = await server.ask(`/api/labs/${server.seeded.lab.id}/invitations`, {
    cookie: server.seeded.people[0]?.cookie ?? '',
    body: {role: 'member', side: 'informal', ...how},
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as InvitationMade;
}

const home = 'thuis@voorbeeld.nl';

async function giveAddress(server: MovedServer, cookie: string, address = home): Promise<number> {
  const body = {address};
  return (await server.ask('/api/me/address', {cookie, method: 'PUT', body})).status;
}

/** The link of the last letter that asked. */
async function proofIn(post: MailServer, letters: number): Promise<string> {
  await until('the letter that asks came', () => asking(post).length === letters);
  return tokenOf(/^(http\S+\/mailadres#\S+)\r?$/m.exec(asking(post).at(-1)?.body ?? '')?.[1] ?? '');
}

function asking(post: MailServer) {
  return post.received.filter(({body}) => body.includes('/mailadres#'));
}

const confirm = (server: MovedServer, token: string) =>
  server.ask('/api/address/confirm', {body: {token}});

/** Gives it, and says in the mailbox that it is theirs. */
async function confirmedAddress(server: MovedServer, post: MailServer, cookie: string) {
  const before = asking(post).length;
  expect(await giveAddress(server, cookie)).toBe(204);
  expect((await confirm(server, await proofIn(post, before + 1))).status).toBe(204);
}

function addressOf(server: MovedServer, cookie: string): Promise<unknown> {
  return server.ask('/api/me/address', {cookie}).then((answer) => answer.json());
}

function waiting(server: MovedServer): number {
  return count(server, 'select count(*) as count from mail');
}

/** Tried, and put back. */
function released(server: MovedServer): number {
  return count(
    server,
    'select count(*) as count from mail where attempts > 0 and claimed_at is null',
  );
}

function count(server: MovedServer, statement: string): number {
  return (server.database().prepare(statement).get() as {count: number}).count;
}

function messages(server: MovedServer): readonly string[] {
  return server.logged.map(({message}) => message);
}
