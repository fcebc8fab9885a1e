/** Questions in SQLite keep the promises of their port. */

import {createPerson} from '@samenspel/server/auth/people.ts';
import {openMembers} from '@samenspel/server/labs/members.ts';
import {addMember, createLab, createMember, openLabs} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {openQuestions} from '@samenspel/server/questions/store.ts';
import type {PersonId, Side} from '@samenspel/shared';
import {questionsContract} from '../contracts/questions.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'founded'} as const;
const now = () => 5_000;

questionsContract(async () => {
  const {db} = await openTestStore(await temporaryFolder());
  const log = openLog({db, secret: 'secret', now});
  const [labId, elsewhere] = [await createLab(db, lab, 0), await createLab(db, lab, 0)];
  const member = (name: string, side: Side, where = labId) =>
    createMember(db, where, {name, side, role: 'member'}, 0);
  const newcomer = await createPerson(db, 'Nieuw', 0);
  const place = {side: 'formal', role: 'member', counts: false} as const;
  await addMember(db, labId, newcomer, place, 0);
  const changed: PersonId[] = [];
  const members = openMembers({db, log, now});
  return {
    questions: openQuestions({
      ...{db, log, now, labLink: async (person) => `https://lab.voorbeeld.nl/inloggen#${person}`},
      rights: {
        personChanged: (person) => void changed.push(person),
        labChanged: () => undefined,
        documentDeleted: () => undefined,
      },
    }),
    ...{labId, newcomer, changed},
    informal: [await member('Amina', 'informal'), await member('Chaima', 'informal')],
    formal: [await member('Bart', 'formal'), await member('Dirk', 'formal')],
    stranger: await member('Ver weg', 'informal', elsewhere),
    members: async () => (await openLabs(db).members(labId)).map(({id}) => id),
    leave: (person) => members.leave(labId, person),
    async told() {
      const kinds = (await log.page(labId, null, 100)).map(({kind}) => kind).toReversed();
      // Leaving is told by whoever keeps the members.
      return kinds.filter((kind) => kind !== 'left');
    },
  };
});
