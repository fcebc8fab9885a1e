/** Money per source and per side that spends it: a column per state, or a row where there is no room. */

import {
  allOf,
  amountText,
  type FundsOverview,
  fundStates,
  type SpenderSums,
  type Sums,
} from '@samenspel/shared';
import {
  fundSourceHeading,
  fundStateHeading,
  overview as words,
  spenderHeading,
} from '../words/overview.ts';

export interface FundsTableProps {
  readonly funds: FundsOverview;
}

interface Group {
  readonly name: string;
  readonly sums: Sums;
  readonly spenders: readonly SpenderSums[];
}

export function FundsColumns({funds}: FundsTableProps) {
  return (
    <table className="funds-table" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          {fundStates.map((state) => (
            <th key={state} scope="col" className="funds-number">
              {fundStateHeading(state)}
            </th>
          ))}
          <th scope="col" className="funds-number">
            {words.together}
          </th>
        </tr>
      </thead>
      {groupsOf(funds).map(({name, sums, spenders}) => (
        <tbody key={name}>
          <SumsRow name={name} sums={sums} level="source" />
          {spenders.map(({spender, sums: spent}) => (
            <SumsRow key={spender ?? ''} name={spenderHeading(spender)} sums={spent} level="part" />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface SumsRowProps {
  readonly name: string;
  readonly sums: Sums;
  readonly level: 'source' | 'part';
}

function SumsRow({name, sums, level}: SumsRowProps) {
  return (
    <tr className={`funds-${level}`}>
      <th scope="row">{name}</th>
      {fundStates.map((state) => (
        <td key={state} className="funds-number">
          {amountText(sums[state])}
        </td>
      ))}
      <td className="funds-number funds-sum">{amountText(allOf(sums))}</td>
    </tr>
  );
}

export function FundsRows({funds}: FundsTableProps) {
  return (
    <table className="funds-table" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.source}</th>
          <th scope="col" className="funds-number">
            {words.amount}
          </th>
        </tr>
      </thead>
      {groupsOf(funds).map(({name, sums, spenders}) => (
        <tbody key={name}>
          <tr className="funds-source">
            <th scope="row">{name}</th>
            <td className="funds-number funds-sum">{amountText(allOf(sums))}</td>
          </tr>
          {spenders.flatMap(({spender, sums: spent}) =>
            fundStates
              .filter((state) => spent[state] > 0)
              .map((state) => (
                <tr key={`${spender} ${state}`} className="funds-part">
                  <th scope="row">
                    {fundStateHeading(state)} · {spenderHeading(spender).toLowerCase()}
                  </th>
                  <td className="funds-number">{amountText(spent[state])}</td>
                </tr>
              )),
          )}
        </tbody>
      ))}
    </table>
  );
}

/** Per source, and at the end all of them together. */
function groupsOf({sources, total, spenders}: FundsOverview): readonly Group[] {
  return [
    ...sources.map((one) => ({...one, name: fundSourceHeading(one.source)})),
    {name: words.all, sums: total, spenders},
  ];
}
