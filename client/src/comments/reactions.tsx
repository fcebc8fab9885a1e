/** Agreeing with a comment or thanking for it, with one press; who did stands there by name. */

import {Heart, ThumbsUp} from 'lucide-react';
import {type CommentView, reactionKinds} from '@samenspel/shared';
import {ToggleButton} from 'react-aria-components';
import {reactionsWords, reactionWord} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';

const icons = {agree: ThumbsUp, thanks: Heart} as const;

export function Reactions({comment}: {readonly comment: CommentView}) {
  const {me, mayComment, act} = useCommentDesk();
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
                isSelected={comment.reactions[kind].some(({id}) => id === me)}
                isDisabled={act.isPending}
                onChange={(isOn) => act.mutate({do: 'react', comment: comment.id, kind, isOn})}
              >
                <Icon size={18} aria-hidden />
                <span>{reactionWord(kind)}</span>
              </ToggleButton>
            );
          })}
        </div>
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
