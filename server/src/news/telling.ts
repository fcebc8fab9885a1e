/**
 * Tells news as it is now: each is looked up again with the reader's rights of this moment. What is
 * withdrawn, hidden, done or no longer theirs to see is told to nobody.
 */

import {
  amsterdamDay,
  canIn,
  commentLimits,
  hindrance,
  type LabId,
  mentionsIn,
  type NewsMatter,
  type NewsView,
  type PersonId,
  type PersonView,
  plainWords,
  unreachable,
} from '@samenspel/shared';
import type {Asker} from '../auth/principal.ts';
import type {ReadComments} from '../comments/comments.ts';
import type {DocumentRow, Documents} from '../documents/documents.ts';
import type {Labs} from '../labs/labs.ts';
import {holderOf} from '../labs/members.ts';
import type {Plans} from '../overview/plans.ts';
import type {Questions} from '../questions/questions.ts';
import type {NewsFacts, NewsRow} from './news.ts';
import {promisedIn} from './promised.ts';

export interface TellingDeps {
  readonly labs: Labs;
  /** Of every lab, also for who is in one of its documents only; null when it is absent. */
  readonly labName: (labId: LabId) => Promise<string | null>;
  readonly documents: Pick<Documents, 'standing' | 'find'>;
  readonly comments: Pick<ReadComments, 'comment' | 'thread'>;
  readonly questions: Pick<Questions, 'find'>;
  readonly plans: Plans;
  readonly now: () => number;
  /** A text could not be read: what is due in it is not told now. */
  readonly onUnread: (row: NewsRow, error: unknown) => void;
}

export interface Telling {
  /** In the order of the rows; what can't be told is left out. */
  tell(asker: Asker, rows: readonly NewsRow[]): Promise<readonly NewsView[]>;
  /** The same for a letter, which lies where we can't guard it: nothing of personal documents. */
  tellOutside(personId: PersonId, rows: readonly NewsRow[]): Promise<readonly NewsView[]>;
}

type Facts<Kind extends NewsFacts['kind']> = Extract<NewsFacts, {kind: Kind}>;

export function openTelling(deps: TellingDeps): Telling {
  const {labs, labName, documents, comments, questions, plans, now, onUnread} = deps;

  async function tell(asker: Asker, rows: readonly NewsRow[], isOutside: boolean) {
    const around = once(labs.everyone);
    const names = once(labName);
    const told: NewsView[] = [];
    for (const row of rows) {
      const {id, at, isRead, labId} = row;
      const name = await names(labId);
      const matter = name === null ? null : await matterOf(asker, row, around, isOutside);
      if (name !== null && matter) told.push({id, at, isRead, labId, labName: name, ...matter});
    }
    return told;
  }

  async function matterOf(
    asker: Asker,
    row: NewsRow,
    around: (labId: LabId) => Promise<readonly PersonView[]>,
    isOutside: boolean,
  ): Promise<NewsMatter | null> {
    const {facts, labId} = row;
    if (facts.kind === 'key') return keyOf(asker, row, facts, await around(labId));
    const document = row.documentId && (await documents.find(row.documentId));
    if (!document || (isOutside && document.owner !== null)) return null;
    switch (facts.kind) {
      case 'mention':
      case 'reply':
        return saidIn(asker, document, facts, await around(labId));
      case 'due':
        return dueIn(asker, document, facts).catch((error: unknown) => {
          onUnread(row, error);
          return null;
        });
      default:
        return unreachable(facts);
    }
  }

  async function saidIn(
    asker: Asker,
    {id, title}: DocumentRow,
    facts: Facts<'mention' | 'reply'>,
    everyone: readonly PersonView[],
  ): Promise<NewsMatter | null> {
    const standing = await documents.standing(asker, id);
    if (!standing || !canIn(standing, 'comment.read')) return null;
    const [thread, comment] = await Promise.all([
      comments.thread(id, facts.thread),
      comments.comment(id, facts.comment),
    ]);
    if (!thread || thread.hidden || comment?.words == null) return null;
    const {words, kind: did} = comment;
    if (facts.kind === 'mention' && !mentionsIn(words).includes(asker.personId)) return null;
    const nameOf = (person: PersonId) => everyone.find((one) => one.id === person)?.name ?? null;
    return {
      ...{kind: facts.kind, by: everyone.find((one) => one.id === facts.by) ?? null},
      ...{document: {id, title}, threadId: thread.id, commentId: comment.id, did},
      begins: plainWords(words, nameOf).slice(0, commentLimits.begins),
    };
  }

  async function keyOf(
    asker: Asker,
    {labId}: NewsRow,
    {question: questionId}: Facts<'key'>,
    everyone: readonly PersonView[],
  ): Promise<NewsMatter | null> {
    const question = await questions.find(questionId);
    if (!question || !(await labs.find(labId, asker))) return null;
    const me = (await labs.members(labId)).find(({id}) => id === asker.personId);
    if (!me || hindrance(question, holderOf(me)) !== null) return null;
    const by = everyone.find((one) => one.id === question.askedBy) ?? null;
    return {kind: 'key', questionId, by};
  }

  async function dueIn(
    asker: Asker,
    {id, title, archivedAt}: DocumentRow,
    {block, until}: Facts<'due'>,
  ): Promise<NewsMatter | null> {
    const standing = await documents.standing(asker, id);
    if (!standing || standing.closed || archivedAt !== null) return null;
    if (!canIn(standing, 'document.read')) return null;
    const plan = await plans.of(id);
    const found = promisedIn({id, title}, plan ?? nothing, amsterdamDay(now())).find(
      (one) => one.person === asker.personId && one.block === block && one.until === until,
    );
    if (!found) return null;
    const {document, of, isLate} = found;
    return {kind: 'due', document, block, of, title: found.title, until, isLate};
  }

  return {
    tell: (asker, rows) => tell(asker, rows, false),
    tellOutside: (personId, rows) => tell({personId, onlyLab: null}, rows, true),
  };
}

const nothing = {tasks: [], goals: [], actions: [], agreements: [], cards: []} as const;

/** Asks once for each lab. */
function once<T>(ask: (labId: LabId) => Promise<T>): (labId: LabId) => Promise<T> {
  const asked = new Map<LabId, Promise<T>>();
  return (labId) => {
    const found = asked.get(labId) ?? ask(labId);
    asked.set(labId, found);
    return found;
  };
}
