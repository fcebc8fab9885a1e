/** A text that somebody proposes for the words a thread is about, beside the words that stand there. */

import {Check} from 'lucide-react';
import {type CommentView, forgottenName, type ProposalView, type ThreadId} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Message} from '../ui/message.tsx';
import {when} from '../words/index.ts';
import {comments as words, commentTrouble} from '../words/comments.ts';
import {useAct} from './acts.ts';
import {useCommentDesk} from './comment-desk.tsx';

export interface ProposalProps {
  readonly thread: ThreadId;
  readonly comment: CommentView;
  readonly proposal: ProposalView;
  /** What it is about; '' when that is gone. */
  readonly quote: string;
  /** The words stand in the text, and nothing hinders taking it over. */
  readonly canTake: boolean;
}

export function Proposal({thread, comment, proposal, quote, canTake}: ProposalProps) {
  const {documentId, mayWrite} = useCommentDesk();
  const act = useAct(documentId);
  const now = useNow();
  const {taken} = proposal;
  const takenBy =
    taken && `${words.taken(taken.by?.name ?? forgottenName)}, ${when(taken.at, now)}`;
  return (
    <div className="proposal">
      <p className="proposal-title">
        {proposal.words === '' ? words.proposesNothing : words.proposes}
      </p>
      {quote === '' || taken ? null : (
        <p>
          <span className="muted">{words.nowStands}</span> <del>{quote}</del>
        </p>
      )}
      {proposal.words === '' ? null : (
        <p>
          <span className="muted">{taken ? words.nowReads : words.couldStand}</span>{' '}
          <ins>{proposal.words}</ins>
        </p>
      )}
      {takenBy ? (
        <p className="proposal-taken">
          <Check size={18} aria-hidden /> {takenBy}
        </p>
      ) : mayWrite && canTake ? (
        <Button
          kind="primary"
          icon={<Check size={18} aria-hidden />}
          isDisabled={act.isPending}
          onPress={() => act.mutate({do: 'take', thread, comment: comment.id})}
        >
          {words.take}
        </Button>
      ) : null}
      {act.error ? (
        <Message kind="trouble">{commentTrouble(failureOf(act.error), 'take')}</Message>
      ) : null}
    </div>
  );
}
