/** Who promised what: what is late first, then by person or group. Nobody is counted. */

import {type PlanPromise, type PromisesOverview, statusWord} from '@samenspel/shared';
import {Check, Clock} from 'lucide-react';
import {dueWords, overview as words, verdictText} from '../words/overview.ts';
import {CarrierName, CarrierNames, OverviewLine} from './overview-line.tsx';
import {OverviewSection} from './overview-section.tsx';

export function PromisesSection({promises}: {readonly promises: PromisesOverview}) {
  const {late, byCarrier} = promises;
  if (byCarrier.length === 0) {
    return <OverviewSection title={words.promises} empty={words.noPromises} />;
  }
  return (
    <OverviewSection title={words.promises}>
      {late.length > 0 ? (
        <div className="overview-group">
          <h3>
            <Clock size={18} aria-hidden className="overview-late" /> {words.lateFirst}
          </h3>
          <Promises promises={late} with="carriers" />
        </div>
      ) : null}
      {byCarrier.map((group) => (
        <div key={group.of?.key ?? ''} className="overview-group">
          <h3>{group.of === null ? words.nobody : <CarrierName carrier={group.of} />}</h3>
          <Promises promises={group.promises} with="lateness" />
        </div>
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
        <OverviewLine
          key={`${promise.line.document.id} ${promise.line.id ?? at}`}
          place={promise.line}
          title={promise.line.title || words.untitled[promise.kind]}
        >
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
      ))}
    </ul>
  );
}

/** "afspraak · t/m maart 2027 · deels nagekomen" */
function factsOf(promise: PlanPromise): string {
  const how =
    promise.kind === 'agreement'
      ? verdictText(promise.verdict)
      : promise.status === null || promise.isDone
        ? ''
        : statusWord(promise.status);
  return [words[promise.kind], dueWords(promise.until), how].filter(Boolean).join(' · ');
}
