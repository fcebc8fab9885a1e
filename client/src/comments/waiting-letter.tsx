/** Something said here that is not at the server: what becomes of it, and a way out. */

import {Clock} from 'lucide-react';
import {Button} from '../ui/button.tsx';
import type {Letter} from '../sync/device.ts';
import {comments as words, commentTrouble} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {CommentWords} from './comment-words.tsx';
import {useMentionable} from './threads.ts';

export function WaitingLetter({letter}: {readonly letter: Letter}) {
  const {documentId, outbox} = useCommentDesk();
  const people = useMentionable(documentId);
  return (
    <div className="comment comment-waiting">
      <p className="comment-waits">
        <Clock size={18} aria-hidden />
        <span>
          {letter.refused === null ? words.waiting : commentTrouble(letter.refused, 'other')}
        </span>
      </p>
      <CommentWords text={letter.words} people={people} onBlock={() => undefined} />
      <div className="comment-buttons">
        <Button onPress={() => void outbox.drop(letter.key)}>{words.drop}</Button>
      </div>
    </div>
  );
}
