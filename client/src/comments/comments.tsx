/** Everything about comments around one open text: in it, beside it or over it. */

import {useEffect} from 'react';
import {anchorHere} from './asked-anchor.ts';
import type {CommentAsk} from './anchors.ts';
import {AttachBar, ReaderBar} from './comment-bar.tsx';
import {type CommentDesk, nothingOpened, type Opened, useCommentDesk} from './comment-desk.tsx';
import {useCommentKeys} from './comment-keys.ts';
import {CommentsMargin} from './comments-margin.tsx';
import {CommentsSheet} from './comments-sheet.tsx';
import {useAskedThread} from '../news/asked-thread.ts';
import {blocksOf, useAnchors} from './use-anchors.ts';
import './anchors.css';
import './comments.css';

export function Comments() {
  const desk = useCommentDesk();
  const {editor, hasMargin, opened, mayComment, mayWrite, open} = desk;
  useAnchors();
  useCommentKeys();
  useAskedThread(desk);
  useEffect(() => {
    const hear = (asked: CommentAsk) => open(openedFor(desk, asked));
    editor.on('comment', hear);
    return () => {
      editor.off('comment', hear);
    };
  }, [editor, desk, open]);
  return (
    <>
      {hasMargin ? <CommentsMargin /> : <CommentsSheet />}
      {opened.kind === 'attach' ? (
        <AttachBar id={opened.id} />
      ) : mayComment && !mayWrite ? (
        <ReaderBar />
      ) : null}
    </>
  );
}

/** A second press on what is open closes it. */
function openedFor({editor, threads, opened, mayComment}: CommentDesk, asked: CommentAsk): Opened {
  if (asked.on === 'thread') {
    const isOpen = opened.kind === 'thread' && opened.id === asked.id;
    return isOpen ? nothingOpened : {kind: 'thread', id: asked.id, takesFocus: true};
  }
  if (asked.on === 'here') {
    return {kind: 'new', anchor: anchorHere(editor.state) ?? {on: 'document'}};
  }
  const first = threads.find((line) => !line.hidden && blocksOf(line).includes(asked.id));
  if (!mayComment && first) return {kind: 'thread', id: first.id, takesFocus: true};
  const isOpen =
    opened.kind === 'new' && opened.anchor.on === 'block' && opened.anchor.id === asked.id;
  return isOpen ? nothingOpened : {kind: 'new', anchor: {on: 'block', id: asked.id}};
}
