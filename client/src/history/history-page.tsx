/** Looking back: the moments of a document, and its text as it was at one of them. */

import type {DocumentId, DocumentView, MomentView, Seq} from '@samenspel/shared';
import type {ReactNode} from 'react';
import {failureOf} from '../api.ts';
import {useDocument} from '../documents/document.ts';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {history as words} from '../words/index.ts';
import {MomentList} from './moment-list.tsx';
import {MomentText} from './moment-text.tsx';
import {standAt, useMoments} from './moments.ts';
import './history.css';

export interface HistoryPageProps {
  readonly documentId: DocumentId;
  /** null: no moment chosen yet; the latest is shown where there is room for it. */
  readonly seq: Seq | null;
}

export function HistoryPage({documentId, seq}: HistoryPageProps) {
  const document = useDocument(documentId);
  const moments = useMoments(documentId);
  const error = document.error ?? moments.error;
  if (error && failureOf(error) === 'not_found') return <UnknownPage />;
  const frame = (children: ReactNode) => (
    <Frame documentId={documentId} document={document.data}>
      {children}
    </Frame>
  );
  if (moments.data) {
    return frame(<Shown documentId={documentId} moments={moments.data} seq={seq} />);
  }
  return frame(
    error ? <Trouble error={error} onRetry={() => void moments.refetch()} /> : <Loading />,
  );
}

interface FrameProps {
  readonly documentId: DocumentId;
  readonly document: DocumentView | undefined;
  readonly children: ReactNode;
}

function Frame({documentId, document, children}: FrameProps) {
  const live = `/documenten/${documentId}`;
  return (
    <Page
      title={words.title}
      tab={document ? words.titleOf(document.title) : words.title}
      subtitle={document?.title}
      back={{href: live, words: words.back}}
      width="wide"
      place={`${live}/geschiedenis`}
    >
      {children}
    </Page>
  );
}

interface ShownProps extends HistoryPageProps {
  readonly moments: readonly MomentView[];
}

function Shown({documentId, moments, seq}: ShownProps) {
  if (moments.length === 0) {
    return <EmptyState title={words.none}>{words.noneWhat}</EmptyState>;
  }
  const standpoint = standAt(moments, seq);
  return (
    <div className={`history ${seq === null ? 'history-choosing' : 'history-chosen'}`}>
      <MomentList
        documentId={documentId}
        moments={moments}
        current={standpoint?.moment.seq ?? null}
      />
      {standpoint ? (
        <MomentText documentId={documentId} standpoint={standpoint} />
      ) : (
        <EmptyState title={words.absent}>{words.absentWhat}</EmptyState>
      )}
    </div>
  );
}
