/** Comments in SQLite. */

import {openComments} from '@samenspel/server/comments/comments-store.ts';
import {createDocument} from '@samenspel/server/documents/store.ts';
import {createLab, createMember} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import {eraseDocument} from '@samenspel/server/store/erase-document.ts';
import type {AnchorText} from '@samenspel/server/comments/anchors/anchor.ts';
import {describe, expect, test} from 'vitest';
import {commentsContract} from '../contracts/comments.ts';
import {openTestStore, temporaryFolder} from '../support/store.ts';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;

async function open() {
  const {db} = await openTestStore(await temporaryFolder());
  let at = 5_000;
  const log = openLog({db, secret: 'secret', now: () => at});
  const labId = await createLab(db, lab, 0);
  const amina = await createMember(db, labId, {name: 'A', side: 'formal', role: 'member'}, 0);
  const bram = await createMember(db, labId, {name: 'B', side: 'informal', role: 'member'}, 0);
  const text = {title: 'Plan', kind: 'plan', createdBy: amina, text: null} as const;
  return {
    ...{db, amina, bram, comments: openComments({db, log, now: () => at++})},
    documentId: await createDocument(db, {...text, labId}, 0),
    otherId: await createDocument(db, {...text, labId}, 0),
    personalId: await createDocument(db, {...text, labId, owner: amina}, 0),
    async told() {
      const entries = await log.page(labId, null, 20);
      return entries.map(({kind, words}) => [kind, words] as const);
    },
  };
}

describe('Comments in SQLite', () => {
  commentsContract(open);

  test('[R34] with a document that is deleted for good, everything that was said beside it goes', async () => {
    const {db, comments, documentId, otherId, amina, bram} = await open();
    const anchor = '{"on":"document"}' as AnchorText;
    for (const id of [documentId, otherId]) {
      const saying = {by: amina, words: 'Geheim', proposal: null, key: `sleutel-${id}`};
      const {commentId} = await comments.begin(id, anchor, saying);
      await comments.react(id, commentId, {kind: 'thanks', by: bram, on: true});
    }
    await db.transaction().execute((trx) => eraseDocument(trx, documentId));
    for (const table of ['thread', 'comment', 'reaction'] as const) {
      const rows = await db.selectFrom(table).select('document').execute();
      expect(rows).toEqual([{document: otherId}]);
    }
  });
});
