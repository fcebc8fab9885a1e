/** Above a lab: what others wrote since I was here, text by text, and what waits for me. Nothing when nothing is new. */

import type {LabId, PersonId} from '@samenspel/shared';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {type DocumentNews, useNews} from '../review/news.ts';
import {Button} from '../ui/button.tsx';
import {Loading} from '../ui/states.tsx';
import {since as words} from '../words/news.ts';
import {useAskedSection} from './asked-section.ts';
import {follow} from './follow.ts';
import {useReadNews, useUnread} from './news.ts';
import {NewsList} from './news-list.tsx';
import {SinceChanges} from './since-changes.tsx';
import {focusHeading, saySeen, useSince} from './since.ts';
import './news.css';

export interface SinceLabProps {
  readonly labId: LabId;
  readonly me: PersonId;
}

/** What changed last says most; the rest is named in the list of documents. */
const maxDocuments = 4;

export function SinceLab({labId, me}: SinceLabProps) {
  useAskedSection();
  const [isDismissed, setDismissed] = useState(false);
  const [, navigate] = useLocation();
  const read = useReadNews();
  const mine = useUnread((news) => news.labId === labId);
  const written = (useNews(labId).data ?? []).filter((one) => isNewTo(one, me));
  if (isDismissed || written.length + mine.length === 0) return null;
  const told = written.slice(0, maxDocuments);
  const rest = written.length - told.length;
  const dismiss = () => {
    setDismissed(true);
    focusHeading();
    for (const {id, head} of written) saySeen(id, head);
    if (mine.length > 0) read.mutate(mine.map(({id}) => id));
  };
  return (
    <details className="since" open>
      <summary>
        <h2>{words.title}</h2>
      </summary>
      <div className="since-body">
        {mine.length > 0 ? (
          <section>
            <h3>{words.forYou}</h3>
            <NewsList isHere items={mine} onFollow={(path) => follow(path, navigate)} />
          </section>
        ) : null}
        {told.map((one) => (
          <Written key={one.id} document={one} me={me} />
        ))}
        {rest > 0 ? <p>{words.moreDocuments(rest)}</p> : null}
        <div className="since-buttons">
          <Button onPress={dismiss}>{words.read}</Button>
        </div>
      </div>
    </details>
  );
}

/** Who never opened it is told nothing of it, nor is who wrote it alone. */
function isNewTo({upTo, head, people}: DocumentNews, me: PersonId): boolean {
  return upTo > 0 && head > upTo && people.some(({id}) => id !== me);
}

function Written({document, me}: {readonly document: DocumentNews; readonly me: PersonId}) {
  const {id, title, people} = document;
  const since = useSince(id);
  const names = people.filter((one) => one.id !== me).map(({name}) => name);
  return (
    <section>
      <h3>
        <Link href={`/documenten/${id}`}>{title}</Link>
      </h3>
      <p>{words.wrote(names)}</p>
      {since.isPending ? <Loading words={words.looking} /> : null}
      {since.data ? <SinceChanges summaries={since.data.summaries} level={4} /> : null}
    </section>
  );
}
