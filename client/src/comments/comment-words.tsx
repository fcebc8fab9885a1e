/** The words of a comment: plain text, with names and links to blocks in it. */

import {type BlockId, forgottenName, partsOf, type PersonView} from '@samenspel/shared';
import {Fragment} from 'react';
import {comments as words} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {linkableOf} from './linkables.ts';

export interface CommentWordsProps {
  readonly text: string;
  /** Who is named in it, as far as they are known. */
  readonly people: readonly PersonView[];
  readonly onBlock: (id: BlockId) => void;
}

export function CommentWords({text, people, onBlock}: CommentWordsProps) {
  const {editor} = useCommentDesk();
  const parts = partsOf(text).map((part, at) => ({part, at}));
  return (
    <p className="comment-words">
      {parts.map(({part, at}) => {
        if (part.kind === 'text') return <Fragment key={at}>{part.text}</Fragment>;
        if (part.kind === 'person') {
          const person = people.find(({id}) => id === part.id);
          return <b key={at}>@{person?.name ?? forgottenName}</b>;
        }
        const block = linkableOf(editor.state, part.id);
        if (!block) return <i key={at}>{words.goneBlock}</i>;
        return (
          <button key={at} type="button" className="comment-link" onClick={() => onBlock(part.id)}>
            {block.title || `${block.kind} ${words.untitled}`}
          </button>
        );
      })}
    </p>
  );
}
