/** The text as it was, read-only: as a step of the film while one moves, else by itself. */

import type {DocumentId, NamedPeople, Seq} from '@samenspel/shared';
import {useMemo} from 'react';
import {failureOf} from '../api.ts';
import {usePeople} from '../editor/plan/people.ts';
import {Trouble} from '../ui/message.tsx';
import {piece} from '../ui/piece.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {history as words} from '../words/index.ts';
import {DamagedMoment, nearestOf} from './damaged-moment.tsx';
import {momentGroups} from './film/moment-groups.ts';
import type {Frame} from './film/reel.ts';
import {GroupedText} from './grouped-text.tsx';
import type {OpenedMoment} from './moments.ts';

/** Not needed to read: fetched once the whole text is here. Without a line the screen is printed. */
const MomentPaper = piece(async () => {
  const here = await import('../print/moment-paper.tsx').catch(() => null);
  return here?.MomentPaper ?? (() => null);
});

export interface MomentTextProps {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  /** null: the moment by itself is shown. */
  readonly frame: Frame | null;
  readonly moment: OpenedMoment;
}

export function MomentText({documentId, seq, frame, moment}: MomentTextProps) {
  const {data, isPlaceholderData, error, retry} = moment;
  const standing = data && (!error || data.hasMore) ? data : null;
  const groups = useMemo(() => standing && momentGroups(standing), [standing]);
  const people = useNamed(documentId, frame !== null, standing?.people ?? nobody);
  if (frame || standing) {
    const shown = frame ? frame.groups : groups;
    if (!shown) return <EmptyState title={words.unreadable}>{words.unreadableWhat}</EmptyState>;
    return (
      <div aria-busy={frame === null && isPlaceholderData}>
        <GroupedText groups={shown} people={people} />
        {frame === null && standing?.hasMore ? (
          <Rest key={seq} error={error} onRetry={retry} />
        ) : null}
        {frame !== null || !standing || standing.hasMore || isPlaceholderData ? null : (
          <MomentPaper documentId={documentId} moment={standing} />
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

const nobody: NamedPeople = new Map();

/** Who is named in the text: of a moment the server says so, of a film it may be anybody. */
function useNamed(documentId: DocumentId, isFilm: boolean, named: NamedPeople): NamedPeople {
  const {people} = usePeople(documentId, isFilm);
  return useMemo(
    () => new Map([...people.map((one) => [one.id, one] as const), ...named]),
    [people, named],
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
