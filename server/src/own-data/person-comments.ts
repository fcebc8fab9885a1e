/** What somebody said beside documents, and where they reacted. */

import {type CommentKind, type DocumentId, plainWords, type ReactionKind} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Asker} from '../auth/principal.ts';
import type {Tables} from '../store/tables.ts';

/** Withdrawn words are gone, here too. */
export interface CommentData {
  readonly documentId: DocumentId;
  readonly labName: string;
  /** null for a document that they may not open any more. */
  readonly title: string | null;
  readonly kind: CommentKind;
  readonly at: number;
  readonly editedAt: number | null;
  readonly words: string;
  /** A text that they proposed; null when none. */
  readonly proposal: string | null;
}

export interface ReactionData {
  readonly documentId: DocumentId;
  readonly kind: ReactionKind;
  readonly at: number;
}

export async function commentsBy(
  db: Kysely<Tables>,
  {personId, onlyLab}: Asker,
): Promise<readonly CommentData[]> {
  const rows = await db
    .selectFrom('comment')
    .innerJoin('document', 'document.id', 'comment.document')
    .innerJoin('lab', 'lab.id', 'document.lab')
    .leftJoin('member', (join) =>
      join
        .onRef('member.lab', '=', 'document.lab')
        .on('member.person', '=', personId)
        .on('member.left_at', 'is', null),
    )
    .leftJoin('document_guest as guest', (join) =>
      join
        .onRef('guest.document', '=', 'document.id')
        .on('guest.person', '=', personId)
        .on('guest.left_at', 'is', null),
    )
    .select(['comment.document as documentId', 'lab.name as labName', 'document.title'])
    .select(['comment.kind', 'comment.at', 'comment.edited_at as editedAt'])
    .select(['comment.words', 'comment.proposal', 'document.owner'])
    .select(['member.person as member', 'guest.person as guest'])
    .where('comment.author', '=', personId)
    .where('comment.words', 'is not', null)
    .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
    .orderBy('comment.at')
    .execute();
  return rows.map(({owner, member, guest, title, words, ...row}) => {
    const mayOpen = owner === null ? (member ?? guest) : owner === personId || guest;
    // Nobody else is named in it, not even by a number.
    return {...row, words: plainWords(words ?? '', () => null), title: mayOpen ? title : null};
  });
}

export function reactionsBy(
  db: Kysely<Tables>,
  {personId, onlyLab}: Asker,
): Promise<readonly ReactionData[]> {
  return db
    .selectFrom('reaction')
    .innerJoin('document', 'document.id', 'reaction.document')
    .select(['reaction.document as documentId', 'reaction.kind', 'reaction.at'])
    .where('reaction.person', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
    .orderBy('reaction.at')
    .execute();
}
