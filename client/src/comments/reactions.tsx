/** Agreeing with a comment or thanking for it, with one press; who did stands there by name. */

import {Heart, ThumbsUp} from 'lucide-react';
import {type CommentView, type ReactionKind, reactionKinds, type ThreadId} from '@samenspel/shared';
import {ToggleButton} from 'react-aria-components';
import {failureOf} from '../api.ts';
import {Message} from '../ui/message.tsx';
import {commentTrouble, reactionsWords, reactionWord} from '../words/comments.ts';
import {useAct} from './acts.ts';
import {useCommentDesk} from './comment-desk.tsx';

const icons = {agree: ThumbsUp, thanks: Heart} as const;

export interface ReactionsProps {
  readonly thread: ThreadId;
  readonly comment: CommentView;
}

export function Reactions({thread, comment}: ReactionsProps) {
  const {documentId, me, mayComment} = useCommentDesk();
  const act = useAct(documentId);
  const isMine = (kind: ReactionKind) => comment.reactions[kind].some(({id}) => id === me);
  // What was pressed shows as pressed at once; a button that is switched off would lose the focus.
  const pressed = act.isPending && act.variables.do === 'react' ? act.variables : null;
  const given = reactionKinds.filter((kind) => comment.reactions[kind].length > 0);
  return (
    <>
      {mayComment && !comment.mine ? (
        <div className="comment-reactions">
          {reactionKinds.map((kind) => {
            const Icon = icons[kind];
            return (
              <ToggleButton
                key={kind}
                className="icon-button"
                isSelected={pressed?.kind === kind ? pressed.isOn : isMine(kind)}
                onChange={(isOn) =>
                  act.mutate({do: 'react', thread, comment: comment.id, kind, isOn})
                }
              >
                <Icon size={18} aria-hidden />
                <span>{reactionWord(kind)}</span>
              </ToggleButton>
            );
          })}
        </div>
      ) : null}
      {act.error ? (
        <Message kind="trouble">{commentTrouble(failureOf(act.error), 'other')}</Message>
      ) : null}
      {given.length > 0 ? (
        <ul className="plain comment-given">
          {given.map((kind) => {
            const Icon = icons[kind];
            const names = comment.reactions[kind].map(({name}) => name);
            return (
              <li key={kind}>
                <Icon size={16} aria-hidden /> {reactionsWords(kind, names)}
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}
