/** The text as it was, read-only: as a step of the film while one moves, else by itself. */

import type {DocumentId, Seq} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {MomentPaper} from '../print/moment-paper.tsx';
import {Trouble} from '../ui/message.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {history as words} from '../words/index.ts';
import {DamagedMoment, nearestOf} from './damaged-moment.tsx';
import {FilmText} from './film/film-text.tsx';
import type {Frame} from './film/reel.ts';
import type {OpenedMoment} from './moments.ts';
import {Prose} from './prose.tsx';

export interface MomentTextProps {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  /** null: the moment by itself is shown. */
  readonly frame: Frame | null;
  readonly moment: OpenedMoment;
}

export function MomentText({documentId, seq, frame, moment}: MomentTextProps) {
  const {data, isPlaceholderData, error, retry} = moment;
  if (frame) return <FilmText documentId={documentId} frame={frame} />;
  if (data && (!error || data.hasMore)) {
    return (
      <div aria-busy={isPlaceholderData}>
        {/* Of another moment other words are chosen. */}
        <Prose key={data.seq} content={data.content} people={data.people} />
        {data.hasMore ? <Rest key={seq} error={error} onRetry={retry} /> : null}
        {data.hasMore || isPlaceholderData ? null : (
          <MomentPaper documentId={documentId} moment={data} />
        )}
      </div>
    );
  }
  if (!error) return <Loading />;
  if (failureOf(error) === 'damaged') {
    return <DamagedMoment documentId={documentId} nearest={nearestOf(error)} />;
  }
  return failureOf(error) === 'not_found' ? (
    <EmptyState title={words.absent}>{words.absentWhat}</EmptyState>
  ) : (
    <Trouble key={seq} error={error} onRetry={retry} />
  );
}

interface RestProps {
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** Where the beginning of a text ends, so that nobody takes it for all of it. */
function Rest({error, onRetry}: RestProps) {
  return error ? <Trouble error={error} onRetry={onRetry} /> : <Loading />;
}
