/** The moments by day, newest first: links, so that each can be opened, kept and shared. */

import type {DocumentId, MomentView, Seq, TimelineDay} from '@samenspel/shared';
import {type KeyboardEvent, memo, useId, useRef, useState} from 'react';
import {Link, useLocation} from 'wouter';
import {useNow} from '../app-world.tsx';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Person} from '../ui/person.tsx';
import {Loading} from '../ui/states.tsx';
import {dayHeading, history as words, span} from '../words/index.ts';
import {busyWords, lookingBack} from '../words/looking-back.ts';
import {momentPath} from './moment-path.ts';
import {useMoments} from './moments.ts';

export interface MomentListProps {
  readonly documentId: DocumentId;
  /** Oldest first. */
  readonly days: readonly TimelineDay[];
  /** The position that is shown. */
  readonly current: Seq;
}

/** A life of years has more days than anybody wants in a list at once. */
const daysAtOnce = 30;

export const MomentList = memo(function MomentList({documentId, days, current}: MomentListProps) {
  const list = useRef<HTMLElement>(null);
  const [, navigate] = useLocation();
  const [count, setCount] = useState(daysAtOnce);
  const newestFirst = days.toReversed();
  const here = newestFirst.findLastIndex(({until}) => until >= current);
  const shown = newestFirst.slice(0, Math.max(count, here + 1));

  const step = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === globalThis.document.activeElement);
    const target = links[nextIndex(event.key, at, links.length)];
    if (at < 0 || !target) return;
    event.preventDefault();
    target.focus();
    // Replaced: walking past ten moments should not need ten times "back".
    navigate(target.pathname, {replace: true});
  };

  return (
    <nav ref={list} className="moment-list" aria-label={words.moments}>
      <p className="visually-hidden">{words.chooseHint}</p>
      {shown.map((day, index) => (
        <Day
          key={day.day}
          documentId={documentId}
          day={day}
          current={index === here ? current : null}
          isFirstOpen={index === here || index === 0}
          onKeyDown={step}
        />
      ))}
      {shown.length < newestFirst.length ? (
        <Button onPress={() => setCount(shown.length + daysAtOnce)}>{lookingBack.olderDays}</Button>
      ) : null}
    </nav>
  );
});

interface DayProps {
  readonly documentId: DocumentId;
  readonly day: TimelineDay;
  /** null: what is shown was written on another day. */
  readonly current: Seq | null;
  readonly isFirstOpen: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Day({documentId, day, current, isFirstOpen, onKeyDown}: DayProps) {
  const now = useNow();
  const heading = useId();
  const [isToggled, setToggled] = useState<boolean | null>(null);
  // Its moments are asked for once somebody looks at it.
  const isOpen = isToggled ?? isFirstOpen;
  return (
    <details
      open={isOpen}
      onToggle={(event) => {
        const {open} = event.currentTarget;
        if (open !== isOpen) setToggled(open);
      }}
    >
      <summary className="moment-day">
        <h3 id={heading}>{dayHeading(day.at, now)}</h3>
        <span className="muted">{busyWords(day.busy)}</span>
      </summary>
      {isOpen ? (
        <Moments
          documentId={documentId}
          day={day}
          current={current}
          heading={heading}
          onKeyDown={onKeyDown}
        />
      ) : null}
    </details>
  );
}

type MomentsProps = Omit<DayProps, 'isFirstOpen'> & {readonly heading: string};

function Moments({documentId, day, current, heading, onKeyDown}: MomentsProps) {
  const moments = useMoments(documentId, day);
  if (moments.isError) {
    return <Trouble error={moments.error} onRetry={() => void moments.refetch()} />;
  }
  if (!moments.data) return <Loading />;
  // The last one up to where one stands may have gone on afterwards.
  const here = current === null ? -1 : moments.data.findLastIndex(({seq}) => seq >= current);
  return (
    <ol className="plain" aria-labelledby={heading}>
      {moments.data.map((moment, index) => (
        <li key={moment.seq}>
          <Link
            href={momentPath(documentId, moment.seq)}
            className="moment-link"
            onKeyDown={onKeyDown}
            aria-current={index === here ? 'true' : undefined}
          >
            <span className="moment-span">{span(moment.from, moment.until)}</span>
            <Who moment={moment} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Who({moment}: {readonly moment: MomentView}) {
  if (moment.kind === 'template') return <span className="muted">{words.template}</span>;
  if (moment.kind === 'schema') return <span className="muted">{words.renewed}</span>;
  return (
    <span className="moment-who">
      {moment.kind === 'restore' ? <span className="muted">{words.restored}</span> : null}
      {moment.people.map((person) => (
        <Person key={person.id} name={person.name} side={person.side} />
      ))}
    </span>
  );
}

function nextIndex(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
