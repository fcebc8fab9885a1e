/** Labs and their people in SQLite keep the promises of their port. */

import {createPerson} from '@samenspel/server/auth/people.ts';
import {openMembers} from '@samenspel/server/labs/members.ts';
import {addMember, createLab, createMember, openLabs} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {describe} from 'vitest';
import {labsContract} from '../contracts/labs.ts';
import {membersContract} from '../contracts/members.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'founded'} as const;

describe('Labs', () =>
  labsContract(async () => {
    const {db} = await openTestStore(await temporaryFolder());
    const members = openMembers({
      ...{db, now: () => 3, log: openLog({db, secret: 'secret', now: () => 3})},
    });
    const [labId, otherLabId] = [await createLab(db, lab, 0), await createLab(db, lab, 0)];
    const place = {side: 'formal', role: 'member'} as const;
    const later = await createMember(db, otherLabId, {...place, name: 'Anna'}, 0);
    const first = await createMember(db, labId, {...place, name: 'Zoë', side: 'informal'}, 1);
    await addMember(db, labId, later, {...place, counts: false}, 2);
    return {
      ...{labs: openLabs(db), labId, otherLabId, first, later},
      leave: (personId) => members.leave(labId, personId),
      join: (personId, side) =>
        addMember(db, labId, personId, {side, role: 'member', counts: false}, 4),
    };
  }));

describe('Members', () =>
  membersContract(async () => {
    const {db} = await openTestStore(await temporaryFolder());
    const log = openLog({db, secret: 'secret', now: () => 9});
    const [labId, elsewhere] = [await createLab(db, lab, 0), await createLab(db, lab, 0)];
    const founder = await createMember(
      ...([db, labId, {side: 'informal', role: 'member', name: 'Amina'}, 1] as const),
    );
    const stranger = await createMember(
      ...([db, elsewhere, {side: 'informal', role: 'member', name: 'Ver weg'}, 1] as const),
    );
    let arrivals = 1;
    return {
      ...{members: openMembers({db, log, now: () => 9}), labs: openLabs(db)},
      ...{labId, founder, stranger},
      async join(side, role = 'member') {
        const at = ++arrivals;
        const person = await createPerson(db, `Nummer ${at}`, at);
        await addMember(db, labId, person, {side, role, counts: false}, at);
        return person;
      },
      told: () => log.page(labId, null, 100),
    };
  }));
