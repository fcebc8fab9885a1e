/** What changed, in a few sentences by goal, and in the text itself, with ways from change to change. */

import {
  type DifferenceView,
  type DocumentId,
  openChangeWords,
  summariesOf,
} from '@samenspel/shared';
import {useDeferredValue, useMemo, useRef, useState} from 'react';
import {comparing as words} from '../../words/comparing.ts';
import {useMedia} from '../../ui/use-media.ts';
import {ChangeSummaries} from './change-summaries.tsx';
import {CompareChoices, type CompareLook, CompareTools} from './compare-tools.tsx';
import {everything, passing} from './filter.ts';
import {useGoing} from './going.ts';
import {markedOf} from './marked.ts';
import {markedDrawer, MarkedText} from './marked-text.tsx';
import {takeAlongHref} from './differences.ts';
import {SideBySide} from './side-by-side.tsx';

export interface ComparisonProps {
  readonly documentId: DocumentId;
  readonly view: DifferenceView;
}

export function Comparison({documentId, view}: ComparisonProps) {
  const {difference, people} = view;
  const [filter, setFilter] = useState(everything);
  const [look, setLook] = useState<CompareLook>('one');
  const isWide = useMedia('(min-width: 761px)');
  const text = useRef<HTMLElement>(null);
  const told = useMemo(() => openChangeWords(view), [view]);
  const summaries = useMemo(() => summariesOf(difference, told), [difference, told]);
  const shown = useMemo(() => passing(difference, people, filter), [difference, people, filter]);
  const going = useGoing(text, shown);
  // A hundred pages: choosing answers at once, the text a moment later.
  const drawn = useDeferredValue(shown);
  const marked = useMemo(() => {
    const keys = new Set(drawn.map(({key}) => key));
    return markedOf(difference, (key) => keys.has(key));
  }, [difference, drawn]);
  const draw = useMemo(
    () => markedDrawer({changes: difference.changes, people, told}),
    [difference, people, told],
  );
  const body = useMemo(
    () =>
      look === 'one' ? (
        <MarkedText nodes={marked.together()} draw={draw} />
      ) : (
        <SideBySide rows={marked.rows()} draw={draw} />
      ),
    [look, marked, draw],
  );
  const sentence = going.current ? told.sentence(going.current, null) : null;
  return (
    <div className="comparison">
      <CompareChoices
        view={view}
        told={told}
        filter={filter}
        onFilter={setFilter}
        look={look}
        onLook={setLook}
        takeAlong={takeAlongHref(documentId, view)}
        isOpen={isWide}
      />
      <CompareTools going={going} count={shown.length} sentence={sentence} />
      <ChangeSummaries
        // It would stand in front of the two texts.
        key={look}
        summaries={summaries}
        isOpen={isWide && look === 'one'}
        onGo={(key) => {
          setFilter(everything);
          going.to(key);
        }}
      />
      <section ref={text} className="compare-text" aria-label={words.text}>
        {shown.length === 0 ? <p className="muted">{words.nothingPasses}</p> : null}
        {body}
      </section>
    </div>
  );
}
