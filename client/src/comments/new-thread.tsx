/** Beginning a thread: what it is about, and what one has to say. */

import {type AskedAnchor, type ThreadId, unreachable} from '@samenspel/shared';
import type {EditorState} from '@tiptap/pm/state';
import {useState} from 'react';
import {blockWords, comments as words, short} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {Composer} from './composer.tsx';
import {linkableOf} from './linkables.ts';
import {Proposing} from './proposing.tsx';
import {isInOneLine} from './text-ids.ts';
import {useDraft} from './use-draft.ts';

/** What became of it: a thread, something that waits for a line, or nothing. */
export type Outcome =
  | {readonly kind: 'said'; readonly id: ThreadId}
  | {readonly kind: 'waits'}
  | {readonly kind: 'left'};

export interface NewThreadProps {
  readonly anchor: AskedAnchor;
  readonly onDone: (outcome: Outcome) => void;
}

export function NewThread({anchor, onDone}: NewThreadProps) {
  const {editor, say} = useCommentDesk();
  const [draft, setDraft, done] = useDraft(placeKey(anchor));
  const [proposal, setProposal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function send(text: string): Promise<void> {
    setBusy(true);
    const said = await say({to: 'text', anchor}, text, proposal);
    setBusy(false);
    done();
    editor.emit('said', {words: said ? words.placed : words.waiting});
    onDone(said ? {kind: 'said', id: said.threadId} : {kind: 'waits'});
  }
  return (
    <section className="thread thread-unfolded new-thread" aria-label={words.newThread}>
      <p className="thread-where">{aboutWords(editor.state, anchor)}</p>
      <Composer
        label={words.field}
        draft={draft}
        onDraft={setDraft}
        send={words.send}
        isFirst
        isBusy={isBusy}
        mayBeEmpty={proposal !== null}
        onSend={(text) => void send(text)}
        onCancel={() => {
          done();
          onDone({kind: 'left'});
        }}
      >
        {anchor.on === 'passage' && isInOneLine(editor.state, anchor) ? (
          <Proposing value={proposal} quote={anchor.quote} onChange={setProposal} />
        ) : null}
      </Composer>
    </section>
  );
}

function aboutWords(state: EditorState, anchor: AskedAnchor): string {
  switch (anchor.on) {
    case 'document':
      return words.onDocument;
    case 'block': {
      const block = linkableOf(state, anchor.id);
      return words.at(block ? blockWords(block.kind, block.title) : words.goneBlock);
    }
    case 'passage':
      return `“${short(anchor.quote)}”`;
    default:
      return unreachable(anchor);
  }
}

/** The same for the same place. */
function placeKey(anchor: AskedAnchor): string {
  switch (anchor.on) {
    case 'document':
      return 'document';
    case 'block':
      return `block ${anchor.id}`;
    case 'passage':
      return `passage ${anchor.first} ${anchor.last}`;
    default:
      return unreachable(anchor);
  }
}
