/** Two moments of a document beside each other: what came, what went, what moved, and who did it. */

import type {DocumentId, Seq} from '@samenspel/shared';
import {useEffect} from 'react';
import {Link} from 'wouter';
import {failureOf} from '../../api.ts';
import {useDocument} from '../../documents/document.ts';
import {Message, Trouble} from '../../ui/message.tsx';
import {Page} from '../../ui/page.tsx';
import {EmptyState, Loading} from '../../ui/states.tsx';
import {UnknownPage} from '../../ui/unknown-page.tsx';
import {comparing as words} from '../../words/comparing.ts';
import {history} from '../../words/index.ts';
import {useTimeline, useVersions} from '../film/timeline.ts';
import {historyPath} from '../moment-path.ts';
import {ComparePickers} from './compare-pickers.tsx';
import {Comparison} from './comparison.tsx';
import {comparePath, type From, nowWord, seenWord, type Until} from './compare-path.ts';
import {useSee, useSeen} from '../seen.ts';
import {useDifference} from './differences.ts';
import './compare.css';

export interface ComparePageProps {
  readonly documentId: DocumentId;
  readonly from: From;
  readonly until: Until;
}

export function ComparePage({documentId, from, until}: ComparePageProps) {
  const document = useDocument(documentId);
  const timeline = useTimeline(documentId);
  const versions = useVersions(documentId);
  const since = useSince(documentId, from);
  const isAhead = since.seq !== null && until !== nowWord && since.seq > until;
  const isSame =
    since.seq !== null && since.seq === (until === nowWord ? timeline.data?.head : until);
  const isUnwritten = timeline.data?.days.length === 0;
  const isAsked = !isAhead && !isSame && !isUnwritten;
  const difference = useDifference(documentId, isAsked ? since.seq : null, until);
  useSeenNow(documentId, until, difference.data?.difference.later.seq);
  const error = document.error ?? timeline.error ?? since.error ?? difference.error;
  if (document.error && failureOf(document.error) === 'not_found') return <UnknownPage />;
  const {earlier, later} = difference.data?.difference ?? {};
  return (
    <Page
      title={words.title}
      tab={document.data ? words.titleOf(document.data.title) : words.title}
      subtitle={document.data?.title}
      back={{href: historyPath(documentId), words: words.back}}
      width="wide"
      place={`/documenten/${documentId}/vergelijken`}
    >
      {timeline.data && timeline.data.days.length > 0 ? (
        <ComparePickers
          documentId={documentId}
          from={from}
          until={until}
          timeline={timeline.data}
          versions={versions.data ?? []}
          at={earlier && later ? {from: earlier.at, until: later.at} : null}
        />
      ) : null}
      {since.isFirstTime && !isUnwritten ? <Message>{words.firstTime}</Message> : null}
      {body()}
    </Page>
  );

  function body() {
    if (isUnwritten) {
      return <EmptyState title={history.none}>{history.noneWhat}</EmptyState>;
    }
    if (isAhead && since.seq !== null) {
      return (
        <Message
          action={
            <Link href={comparePath(documentId, until, since.seq)} replace className="button">
              {words.turn}
            </Link>
          }
        >
          {words.wrongOrder}
        </Message>
      );
    }
    if (isSame) {
      return from === seenWord ? (
        <EmptyState title={words.nothingNew}>{words.nothingNewWhat}</EmptyState>
      ) : (
        <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
      );
    }
    if (error) {
      return failureOf(error) === 'not_found' ? (
        <EmptyState title={history.absent}>{history.absentWhat}</EmptyState>
      ) : (
        <Trouble error={error} onRetry={() => void difference.refetch()} />
      );
    }
    if (!difference.data) return <Loading />;
    const {changes} = difference.data.difference;
    return changes.length === 0 ? (
      <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
    ) : (
      <Comparison documentId={documentId} view={difference.data} />
    );
  }
}

/** Where the comparison begins; of who was never here at the beginning. */
function useSince(documentId: DocumentId, from: From) {
  const seen = useSeen(documentId, from === seenWord);
  if (from !== seenWord) return {seq: from, isFirstTime: false, error: null};
  const {data, error} = seen;
  const isFirstTime = data?.upTo === 0;
  return {seq: data ? (isFirstTime ? firstEntry : data.upTo) : null, isFirstTime, error};
}

/** Who looks at how it is now has seen it. */
function useSeenNow(documentId: DocumentId, until: Until, shown: Seq | undefined): void {
  const {mutate} = useSee(documentId);
  useEffect(() => {
    if (until === nowWord && shown !== undefined) mutate(shown);
  }, [until, shown, mutate]);
}

const firstEntry = 1 as Seq;
