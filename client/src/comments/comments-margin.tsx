/** Threads beside the text that they are about, where there is room; only those near the window are drawn. */

import {MessageSquarePlus, MessageSquareText, PanelRightClose} from 'lucide-react';
import {useState} from 'react';
import {jumpTo} from '../editor/jump.ts';
import {useKeys} from '../editor/use-keys.ts';
import {Button, IconButton} from '../ui/button.tsx';
import {keepSetting, readSetting} from '../ui/device-setting.ts';
import {comments as words} from '../words/comments.ts';
import {nothingOpened, useCommentDesk} from './comment-desk.tsx';
import {goToText} from './go-to-text.ts';
import {NewThread} from './new-thread.tsx';
import {type Leads, ThreadCard} from './thread-card.tsx';
import {Unplaced} from './unplaced.tsx';
import {useMargin} from './use-margin.ts';

const setting = 'margin';

export function CommentsMargin() {
  const {opened} = useCommentDesk();
  const [isFolded, setFolded] = useState(() => readSetting(setting) === false);
  const fold = (to: boolean) => {
    setFolded(to);
    keepSetting(setting, !to);
  };
  // What was opened from the text is to be seen.
  const isShut = isFolded && (opened.kind === 'nothing' || opened.kind === 'attach');
  if (!isShut) return <Margin onFold={() => fold(true)} />;
  return (
    <aside className="margin margin-folded" aria-label={words.beside}>
      <IconButton icon={<MessageSquareText size={20} aria-hidden />} onPress={() => fold(false)}>
        {words.show}
      </IconButton>
    </aside>
  );
}

function Margin({onFold}: {readonly onFold: () => void}) {
  const {editor, threads, opened, open, mayComment} = useCommentDesk();
  const {box, near} = useMargin();
  const close = () => {
    const line = opened.kind === 'thread' ? threads.find(({id}) => id === opened.id) : undefined;
    open(nothingOpened);
    if (!line || !goToText(editor, line)) editor.view.focus();
  };
  useKeys(box, ({key, defaultPrevented}) => {
    if (key === 'Escape' && !defaultPrevented && opened.kind !== 'nothing') close();
  });
  const leads: Leads = {
    toText: (line) => void goToText(editor, line),
    toBlock: (id) => jumpTo(editor, id),
    toAttach: ({id}) => open({kind: 'attach', id}),
  };
  const newAnchor = opened.kind === 'new' && mayComment ? opened.anchor : null;
  return (
    <aside ref={box} className="margin" aria-label={words.beside}>
      <div className="margin-head">
        <div className="margin-line">
          <h2>{words.title}</h2>
          <IconButton
            icon={<PanelRightClose size={18} aria-hidden />}
            onPress={() => {
              open(nothingOpened);
              onFold();
            }}
          >
            {words.fold}
          </IconButton>
        </div>
        {mayComment ? (
          <Button
            icon={<MessageSquarePlus size={18} aria-hidden />}
            onPress={() => open({kind: 'new', anchor: {on: 'document'}})}
          >
            {words.commentAll}
          </Button>
        ) : null}
        <Unplaced leads={leads} />
      </div>
      {near.map((item) => (
        <div key={item.key} className="margin-card" data-margin-card={item.key}>
          {item.line === null ? (
            newAnchor === null ? null : (
              <NewThread
                key={JSON.stringify(newAnchor)}
                anchor={newAnchor}
                onDone={(outcome) =>
                  open(
                    outcome.kind === 'said'
                      ? {kind: 'thread', id: outcome.id, takesFocus: true}
                      : nothingOpened,
                  )
                }
              />
            )
          ) : (
            <ThreadCard
              line={item.line}
              isOpen={opened.kind === 'thread' && opened.id === item.line.id}
              focusFor={opened.kind === 'thread' && opened.takesFocus ? opened : null}
              onOpen={() => {
                if (item.line) open({kind: 'thread', id: item.line.id, takesFocus: false});
              }}
              onClose={close}
              leads={leads}
            />
          )}
        </div>
      ))}
    </aside>
  );
}
