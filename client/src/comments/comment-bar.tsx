/** At the bottom of the window: for who reads along a way to comment, and for a thread a new place. */

import {MapPin, MessageSquarePlus} from 'lucide-react';
import type {AskedAnchor, ThreadId} from '@samenspel/shared';
import {useEditorState} from '@tiptap/react';
import {type ReactNode, useRef, useState} from 'react';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {general} from '../words/index.ts';
import {comments as words, commentTrouble} from '../words/comments.ts';
import {useAct} from './acts.ts';
import {anchorHere, chosenWords} from './asked-anchor.ts';
import {nothingOpened, useCommentDesk} from './comment-desk.tsx';

/** Who writes has this among the buttons of the text. */
export function ReaderBar() {
  const {editor, open, hasMargin} = useCommentDesk();
  const hasChosen = useEditorState({editor, selector: ({editor: on}) => !on.state.selection.empty});
  // Pressing may end the choice before the press is over.
  const chosen = useRef<AskedAnchor | null>(null);
  // Beside the text stands a button for all of it.
  if (hasMargin && !hasChosen) return null;
  return (
    <Bar label={words.readerBar}>
      <Button
        kind={hasChosen ? 'primary' : 'quiet'}
        icon={<MessageSquarePlus size={20} aria-hidden />}
        onPressStart={() => {
          chosen.current = chosenWords(editor.state);
        }}
        onPress={() => open({kind: 'new', anchor: chosen.current ?? {on: 'document'}})}
      >
        {hasChosen ? words.commentChosen : words.commentAll}
      </Button>
    </Bar>
  );
}

export function AttachBar({id}: {readonly id: ThreadId}) {
  const {editor, documentId, open} = useCommentDesk();
  const act = useAct(documentId);
  const [isNowhere, setNowhere] = useState(false);
  const chosen = useRef<AskedAnchor | null>(null);
  function attach(): void {
    const anchor = chosen.current;
    setNowhere(anchor === null);
    if (anchor === null) return;
    act.mutate(
      {do: 'attach', thread: id, anchor},
      {onSuccess: () => open({kind: 'thread', id, takesFocus: true})},
    );
  }
  const problem = act.error
    ? commentTrouble(failureOf(act.error), 'attach')
    : isNowhere
      ? words.attachNowhere
      : null;
  return (
    <Bar label={words.attach}>
      <p role={problem === null ? undefined : 'alert'}>{problem ?? words.attachHow}</p>
      <Button
        kind="primary"
        icon={<MapPin size={20} aria-hidden />}
        isDisabled={act.isPending}
        onPressStart={() => {
          const {state} = editor;
          chosen.current = editor.isEditable ? anchorHere(state) : chosenWords(state);
        }}
        onPress={attach}
      >
        {words.attachHere}
      </Button>
      <Button onPress={() => open(nothingOpened)}>{general.cancel}</Button>
    </Bar>
  );
}

function Bar({label, children}: {readonly label: string; readonly children: ReactNode}) {
  return (
    <section className="comment-bar" aria-label={label}>
      {children}
    </section>
  );
}
