/** Who promised what: what is late first, then by person or group. Nobody is counted. */

import {type PlanPromise, type PromisesOverview, statusWord} from '@samenspel/shared';
import {Check, Clock} from 'lucide-react';
import {memo} from 'react';
import {dueWords, overview as words, verdictText} from '../words/overview.ts';
import {CarrierName, CarrierNames, OverviewLine} from './overview-line.tsx';
import {OverviewGroup, OverviewSection} from './overview-section.tsx';

export interface PromisesSectionProps {
  readonly promises: PromisesOverview;
  /** Where there is room, what everybody promised is unfolded from the start. */
  readonly isWide: boolean;
}

export function PromisesSection({promises, isWide}: PromisesSectionProps) {
  const {late, byCarrier} = promises;
  if (byCarrier.length === 0) {
    return <OverviewSection title={words.promises} empty={words.noPromises} />;
  }
  return (
    <OverviewSection title={words.promises} layout="columns">
      {late.length > 0 ? (
        <OverviewGroup
          title={
            <span className="overview-late">
              <Clock size={18} aria-hidden /> {words.lateFirst}
            </span>
          }
        >
          <Promises promises={late} with="carriers" />
        </OverviewGroup>
      ) : null}
      {byCarrier.map((group) => (
        <OverviewGroup
          key={group.of?.key ?? ''}
          isOpen={isWide}
          title={group.of === null ? words.nobody : <CarrierName carrier={group.of} />}
        >
          <Promises promises={group.promises} with="lateness" />
        </OverviewGroup>
      ))}
    </OverviewSection>
  );
}

interface PromisesProps {
  readonly promises: readonly PlanPromise[];
  /** What a line says besides: who promised it, or that it is late. */
  readonly with: 'carriers' | 'lateness';
}

function Promises({promises, with: besides}: PromisesProps) {
  return (
    <ul className="plain">
      {promises.map((promise, at) => (
        <PromiseItem
          key={`${promise.line.document.id} ${promise.line.id ?? at}`}
          promise={promise}
          with={besides}
        />
      ))}
    </ul>
  );
}

interface PromiseItemProps {
  readonly promise: PlanPromise;
  readonly with: PromisesProps['with'];
}

/** Drawn again only when the line changed, or the day on which it is late. */
const PromiseItem = memo(
  function PromiseItem({promise, with: besides}: PromiseItemProps) {
    return (
      <OverviewLine place={promise.line} title={promise.line.title || words.untitled[promise.kind]}>
        {besides === 'carriers' ? <CarrierNames carriers={promise.carriers} /> : null}
        <span className="overview-facts">
          {besides === 'lateness' && promise.isLate ? (
            <span className="overview-late">
              <Clock size={16} aria-hidden /> {words.late}
            </span>
          ) : null}
          {promise.isDone ? (
            <span className="overview-done">
              <Check size={16} aria-hidden /> {words.done}
            </span>
          ) : null}
          <span className="muted">{factsOf(promise)}</span>
        </span>
      </OverviewLine>
    );
  },
  (before, now) =>
    before.promise.line === now.promise.line &&
    before.promise.isLate === now.promise.isLate &&
    before.with === now.with,
);

/** "afspraak · t/m maart 2027 · deels nagekomen" */
function factsOf(promise: PlanPromise): string {
  const how = promise.isDone ? '' : howItIs(promise);
  return [words[promise.kind], dueWords(promise.until), how].filter(Boolean).join(' · ');
}

function howItIs(promise: PlanPromise): string {
  if (promise.kind === 'agreement') return verdictText(promise.verdict);
  return promise.status === null ? '' : statusWord(promise.status);
}
