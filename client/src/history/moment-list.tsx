/** The moments by day, newest first: links, so that each can be opened, kept and shared. */

import {amsterdamDay, type DocumentId, type MomentView, type Seq} from '@samenspel/shared';
import {type KeyboardEvent, useEffect, useId, useRef} from 'react';
import {Link, useLocation} from 'wouter';
import {useNow} from '../app-world.tsx';
import {Person} from '../ui/person.tsx';
import {dayHeading, history as words, span} from '../words/index.ts';
import {takeLostFocus} from './lost-focus.ts';
import {momentPath} from './moment-path.ts';

export interface MomentListProps {
  readonly documentId: DocumentId;
  readonly moments: readonly MomentView[];
  /** The moment that is shown. */
  readonly current: Seq | null;
}

export function MomentList({documentId, moments, current}: MomentListProps) {
  const list = useRef<HTMLElement>(null);
  const [, navigate] = useLocation();
  useEffect(() => takeLostFocus(list.current?.querySelector<HTMLElement>('[aria-current]')));

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
      {byDay(moments).map((day) => (
        <Day
          key={day[0]?.seq}
          documentId={documentId}
          moments={day}
          current={current}
          onKeyDown={step}
        />
      ))}
    </nav>
  );
}

interface DayProps extends MomentListProps {
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Day({documentId, moments, current, onKeyDown}: DayProps) {
  const now = useNow();
  const heading = useId();
  const [first] = moments;
  if (!first) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{dayHeading(first.until, now)}</h2>
      <ol className="plain">
        {moments.map((moment) => (
          <li key={moment.seq}>
            <Link
              href={momentPath(documentId, moment.seq)}
              className="moment-link"
              onKeyDown={onKeyDown}
              aria-current={moment.seq === current ? 'true' : undefined}
            >
              <span className="moment-span">{span(moment.from, moment.until)}</span>
              <Who moment={moment} />
            </Link>
          </li>
        ))}
      </ol>
    </section>
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

/** Neighbours of one day together; both lists newest first. */
function byDay(moments: readonly MomentView[]): readonly (readonly MomentView[])[] {
  const days = Map.groupBy(moments, (moment) => amsterdamDay(moment.until));
  return [...days.values()];
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
