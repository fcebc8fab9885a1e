/** Threads as the server tells of them, for screens that show them. */

import type {
  CommentId,
  CommentView,
  PersonId,
  ThreadId,
  ThreadLine,
  ThreadView,
} from '@samenspel/shared';

const amina = {id: 'amina1' as PersonId, name: 'Amina', side: 'informal'} as const;

/** An open thread about the whole document, unless told otherwise. */
export function threadLine({
  id,
  ...change
}: Omit<Partial<ThreadLine>, 'id'> & {readonly id: string}): ThreadLine {
  return {
    id: id as ThreadId,
    place: {at: 'document'},
    ...{quote: null, block: null, goalId: null, goal: null, task: null},
    ...{state: 'open', hidden: false, count: 1, begins: 'Mooi plan', by: amina},
    ...{startedAt: 0, changedAt: 0, revision: 1, mine: false, namesMe: false},
    ...{unanswered: false, sides: ['informal'], proposes: false, made: []},
    ...change,
  };
}

export function threadView(
  line: ThreadLine,
  ...comments: readonly Partial<CommentView>[]
): ThreadView {
  return {
    ...{id: line.id, revision: line.revision, state: line.state, hidden: null},
    comments: comments.map((change, at) => ({
      id: `comment-${at}` as CommentId,
      ...{kind: 'said', by: amina, at: 0, mine: false, editedAt: null, words: line.begins},
      ...{mentions: [], proposal: null, reactions: {agree: [], thanks: []}},
      ...change,
    })),
  };
}
