/** Two keys: what is asked, who may turn, what happens then, and that nothing happens before. */

import type {QuestionView, TurnedView} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {testLab, unconfirm} from '../support/lab.ts';

const json = async <T>(answer: Response) => (await answer.json()) as T;

describe('Asking', () => {
  test('turns the asker’s own key at once, and everybody sees who, when and why', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const asked = await lab.question(
      amina,
      {kind: 'change_rules', rules: {text: 'We luisteren eerst.'}},
      '  Dat spraken we af  ',
    );
    expect(asked).toMatchObject({
      ...{state: 'open', reason: 'Dat spraken we af', hindrance: 'side_has_turned'},
      ...{askedBy: {id: amina.id, name: amina.name}, closedAt: null},
      keys: {informal: {person: {id: amina.id}}, formal: null},
    });
    const seen = (await bart.lab()).questions;
    expect(seen).toEqual([{...asked, hindrance: null}]);
    expect((await chaima.lab()).questions[0]?.hindrance).toBe('side_has_turned');
    expect((await lab.log(bart)).map(({kind}) => kind).slice(0, 2)).toEqual([
      'key_turned',
      'asked',
    ]);
  });

  test('the same twice waits once; what makes no sense is not asked', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const path = `/api/labs/${lab.labId}/questions`;
    const act = {kind: 'remove_member', person: chaima.id};
    const asked = await lab.question(amina, act);
    const again = await bart.ask(path, {body: {act, reason: 'Ook'}});
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({error: {details: {questionId: asked.id}}});
    for (const senseless of [
      {kind: 'change_role', person: chaima.id, role: 'member'},
      {kind: 'change_side', person: chaima.id, side: 'informal'},
      {kind: 'remove_member', person: 'nobody1'},
      {kind: 'delete_document', document: 'nothing1'},
      {kind: 'give_me_everything'},
      {kind: 'remove_member', person: '../..'},
    ]) {
      const answer = await amina.ask(path, {body: {act: senseless, reason: 'Zomaar'}});
      expect(answer.status, JSON.stringify(senseless)).toBe(400);
    }
    const unreasoned = await amina.ask(path, {body: {act: {kind: 'close_lab'}, reason: ' '}});
    expect(unreasoned.status).toBe(400);
  });

  test('about oneself is possible, turning that key is not', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const act = {kind: 'change_side', person: amina.id, side: 'formal'};
    const asked = await lab.question(amina, act);
    expect(asked).toMatchObject({
      hindrance: 'about_yourself',
      keys: {informal: null, formal: null},
    });
    const own = await lab.turn(amina, asked);
    expect(own.status).toBe(403);
    expect(await own.json()).toMatchObject({error: {details: {hindrance: 'about_yourself'}}});
    expect((await lab.turn(bart, asked)).status).toBe(200);
    expect(await json<QuestionView>(await lab.turn(chaima, asked))).toMatchObject({state: 'done'});
  });
});

describe('Turning', () => {
  test('one side can not do it alone, and what is done stays done', async () => {
    const lab = await testLab();
    const [amina, bart, chaima, dirk] = lab.people;
    const asked = await lab.question(amina, {kind: 'remove_member', person: dirk.id});
    const second = await lab.turn(chaima, asked);
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({error: {details: {hindrance: 'side_has_turned'}}});
    expect((await lab.turn(dirk, asked)).status).toBe(403);
    expect((await amina.lab()).members).toHaveLength(4);
    expect((await lab.turn(bart, asked)).status).toBe(200);
    expect((await amina.lab()).members).toHaveLength(3);
    expect((await lab.turn(bart, asked)).status).toBe(409);
    expect(await lab.problems()).toEqual([]);
  });

  test('needs somebody who counts; in a lab of one side it waits', async () => {
    const lab = await testLab();
    const [amina, bart, chaima, dirk] = lab.people;
    unconfirm(lab, bart, dirk);
    const asked = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    expect((await bart.lab()).missingSides).toEqual(['formal']);
    const answer = await lab.turn(bart, asked);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({error: {details: {hindrance: 'not_counting'}}});
    // Confirmed, and then it works.
    const confirm = `/api/labs/${lab.labId}/members/${bart.id}/confirm`;
    expect((await amina.ask(confirm, {method: 'POST'})).status).toBe(204);
    expect((await bart.lab()).missingSides).toEqual([]);
    expect((await lab.turn(bart, asked)).status).toBe(200);
  });

  test('who does not count may ask, without a key', async () => {
    const lab = await testLab();
    const [amina, , chaima] = lab.people;
    unconfirm(lab, amina);
    const asked = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    expect(asked.keys).toEqual({informal: null, formal: null});
  });

  test('an act that became impossible leaves the key unturned', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const asked = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    await chaima.ask(`/api/labs/${lab.labId}/leave`, {method: 'POST'});
    expect((await lab.turn(bart, asked)).status).toBe(409);
    const [question] = (await bart.lab()).questions;
    expect(question).toMatchObject({state: 'open', keys: {formal: null}});
    expect((await lab.log(bart))[0]?.kind).toBe('left');
    expect(await lab.problems()).toEqual([]);
  });

  test('both at the same moment do it once', async () => {
    const lab = await testLab({people: 6});
    const [amina, bart, , dirk, esra] = lab.people;
    const asked = await lab.question(esra as typeof amina, {
      ...{kind: 'change_side', person: (esra as typeof amina).id, side: 'formal'},
    });
    const answers = await Promise.all([amina, bart, dirk].map((one) => lab.turn(one, asked)));
    expect(answers.filter(({ok}) => ok)).toHaveLength(2);
    expect(answers.find(({ok}) => !ok)?.status).toBe(409);
    expect((await lab.log(amina)).filter(({kind}) => kind === 'act_done')).toHaveLength(1);
  });
});

describe('A key counts as long as who turned it does', () => {
  test('it lapses when they leave, also when they come back', async () => {
    const lab = await testLab();
    const [amina, bart, chaima, dirk] = lab.people;
    const asked = await lab.question(amina, {kind: 'remove_member', person: dirk.id});
    await amina.ask(`/api/labs/${lab.labId}/leave`, {method: 'POST'});
    const turned = await json<QuestionView>(await lab.turn(bart, asked));
    expect(turned).toMatchObject({state: 'open', keys: {informal: null}});
    expect((await lab.log(bart)).map(({kind}) => kind)).toContain('key_lapsed');
    lab.database
      .prepare('update member set left_at = null, confirmed_at = 1 where person = ?')
      .run(amina.id);
    expect((await bart.lab()).questions[0]?.keys.informal).toBeNull();
    expect(await json<QuestionView>(await lab.turn(chaima, asked))).toMatchObject({state: 'done'});
  });

  test.each([
    ['are removed', (id: string) => ({kind: 'remove_member', person: id})],
    ['only read along', (id: string) => ({kind: 'change_role', person: id, role: 'commenter'})],
    ['go to the other side', (id: string) => ({kind: 'change_side', person: id, side: 'formal'})],
  ])('it lapses when they %s', async (_what, act) => {
    const lab = await testLab();
    const [amina, bart, chaima, dirk] = lab.people;
    const waiting = await lab.question(amina, {kind: 'remove_member', person: dirk.id});
    const about = await lab.question(chaima, act(amina.id));
    expect((await lab.turn(bart, about)).status).toBe(200);
    const turned = await json<QuestionView>(await lab.turn(bart, waiting));
    expect(turned).toMatchObject({state: 'open', keys: {informal: null}});
    expect((await bart.lab()).members).toHaveLength(about.act.kind === 'remove_member' ? 3 : 4);
  });
});

describe('Withdrawing', () => {
  test('is for any member until it is done', async () => {
    const lab = await testLab();
    const [amina, bart, chaima, dirk] = lab.people;
    const asked = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    const path = `/api/questions/${asked.id}/withdraw`;
    const withdrawn = await json<QuestionView>(await dirk.ask(path, {method: 'POST'}));
    expect(withdrawn).toMatchObject({state: 'withdrawn', hindrance: 'closed'});
    expect((await lab.turn(bart, asked)).status).toBe(409);
    expect((await bart.ask(path, {method: 'POST'})).status).toBe(409);
    expect((await amina.lab()).questions).toEqual([]);
    const all = await json<{questions: QuestionView[]}>(
      await amina.ask(`/api/labs/${lab.labId}/questions`),
    );
    expect(all.questions).toMatchObject([{id: asked.id, state: 'withdrawn'}]);
    expect((await lab.log(amina))[0]).toMatchObject({
      ...{kind: 'question_withdrawn', act: 'remove_member'},
      ...{by: {id: dirk.id}, about: {id: chaima.id}},
    });
  });
});

describe('The acts', () => {
  test('a removed member finds nothing any more, and their name stays beside what they did', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const asked = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    await lab.turn(bart, asked);
    expect((await chaima.ask(`/api/labs/${lab.labId}`)).status).toBe(404);
    expect((await chaima.ask(`/api/documents/${lab.documentIds[0]}`)).status).toBe(404);
    expect(await json(await chaima.ask('/api/me'))).toMatchObject({labs: []});
    expect((await lab.log(amina))[0]).toMatchObject({
      ...{kind: 'act_done', act: 'remove_member'},
      about: {id: chaima.id, name: chaima.name},
    });
  });

  test('a member with another role may do what that role may, at once', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const act = {kind: 'change_role', person: chaima.id, role: 'reviewer'};
    await lab.turn(bart, await lab.question(amina, act));
    expect((await chaima.lab()).role).toBe('reviewer');
    const path = `/api/documents/${lab.documentIds[0]}`;
    const rename = {method: 'PATCH', body: {title: 'Toch'}};
    expect((await chaima.ask(path, rename)).status).toBe(403);
    expect((await chaima.ask(path)).status).toBe(200);
  });

  test('who changes sides counts there once somebody there says so', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const act = {kind: 'change_side', person: chaima.id, side: 'formal'};
    await lab.turn(bart, await lab.question(amina, act));
    const seen = (await bart.lab()).members.find(({id}) => id === chaima.id);
    expect(seen).toMatchObject({side: 'formal', counts: false, confirmable: true});
    const path = `/api/labs/${lab.labId}/members/${chaima.id}/confirm`;
    expect((await amina.ask(path, {method: 'POST'})).status).toBe(403);
    expect((await bart.ask(path, {method: 'POST'})).status).toBe(204);
    expect((await lab.log(bart))[0]).toMatchObject({kind: 'confirmed', side: 'formal'});
  });

  test('a sign-in link by two members opens this lab, and is shown once', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const asked = await lab.question(amina, {kind: 'sign_in_link', person: chaima.id});
    expect(asked).not.toHaveProperty('link');
    const turned = await json<TurnedView>(await lab.turn(bart, asked));
    expect(turned.state).toBe('done');
    const token = new URL(turned.link ?? '').hash.slice(1);
    const signedIn = await bart.ask('/api/sign-in', {body: {token}});
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const me = await fetch(`${lab.server.url}/api/me`, {headers: {cookie}});
    expect(await me.json()).toMatchObject({id: chaima.id, labs: [{id: lab.labId}]});
    const everything = JSON.stringify(await lab.log(amina)) + JSON.stringify(await amina.lab());
    expect(everything).not.toContain(token);
    const stored = lab.database.serialize().toString('latin1');
    expect(stored).not.toContain(token);
  });

  test('a document is deleted with everything of it; only the log knows that it was', async () => {
    const lab = await testLab({documents: 2, words: 40});
    const [amina, bart] = lab.people;
    const [id = '', other] = lab.documentIds;
    const pointing = lab.database
      .prepare(
        `select t.name as name, k."from" as "column" from sqlite_schema t, pragma_foreign_key_list(t.name) k
         where k."table" = 'document'`,
      )
      .all() as {name: string; column: string}[];
    const rows = (document: string | undefined) =>
      pointing.map(({name, column}) => {
        const counted = lab.database
          .prepare(`select count(*) as n from "${name}" where "${column}" = ?`)
          .get(document);
        return (counted as {n: number}).n;
      });
    const before = rows(other);
    expect(rows(id).some((count) => count > 0)).toBe(true);
    const asked = await lab.question(amina, {kind: 'delete_document', document: id}, 'Dubbel');
    expect(asked.document).toMatchObject({id, title: 'Oefenplan 1'});
    const done = await json<QuestionView>(await lab.turn(bart, asked));
    expect(done).toMatchObject({state: 'done', document: {id, title: null}});
    expect(rows(id).every((count) => count === 0)).toBe(true);
    expect(rows(other)).toEqual(before);
    expect((await amina.ask(`/api/documents/${id}`)).status).toBe(404);
    expect((await amina.lab()).documents.map((one) => one.id)).toEqual([other]);
    const log = await lab.log(amina);
    expect(log[0]).toMatchObject({kind: 'act_done', document: {id, title: null}});
    expect(log.find(({kind}) => kind === 'asked')?.words).toBe('Dubbel');
    expect(await lab.problems()).toEqual([]);
  });

  test('the lab’s rules are what both sides agreed', async () => {
    const lab = await testLab();
    const [amina, bart] = lab.people;
    expect((await amina.lab()).rules).toEqual({text: ''});
    const rules = {text: 'We luisteren eerst.'};
    const asked = await lab.question(amina, {kind: 'change_rules', rules});
    expect((await amina.lab()).rules).toEqual({text: ''});
    await lab.turn(bart, asked);
    expect((await bart.lab()).rules).toEqual(rules);
    expect((await lab.log(bart))[0]).toMatchObject({kind: 'act_done', words: rules.text});
  });

  test('a closed lab is read by everybody and written by nobody', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const waiting = await lab.question(amina, {kind: 'remove_member', person: chaima.id});
    await lab.turn(bart, await lab.question(amina, {kind: 'close_lab'}));
    const seen = await amina.lab();
    expect(seen.closedAt).toEqual(expect.any(Number));
    expect(seen.questions).toEqual([]);
    const document = `/api/documents/${lab.documentIds[0]}`;
    for (const path of [document, `${document}/moments`, `/api/labs/${lab.labId}/log`]) {
      expect((await bart.ask(path)).status, path).toBe(200);
    }
    const refused = [
      bart.ask(document, {method: 'PATCH', body: {title: 'Toch'}}),
      bart.ask(`${document}/archive`, {method: 'POST'}),
      bart.ask(`/api/labs/${lab.labId}/documents`, {body: {template: 'free'}}),
      bart.ask(`/api/labs/${lab.labId}/questions`, {body: {act: {kind: 'close_lab'}, reason: 'x'}}),
      lab.turn(bart, waiting),
    ];
    for (const answer of await Promise.all(refused)) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({error: {code: 'lab_closed'}});
    }
    // Going is always possible.
    expect((await bart.ask(`/api/labs/${lab.labId}/leave`, {method: 'POST'})).status).toBe(204);
    expect(await lab.problems()).toEqual([]);
  });
});
