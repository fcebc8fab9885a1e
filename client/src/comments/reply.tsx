/** Answering in a thread; the field comes when one asks for it. */

import {Reply as ReplyIcon} from 'lucide-react';
import type {ThreadLine} from '@samenspel/shared';
import {useEffect, useRef, useState} from 'react';
import {Button} from '../ui/button.tsx';
import {comments as words} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {Composer} from './composer.tsx';
import {Proposing} from './proposing.tsx';
import {useDraft} from './use-draft.ts';

export function Reply({line}: {readonly line: ThreadLine}) {
  const {say} = useCommentDesk();
  const [draft, setDraft, done] = useDraft(`thread ${line.id}`);
  const [isOpen, setOpen] = useState(draft.text !== '');
  const [isBusy, setBusy] = useState(false);
  const [proposal, setProposal] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const leavesFocus = useRef(false);
  useEffect(() => {
    if (isOpen || !leavesFocus.current) return;
    leavesFocus.current = false;
    place.current?.querySelector('button')?.focus({preventScroll: true});
  }, [isOpen]);
  /** The field goes; whoever was in it goes on where it came from. */
  function close(): void {
    const at = document.activeElement;
    leavesFocus.current = at === document.body || (place.current?.contains(at) ?? false);
    done();
    setOpen(false);
  }
  if (!isOpen) {
    return (
      <div ref={place}>
        <Button icon={<ReplyIcon size={18} aria-hidden />} onPress={() => setOpen(true)}>
          {words.reply}
        </Button>
      </div>
    );
  }
  async function send(text: string): Promise<void> {
    setBusy(true);
    await say({to: 'thread', id: line.id}, text, proposal);
    setBusy(false);
    setProposal(null);
    close();
  }
  return (
    <div ref={place}>
      <Composer
        label={words.replyField}
        draft={draft}
        onDraft={setDraft}
        send={words.send}
        isFirst
        isBusy={isBusy}
        mayBeEmpty={proposal !== null}
        onSend={(text) => void send(text)}
        onCancel={close}
      >
        {line.place.at === 'words' && line.place.parts.length === 1 ? (
          <Proposing value={proposal} quote={line.quote ?? ''} onChange={setProposal} />
        ) : null}
      </Composer>
    </div>
  );
}
