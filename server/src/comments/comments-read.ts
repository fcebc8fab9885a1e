/** Reads comments from their rows; also for who only looks, such as an export. */

import type {Kysely, Selectable} from 'kysely';
import {type CommentId, type DocumentId, type MadeBlock, mention} from '@samenspel/shared';
import type {Tables} from '../store/tables.ts';
import type {CommentRow, Reaction, ReadComments, ThreadRow, ThreadSummary} from './comments.ts';

/** Enough of a first comment to fill a line, names in it included. */
const beginsLength = 600;

export function readComments(db: Kysely<Tables>): ReadComments {
  const threadRows = db.selectFrom('thread').select(threadColumns);
  const commentRows = db.selectFrom('comment').select(commentColumns);

  return {
    async lines(documentId, reader, ids) {
      const only = ids ?? [];
      const some = ids !== undefined;
      const [threads, facts, begins, reacted] = await Promise.all([
        threadRows.where('document', '=', documentId).orderBy('started_at').orderBy('id').execute(),
        db
          .selectFrom('comment')
          .select(['thread', 'author'])
          .select((row) => [
            row('words', 'is not', null).as('stands'),
            row('words', 'like', `%${mention(reader)}%`).as('names'),
            row.and([row('proposal', 'is not', null), row('taken_at', 'is', null)]).as('proposes'),
          ])
          .where('document', '=', documentId)
          .$if(some, (query) => query.where('thread', 'in', only))
          .orderBy('thread')
          .orderBy('part')
          .execute(),
        db
          .selectFrom('comment')
          .select(['thread', 'author'])
          .select((row) =>
            row
              .fn<string | null>('substr', ['words', row.val(1), row.val(beginsLength)])
              .as('words'),
          )
          .where('document', '=', documentId)
          .where('part', '=', 1)
          .$if(some, (query) => query.where('thread', 'in', only))
          .execute(),
        db
          .selectFrom('reaction')
          .innerJoin('comment', 'comment.id', 'reaction.comment')
          .select('comment.thread')
          .distinct()
          .where('reaction.document', '=', documentId)
          .$if(some, (query) => query.where('comment.thread', 'in', only))
          .whereRef('reaction.person', '<>', 'comment.author')
          .execute(),
      ]);
      const factsOf = Map.groupBy(facts, ({thread}) => thread);
      const beginsOf = new Map(begins.map((first) => [first.thread, first]));
      const reactedTo = new Set(reacted.map(({thread}) => thread));
      return threads.flatMap((row): readonly ThreadSummary[] => {
        const said = factsOf.get(row.id) ?? [];
        const first = beginsOf.get(row.id);
        if (!first) return [];
        return [
          {
            ...toThread(row),
            ...{startedBy: first.author, begins: first.words},
            count: said.filter(({stands}) => stands).length,
            authors: [...new Set(said.map(({author}) => author))],
            namesReader: said.some(({names}) => names),
            proposes: said.some(({proposes}) => proposes),
            reactedTo: reactedTo.has(row.id),
          },
        ];
      });
    },
    async bodies(documentId, ids) {
      if (ids.length === 0) return [];
      const [threads, comments] = await Promise.all([
        threadRows.where('document', '=', documentId).where('id', 'in', ids).execute(),
        commentRows
          .where('document', '=', documentId)
          .where('thread', 'in', ids)
          .orderBy('thread')
          .orderBy('part')
          .execute(),
      ]);
      const reactions = await reactionsTo(
        db,
        documentId,
        comments.map(({id}) => id),
      );
      const commentsOf = Map.groupBy(comments.map(toComment), ({threadId}) => threadId);
      return ids.flatMap((id) => {
        const row = threads.find((one) => one.id === id);
        if (!row) return [];
        const said = commentsOf.get(id) ?? [];
        const known = new Set(said.map((one) => one.id));
        return [
          {
            thread: toThread(row),
            comments: said,
            reactions: reactions.filter(({commentId}) => known.has(commentId)),
          },
        ];
      });
    },
    async comment(documentId, id) {
      const row = await commentRows
        .where('document', '=', documentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? toComment(row) : null;
    },
    async thread(documentId, id) {
      const row = await threadRows
        .where('document', '=', documentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? toThread(row) : null;
    },
  };
}

/** SQLite takes no more values than some ten thousands in one question. */
const maxAtOnce = 5_000;

async function reactionsTo(
  db: Kysely<Tables>,
  documentId: DocumentId,
  comments: readonly CommentId[],
): Promise<readonly Reaction[]> {
  const found: Reaction[] = [];
  for (let at = 0; at < comments.length; at += maxAtOnce) {
    const some = await db
      .selectFrom('reaction')
      .select(['comment as commentId', 'person', 'kind'])
      .where('document', '=', documentId)
      .where('comment', 'in', comments.slice(at, at + maxAtOnce))
      .orderBy('at')
      .orderBy('person')
      .execute();
    found.push(...some);
  }
  return found;
}

const threadColumns = [
  ...(['id', 'anchor', 'started_at', 'changed_at', 'revision', 'state'] as const),
  ...(['hidden_at', 'hidden_by', 'hide_reason', 'made'] as const),
] as const;

const commentColumns = [
  ...(['id', 'thread', 'kind', 'author', 'at', 'edited_at', 'words'] as const),
  ...(['proposal', 'proposed_for', 'taken_at', 'taken_by'] as const),
] as const;

type Row<Table extends 'thread' | 'comment', Column extends keyof Tables[Table]> = Pick<
  Selectable<Tables[Table]>,
  Column & keyof Selectable<Tables[Table]>
>;

function toThread(row: Row<'thread', (typeof threadColumns)[number]>): ThreadRow {
  const {id, anchor, revision, state, made} = row;
  return {
    ...{id, anchor, revision, state, startedAt: row.started_at, changedAt: row.changed_at},
    hidden:
      row.hidden_at === null || row.hidden_by === null
        ? null
        : {by: row.hidden_by, at: row.hidden_at, reason: row.hide_reason},
    made: JSON.parse(made) as readonly MadeBlock[],
  };
}

function toComment(row: Row<'comment', (typeof commentColumns)[number]>): CommentRow {
  const {id, thread, kind, author, at, edited_at, words, proposal} = row;
  return {
    ...{id, threadId: thread, kind, author, at, editedAt: edited_at, words},
    proposal:
      proposal === null
        ? null
        : {
            words: proposal,
            instead: row.proposed_for ?? '',
            taken:
              row.taken_at === null || row.taken_by === null
                ? null
                : {by: row.taken_by, at: row.taken_at},
          },
  };
}
