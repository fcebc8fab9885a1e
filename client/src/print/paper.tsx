/** A text as it is printed: what it is, of when and by whom, its contents with pages, and the words. */

import type {NamedPeople, PersonView} from '@samenspel/shared';
import {useLayoutEffect, useRef, useState} from 'react';
import {Prose} from '../history/prose.tsx';
import {sidesOn} from '../labs/sides.ts';
import {Person} from '../ui/person.tsx';
import {print as words} from '../words/print.ts';
import {PaperContents} from './paper-contents.tsx';
import {markHeadings, type PaperHeading} from './paper-headings.ts';
import {canNumberPages, fixPages, type PageOf} from './paper-pages.ts';

export interface PaperContent {
  readonly title: string;
  /** null for who knows no lab. */
  readonly labName: string | null;
  /** The moment whose text it is; epoch milliseconds. */
  readonly at: number;
  readonly writers: readonly PersonView[];
  /** A document's JSON. */
  readonly content: unknown;
  /** Who is named in it. */
  readonly people: NamedPeople;
}

export function Paper({title, labName, at, writers, content, people}: PaperContent) {
  const paper = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [headings, setHeadings] = useState<readonly PaperHeading[]>([]);
  const [pages, setPages] = useState<PageOf | null>(null);
  // First what there is; then, with the contents in its place, on which page it stands.
  useLayoutEffect(() => {
    const prose = text.current?.querySelector('.prose');
    if (prose) setHeadings(markHeadings(prose));
  }, []);
  useLayoutEffect(() => {
    if (!paper.current || headings.length === 0 || !canNumberPages()) return;
    const ids = headings.map(({id}) => id);
    setPages(fixPages(paper.current, ids));
  }, [headings]);
  return (
    <article ref={paper} className="paper">
      <header className="paper-top">
        <h1>{title}</h1>
        {labName === null ? null : <p>{labName}</p>}
        <p>{words.asItWas(at)}</p>
        <Writers at={at} people={writers} />
      </header>
      <PaperContents headings={headings} pages={pages} />
      <div ref={text} className="paper-text">
        <Prose content={content} people={people} />
      </div>
    </article>
  );
}

interface WritersProps {
  readonly at: number;
  readonly people: readonly PersonView[];
}

/** In the order of the alphabet: who wrote how much or first is told nowhere. */
function Writers({at, people}: WritersProps) {
  if (people.length === 0) return null;
  const inOrder = sidesOn(at).flatMap((side) =>
    people
      .filter((one) => one.side === side)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'nl')),
  );
  return (
    <div className="paper-writers">
      <p>{words.writtenBy}</p>
      <ul className="plain">
        {inOrder.map(({id, name, side}) => (
          <li key={id}>
            <Person name={name} side={side} />
          </li>
        ))}
      </ul>
    </div>
  );
}
