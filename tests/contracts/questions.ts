/** What every keeper of questions promises: asked, turned, done or taken back, and never by halves. */

import type {AskedQuestion, Questions} from '@samenspel/server/questions/questions.ts';
import type {KeyAct, LabId, LogKind, PersonId, QuestionId} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface QuestionsWorld {
  readonly questions: Questions;
  readonly labId: LabId;
  /** Counting members, two of each side. */
  readonly informal: readonly [PersonId, PersonId];
  readonly formal: readonly [PersonId, PersonId];
  /** A member of the formal side who does not count yet. */
  readonly newcomer: PersonId;
  /** Somebody of another lab. */
  readonly stranger: PersonId;
  /** Who is in the lab now. */
  members(): Promise<readonly PersonId[]>;
  /** Somebody leaves it. */
  leave(personId: PersonId): Promise<void>;
  /** Whose rights were told to have changed, in order. */
  readonly changed: readonly PersonId[];
  /** The lab's log, oldest first. */
  told(): Promise<readonly LogKind[]>;
}

const rules = (text: string): KeyAct => ({kind: 'change_rules', rules: {text}});

export function questionsContract(open: () => Promise<QuestionsWorld>): void {
  const states = (all: readonly AskedQuestion[]) => all.map(({id, state}) => [id, state]);

  test('asking turns the key of who asks, and the last key does it, at once and once', async () => {
    const {questions, labId, informal, formal, members, changed, told} = await open();
    const [amina] = informal;
    const [bart, dirk] = formal;
    const asked = await questions.ask(labId, amina, {kind: 'remove_member', person: dirk}, 'Weg');
    expect(asked).toMatchObject({
      ...{labId, askedBy: amina, reason: 'Weg', state: 'open', closedAt: null},
      keys: {informal: {person: amina}, formal: null},
    });
    expect(await members()).toContain(dirk);
    const {question, link} = await questions.turn(asked.id, bart);
    expect(question).toMatchObject({state: 'done', keys: {formal: {person: bart}}});
    expect([question.closedAt === null, link]).toEqual([false, null]);
    expect(await members()).not.toContain(dirk);
    expect(changed).toEqual([dirk]);
    expect(await told()).toEqual(['asked', 'key_turned', 'key_turned', 'act_done']);
    await expect(questions.turn(asked.id, formal[0])).rejects.toMatchObject({code: 'conflict'});
  });

  test('a side has one key, about oneself one has none, and who does not count has none', async () => {
    const {questions, labId, informal, formal, newcomer, stranger} = await open();
    const [amina, chaima] = informal;
    const [bart] = formal;
    const {id} = await questions.ask(
      labId,
      amina,
      {kind: 'change_side', person: bart, side: 'informal'},
      'x',
    );
    const refusals = [
      [chaima, {code: 'conflict', details: {hindrance: 'side_has_turned'}}],
      [bart, {code: 'forbidden', details: {hindrance: 'about_yourself'}}],
      [newcomer, {code: 'forbidden', details: {hindrance: 'not_counting'}}],
      [stranger, {code: 'not_found'}],
    ] as const;
    for (const [person, refusal] of refusals) {
      await expect(questions.turn(id, person)).rejects.toMatchObject(refusal);
    }
    expect((await questions.find(id))?.keys).toMatchObject({
      informal: {person: amina},
      formal: null,
    });
  });

  test('who may not turn may still ask, and then no key is turned', async () => {
    const {questions, labId, newcomer, told} = await open();
    const asked = await questions.ask(labId, newcomer, rules('Eerst luisteren'), 'Omdat');
    expect(asked.keys).toEqual({informal: null, formal: null});
    expect(await told()).toEqual(['asked']);
  });

  test('the same thing waits once; taken back it can be asked again', async () => {
    const {questions, labId, informal, formal, told} = await open();
    const first = await questions.ask(labId, informal[0], rules('Eerst luisteren'), 'Omdat');
    const again = questions.ask(labId, formal[0], rules('Eerst luisteren'), 'Ook omdat');
    await expect(again).rejects.toMatchObject({code: 'conflict', details: {questionId: first.id}});
    expect(await questions.withdraw(first.id, formal[1])).toMatchObject({state: 'withdrawn'});
    await expect(questions.withdraw(first.id, formal[1])).rejects.toMatchObject({code: 'conflict'});
    await expect(questions.turn(first.id, formal[1])).rejects.toMatchObject({code: 'conflict'});
    const second = await questions.ask(labId, formal[0], rules('Eerst luisteren'), 'Ook omdat');
    expect(states(await questions.ofLab(labId))).toEqual(
      expect.arrayContaining([
        [first.id, 'withdrawn'],
        [second.id, 'open'],
      ]),
    );
    expect(await told()).toEqual([
      'asked',
      'key_turned',
      'question_withdrawn',
      'asked',
      'key_turned',
    ]);
  });

  test('what makes no sense here is not asked, and leaves nothing', async () => {
    const {questions, labId, informal, stranger, told} = await open();
    const acts: readonly KeyAct[] = [
      {kind: 'remove_member', person: stranger},
      {kind: 'change_role', person: informal[1], role: 'member'},
      {kind: 'change_side', person: informal[1], side: 'informal'},
      {kind: 'sign_in_link', person: stranger},
    ];
    for (const act of acts) {
      const asking = questions.ask(labId, informal[0], act, 'Zomaar');
      await expect(asking, act.kind).rejects.toMatchObject({code: 'bad_request'});
    }
    expect(await questions.ofLab(labId)).toEqual([]);
    expect(await told()).toEqual([]);
  });

  test('when the act is no longer possible, the last key is not turned either', async () => {
    const {questions, labId, informal, formal, leave, told} = await open();
    const [bart, dirk] = formal;
    const act = {kind: 'remove_member', person: dirk} as const;
    const {id} = await questions.ask(labId, informal[0], act, 'Weg');
    await leave(dirk);
    const before = await told();
    await expect(questions.turn(id, bart)).rejects.toMatchObject({code: 'conflict'});
    expect(await questions.find(id)).toMatchObject({state: 'open', keys: {formal: null}});
    expect(await told()).toEqual(before);
  });

  test('the key of who leaves counts no more, and another of that side can turn it', async () => {
    const {questions, labId, informal, formal, leave} = await open();
    const [amina, chaima] = informal;
    const {id} = await questions.ask(labId, amina, rules('Eerst eten'), 'Honger');
    await leave(amina);
    expect((await questions.find(id))?.keys.informal).toBeNull();
    await questions.turn(id, chaima);
    expect((await questions.turn(id, formal[0])).question.state).toBe('done');
  });

  test('the last key on a sign-in link brings the link, to who turned it and to nobody else', async () => {
    const {questions, labId, informal, formal} = await open();
    const act = {kind: 'sign_in_link', person: informal[1]} as const;
    const asked = await questions.ask(labId, informal[0], act, 'Telefoon stuk');
    const {link} = await questions.turn(asked.id, formal[0]);
    expect(link).toContain(informal[1]);
    expect(JSON.stringify(await questions.find(asked.id))).not.toContain(link);
  });

  test('what is absent is absent, and what two turn at once happens once', async () => {
    const {questions, labId, informal, formal, told} = await open();
    const nothing = 'bestaatniet' as QuestionId;
    expect(await questions.find(nothing)).toBeNull();
    for (const verb of [questions.turn, questions.withdraw]) {
      await expect(verb(nothing, informal[0])).rejects.toMatchObject({code: 'not_found'});
    }
    const {id} = await questions.ask(labId, informal[0], rules('Samen'), 'Daarom');
    const outcomes = await Promise.allSettled(formal.map((person) => questions.turn(id, person)));
    expect(outcomes.map(({status}) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await told()).filter((kind) => kind === 'act_done')).toHaveLength(1);
  });
}
