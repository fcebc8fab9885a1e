/** What every keeper of news promises. */

import type {NewNews, NewsFacts, NewsStore} from '@samenspel/server/news/news.ts';
import type {
  BlockId,
  CommentId,
  DocumentId,
  LabId,
  PersonId,
  PlanDate,
  QuestionId,
  ThreadId,
} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface NewsWorld {
  readonly store: NewsStore;
  readonly labId: LabId;
  readonly otherLabId: LabId;
  readonly documentId: DocumentId;
  readonly amina: PersonId;
  readonly bram: PersonId;
}

export function newsContract(open: () => Promise<NewsWorld>): void {
  const said = (comment: string, by: PersonId): NewsFacts => ({
    ...{kind: 'reply', thread: 'gesprek1' as ThreadId, comment: comment as CommentId, by},
  });
  const key = (question: string): NewsFacts => ({kind: 'key', question: question as QuestionId});

  function newsIn({labId, documentId}: NewsWorld) {
    return (person: PersonId, facts: NewsFacts, at = 1): NewNews => ({
      ...{person, labId, facts, at},
      documentId: facts.kind === 'key' ? null : documentId,
    });
  }

  test('nothing is news to who was told nothing', async () => {
    const {store, amina} = await open();
    expect(await store.of(amina, null, 10)).toEqual([]);
    expect(await store.add([])).toEqual([]);
  });

  test('the same is news to each person once, and it is said whom it is new to', async () => {
    const world = await open();
    const {store, amina, bram} = world;
    const about = newsIn(world);
    expect(await store.add([about(amina, said('reactie1', bram))])).toEqual([amina]);
    const again = [about(amina, said('reactie1', bram), 9), about(bram, said('reactie1', amina))];
    expect(await store.add(again)).toEqual([bram]);
    expect(await store.of(amina, null, 10)).toMatchObject([{at: 1, isRead: false}]);
  });

  test('a date that is moved, or is over, is news once more', async () => {
    const world = await open();
    const {store, amina} = world;
    const due = (until: string, isLate: boolean) =>
      newsIn(world)(amina, {
        ...{kind: 'due', block: 'blok0001' as BlockId, until: until as PlanDate, isLate},
      });
    for (const news of [due('2026-05-01', false), due('2026-05-01', true), due('2026-06', false)]) {
      expect(await store.add([news])).toEqual([amina]);
      expect(await store.add([news])).toEqual([]);
    }
  });

  test('it is listed newest first, as much as is asked, with what it is about', async () => {
    const world = await open();
    const {store, amina, bram, labId, otherLabId, documentId} = world;
    const about = newsIn(world);
    const elsewhere = {...about(amina, key('vraag0002'), 4), labId: otherLabId};
    await store.add([
      about(amina, key('vraag0001'), 3),
      about(amina, said('reactie1', bram), 2),
      elsewhere,
      about(bram, key('vraag0001'), 5),
    ]);
    const times = async (onlyLab: LabId | null, limit: number) =>
      (await store.of(amina, onlyLab, limit)).map(({at}) => at);
    expect(await times(null, 10)).toEqual([4, 3, 2]);
    expect(await times(null, 2)).toEqual([4, 3]);
    expect(await times(labId, 10)).toEqual([3, 2]);
    expect((await store.of(amina, labId, 10)).at(-1)).toMatchObject({
      ...{labId, documentId, person: amina, facts: said('reactie1', bram), isRead: false},
    });
  });

  test('reading is for oneself, once, and says where', async () => {
    const world = await open();
    const {store, amina, bram, labId} = world;
    const about = newsIn(world);
    await store.add([about(amina, key('vraag0001')), about(bram, key('vraag0001'))]);
    const [mine] = await store.of(amina, null, 1);
    const ids = mine ? [mine.id] : [];
    expect(await store.read(bram, ids, 7)).toEqual([]);
    expect(await store.of(amina, null, 1)).toMatchObject([{isRead: false}]);
    expect(await store.read(amina, ids, 7)).toEqual([labId]);
    expect(await store.read(amina, ids, 8)).toEqual([]);
    expect(await store.read(amina, [], 8)).toEqual([]);
    expect(await store.of(amina, null, 1)).toMatchObject([{isRead: true}]);
    expect(await store.of(bram, null, 1)).toMatchObject([{isRead: false}]);
  });

  test('who was told of a thread is known, each once', async () => {
    const world = await open();
    const {store, documentId, labId, amina, bram} = world;
    const about = newsIn(world);
    const news = [said('reactie1', bram), said('reactie2', bram)];
    await store.add([...news.map((facts) => about(amina, facts)), about(bram, key('vraag1'))]);
    const told = (thread: string) => store.about(documentId, thread as ThreadId);
    expect(await told('gesprek1')).toEqual([{person: amina, labId}]);
    expect(await told('gesprek2')).toEqual([]);
  });

  test('what is old is forgotten', async () => {
    const world = await open();
    const {store, amina} = world;
    const about = newsIn(world);
    await store.add([about(amina, key('vraag0001'), 10), about(amina, key('vraag0002'), 20)]);
    await store.forgetBefore(20);
    expect(await store.of(amina, null, 10)).toMatchObject([{at: 20}]);
  });
}
