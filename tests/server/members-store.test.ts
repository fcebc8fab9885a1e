/** Labs and their people in SQLite keep the promises of their port. */

import {openMembers} from '@samenspel/server/labs/members.ts';
import {addMember, createLab, createMember, openLabs} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {labsContract} from '../contracts/labs.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'founded'} as const;

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
});
