/** Templates in SQLite keep the promises of their port. */

import {createLab, createMember} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {openTemplates} from '@samenspel/server/templates/store.ts';
import {templatesContract} from '../contracts/templates.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;

templatesContract(async () => {
  const {db} = await openTestStore(await temporaryFolder());
  const now = () => 5_000;
  const log = openLog({db, secret: 'secret', now});
  const labId = await createLab(db, lab, 0);
  const person = {name: 'Iemand', side: 'formal', role: 'member'} as const;
  return {
    ...{templates: openTemplates(db, log, now), labId, otherLab: await createLab(db, lab, 0)},
    member: await createMember(db, labId, person, 0),
    async told(of) {
      const entries = await log.page(of, null, 20);
      return entries.map(({kind, words}) => ({kind, words})).toReversed();
    },
  };
});
