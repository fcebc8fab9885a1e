/**
 * Over a text: what others wrote in it since I was here, and what in it concerns me. Nothing when nothing is
 * new. It lies folded at the bottom of the window: the text is often there first, and may not move away
 * from who reads or writes in it.
 */

import {ChevronUp} from 'lucide-react';
import type {DocumentId, SinceView} from '@samenspel/shared';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {comparePath, nowWord} from '../history/compare/compare-path.ts';
import {Button} from '../ui/button.tsx';
import {since as words} from '../words/news.ts';
import {follow} from './follow.ts';
import {useMyNews, useReadNews, useUnread} from './news.ts';
import {NewsList} from './news-list.tsx';
import {SinceChanges} from './since-changes.tsx';
import {focusHeading, useSeenWhileHere, useSince} from './since.ts';
import './news.css';

export function SinceDocument({documentId}: {readonly documentId: DocumentId}) {
  const since = useSince(documentId);
  const news = useMyNews();
  // What comes later is told by the bell.
  return since.data && !news.isPending ? <Told documentId={documentId} since={since.data} /> : null;
}

interface ToldProps {
  readonly documentId: DocumentId;
  readonly since: SinceView;
}

function Told({documentId, since: {summaries, upTo}}: ToldProps) {
  const [isDismissed, setDismissed] = useState(false);
  useSeenWhileHere(documentId, isDismissed || summaries.length === 0);
  const read = useReadNews();
  const unread = useUnread((news) => 'document' in news && news.document.id === documentId);
  const [first] = useState(() => new Set(unread.map(({id}) => id)));
  const mine = unread.filter(({id}) => first.has(id));
  const [, navigate] = useLocation();
  if (isDismissed || summaries.length + mine.length === 0) return null;
  return (
    <div className="document-since">
      <details className="since">
        <summary>
          <ChevronUp size={20} aria-hidden />
          <span className="since-line">
            <h2>{words.title}</h2>
            <span className="muted">{words.sum(summaries.length, mine.length)}</span>
          </span>
        </summary>
        <div className="since-body">
          {mine.length > 0 ? (
            <section>
              <h3>{words.forYou}</h3>
              <NewsList isHere items={mine} onFollow={(path) => follow(path, navigate)} />
            </section>
          ) : null}
          <SinceChanges summaries={summaries} level={3} />
          <div className="since-buttons">
            <Button
              onPress={() => {
                setDismissed(true);
                focusHeading();
                if (mine.length > 0) read.mutate(mine.map(({id}) => id));
              }}
            >
              {words.read}
            </Button>
            {summaries.length > 0 ? (
              <Link href={comparePath(documentId, upTo, nowWord)}>{words.compare}</Link>
            ) : null}
          </div>
        </div>
      </details>
    </div>
  );
}
