/** What somebody said, as news to whom they named and to who wrote in that thread before. */

import type {LabId} from '@samenspel/shared';
import type {CommentHappening} from '../comments/happening.ts';
import type {NewNews} from './news.ts';

/** Each person once: to be named weighs more than to be answered. */
export function newsOfComment(
  {documentId, threadId, commentId, kind, by, at, mentions, voices}: CommentHappening,
  labId: LabId,
): readonly NewNews[] {
  const named = new Set(mentions);
  // Who is named only now is told; to everybody else these words were said before.
  const answered = kind === 'changed' ? [] : voices.filter((person) => !named.has(person));
  const facts = {thread: threadId, comment: commentId, by} as const;
  const about = {labId, documentId, at} as const;
  return [
    ...[...named].map((person) => ({
      ...about,
      person,
      facts: {kind: 'mention', ...facts} as const,
    })),
    ...answered.map((person) => ({...about, person, facts: {kind: 'reply', ...facts} as const})),
  ];
}
