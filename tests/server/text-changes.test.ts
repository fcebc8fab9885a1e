/** A power failure between a text and what is told beside it: both, or neither. */

import {type AnchorText, anchorText} from '@samenspel/server/comments/anchors/anchor.ts';
import {makeAnchor} from '@samenspel/server/comments/anchors/make-anchor.ts';
import {openComments} from '@samenspel/server/comments/comments-store.ts';
import type {Comments} from '@samenspel/server/comments/comments.ts';
import {openTextActs} from '@samenspel/server/comments/text-acts.ts';
import {openTextChanges} from '@samenspel/server/comments/text-changes.ts';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import {createDocument} from '@samenspel/server/documents/store.ts';
import {AppError} from '@samenspel/server/errors.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {createLab, createMember} from '@samenspel/server/labs/store.ts';
import {openLog} from '@samenspel/server/log/store.ts';
import type {BlockId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {describe, expect, test} from 'vitest';
import {goal, plan} from '../support/plan.ts';
import {pointAt, readDoc} from '../support/planted.ts';
import {openClaims, openJournal, openTestStore, temporaryFolder} from '../support/store.ts';

/** Where the power fails: the edit is not on disk yet, or is, and nothing else gets there any more. */
type Death = 'before the edit' | 'behind the edit';

const lab = {name: 'Testlab', neighbourhood: 'Nergenshuizen', origin: 'seed'} as const;
const onGoal = anchorText({on: 'block', id: 'block-1' as BlockId, quote: 'Samen eten'});

async function open() {
  const store = await openTestStore(await temporaryFolder());
  const [journal, claims] = [openJournal(store), openClaims(store)];
  const {db} = store;
  const log = openLog({db, secret: 'secret', now: Date.now});
  const labId = await createLab(db, lab, 0);
  const amina = await createMember(db, labId, {name: 'A', side: 'informal', role: 'member'}, 0);
  const bram = await createMember(db, labId, {name: 'B', side: 'formal', role: 'member'}, 0);
  const text = {title: 'Plan', kind: 'plan', createdBy: amina, text: null} as const;
  const documentId = await createDocument(db, {...text, labId}, 0);
  const entry = {documentId, at: 0, kind: 'edit'} as const;
  const bytes = contentToUpdate(plan(goal('Samen eten', 'Elke maandag soep.')));
  await journal.append([{...entry, actor: amina, clientId: null, bytes}]);
  const comments = openComments({db, log, now: Date.now});

  /** The server, until the power fails. */
  function running(death: Death | null) {
    const dead = () => Promise.reject(new AppError('unavailable'));
    const acts = openTextActs({
      ...{journal, claims},
      async edit(_documentId, update, {personId: actor, clientId}) {
        if (death === 'before the edit') return dead();
        const [seq] = await journal.append([{...entry, actor, clientId, bytes: update}]);
        return seq ?? null;
      },
    });
    const rows: Comments = death === null ? comments : {...comments, finish: dead, undo: dead};
    return openTextChanges({comments: rows, textActs: () => Promise.resolve(acts), journal});
  }

  async function doc() {
    const latest = await journal.latest(documentId);
    return documentOf(latest?.state ?? null, latest?.updates ?? []);
  }
  const shown = async () => (await doc()).getXmlFragment(ROOT_NAME).toString();
  const begun = (anchor: AnchorText, proposal: {words: string; instead: string} | null) =>
    comments.begin(documentId, anchor, {by: amina, words: 'Thee?', proposal, key: 'sleutel-1'});
  return {documentId, bram, comments, running, doc, shown, begun};
}

const deaths: readonly Death[] = ['before the edit', 'behind the edit'];
const heals = ['a start', 'asking again'] as const;
const cases = deaths.flatMap((death) => heals.map((heal) => ({death, heal})));

describe('[R68] The power fails', () => {
  test.each(cases)('$death that makes an action: $heal heals it', async ({death, heal}) => {
    const {documentId, bram, comments, running, shown, begun} = await open();
    const {threadId} = await begun(onGoal, null);
    const asked = {kind: 'action', title: 'Thee kopen', by: bram, key: 'maak-1'} as const;
    await expect(running(death).turnInto(documentId, threadId, asked)).rejects.toThrow();
    const again = running(null);
    if (heal === 'a start') {
      await again.settleAll(() => expect.unreachable());
      const isThere = death === 'behind the edit';
      expect((await shown()).includes('Thee kopen')).toBe(isThere);
      const {made = []} = (await comments.thread(documentId, threadId)) ?? {};
      expect(made).toHaveLength(isThere ? 1 : 0);
    }
    const {block} = await again.turnInto(documentId, threadId, asked);
    expect((await shown()).match(/<action id="[^"]+"/g)).toEqual([`<action id="${block}"`]);
    expect(await comments.thread(documentId, threadId)).toMatchObject({
      made: [{block, kind: 'action'}],
    });
    expect(await comments.underway()).toEqual([]);
  });

  test.each(cases)('$death that takes a proposal over: $heal heals it', async ({death, heal}) => {
    const {documentId, bram, comments, running, doc, shown, begun} = await open();
    const reading = readDoc(await doc(), []);
    const anchor = makeAnchor(pointAt(reading, 'maandag soep'), reading);
    const proposal = {words: 'maandag thee', instead: 'maandag soep'};
    const {commentId} = await begun(anchorText(anchor), proposal);
    await expect(running(death).takeOver(documentId, commentId, bram)).rejects.toThrow();
    const again = running(null);
    if (heal === 'a start') {
      await again.settleAll(() => expect.unreachable());
      const isThere = death === 'behind the edit';
      expect((await shown()).includes('Elke maandag thee.')).toBe(isThere);
      const taken = (await comments.comment(documentId, commentId))?.proposal?.taken ?? null;
      expect(taken !== null).toBe(isThere);
    }
    await again.takeOver(documentId, commentId, bram);
    expect((await shown()).match(/Elke maandag \w+/g)).toEqual(['Elke maandag thee']);
    expect(await comments.comment(documentId, commentId)).toMatchObject({
      proposal: {taken: {by: bram}},
    });
    expect(await comments.underway()).toEqual([]);
  });
});
