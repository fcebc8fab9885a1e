/** The comments of one document, around what stands beside its text: the list in it needs them too. */

import type {DocumentView, PersonId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {ReactNode} from 'react';
import {mayIn} from '../documents/whose.ts';
import {useMedia} from '../ui/use-media.ts';
import {CommentDeskProvider} from './comment-desk.tsx';
import {Comments} from './comments.tsx';
import type {TellingLine} from './threads.ts';

export interface CommentsAroundProps {
  readonly editor: Editor;
  readonly document: DocumentView;
  readonly me: PersonId;
  /** Its lab is closed: everybody reads. */
  readonly isClosed: boolean;
  readonly line: TellingLine;
  readonly children: ReactNode;
}

/** From here on there is room for the contents, the text and the threads. */
const roomy = '(min-width: 78rem)';

export function CommentsAround({
  editor,
  document,
  me,
  isClosed,
  line,
  children,
}: CommentsAroundProps) {
  const hasMargin = useMedia(roomy);
  return (
    <CommentDeskProvider
      editor={editor}
      documentId={document.id}
      me={me}
      line={line}
      hasMargin={hasMargin}
      mayComment={!isClosed && mayIn(document, me, 'comment.write')}
      mayHide={!isClosed && mayIn(document, me, 'comment.hide')}
      mayWrite={!isClosed && document.archivedAt === null && mayIn(document, me, 'document.write')}
    >
      {children}
      <Comments />
    </CommentDeskProvider>
  );
}
