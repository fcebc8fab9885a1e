/** What has no place in the text to stand beside: about the whole document, about words that are gone, unsent. */

import type {ThreadLine} from '@samenspel/shared';
import {comments as words} from '../words/comments.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {type Leads, ThreadCard} from './thread-card.tsx';
import {WaitingLetter} from './waiting-letter.tsx';

export function Unplaced({leads}: {readonly leads: Leads}) {
  const {threads, letters, open} = useCommentDesk();
  const unplaced = threads.filter(
    ({place, state, hidden}: ThreadLine) =>
      (place.at === 'document' || place.at === 'gone') && state === 'open' && !hidden,
  );
  const waiting = letters.filter(({target}) => target.to === 'text');
  return (
    <>
      {waiting.map((letter) => (
        <WaitingLetter key={letter.key} letter={letter} />
      ))}
      {unplaced.length > 0 ? (
        <details className="unplaced">
          <summary>{words.unplaced(unplaced.length)}</summary>
          <ul className="plain comments-threads">
            {unplaced.slice(0, most).map((line) => (
              <li key={line.id}>
                <ThreadCard
                  line={line}
                  isOpen={false}
                  onOpen={() => open({kind: 'thread', id: line.id, takesFocus: true})}
                  onClose={() => undefined}
                  leads={leads}
                />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** The list beside the contents has them all. */
const most = 20;
