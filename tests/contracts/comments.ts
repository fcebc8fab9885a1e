/** What every store of comments must do, whatever it is made of. */

import type {AnchorText} from '@samenspel/server/comments/anchors/anchor.ts';
import type {Comments, Saying} from '@samenspel/server/comments/comments.ts';
import {
  type BlockId,
  type ClientId,
  type CommentId,
  type DocumentId,
  mention,
  type PersonId,
  type ThreadId,
} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface CommentsUnderTest {
  readonly comments: Comments;
  readonly documentId: DocumentId;
  readonly otherId: DocumentId;
  /** Amina's own. */
  readonly personalId: DocumentId;
  readonly amina: PersonId;
  readonly bram: PersonId;
  /** What the lab's log tells, newest first. */
  told(): Promise<readonly (readonly [string, string | null])[]>;
}

const here = '{"on":"document"}' as AnchorText;
const there = '{"on":"block","id":"goal-1","quote":"Doel"}' as AnchorText;
let sent = 0;

export function commentsContract(open: () => Promise<CommentsUnderTest>): void {
  const says = (by: PersonId, words: string, rest: Partial<Saying> = {}): Saying => ({
    ...{by, words, proposal: null, key: `sleutel-${++sent}`},
    ...rest,
  });

  test('a thread is what was said in it, in order, and by whom', async () => {
    const {comments, documentId, amina, bram} = await open();
    const {threadId} = await comments.begin(documentId, here, says(amina, 'Wat kost dit?'));
    await comments.say(documentId, threadId, says(bram, `Weet ${mention(amina)} dat?`));
    const [body] = await comments.bodies(documentId, [threadId]);
    expect(body?.comments.map(({author, words, kind}) => [author, words, kind])).toEqual([
      [amina, 'Wat kost dit?', 'said'],
      [bram, `Weet ${mention(amina)} dat?`, 'said'],
    ]);
    expect(await comments.lines(documentId, amina)).toMatchObject([
      {
        ...{id: threadId, anchor: here, startedBy: amina, begins: 'Wat kost dit?', count: 2},
        ...{state: 'open', hidden: null, authors: [amina, bram]},
      },
    ]);
    const namesReader = async (reader: PersonId) =>
      (await comments.lines(documentId, reader)).map((line) => line.namesReader);
    expect([await namesReader(amina), await namesReader(bram)]).toEqual([[true], [false]]);
  });

  test('[R62] what is sent twice under one key is said once', async () => {
    const {comments, documentId, amina, bram} = await open();
    const first = says(amina, 'Wat kost dit?');
    const begun = await comments.begin(documentId, here, first);
    expect(await comments.begin(documentId, here, first)).toEqual({...begun, again: true});
    expect(await comments.sent(documentId, amina, first.key)).toEqual({...begun, again: true});
    expect(await comments.sent(documentId, bram, first.key)).toBeNull();
    const reply = says(bram, 'Niets', {key: first.key});
    const replied = await comments.say(documentId, begun.threadId, reply);
    expect(replied.again).toBe(false);
    expect(await comments.say(documentId, begun.threadId, reply)).toMatchObject({again: true});
    const [line, ...others] = await comments.lines(documentId, amina);
    expect(others).toEqual([]);
    expect(line?.count).toBe(2);
  });

  test('[R63] of what is withdrawn only a place is left', async () => {
    const {comments, documentId, amina, bram} = await open();
    const proposal = {words: 'Elke dinsdag', instead: 'Elke maandag'};
    const {threadId, commentId} = await comments.begin(
      documentId,
      here,
      says(amina, 'Liever niet', {proposal}),
    );
    await comments.react(documentId, commentId, {kind: 'agree', by: bram, on: true});
    await comments.withdraw(documentId, commentId, amina);
    await comments.withdraw(documentId, commentId, amina);
    const [body] = await comments.bodies(documentId, [threadId]);
    expect(body?.comments).toMatchObject([{id: commentId, words: null, proposal: null}]);
    expect(body?.reactions).toEqual([]);
    expect(await comments.lines(documentId, amina)).toMatchObject([{begins: null, count: 0}]);
    const changing = comments.change(documentId, commentId, amina, 'Toch wel');
    await expect(changing).rejects.toMatchObject({code: 'conflict'});
    const reacting = comments.react(documentId, commentId, {kind: 'thanks', by: bram, on: true});
    await expect(reacting).rejects.toMatchObject({code: 'conflict'});
  });

  test('one changes and withdraws one’s own, and nobody else’s', async () => {
    const {comments, documentId, amina, bram} = await open();
    const {commentId} = await comments.begin(documentId, here, says(amina, 'Wat kost dit?'));
    expect(await comments.change(documentId, commentId, amina, 'Wat kost het?')).toBe(
      'Wat kost dit?',
    );
    const forbidden = {code: 'forbidden'};
    const changing = comments.change(documentId, commentId, bram, 'Onzin');
    await expect(changing).rejects.toMatchObject(forbidden);
    const withdrawing = comments.withdraw(documentId, commentId, bram);
    await expect(withdrawing).rejects.toMatchObject(forbidden);
    expect(await comments.comment(documentId, commentId)).toMatchObject({words: 'Wat kost het?'});
  });

  test('agreeing twice is agreeing once, and can be taken back', async () => {
    const {comments, documentId, amina, bram} = await open();
    const {threadId, commentId} = await comments.begin(documentId, here, says(amina, 'Soep?'));
    const reactions = async () => (await comments.bodies(documentId, [threadId]))[0]?.reactions;
    const agreeing = {kind: 'agree', by: bram, on: true} as const;
    await comments.react(documentId, commentId, agreeing);
    await comments.react(documentId, commentId, agreeing);
    expect(await reactions()).toEqual([{commentId, person: bram, kind: 'agree'}]);
    expect((await comments.lines(documentId, amina))[0]?.reactedTo).toBe(true);
    await comments.react(documentId, commentId, {...agreeing, on: false});
    expect(await reactions()).toEqual([]);
  });

  test('a thread is handled with a sentence and reopened, once each', async () => {
    const {comments, documentId, amina, bram} = await open();
    const {threadId} = await comments.begin(documentId, here, says(amina, 'Wat kost dit?'));
    const done = {by: bram, words: 'Staat erbij', key: 'afgehandeld-1'};
    await comments.handle(documentId, threadId, {...done, move: 'handle'});
    expect(await comments.thread(documentId, threadId)).toMatchObject({state: 'handled'});
    expect(await comments.handle(documentId, threadId, {...done, move: 'handle'})).toMatchObject({
      again: true,
    });
    const twice = comments.handle(documentId, threadId, {
      ...done,
      move: 'handle',
      key: 'nog-een-1',
    });
    await expect(twice).rejects.toMatchObject({code: 'conflict'});
    const back = {by: amina, words: '', key: 'heropend-1', move: 'reopen'} as const;
    await comments.handle(documentId, threadId, back);
    const [body] = await comments.bodies(documentId, [threadId]);
    expect(body?.thread.state).toBe('open');
    expect(body?.comments.map(({kind, words}) => [kind, words])).toEqual([
      ['said', 'Wat kost dit?'],
      ['handled', 'Staat erbij'],
      ['reopened', ''],
    ]);
  });

  test('a thread that hurts is hidden with a reason and shown again, and the lab is told', async () => {
    const {comments, documentId, personalId, amina, bram, told} = await open();
    const {threadId} = await comments.begin(documentId, here, says(amina, 'Domme buurt'));
    await comments.hide(documentId, threadId, bram, 'Dit doet pijn');
    expect(await comments.thread(documentId, threadId)).toMatchObject({
      hidden: {by: bram, reason: 'Dit doet pijn'},
    });
    const replying = comments.say(documentId, threadId, says(amina, 'Nog eens'));
    await expect(replying).rejects.toMatchObject({code: 'conflict'});
    const again = comments.hide(documentId, threadId, amina, 'Ook');
    await expect(again).rejects.toMatchObject({code: 'conflict'});
    await comments.show(documentId, threadId, amina);
    expect(await comments.thread(documentId, threadId)).toMatchObject({hidden: null});
    const own = await comments.begin(personalId, here, says(amina, 'Van mij'));
    await comments.hide(personalId, own.threadId, amina, 'Niemands zaak');
    expect(await told()).toEqual([
      ['thread_shown', null],
      ['thread_hidden', 'Dit doet pijn'],
    ]);
  });

  test('it goes where it is attached', async () => {
    const {comments, documentId, amina} = await open();
    const {threadId} = await comments.begin(documentId, here, says(amina, 'Wat kost dit?'));
    await comments.attach(documentId, threadId, there);
    await comments.follow(documentId, here, '{"on":"nergens"}' as AnchorText);
    expect(await comments.thread(documentId, threadId)).toMatchObject({anchor: there});
  });

  test('[R68] a thread leads to what it became once that is there, and a key knows it', async () => {
    const {comments, documentId, amina, bram} = await open();
    const {threadId} = await comments.begin(documentId, here, says(amina, 'Wat kost dit?'));
    const {threadId: otherThread} = await comments.begin(documentId, here, says(amina, 'En dat?'));
    const made = {block: 'actie-1' as BlockId, kind: 'action'} as const;
    const change = {documentId, threadId, clientId: 77 as ClientId};
    await comments.turn(change, {made, by: bram, key: 'maak-1'});
    expect(await comments.thread(documentId, threadId)).toMatchObject({made: []});
    expect(await comments.underway()).toEqual([change]);
    expect(await comments.underway(otherThread)).toEqual([]);
    await comments.finish(change);
    await comments.finish(change);
    expect(await comments.thread(documentId, threadId)).toMatchObject({made: [made]});
    expect(await comments.underway()).toEqual([]);
    expect(await comments.made(threadId, bram, 'maak-1')).toEqual(made);
    expect(await comments.made(threadId, amina, 'maak-1')).toBeNull();
    const elsewhere = comments.made(otherThread, bram, 'maak-1');
    await expect(elsewhere).rejects.toMatchObject({code: 'bad_request'});
    const never = {documentId, threadId, clientId: 78 as ClientId};
    await comments.turn(never, {made, by: bram, key: 'maak-2'});
    await comments.undo(never);
    expect(await comments.made(threadId, bram, 'maak-2')).toBeNull();
    expect(await comments.thread(documentId, threadId)).toMatchObject({made: [made]});
  });

  test('[R68] a proposal is taken over once, and leaves no trace when its edit never comes', async () => {
    const {comments, documentId, amina, bram} = await open();
    const proposal = {words: 'Elke dinsdag', instead: 'Elke maandag'};
    const said = await comments.begin(documentId, here, says(amina, '', {proposal}));
    const {threadId, commentId} = said;
    const change = {documentId, threadId, clientId: 77 as ClientId};
    const taking = {commentId, by: bram, anchor: there};
    expect(await comments.take(change, taking)).toBe(true);
    const later = {...change, clientId: 78 as ClientId};
    expect(await comments.take(later, {...taking, by: amina})).toBe(false);
    expect(await comments.comment(documentId, commentId)).toMatchObject({
      proposal: {...proposal, taken: {by: bram}},
    });
    await comments.undo(change);
    await comments.undo(change);
    expect((await comments.lines(documentId, amina)).map(({proposes}) => proposes)).toEqual([true]);
    expect(await comments.thread(documentId, threadId)).toMatchObject({anchor: here});
    expect(await comments.take(later, taking)).toBe(true);
    await comments.finish(later);
    expect(await comments.thread(documentId, threadId)).toMatchObject({anchor: there});
    expect(await comments.underway()).toEqual([]);
    const {commentId: plain} = await comments.begin(documentId, here, says(amina, 'Mooi'));
    const nothing = {...change, clientId: 79 as ClientId};
    expect(await comments.take(nothing, {...taking, commentId: plain})).toBe(false);
  });

  test('everything that happens in a thread makes its revision go up', async () => {
    const {comments, documentId, amina, bram} = await open();
    const {threadId, commentId} = await comments.begin(documentId, here, says(amina, 'Soep?'));
    const seen = [(await comments.thread(documentId, threadId))?.revision ?? 0];
    const acts = [
      () => comments.say(documentId, threadId, says(bram, 'Ja')),
      () => comments.change(documentId, commentId, amina, 'Snert?'),
      () => comments.react(documentId, commentId, {kind: 'thanks', by: bram, on: true}),
      () => comments.hide(documentId, threadId, bram, 'Nee'),
      () => comments.show(documentId, threadId, bram),
      () => comments.withdraw(documentId, commentId, amina),
    ];
    for (const act of acts) {
      await act();
      const {revision = 0} = (await comments.thread(documentId, threadId)) ?? {};
      expect(revision).toBeGreaterThan(seen.at(-1) ?? Infinity);
      seen.push(revision);
    }
  });

  test('[R64] what is another document’s is not found', async () => {
    const {comments, documentId, otherId, amina} = await open();
    const saying = says(amina, 'Wat kost dit?');
    const {threadId, commentId} = await comments.begin(documentId, here, saying);
    expect(await comments.lines(otherId, amina)).toEqual([]);
    expect(await comments.bodies(otherId, [threadId])).toEqual([]);
    expect(await comments.comment(otherId, commentId)).toBeNull();
    expect(await comments.thread(otherId, threadId)).toBeNull();
    const absent = {code: 'not_found'};
    const never = 'nooit-gezien' as ThreadId & CommentId;
    const change = {documentId: otherId, threadId, clientId: 77 as ClientId};
    const made = {block: 'actie-1' as BlockId, kind: 'action'} as const;
    const acts = [
      comments.say(otherId, threadId, says(amina, 'Hier?')),
      comments.say(documentId, never, says(amina, 'Hier?')),
      comments.change(otherId, commentId, amina, 'Anders'),
      comments.withdraw(otherId, commentId, amina),
      comments.react(otherId, commentId, {kind: 'agree', by: amina, on: true}),
      comments.hide(otherId, threadId, amina, 'Weg'),
      comments.attach(otherId, threadId, there),
      comments.take(change, {commentId: never, by: amina, anchor: here}),
      comments.turn(change, {made, by: amina, key: 'maak-elders'}),
    ];
    for (const act of acts) await expect(act).rejects.toMatchObject(absent);
    const elsewhere = comments.sent(otherId, amina, saying.key);
    await expect(elsewhere).rejects.toMatchObject({code: 'bad_request'});
    expect((await comments.bodies(documentId, [threadId]))[0]?.comments).toHaveLength(1);
  });

  test('threads come oldest first, and whole ones as they were asked', async () => {
    const {comments, documentId, amina} = await open();
    const ids: ThreadId[] = [];
    for (const words of ['Een', 'Twee', 'Drie']) {
      ids.push((await comments.begin(documentId, here, says(amina, words))).threadId);
    }
    const lines = await comments.lines(documentId, amina);
    expect(lines.map(({begins}) => begins)).toEqual(['Een', 'Twee', 'Drie']);
    const bodies = await comments.bodies(documentId, ids.toReversed());
    expect(bodies.map(({comments: said}) => said[0]?.words)).toEqual(['Drie', 'Twee', 'Een']);
  });
}
