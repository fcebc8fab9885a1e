/** An open thread: what it is about, all that was said, and a place to answer. */

import {CornerDownRight, MapPin} from 'lucide-react';
import {forgottenName, type ThreadLine} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {when} from '../words/index.ts';
import {comments as words, isLong} from '../words/comments.ts';
import {placeIn} from './anchors.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {CommentItem} from './comment-item.tsx';
import {linkableOf} from './linkables.ts';
import {Reply} from './reply.tsx';
import {ThreadActs} from './thread-acts.tsx';
import type {Leads} from './thread-card.tsx';
import {useThread} from './threads.ts';
import {WaitingLetter} from './waiting-letter.tsx';

export interface ThreadBodyProps {
  readonly line: ThreadLine;
  readonly leads: Leads;
}

export function ThreadBody({line, leads}: ThreadBodyProps) {
  const {editor, documentId, letters, mayComment} = useCommentDesk();
  const {data: thread, error, refetch} = useThread(documentId, line.id, line.revision);
  const now = useNow();
  const isGone = line.place.at === 'gone';
  const isInWords = line.place.at === 'words';
  const waiting = letters.filter(({target}) => target.to === 'thread' && target.id === line.id);
  const hasPlace = placeIn(editor.state, line.id, line.place) !== null;
  return (
    <div className="thread-body">
      {isGone ? (
        <Message
          action={
            mayComment ? (
              <Button icon={<MapPin size={18} aria-hidden />} onPress={() => leads.toAttach(line)}>
                {words.attach}
              </Button>
            ) : null
          }
        >
          {line.mine ? words.gone : words.goneTheirs}
        </Message>
      ) : null}
      {line.quote === null || !(isGone || (isInWords && isLong(line.quote))) ? null : (
        <blockquote className="thread-quote">
          {isGone ? <span className="muted">{words.goneWords} </span> : null}
          {line.quote}
        </blockquote>
      )}
      {hasPlace ? (
        <div>
          <Button
            icon={<CornerDownRight size={18} aria-hidden />}
            onPress={() => leads.toText(line)}
          >
            {words.toText}
          </Button>
        </div>
      ) : null}
      <Made line={line} leads={leads} />
      {error ? <Trouble error={error} onRetry={() => void refetch()} /> : null}
      {thread === undefined && !error ? <Loading /> : null}
      {thread?.hidden ? (
        <Message>
          {words.hiddenBy(thread.hidden.by?.name ?? forgottenName)}, {when(thread.hidden.at, now)}:{' '}
          {thread.hidden.reason}
        </Message>
      ) : null}
      <ol className="plain comment-list">
        {(thread?.comments ?? []).map((comment) => (
          <CommentItem
            key={comment.id}
            thread={line.id}
            comment={comment}
            quote={isInWords ? (line.quote ?? '') : ''}
            canTake={isInWords && !line.hidden}
            onBlock={leads.toBlock}
          />
        ))}
      </ol>
      {waiting.map((letter) => (
        <WaitingLetter key={letter.key} letter={letter} />
      ))}
      {mayComment && !line.hidden ? <Reply line={line} /> : null}
      <ThreadActs line={line} onAttach={() => leads.toAttach(line)} />
    </div>
  );
}

function Made({line, leads}: ThreadBodyProps) {
  const {editor} = useCommentDesk();
  const made = line.made.flatMap(({block}) => linkableOf(editor.state, block) ?? []);
  if (made.length === 0) return null;
  return (
    <p>
      {words.made}{' '}
      {made.map(({id, kind, title}) => (
        <button key={id} type="button" className="comment-link" onClick={() => leads.toBlock(id)}>
          {kind}: {title || words.untitled}
        </button>
      ))}
    </p>
  );
}
