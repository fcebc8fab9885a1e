/** News and wishes in SQLite, and the moments at which letters go. */

import {createDocument} from '@samenspel/server/documents/store.ts';
import {createLab, createMember} from '@samenspel/server/labs/store.ts';
import type {NewMail} from '@samenspel/server/mail/mail.ts';
import {nextLetterAt} from '@samenspel/server/news/mornings.ts';
import {openOffLinks} from '@samenspel/server/news/off-link.ts';
import {openNewsStore} from '@samenspel/server/news/store.ts';
import {openWishes} from '@samenspel/server/news/wishes-store.ts';
import type {LabId, PersonId, QuestionId} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {newsContract} from '../contracts/news.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

async function openWorld() {
  const {db} = await openTestStore(await temporaryFolder());
  const names = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;
  const labId = await createLab(db, names, 0);
  const otherLabId = await createLab(db, names, 0);
  const amina = await createMember(db, labId, {name: 'A', side: 'formal', role: 'member'}, 0);
  const bram = await createMember(db, labId, {name: 'B', side: 'informal', role: 'member'}, 0);
  const text = {title: 'Plan', kind: 'plan', createdBy: amina, text: null} as const;
  const documentId = await createDocument(db, {...text, labId}, 0);
  return {db, store: openNewsStore(db), labId, otherLabId, documentId, amina, bram};
}

describe('News in SQLite', () => {
  newsContract(openWorld);
});

describe('Wishes in SQLite', () => {
  async function openMailing() {
    const world = await openWorld();
    const {db, labId, amina, store} = world;
    const letters: NewMail[] = [];
    const wishes = openWishes(db, {
      add: (_trx, mail) => {
        letters.push(mail);
        return Promise.resolve();
      },
    });
    let count = 0;
    return {
      ...{...world, wishes, letters},
      async confirm(person = amina) {
        const contact = {person, address: 'a@voorbeeld.nl', given_at: 0, confirmed_at: 0};
        await db
          .insertInto('contact')
          .values({...contact, proof_hash: null, proof_until: null})
          .execute();
      },
      async happens(at: number, person = amina) {
        const facts = {kind: 'key', question: `vraag${++count}` as QuestionId} as const;
        await store.add([{person, labId, documentId: null, facts, at}]);
      },
    };
  }

  test('who said nothing gets no mail, and who takes it back neither', async () => {
    const {wishes, amina, bram, labId, confirm, happens} = await openMailing();
    await confirm();
    await happens(1);
    expect(await wishes.due(99)).toEqual([]);
    await wishes.set(amina, labId, {how: 'daily', nextAt: 5});
    await wishes.set(amina, labId, {how: 'weekly', nextAt: 6});
    expect(await wishes.of(amina)).toEqual([{person: amina, labId, how: 'weekly', nextAt: 6}]);
    expect(await wishes.of(bram)).toEqual([]);
    await wishes.set(amina, labId, null);
    expect(await wishes.of(amina)).toEqual([]);
    expect(await wishes.due(99)).toEqual([]);
  });

  test('nothing is due before its time, to an address that nobody confirmed, or at once without news', async () => {
    const {wishes, amina, labId, confirm, happens} = await openMailing();
    await wishes.set(amina, labId, {how: 'at_once', nextAt: 5});
    await happens(1);
    expect(await wishes.due(9)).toEqual([]);
    await confirm();
    expect(await wishes.due(4)).toEqual([]);
    const [wish] = await wishes.due(5);
    expect(wish).toMatchObject({person: amina, how: 'at_once'});
    if (wish) await wishes.claim(wish, {nextAt: 6, until: 5});
    expect(await wishes.due(9)).toEqual([]);
  });

  test('[R66] a letter takes exactly what is unread and in no letter yet, and only one server writes it', async () => {
    const {store, wishes, amina, labId, letters, confirm, happens} = await openMailing();
    await confirm();
    await happens(1);
    await happens(2);
    await happens(3);
    const seen = (await store.of(amina, null, 10)).filter(({at}) => at === 2);
    await store.read(
      amina,
      seen.map(({id}) => id),
      4,
    );
    await wishes.set(amina, labId, {how: 'daily', nextAt: 5});
    const [wish] = await wishes.due(5);
    if (!wish) throw new Error('It is due');
    const [first, second] = await Promise.all([
      wishes.claim(wish, {nextAt: 100, until: 5}),
      wishes.claim(wish, {nextAt: 100, until: 5}),
    ]);
    expect(second).toBeNull();
    expect(letters).toMatchObject([{kind: 'news', address: 'a@voorbeeld.nl', person: amina}]);
    const inFirst = await store.inLetter(amina, first?.letter ?? '');
    expect(inFirst.map(({at}) => at)).toEqual([1, 3]);

    await happens(6);
    const [next] = await wishes.due(100);
    const third = next && (await wishes.claim(next, {nextAt: 200, until: 100}));
    const inThird = await store.inLetter(amina, third?.letter ?? '');
    expect(inThird.map(({at}) => at)).toEqual([6]);
  });

  test('a morning without news moves on, and what happens at once waits for nothing', async () => {
    const {wishes, amina, labId, letters, confirm, happens} = await openMailing();
    await confirm();
    await wishes.set(amina, labId, {how: 'daily', nextAt: 5});
    const [daily] = await wishes.due(5);
    if (daily) expect(await wishes.claim(daily, {nextAt: 50, until: 5})).toBeNull();
    expect(await wishes.of(amina)).toMatchObject([{nextAt: 50}]);

    await wishes.set(amina, labId, {how: 'at_once', nextAt: 5});
    await happens(8);
    const [soon] = await wishes.due(9);
    if (soon) expect(await wishes.claim(soon, {nextAt: 70, until: 7})).toBeNull();
    expect(await wishes.of(amina)).toMatchObject([{nextAt: 5}]);
    expect(letters).toEqual([]);
  });
});

describe('When a letter goes', () => {
  const at = (text: string) => Date.parse(text);

  test('a daily one at eight in the morning, whatever the season, and never twice on a day', () => {
    const winter = at('2026-01-15T07:59:00+01:00');
    expect(nextLetterAt('daily', winter)).toBe(at('2026-01-15T08:00:00+01:00'));
    expect(nextLetterAt('daily', at('2026-01-15T08:00:00+01:00'))).toBe(
      at('2026-01-16T08:00:00+01:00'),
    );
    expect(nextLetterAt('daily', at('2026-07-01T12:00:00+02:00'))).toBe(
      at('2026-07-02T08:00:00+02:00'),
    );
    // The clock goes forward on 29 March and back on 25 October.
    expect(nextLetterAt('daily', at('2026-03-28T08:00:00+01:00'))).toBe(
      at('2026-03-29T08:00:00+02:00'),
    );
    expect(nextLetterAt('daily', at('2026-10-24T08:00:00+02:00'))).toBe(
      at('2026-10-25T08:00:00+01:00'),
    );
  });

  test('a weekly one on Monday morning', () => {
    const monday = at('2026-01-19T08:00:00+01:00');
    expect(nextLetterAt('weekly', at('2026-01-15T12:00:00+01:00'))).toBe(monday);
    expect(nextLetterAt('weekly', monday - 1)).toBe(monday);
    expect(nextLetterAt('weekly', monday)).toBe(at('2026-01-26T08:00:00+01:00'));
  });

  test('one at once together with what else happens soon', () => {
    expect(nextLetterAt('at_once', 1_000)).toBe(601_000);
  });
});

test('[R67] the way out is for one person and one lab, and nobody can make or bend one', () => {
  const links = openOffLinks('een geheim');
  const [person, lab] = ['persoon1' as PersonId, 'lablab1' as LabId];
  const token = links.token(person, lab);
  expect(links.read(token)).toEqual({personId: person, labId: lab});
  const [, , proof] = token.split('.');
  for (const bent of [
    `persoon2.lablab1.${proof}`,
    `persoon1.lablab2.${proof}`,
    `${token.slice(0, -3)}AAA`,
    `${token}.`,
    'persoon1.lablab1.',
    '',
  ]) {
    expect(links.read(bent)).toBeNull();
  }
  expect(openOffLinks('ander geheim').read(token)).toBeNull();
});
