/** An overview from top to bottom, of one text or of many. */

import type {BlockId, Overview} from '@samenspel/shared';
import {emptyPartsText, overview as words} from '../words/overview.ts';
import {FundsSection} from './funds-section.tsx';
import {GoalsSection} from './goals-section.tsx';
import {OverviewLine} from './overview-line.tsx';
import {OverviewSection} from './overview-section.tsx';
import {ParkedSection} from './parked-section.tsx';
import {PromisesSection} from './promises-section.tsx';
import {SourcesSection} from './sources-section.tsx';
import './overview.css';

export interface OverviewSectionsProps {
  readonly overview: Overview;
  /** Whether it has a whole page, or stands beside something. */
  readonly isWide: boolean;
  /** Said when there is nothing at all. */
  readonly nothing: string;
  readonly onTakeUp?: ((block: BlockId) => void) | undefined;
}

export function OverviewSections({overview, isWide, nothing, onTakeUp}: OverviewSectionsProps) {
  if (isEmpty(overview)) return <p className="muted">{nothing}</p>;
  const {funds, promises, parked, byOnlySource, unfinished, doubles} = overview;
  return (
    <div className="overview">
      <GoalsSection overview={overview} />
      <FundsSection funds={funds} isWide={isWide} />
      <PromisesSection promises={promises} isWide={isWide} />
      <ParkedSection parked={parked} onTakeUp={onTakeUp} />
      <SourcesSection byOnlySource={byOnlySource} />
      {unfinished.length > 0 ? (
        <OverviewSection title={words.cards}>
          <p className="muted">{words.cardsWhat}</p>
          <ul className="plain">
            {unfinished.map((one, at) => (
              <OverviewLine
                key={`${one.card.document.id} ${one.card.id ?? at}`}
                place={one.card}
                title={one.card.title || words.untitled.card}
              >
                <span className="muted">{emptyPartsText(one)}</span>
              </OverviewLine>
            ))}
          </ul>
        </OverviewSection>
      ) : null}
      {doubles.length > 0 ? (
        <OverviewSection title={words.doubles}>
          <p className="muted">{words.doublesWhat}</p>
          <ul className="plain">
            {doubles.map((line, at) => (
              <OverviewLine
                key={`${line.document.id} ${at}`}
                place={line}
                title={line.title || words.untitled.any}
              />
            ))}
          </ul>
        </OverviewSection>
      ) : null}
    </div>
  );
}

function isEmpty({goals, funds, promises, parked, unfinished, doubles}: Overview): boolean {
  const lists = [goals, funds.sources, funds.unclear, promises.byCarrier, parked];
  return [...lists, unfinished, doubles].every((list) => list.length === 0);
}
