/** Where a goal rests on one kind of source only; all kinds are equal in standing. */

import {type Overview, type SourceKind, sourceKinds} from '@samenspel/shared';
import {useState} from 'react';
import {overview as words, sourceHeading} from '../words/overview.ts';
import {OverviewLine} from './overview-line.tsx';
import {Filter, OverviewGroup, OverviewSection} from './overview-section.tsx';

type Chosen = SourceKind | 'any';

export function SourcesSection({byOnlySource}: Pick<Overview, 'byOnlySource'>) {
  const [chosen, setChosen] = useState<Chosen>('any');
  if (byOnlySource.length === 0) {
    return <OverviewSection title={words.sources} empty={words.noSources} />;
  }
  const groups = byOnlySource.filter(({of}) => chosen === 'any' || of === chosen);
  return (
    <OverviewSection title={words.sources}>
      <p className="muted">{words.sourcesWhat}</p>
      <Filter<Chosen>
        label={words.restsOnly}
        value={chosen}
        options={[
          {value: 'any', words: words.anySource},
          ...sourceKinds.map((kind) => ({value: kind, words: sourceHeading(kind)})),
        ]}
        onChange={setChosen}
      />
      {groups.length === 0 ? <p className="muted">{words.noneOfThese}</p> : null}
      {groups.map(({of, goals}) => (
        <OverviewGroup key={of} title={sourceHeading(of)}>
          <ul className="plain">
            {goals.map((goal, at) => (
              <OverviewLine
                key={`${goal.document.id} ${goal.id ?? at}`}
                place={goal}
                title={goal.title || words.untitled.goal}
              />
            ))}
          </ul>
        </OverviewGroup>
      ))}
    </OverviewSection>
  );
}
