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
import type {useMoment} from './moments.ts';
import {Prose} from './prose.tsx';

export interface MomentTextProps {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  /** null: the moment by itself is shown. */
  readonly frame: Frame | null;
  readonly moment: ReturnType<typeof useMoment>;
}

export function MomentText({documentId, seq, frame, moment}: MomentTextProps) {
  if (frame) return <FilmText documentId={documentId} frame={frame} />;
  if (moment.data && !moment.isError) {
    return (
      <div aria-busy={moment.isPlaceholderData}>
        <Prose content={moment.data.content} people={moment.data.people} />
        {moment.isPlaceholderData ? null : (
          <MomentPaper documentId={documentId} moment={moment.data} />
        )}
      </div>
    );
  }
  if (!moment.isError) return <Loading />;
  if (failureOf(moment.error) === 'damaged') {
    return <DamagedMoment documentId={documentId} nearest={nearestOf(moment.error)} />;
  }
  return failureOf(moment.error) === 'not_found' ? (
    <EmptyState title={words.absent}>{words.absentWhat}</EmptyState>
  ) : (
    <Trouble key={seq} error={moment.error} onRetry={() => void moment.refetch()} />
  );
}
