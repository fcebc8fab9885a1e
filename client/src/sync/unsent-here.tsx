/** Which documents hold text that is only on this device, for who has already left them. */

import type {DocumentId, DocumentView, PersonId} from '@samenspel/shared';
import {useEffect, useState} from 'react';
import {Link} from 'wouter';
import {Message} from '../ui/message.tsx';
import {unsentHere as words} from '../words/editor.ts';
import {waitingDocuments} from './local-copy.ts';
import './unsent-here.css';

export interface UnsentHereProps {
  readonly personId: PersonId;
  /** Those that are told apart by their title here. */
  readonly documents: readonly Pick<DocumentView, 'id' | 'title'>[];
}

/** What was typed just before leaving is mostly on the server by then: no need to alarm anybody. */
const firstMs = 700;
/** Another tab may send it too, and tells us nothing. */
const againMs = 2_000;

/** Nothing when everything was sent. */
export function UnsentHere({personId, documents}: UnsentHereProps) {
  const waiting = useWaiting(personId);
  const shown = documents.filter(({id}) => waiting.includes(id));
  return (
    <div className="unsent-here" aria-live="polite">
      {shown.length === 0 ? null : (
        <Message>
          {words.which}{' '}
          {shown.map(({id, title}, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <Link href={`/documenten/${id}`}>{title}</Link>
            </span>
          ))}
          {'. '}
          {words.open}
        </Message>
      )}
    </div>
  );
}

function useWaiting(personId: PersonId): readonly DocumentId[] {
  const [waiting, setWaiting] = useState<readonly DocumentId[]>([]);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      // A browser that keeps nothing has nothing waiting either.
      const found = await waitingDocuments(personId).catch(() => []);
      if (!isShown) return;
      setWaiting(found);
      timer = setTimeout(() => void look(), againMs);
    };
    let timer = setTimeout(() => void look(), firstMs);
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [personId]);
  return waiting;
}
