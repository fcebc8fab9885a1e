/** A thread in short, with a press that opens it; open, all that was said in it. */

import {ChevronDown, ChevronUp} from 'lucide-react';
import {type BlockId, forgottenName, type ThreadLine} from '@samenspel/shared';
import {useEffect, useId, useRef} from 'react';
import {useNow} from '../app-world.tsx';
import {Person} from '../ui/person.tsx';
import {when} from '../words/index.ts';
import {comments as words, countWords, threadLabel} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {ThreadBody} from './thread-body.tsx';
import {whereWords} from './where.ts';

/** Where one is led from a thread. */
export interface Leads {
  readonly toText: (line: ThreadLine) => void;
  readonly toBlock: (id: BlockId) => void;
  /** To look for another place for it. */
  readonly toAttach: (line: ThreadLine) => void;
}

export interface ThreadCardProps {
  readonly line: ThreadLine;
  readonly isOpen: boolean;
  /** What asked to go to it; null when nothing did. The same thing asks once. */
  readonly focusFor?: object | null;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly leads: Leads;
}

export function ThreadCard({
  line,
  isOpen,
  focusFor = null,
  onOpen,
  onClose,
  leads,
}: ThreadCardProps) {
  const {editor} = useCommentDesk();
  const now = useNow();
  const bodyId = useId();
  const card = useRef<HTMLElement>(null);
  const name = line.by?.name ?? forgottenName;
  const where = whereWords(editor.state, line);
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  useEffect(() => {
    if (isOpen && focusFor) card.current?.querySelector('button')?.focus({preventScroll: true});
  }, [isOpen, focusFor]);
  return (
    <article
      ref={card}
      className={`thread thread-${line.state}${isOpen ? ' thread-unfolded' : ''}`}
      aria-label={threadLabel(name, where)}
      data-card={line.id}
    >
      <button
        type="button"
        className="thread-head"
        aria-expanded={isOpen}
        {...(isOpen ? {'aria-controls': bodyId} : {})}
        onClick={isOpen ? onClose : onOpen}
      >
        <span className="thread-where">{where}</span>
        {isOpen ? null : (
          <>
            <span className="thread-who">
              {line.by ? <Person name={name} side={line.by.side} /> : <span>{name}</span>}
              <span className="muted">{when(line.startedAt, now)}</span>
            </span>
            <span className="thread-begins">
              {line.hidden ? words.isHidden : line.begins || words.withdrawn}
            </span>
          </>
        )}
        <span className="thread-count">
          <Chevron size={18} aria-hidden />
          {isOpen ? words.closeThread : stateWords(line)}
        </span>
      </button>
      {isOpen ? (
        <div id={bodyId}>
          <ThreadBody line={line} leads={leads} />
        </div>
      ) : null}
    </article>
  );
}

function stateWords({count, state, proposes}: ThreadLine): string {
  return [
    countWords(count),
    ...(state === 'handled' ? [words.handled] : []),
    ...(proposes && state === 'open' ? [words.withProposal] : []),
  ].join(' · ');
}
