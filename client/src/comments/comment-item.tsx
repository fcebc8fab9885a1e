/** One comment: who, when, what they said, and what one can do with it. */

import {Ellipsis, PencilLine, Undo2} from 'lucide-react';
import {type BlockId, type CommentView, forgottenName, type ThreadId} from '@samenspel/shared';
import {useState} from 'react';
import {useNow} from '../app-world.tsx';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Menu} from '../ui/menu.tsx';
import {Message} from '../ui/message.tsx';
import {Person} from '../ui/person.tsx';
import {general, when} from '../words/index.ts';
import {comments as words, commentTrouble} from '../words/comments.ts';
import {useAct} from './acts.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {CommentWords} from './comment-words.tsx';
import {Composer} from './composer.tsx';
import {type Draft, draftOf} from './draft.ts';
import {linkableOf} from './linkables.ts';
import {Proposal} from './proposal.tsx';
import {Reactions} from './reactions.tsx';

export interface CommentItemProps {
  /** In which it stands. */
  readonly thread: ThreadId;
  readonly comment: CommentView;
  /** The words that its thread is about; '' when they are gone. */
  readonly quote: string;
  readonly canTake: boolean;
  readonly onBlock: (id: BlockId) => void;
}

export function CommentItem({thread, comment, quote, canTake, onBlock}: CommentItemProps) {
  const {editor, documentId, mayComment} = useCommentDesk();
  const act = useAct(documentId);
  const now = useNow();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const name = comment.by?.name ?? forgottenName;
  const isMine = comment.mine && comment.words !== null && mayComment;
  const edit = () => {
    const nameOf = (id: string) => comment.mentions.find((one) => one.id === id)?.name ?? null;
    const titleOf = (id: BlockId) => linkableOf(editor.state, id)?.title ?? null;
    setDraft(draftOf(comment.words ?? '', nameOf, titleOf));
  };
  return (
    <li className={`comment comment-${comment.kind}`}>
      <div className="comment-top">
        <div>
          {comment.by ? (
            <Person name={name} side={comment.by.side} />
          ) : (
            <span className="person">{name}</span>
          )}
          <p className="muted comment-when">
            {when(comment.at, now)}
            {comment.editedAt === null ? '' : ` · ${words.edited}`}
          </p>
        </div>
        {isMine && comment.kind === 'said' ? (
          <Menu
            label={words.moreOf(name)}
            items={[
              {
                id: 'edit',
                words: words.edit,
                icon: <PencilLine size={20} aria-hidden />,
                onChoose: edit,
              },
              {
                id: 'withdraw',
                words: words.withdraw,
                icon: <Undo2 size={20} aria-hidden />,
                onChoose: () => setWithdrawing(true),
              },
            ]}
          >
            <Ellipsis size={18} aria-hidden />
            <span>{words.more}</span>
          </Menu>
        ) : null}
      </div>
      {comment.kind === 'said' ? null : (
        <p className="comment-done">
          {comment.kind === 'handled' ? words.wasHere(name) : words.reopened(name)}
        </p>
      )}
      {draft ? (
        <Composer
          label={words.field}
          draft={draft}
          onDraft={setDraft}
          send={words.save}
          isFirst
          isBusy={act.isPending}
          onSend={(text) =>
            act.mutate(
              {do: 'edit', thread, comment: comment.id, words: text},
              {onSuccess: () => setDraft(null)},
            )
          }
          onCancel={() => setDraft(null)}
        />
      ) : comment.words === null ? (
        <p className="muted">{words.withdrawn}</p>
      ) : comment.words === '' ? null : (
        <CommentWords text={comment.words} people={comment.mentions} onBlock={onBlock} />
      )}
      {comment.proposal ? (
        <Proposal
          thread={thread}
          comment={comment}
          proposal={comment.proposal}
          quote={quote}
          canTake={canTake}
        />
      ) : null}
      {comment.words === null || comment.kind !== 'said' ? null : (
        <Reactions thread={thread} comment={comment} />
      )}
      {act.error ? (
        <Message kind="trouble">{commentTrouble(failureOf(act.error), 'other')}</Message>
      ) : null}
      <Dialog
        title={words.withdrawTitle}
        isOpen={isWithdrawing}
        onClose={() => setWithdrawing(false)}
      >
        <p>{words.withdrawWhat}</p>
        <DialogButtons>
          <Button
            kind="danger"
            onPress={() => {
              act.mutate({do: 'withdraw', thread, comment: comment.id});
              setWithdrawing(false);
            }}
          >
            {words.withdraw}
          </Button>
          <Button onPress={() => setWithdrawing(false)}>{general.cancel}</Button>
        </DialogButtons>
      </Dialog>
    </li>
  );
}
