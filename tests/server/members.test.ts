/** Being one of a lab: vouched for by one's own side, counting from then on, and free to go. */

import type {LabView, MomentView} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {type Participant, type TestLab, testLab, unconfirm} from '../support/lab.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

const confirm = (lab: TestLab, witness: Participant, {id}: Participant) =>
  witness.ask(`/api/labs/${lab.labId}/members/${id}/confirm`, {method: 'POST'});
const leave = (lab: TestLab, {ask}: Participant) =>
  ask(`/api/labs/${lab.labId}/leave`, {method: 'POST'});
const seenBy = async (reader: Participant, {id}: Participant) =>
  (await reader.lab()).members.find((one) => one.id === id);

describe('Counting', () => {
  test('seeded people count, and nobody needs to be confirmed', async () => {
    const lab = await testLab();
    const {members, missingSides} = await lab.people[0].lab();
    expect(members.map(({counts, confirmable}) => [counts, confirmable])).toEqual(
      members.map(() => [true, false]),
    );
    expect(missingSides).toEqual([]);
  });

  test('begins when somebody of one’s own side says so, and writing does not wait for it', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    unconfirm(lab, chaima);
    expect(await seenBy(amina, chaima)).toMatchObject({counts: false, confirmable: true});
    expect(await seenBy(bart, chaima)).toMatchObject({counts: false, confirmable: false});
    const path = `/api/documents/${lab.documentIds[0]}`;
    const rename = await chaima.ask(path, {method: 'PATCH', body: {title: 'Van mij'}});
    expect(rename.status).toBe(200);
    expect((await confirm(lab, bart, chaima)).status).toBe(403);
    expect((await confirm(lab, chaima, chaima)).status).toBe(403);
    expect((await confirm(lab, amina, chaima)).status).toBe(204);
    expect((await confirm(lab, amina, chaima)).status).toBe(409);
    expect(await seenBy(bart, chaima)).toMatchObject({counts: true, confirmable: false});
    expect((await lab.log(bart))[0]).toMatchObject({
      ...{kind: 'confirmed', side: 'informal'},
      ...{by: {id: amina.id}, about: {id: chaima.id}},
    });
  });

  test('of the first of a side begins with the other side’s word, and the log says so', async () => {
    const lab = await testLab();
    const [amina, bart, chaima, dirk] = lab.people;
    unconfirm(lab, bart, dirk);
    expect((await amina.lab()).missingSides).toEqual(['formal']);
    expect((await confirm(lab, dirk, bart)).status).toBe(403);
    expect((await confirm(lab, amina, bart)).status).toBe(204);
    expect((await lab.log(amina))[0]).toMatchObject({
      ...{kind: 'confirmed_by_other_side', side: 'formal'},
      ...{by: {id: amina.id}, about: {id: bart.id}},
    });
    // From now on it is for their own side.
    expect((await confirm(lab, chaima, dirk)).status).toBe(403);
    expect((await confirm(lab, bart, dirk)).status).toBe(204);
    expect(await lab.problems()).toEqual([]);
  });

  test('is not for who does not count, only reads along, or is not there', async () => {
    const lab = await testLab({people: 6});
    const [amina, , chaima, , esra] = lab.people;
    if (!esra) throw new Error('Seeded too little');
    unconfirm(lab, chaima, esra);
    expect((await confirm(lab, chaima, esra)).status).toBe(403);
    lab.database.prepare("update member set role = 'commenter' where person = ?").run(esra.id);
    expect((await confirm(lab, amina, esra)).status).toBe(403);
    expect((await confirm(lab, amina, {...esra, id: 'nobody1' as typeof esra.id})).status).toBe(
      404,
    );
    expect(await seenBy(amina, esra)).toMatchObject({confirmable: false});
  });
});

describe('Leaving', () => {
  test('ends every right at once, and leaves one’s name beside what one did', async () => {
    const lab = await testLab();
    const [amina, bart, chaima] = lab.people;
    const id = lab.documentIds[0] ?? '';
    const writing = stockClient(lab.server, chaima, id);
    await until('joined', () => writing.provider.synced);
    writing.type('Van Chaima');
    const moments = async () => {
      const answer = await amina.ask(`/api/documents/${id}/moments`);
      return ((await answer.json()) as {moments: MomentView[]}).moments;
    };
    await until('on disk', async () => (await moments()).length === 1);
    expect((await leave(lab, chaima)).status).toBe(204);
    expect((await chaima.ask(`/api/labs/${lab.labId}`)).status).toBe(404);
    const seen = await amina.lab();
    expect(seen.members.map((one) => one.id)).not.toContain(chaima.id);
    expect(seen.documents[0]).toMatchObject({present: [], changedBy: {name: chaima.name}});
    expect((await moments())[0]?.people).toMatchObject([{id: chaima.id, name: chaima.name}]);
    expect((await lab.log(bart))[0]).toMatchObject({kind: 'left', by: {name: chaima.name}});
    // Going twice is going once.
    expect((await leave(lab, chaima)).status).toBe(404);
  });

  test('is possible for the last one too: nobody reads the lab any more, and the log says so', async () => {
    const lab = await testLab({people: 2});
    const people = lab.server.people.length;
    const [amina, bart] = lab.people;
    expect(people).toBe(2);
    await leave(lab, amina);
    expect((await bart.lab()).missingSides).toEqual(['informal']);
    await leave(lab, bart);
    for (const {ask} of [amina, bart]) {
      expect((await ask(`/api/labs/${lab.labId}`)).status).toBe(404);
      expect((await ask(`/api/documents/${lab.documentIds[0]}`)).status).toBe(404);
    }
    const kinds = lab.database.prepare('select kind from log order by seq desc limit 2').all();
    expect(kinds).toEqual([{kind: 'deserted'}, {kind: 'left'}]);
    const documents = lab.database.prepare('select count(*) as n from document').get();
    expect(documents).toEqual({n: 1});
    expect(await lab.problems()).toEqual([]);
  });

  test('and coming back is being new: somebody has to say again that they are one of us', async () => {
    const lab = await testLab();
    const [amina, bart] = lab.people;
    await leave(lab, amina);
    const answer = await bart.ask(`/api/labs/${lab.labId}/invitations`, {
      body: {role: 'member', side: 'informal', use: 'once'},
    });
    const {link} = (await answer.json()) as {link: string};
    const token = new URL(link).hash.slice(1);
    const accepted = await amina.ask('/api/invitations/accept', {body: {token}});
    expect(accepted.status).toBe(200);
    const seen: LabView = await amina.lab();
    expect(seen.members.find(({id}) => id === amina.id)).toMatchObject({counts: false});
  });
});
