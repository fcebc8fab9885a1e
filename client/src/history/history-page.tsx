/** Looking back: the life of a document, and its text as it was at any moment of it. */

import type {DocumentId, DocumentView, Seq, TimelineView, VersionView} from '@samenspel/shared';
import {Download} from 'lucide-react';
import {type ReactNode, useEffect, useRef, useState} from 'react';
import {Link} from 'wouter';
import {failureOf} from '../api.ts';
import {useNow, useWorld} from '../app-world.tsx';
import {useDocument} from '../documents/document.ts';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {useMedia} from '../ui/use-media.ts';
import {history as words, onMoment} from '../words/index.ts';
import {lookingBack, type Pace} from '../words/looking-back.ts';
import {
  ActDialog,
  type DoneAct,
  DoneMessage,
  MomentActs,
  type OpenAct,
  useRights,
} from './acts/moment-acts.tsx';
import {useChosen} from './authors/chosen.ts';
import {linesIn} from './authors/past-passages.ts';
import {comparePath, nowWord} from './compare/compare-path.ts';
import type {Stride} from './film/life.ts';
import {useLooking} from './film/looking.ts';
import {Player} from './film/player.tsx';
import {useTimeline, useVersions} from './film/timeline.ts';
import {MomentList} from './moment-list.tsx';
import {MomentText} from './moment-text.tsx';
import {useOpenedMoment} from './moments.ts';
import {useSee, useSeen} from './seen.ts';
import {VersionList} from './versions/version-list.tsx';
import './history.css';

export interface HistoryPageProps {
  readonly documentId: DocumentId;
  /** null: no moment chosen yet; the latest is shown. */
  readonly seq: Seq | null;
}

export function HistoryPage({documentId, seq}: HistoryPageProps) {
  const document = useDocument(documentId);
  const timeline = useTimeline(documentId);
  const versions = useVersions(documentId);
  const error = document.error ?? timeline.error;
  if (error && failureOf(error) === 'not_found') return <UnknownPage />;
  const frame = (children: ReactNode) => (
    <Frame documentId={documentId} document={document.data}>
      {children}
    </Frame>
  );
  if (timeline.data && document.data) {
    return frame(
      <Shown
        document={document.data}
        timeline={timeline.data}
        versions={versions.data ?? noVersions}
        seq={seq}
      />,
    );
  }
  return frame(
    error ? <Trouble error={error} onRetry={() => void timeline.refetch()} /> : <Loading />,
  );
}

const noVersions: readonly VersionView[] = [];

interface FrameProps {
  readonly documentId: DocumentId;
  readonly document: DocumentView | undefined;
  readonly children: ReactNode;
}

function Frame({documentId, document, children}: FrameProps) {
  const live = `/documenten/${documentId}`;
  // Who only looks back has no other page of this document to go back to.
  const isReviewer = document?.role === 'reviewer';
  return (
    <Page
      title={words.title}
      tab={document ? words.titleOf(document.title) : words.title}
      subtitle={document?.title}
      back={isReviewer ? {href: '/', words: words.backToAll} : {href: live, words: words.back}}
      width="wide"
      place={`${live}/geschiedenis`}
    >
      {children}
    </Page>
  );
}

interface ShownProps {
  readonly document: DocumentView;
  readonly timeline: TimelineView;
  readonly versions: readonly VersionView[];
  readonly seq: Seq | null;
}

function Shown({document, timeline, versions, seq}: ShownProps) {
  if (timeline.days.length === 0) {
    return <EmptyState title={words.none}>{words.noneWhat}</EmptyState>;
  }
  return <Life document={document} timeline={timeline} versions={versions} seq={seq} />;
}

const paceMs = {calm: 600, usual: 200, quick: 50} as const satisfies Record<Pace, number>;

function Life({document, timeline, versions, seq: asked}: ShownProps) {
  const now = useNow();
  const [stride, setStride] = useState<Stride>('pause');
  const [pace, setPace] = useState<Pace>('usual');
  const looking = useLooking({
    ...{documentId: document.id, timeline, versions, asked, paceMs: paceMs[pace]},
  });
  const {seq, frame, isMoving} = looking;
  const stood = useStanding(seq, isMoving);
  const moment = useOpenedMoment(document.id, seq, frame === null && !isMoving);
  usePrepared(looking.prepare, moment.data?.hasMore === false);
  const at = frame?.at ?? (moment.isPlaceholderData ? null : (moment.data?.at ?? null));
  const isWide = useMedia('(min-width: 761px)');
  const rights = useRights(document);
  const shown = moment.data?.hasMore ? undefined : moment.data?.seq;
  const since = useSince(document.id, timeline.head, asked === null && shown);
  const [act, setAct] = useState<OpenAct | null>(null);
  const [done, setDone] = useState<DoneAct | null>(null);
  const open = (what: OpenAct) => {
    setDone(null);
    setAct(what);
  };
  const finish = (what: DoneAct) => {
    setAct(null);
    setDone(what);
  };
  const text = useRef<HTMLElement>(null);
  // Pressing a button takes the choice away where a finger presses it.
  const chosen = useChosen(text, seq);
  const askWhoWrote = () => {
    const passages = chosen.passages();
    const ask = (blocks: readonly unknown[]) =>
      open({kind: 'who', seq, chosen: passages, lines: linesIn(blocks)});
    if (frame) return ask(frame.groups.flatMap(({blocks}) => blocks.map(({json}) => json)));
    // From all lines, also when the rest of them is still on its way.
    moment.whole().then(
      ({content}) => ask([content]),
      () => ask([moment.data?.content]),
    );
  };
  const acts = (
    <div className="moment-acts">
      {seq < timeline.head ? (
        <Link href={comparePath(document.id, seq, nowWord)} className="button">
          {lookingBack.compareWithNow}
        </Link>
      ) : (
        <Link href={comparePath(document.id, lastDayBefore(timeline), nowWord)} className="button">
          {lookingBack.compareMoments}
        </Link>
      )}
      {since === null ? null : (
        <Link href={comparePath(document.id, since, nowWord)} className="button">
          {lookingBack.compareSince}
        </Link>
      )}
      <MomentActs
        rights={rights}
        seq={seq}
        isNow={seq >= timeline.head}
        onOpen={open}
        onWhoWrote={askWhoWrote}
      />
      {rights.mayWeigh ? (
        <Link href={`/documenten/${document.id}/stemverhouding`} className="button">
          {lookingBack.voice}
        </Link>
      ) : null}
    </div>
  );
  const list = (
    <>
      <VersionList
        documentId={document.id}
        versions={versions}
        current={stood}
        mayName={rights.mayName}
        onChange={(version) => open({kind: 'name', of: version})}
        onRemoved={(sentence) => finish({kind: 'said', sentence})}
      />
      <MomentList documentId={document.id} days={timeline.days} current={stood} />
      <section className="journal-file" aria-labelledby="journal-file">
        <h3 id="journal-file">{lookingBack.takeAlong}</h3>
        <p className="muted">{lookingBack.takeAlongWhat}</p>
        <a className="button" href={`/api/documents/${document.id}/journal.jsonl`} download>
          <Download size={20} aria-hidden /> {lookingBack.takeAlongDo}
        </a>
      </section>
    </>
  );
  return (
    <div className="history">
      <Player
        looking={looking}
        timeline={timeline}
        versions={versions}
        at={at}
        names={frame?.by.map(({name}) => name) ?? []}
        stride={stride}
        onStride={setStride}
        pace={pace}
        onPace={setPace}
        onWhoWrote={chosen.isAny ? askWhoWrote : null}
      />
      <article ref={text} className="moment-text" aria-labelledby="moment-heading">
        <div className="moment-banner">
          <h2 id="moment-heading" tabIndex={-1} aria-live={isMoving ? 'off' : 'polite'}>
            {at === null ? words.moment : words.asItWas(onMoment(at, now))}
          </h2>
          <p className="muted">{words.readOnly}</p>
          {isWide ? acts : <Folded words={lookingBack.acts}>{acts}</Folded>}
        </div>
        <DoneMessage document={document} done={done} onOpen={open} />
        <MomentText documentId={document.id} seq={seq} frame={frame} moment={moment} />
      </article>
      {isWide ? (
        <aside className="moment-aside" aria-label={words.moments}>
          {list}
        </aside>
      ) : (
        <div className="moment-aside">
          <Folded words={words.allMoments}>{list}</Folded>
        </div>
      )}
      <ActDialog
        document={document}
        act={act}
        mayWrite={rights.mayWrite && seq < timeline.head}
        onOpen={open}
        onClose={() => setAct(null)}
        onDone={finish}
      />
    </div>
  );
}

/** Once the text stands there: who drags should not have to wait. */
function usePrepared(prepare: () => void, isShown: boolean): void {
  const {whenIdle} = useWorld();
  const [first] = useState(() => prepare);
  useEffect(() => (isShown ? whenIdle(first) : undefined), [isShown, whenIdle, first]);
}

/** What was written before the last day of writing, to see what that brought; else the beginning. */
function lastDayBefore({days}: TimelineView): Seq {
  return days.at(-2)?.until ?? (1 as Seq);
}

/** Where one stood last: lists need not follow every step on the way. */
function useStanding(seq: Seq, isMoving: boolean): Seq {
  const [stood, setStood] = useState(seq);
  if (!isMoving && stood !== seq) setStood(seq);
  return stood;
}

/** Up to where I had seen it before, when that is not all of it; what is shown now I have seen then. */
function useSince(documentId: DocumentId, head: Seq, shown: Seq | false | undefined): Seq | null {
  const seen = useSeen(documentId, true).data?.upTo;
  const {mutate} = useSee(documentId);
  useEffect(() => {
    if (seen !== undefined && shown && shown > seen) mutate(shown);
  }, [seen, shown, mutate]);
  return seen !== undefined && seen > 0 && seen < head ? seen : null;
}

/** Where there is no room for it beside the text. */
function Folded({words: word, children}: {readonly words: string; readonly children: ReactNode}) {
  return (
    <details>
      <summary className="moment-all">{word}</summary>
      {children}
    </details>
  );
}
