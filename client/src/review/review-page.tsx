/** A lab for who looks back at its work: its documents, and what is new in each since the last visit. */

import {type LabId, kindWord} from '@samenspel/shared';
import {useId, useState} from 'react';
import {Link} from 'wouter';
import {failureOf} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {comparePath, nowWord} from '../history/compare/compare-path.ts';
import {historyPath} from '../history/moment-path.ts';
import {useMe} from '../sign-in/me.ts';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {piece} from '../ui/piece.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {when} from '../words/index.ts';
import {newsWords, review as words} from '../words/review.ts';
import {type DocumentNews, useNews} from './news.ts';
import './review.css';

/** Brings what tells changes in words, for who asks. */
const WhatChanged = piece(async () => (await import('./what-changed.tsx')).WhatChanged, Looking);

export function ReviewPage({labId}: {readonly labId: LabId}) {
  const lab = useMe().data?.labs.find(({id}) => id === labId);
  const news = useNews(labId);
  if (news.isError && failureOf(news.error) === 'not_found') return <UnknownPage />;
  return (
    <Page title={lab?.name ?? words.documents} subtitle={lab?.neighbourhood}>
      <section className="review" aria-labelledby="review-documents">
        <h2 id="review-documents">{words.documents}</h2>
        <p className="muted">{words.what}</p>
        {news.isError ? <Trouble error={news.error} onRetry={() => void news.refetch()} /> : null}
        {news.isPending ? <Loading /> : null}
        {news.data ? <Documents documents={news.data} /> : null}
      </section>
    </Page>
  );
}

function Documents({documents}: {readonly documents: readonly DocumentNews[]}) {
  if (documents.length === 0) {
    return (
      <EmptyState title={words.none} level={3}>
        {words.noneWhat}
      </EmptyState>
    );
  }
  return (
    <ul className="plain review-list">
      {documents.toSorted(byNews).map((document) => (
        <ReviewDocument key={document.id} document={document} />
      ))}
    </ul>
  );
}

/** What is new since the last visit comes first; the rest keeps its order. */
function byNews(one: DocumentNews, other: DocumentNews): number {
  return Number(other.head > other.upTo) - Number(one.head > one.upTo);
}

function ReviewDocument({document}: {readonly document: DocumentNews}) {
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const {id, title, kind, upTo, head, at, people} = document;
  const isNew = head > upTo;
  const isFirst = upTo === 0;
  return (
    <li className="review-document">
      <h3>
        <Link href={historyPath(id)}>{title}</Link>
      </h3>
      <p className="muted">{kindWord(kind)}</p>
      <p>
        {isNew && at !== null
          ? newsWords(
              when(at, now),
              people.map(({name}) => name),
            )
          : head === 0
            ? words.unwritten
            : words.nothingNew}
        {isFirst && isNew ? ` ${words.never}` : null}
      </p>
      <div className="review-ways">
        {isNew && !isFirst ? (
          <>
            <Button
              aria-expanded={isOpen}
              aria-controls={details}
              aria-label={isOpen ? words.hideOf(title) : words.showOf(title)}
              onPress={() => setOpen(!isOpen)}
            >
              {isOpen ? words.hide : words.show}
            </Button>
            <Link
              href={comparePath(id, upTo, nowWord)}
              className="button"
              aria-label={words.compareOf(title)}
            >
              {words.compare}
            </Link>
          </>
        ) : null}
        <Link href={historyPath(id)} className="button" aria-label={`${words.history}: ${title}`}>
          {words.history}
        </Link>
      </div>
      <div id={details} aria-live="polite">
        {isOpen ? <WhatChanged documentId={id} from={upTo} /> : null}
      </div>
    </li>
  );
}

function Looking() {
  return <Loading words={words.looking} />;
}
