/** Money: staves per source, a table per source and per side that spends it, and what is in no sum yet. */

import {allOf, type FundsOverview, type Sums} from '@samenspel/shared';
import {
  fundSourceHeading,
  fundStateHeading,
  fundTitle,
  gapWords,
  overview as words,
} from '../words/overview.ts';
import {FundsColumns, FundsRows} from './funds-table.tsx';
import {OverviewLine} from './overview-line.tsx';
import {OverviewGroup, OverviewSection} from './overview-section.tsx';
import './funds.css';

export interface FundsSectionProps {
  readonly funds: FundsOverview;
  /** Whether there is room for a column per state. */
  readonly isWide: boolean;
}

export function FundsSection({funds, isWide}: FundsSectionProps) {
  const {sources, unclear} = funds;
  if (sources.length === 0 && unclear.length === 0) {
    return <OverviewSection title={words.funds} empty={words.noFunds} />;
  }
  return (
    <OverviewSection title={words.funds}>
      {sources.length > 0 ? (
        <>
          <FundsChart funds={funds} />
          {isWide ? <FundsColumns funds={funds} /> : <FundsRows funds={funds} />}
        </>
      ) : null}
      {unclear.length > 0 ? <Unclear funds={funds} /> : null}
    </OverviewSection>
  );
}

/** What is certain stands first; each state has a pattern of its own. */
const inChart = ['granted', 'promised', 'asked'] as const;

function FundsChart({funds: {sources}}: {readonly funds: FundsOverview}) {
  const longest = Math.max(...sources.map(({sums}) => allOf(sums)), 1);
  return (
    <figure className="funds-chart">
      <p className="visually-hidden">{words.chart}</p>
      <div className="funds-bars" aria-hidden="true">
        {sources.map(({source, sums}) => (
          <div key={source} className="funds-bar">
            <span>{fundSourceHeading(source)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              {staves(sums, longest).map(({state, from, width}) => (
                <rect
                  key={state}
                  className={`funds-stave funds-${state}`}
                  x={from}
                  width={width}
                  height="10"
                />
              ))}
            </svg>
          </div>
        ))}
      </div>
      <figcaption className="funds-legend">
        {inChart.map((state) => (
          <span key={state}>
            <svg viewBox="0 0 10 10" aria-hidden>
              <rect className={`funds-stave funds-${state}`} width="10" height="10" />
            </svg>
            {fundStateHeading(state)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function staves(sums: Sums, longest: number) {
  let from = 0;
  return inChart.flatMap((state) => {
    const width = (sums[state] / longest) * 100;
    const stave = {state, from, width};
    from += width;
    return width > 0 ? stave : [];
  });
}

function Unclear({funds: {unclear, unclearCents}}: {readonly funds: FundsOverview}) {
  return (
    <OverviewGroup title={words.unclear}>
      <p className="muted">{words.unclearWhat(unclearCents)}</p>
      <ul className="plain">
        {unclear.map(({fund, gaps}, at) => (
          <OverviewLine
            key={`${fund.document.id} ${fund.id ?? at}`}
            place={{id: fund.id ?? fund.action.id, document: fund.document}}
            title={fundTitle(fund)}
          >
            <span className="muted">{gapWords(fund, gaps)}</span>
          </OverviewLine>
        ))}
      </ul>
    </OverviewGroup>
  );
}
