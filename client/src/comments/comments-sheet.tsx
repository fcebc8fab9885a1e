/** Where there is no room beside the text: what is said about one place, from below. */

import type {ThreadLine} from '@samenspel/shared';
import {useEffect, useRef} from 'react';
import {jumpTo} from '../editor/jump.ts';
import {Sheet} from '../ui/sheet.tsx';
import {comments as words} from '../words/comments.ts';
import {type CommentDesk, nothingOpened, useCommentDesk} from './comment-desk.tsx';
import {goToText} from './go-to-text.ts';
import {NewThread} from './new-thread.tsx';
import {type Leads, ThreadCard} from './thread-card.tsx';
import {blocksOf} from './use-anchors.ts';
import {WaitingLetter} from './waiting-letter.tsx';

export function CommentsSheet() {
  const desk = useCommentDesk();
  const {editor, letters, opened, open, mayComment} = desk;
  const isOpen = opened.kind === 'thread' || opened.kind === 'new';
  const afterwards = useRef<(() => void) | null>(null);
  useEffect(() => {
    // While it is open, nothing behind it can take the focus.
    if (isOpen) return;
    afterwards.current?.();
    afterwards.current = null;
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <Sheet title={words.title} onClose={() => open(nothingOpened)}>
      {(close) => {
        const leave = (then: () => void) => {
          afterwards.current = then;
          close();
        };
        const leads: Leads = {
          toText: (line) => leave(() => void goToText(editor, line)),
          toBlock: (id) => leave(() => jumpTo(editor, id)),
          toAttach: ({id}) => leave(() => open({kind: 'attach', id})),
        };
        return (
          <div className="comments-list">
            {threadsHere(desk).map((line) => (
              <ThreadCard
                key={line.id}
                line={line}
                isOpen={opened.kind === 'thread' && opened.id === line.id}
                focusFor={opened.kind === 'thread' && opened.takesFocus ? opened : null}
                onOpen={() => open({kind: 'thread', id: line.id, takesFocus: false})}
                onClose={() => close()}
                leads={leads}
              />
            ))}
            {letters
              .filter(({target}) => opened.kind === 'new' && target.to === 'text')
              .map((letter) => (
                <WaitingLetter key={letter.key} letter={letter} />
              ))}
            {opened.kind === 'new' && mayComment ? (
              <NewThread
                key={JSON.stringify(opened.anchor)}
                anchor={opened.anchor}
                onDone={(outcome) => {
                  if (outcome.kind === 'left') close();
                  // What was written in is gone, and the focus with it.
                  if (outcome.kind === 'said')
                    open({kind: 'thread', id: outcome.id, takesFocus: true});
                }}
              />
            ) : null}
          </div>
        );
      }}
    </Sheet>
  );
}

/** The thread that is open, with the others about the same block. */
function threadsHere({threads, opened}: CommentDesk): readonly ThreadLine[] {
  const asked = opened.kind === 'thread' ? threads.find(({id}) => id === opened.id) : undefined;
  const block =
    opened.kind === 'new' && opened.anchor.on === 'block'
      ? opened.anchor.id
      : asked?.place.at === 'block'
        ? asked.place.id
        : null;
  const others =
    block === null ? [] : threads.filter((line) => !line.hidden && blocksOf(line).includes(block));
  if (!asked || others.includes(asked)) return others;
  return [asked, ...others];
}
