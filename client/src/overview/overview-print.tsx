/** The overview of one text on paper, by itself: what else is on the screen stays off it. */

import type {Overview, PersonView} from '@samenspel/shared';
import {useCallback, useEffect, useState} from 'react';
import {createPortal} from 'react-dom';
import {useNow} from '../app-world.tsx';
import {overview as words} from '../words/overview.ts';
import {OverviewSections} from './overview-sections.tsx';
import {OverviewWorldProvider} from './overview-world.tsx';

const onPaper = {kind: 'none'} as const;

export function usePrinting() {
  const [isOn, setOn] = useState(false);
  const start = useCallback(() => setOn(true), []);
  // The same every time: what it begins with prints, and that once.
  const stop = useCallback(() => setOn(false), []);
  return {isOn, start, stop};
}

export interface OverviewPrintProps {
  readonly title: string;
  readonly overview: Overview;
  readonly people: readonly PersonView[];
  readonly onPrinted: () => void;
}

export function OverviewPrint({title, overview, people, onPrinted}: OverviewPrintProps) {
  const now = useNow();
  const [draft] = useState(() => document.createElement('div'));
  useEffect(() => printOnly(draft, onPrinted), [draft, onPrinted]);
  return createPortal(
    <>
      <h1>{title}</h1>
      <p>
        {words.title}. {words.madeOn(now)}
      </p>
      <OverviewWorldProvider people={people} lead={onPaper}>
        <OverviewSections isWide overview={overview} nothing={words.nothing} />
      </OverviewWorldProvider>
    </>,
    draft,
  );
}

/** A copy: paper is narrower than a window, and what drew the draft may go while it is laid out. */
function printOnly(draft: HTMLElement, onPrinted: () => void): void {
  const paper = document.createElement('div');
  paper.className = 'overview-paper';
  paper.append(draft.cloneNode(true));
  document.body.append(paper);
  const {dataset} = document.documentElement;
  dataset['printing'] = 'overview';
  const clear = () => {
    paper.remove();
    delete dataset['printing'];
    onPrinted();
  };
  window.addEventListener('afterprint', clear, {once: true});
  window.print();
}
