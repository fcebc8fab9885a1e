/** News by mail: only for who asked for it, each thing once, never more than they may see, and one way out. */

import type {MailChoicesView, MailHow, MyNewsView, SaidView} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {mailServer, type ReceivedMail} from '../support/mail-server.ts';
import {type MovedServer, movedServer} from '../support/moved-server.ts';
import {tokenOf} from '../support/started-server.ts';
import {until} from '../support/until.ts';

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const address = 'bram@voorbeeld.nl';

describe('[R66] News by mail', () => {
  test('nobody is mailed who did not ask for it, and a choice counts for one lab', async () => {
    const lab = await mailing();
    const {bram, choices, happens, news} = lab;
    expect((await choices(bram)).map(({how}) => how)).toEqual(['never']);
    await lab.wish('weekly');
    expect((await choices(bram)).map(({how}) => how)).toEqual(['weekly']);
    expect((await choices(lab.amina)).map(({how}) => how)).toEqual(['never']);
    await lab.wish('never');
    await happens();
    lab.server.later(8 * dayMs);
    await lab.quiet();
    expect(news()).toEqual([]);
  });

  test('what happens is mailed soon to who wants it at once, with one way to the place, and no words of it', async () => {
    const lab = await mailing();
    await lab.wish('at_once');
    const {threadId} = await lab.happens('Een geheim van ons tweeën');
    lab.server.later(3 * minute);
    const letter = await lab.letter(1);
    expect(letter.to).toEqual([address]);
    const place = `${lab.server.url}/documenten/${lab.documentId}#gesprek=${threadId}`;
    expect(letter.body.split(place).length - 1).toBeGreaterThan(1);
    expect(letter.body).toContain('text/plain');
    expect(letter.body).toContain('noemt je in');
    expect(letter.body).not.toContain('geheim');
    expect(JSON.stringify(lab.server.logged)).not.toMatch(/geheim|Bram|voorbeeld\.nl/);
    // A whole day later nothing of it comes again.
    lab.server.later(dayMs);
    await lab.quiet();
    expect(lab.news()).toHaveLength(1);
  });

  test('what is read in time is not mailed', async () => {
    const lab = await mailing();
    await lab.wish('at_once');
    await lab.happens();
    await lab.readAll();
    lab.server.later(dayMs);
    await lab.quiet();
    expect(lab.news()).toEqual([]);
  });

  test('a daily letter tells exactly what was not seen, once, and none comes when nothing happened', async () => {
    const lab = await mailing();
    await lab.wish('daily');
    const first = await lab.happens();
    await lab.readAll();
    const second = await lab.happens();
    const third = await lab.happens();
    lab.server.later(dayMs);
    const letter = await lab.letter(1);
    expect(letter.subject).toContain('Nieuws voor jou');
    expect(letter.body).toContain(second.threadId);
    expect(letter.body).toContain(third.threadId);
    expect(letter.body).not.toContain(first.threadId);
    for (let days = 0; days < 3; days++) {
      lab.server.later(dayMs);
      await lab.quiet();
    }
    expect(lab.news()).toHaveLength(1);
    const fourth = await lab.happens();
    lab.server.later(dayMs);
    const next = await lab.letter(2);
    expect(next.body).toContain(fourth.threadId);
    expect(next.body).not.toContain(third.threadId);
  });

  test('a letter that waits survives a restart and comes once', async () => {
    const lab = await mailing();
    await lab.wish('daily');
    await lab.happens();
    await lab.server.close();
    const again = await withMail(lab.post.url, lab.server.folder);
    again.later(dayMs);
    await lab.letter(1);
    again.later(2 * dayMs);
    await lab.quiet(again);
    expect(lab.news()).toHaveLength(1);
  });

  test('who lost the right, or whose news was taken back, while the letter waited is not mailed', async () => {
    const lab = await mailing();
    const {amina, bram, server, post, labId, documentId} = lab;
    await lab.wish('at_once');
    post.mood('busy');
    const gone = await lab.happens();
    const stays = await lab.happens();
    server.later(3 * minute);
    await until('it was tried', () => released(server) === 1);
    const taken = `/api/documents/${documentId}/comments/${gone.commentId}`;
    expect((await server.ask(taken, {method: 'DELETE', cookie: amina})).status).toBe(204);
    post.mood('takes');
    server.later(10 * minute);
    const letter = await lab.letter(1);
    expect(letter.body).toContain(stays.threadId);
    expect(letter.body).not.toContain(gone.threadId);

    post.mood('busy');
    await lab.happens();
    server.later(15 * minute);
    await until('it was tried', () => released(server) === 1);
    const leave = await server.ask(`/api/labs/${labId}/leave`, {cookie: bram, body: {}});
    expect(leave.status).toBe(204);
    post.mood('takes');
    server.later(dayMs);
    await lab.quiet();
    expect(lab.news()).toHaveLength(1);
  });

  test('nothing of a personal document is mailed, not even to who may open it', async () => {
    const lab = await mailing();
    const {server, amina, labId} = lab;
    await lab.wish('at_once');
    const made = await server.ask(`/api/labs/${labId}/documents`, {
      cookie: amina,
      body: {template: 'route', title: 'Mijn weg'},
    });
    const {id} = (await made.json()) as {id: string};
    server
      .database()
      .prepare(`insert into document_guest values (?, ?, 'commenter', 'formal', ?, 0, null)`)
      .run(id, lab.people.bram, lab.people.amina);
    await lab.happens('Alleen voor jou', id);
    expect(await lab.unread()).toBe(1);
    server.later(dayMs);
    await lab.quiet();
    expect(lab.news()).toEqual([]);
  });
});

describe('[R67] The way out', () => {
  test('one press in the mail programme switches that lab’s mail off, without signing in, and nothing else', async () => {
    const lab = await mailing();
    await lab.wish('at_once');
    await lab.happens();
    lab.server.later(3 * minute);
    const {body} = await lab.letter(1);
    expect(body).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const [, off = ''] = /^List-Unsubscribe:\s+<(\S+)>\r?$/m.exec(body) ?? [];
    expect(off).toContain('/api/mail/off/');
    // Whoever only looks, such as a scanner, changes nothing.
    expect((await fetch(off)).status).toBe(404);
    expect((await lab.choices(lab.bram)).map(({how}) => how)).toEqual(['at_once']);
    const pressed = await fetch(off, {
      method: 'POST',
      headers: {'content-type': 'application/x-www-form-urlencoded'},
      body: 'List-Unsubscribe=One-Click',
    });
    expect(pressed.status).toBe(204);
    expect((await lab.choices(lab.bram)).map(({how}) => how)).toEqual(['never']);
    await lab.happens();
    lab.server.later(dayMs);
    await lab.quiet();
    expect(lab.news()).toHaveLength(1);
    expect((await lab.server.ask('/api/me/address', {cookie: lab.bram})).status).toBe(200);
  });

  test('the page that a letter leads to holds the same, and a bent one does nothing', async () => {
    const lab = await mailing();
    await lab.wish('at_once');
    await lab.happens();
    lab.server.later(3 * minute);
    const {body} = await lab.letter(1);
    const token = tokenOf(/^(http\S+\/mail-uit#\S+)\r?$/m.exec(body)?.[1] ?? '');
    const bent = await lab.server.ask(`/api/mail/off/${token.slice(0, -3)}AAA`, {method: 'POST'});
    expect(bent.status).toBe(404);
    expect((await lab.choices(lab.bram)).map(({how}) => how)).toEqual(['at_once']);
    const off = await lab.server.ask(`/api/mail/off/${token}`, {body: {}});
    expect(off.status).toBe(204);
    expect((await lab.choices(lab.bram)).map(({how}) => how)).toEqual(['never']);
  });
});

/** A lab that mails; Bram confirmed an address, and Amina says things that name him. */
async function mailing() {
  const post = await mailServer();
  const server = await withMail(post.url);
  const [first, second] = server.seeded.people;
  const labId = server.seeded.lab.id;
  const [amina, bram] = [first?.cookie ?? '', second?.cookie ?? ''];
  const created = await server.ask(`/api/labs/${labId}/documents`, {
    cookie: amina,
    body: {template: 'free', title: 'Plan'},
  });
  const {id: documentId} = (await created.json()) as {id: string};
  await server.ask('/api/me/address', {cookie: bram, method: 'PUT', body: {address}});
  await until('the letter that asks came', () => post.received.length === 1);
  const proof = /^(http\S+\/mailadres#\S+)\r?$/m.exec(post.received[0]?.body ?? '')?.[1] ?? '';
  await server.ask('/api/address/confirm', {body: {token: tokenOf(proof)}});
  let said = 0;

  const news = () => post.received.slice(1);
  const mine = async () =>
    (await (await server.ask('/api/me/news', {cookie: bram})).json()) as MyNewsView;
  return {
    ...{server, post, labId, documentId, amina, bram, news},
    people: {amina: first?.id ?? '', bram: second?.id ?? ''},
    async choices(cookie: string): Promise<MailChoicesView['labs']> {
      const answer = await server.ask('/api/me/news-mail', {cookie});
      return ((await answer.json()) as MailChoicesView).labs;
    },
    async wish(how: MailHow) {
      const path = `/api/labs/${labId}/news-mail`;
      const answer = await server.ask(path, {cookie: bram, method: 'PUT', body: {how}});
      expect(answer.status).toBe(204);
    },
    async happens(words = 'Kijk eens', document = documentId): Promise<SaidView> {
      const body = {
        ...{anchor: {on: 'document'}, words: `${words} @[${second?.id}]`, proposal: null},
        key: `sleutel${++said}`,
      };
      const answer = await server.ask(`/api/documents/${document}/threads`, {cookie: amina, body});
      expect(answer.ok).toBe(true);
      return (await answer.json()) as SaidView;
    },
    unread: async () => (await mine()).unread,
    async readAll() {
      const ids = (await mine()).items.map(({id}) => id);
      await server.ask('/api/me/news/read', {cookie: bram, body: {ids}});
    },
    async letter(number: number): Promise<ReceivedMail> {
      await until('the letter came', () => news().length === number);
      return news()[number - 1] as ReceivedMail;
    },
    /** A whole look passed since, and nothing waits to be sent. */
    async quiet(at: MovedServer = server) {
      // The second begins when the first has ended.
      for (const look of ['began', 'ended']) {
        const looked = marker(at, first?.id ?? '', labId);
        await until(`a look ${look}`, () => {
          if (!looked()) at.later(1_000);
          return looked();
        });
      }
      await until('what there was is sent', () => waiting(at) === 0);
    },
  };
}

/** A wish of somebody without news, which every look moves on; whether one did. */
function marker(server: MovedServer, person: string, labId: string): () => boolean {
  const database = server.database();
  database
    .prepare('insert or replace into contact values (?, ?, 0, 0, null, null)')
    .run(person, 'amina@voorbeeld.nl');
  database.prepare(`insert or replace into news_mail values (?, ?, 'daily', 0)`).run(person, labId);
  const nextAt = database.prepare('select next_at from news_mail where person = ?');
  return () => (nextAt.get(person) as {next_at: number}).next_at !== 0;
}

function withMail(url: string, folder?: string): Promise<MovedServer> {
  return movedServer({
    environment: {SMTP_URL: url, MAIL_FROM: 'Samenspel <lab@voorbeeld.nl>'},
    ...(folder === undefined ? {} : {folder, empty: true}),
  });
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
