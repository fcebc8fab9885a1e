/** Goals by status, of everybody or of one who carries them. */

import {carriersOf, type GoalLine, type Overview, type Placed} from '@samenspel/shared';
import {memo, useState} from 'react';
import {StatusSign} from '../editor/plan/status-sign.tsx';
import {overview as words, statusHeading} from '../words/overview.ts';
import {CarrierNames, OverviewLine} from './overview-line.tsx';
import {Filter, OverviewGroup, OverviewSection} from './overview-section.tsx';
import {useOverviewWorld} from './overview-world.tsx';

const everybody = 'everybody';
const nobody = 'nobody';

export function GoalsSection({overview}: {readonly overview: Overview}) {
  const {nameOf} = useOverviewWorld();
  const [chosen, setChosen] = useState(everybody);
  const {byStatus, byCarrier, goals} = overview;
  if (goals.length === 0) return <OverviewSection title={words.goals} empty={words.noGoals} />;
  const options = [
    {value: everybody, words: words.everybody},
    ...byCarrier.map(({of}) =>
      of === null ? {value: nobody, words: words.nobody} : {value: of.key, words: nameOf(of)},
    ),
  ];
  // Who was chosen may carry nothing any more.
  const carrier = options.some(({value}) => value === chosen) ? chosen : everybody;
  const theirs = byCarrier.find(({of}) => (of?.key ?? nobody) === carrier)?.goals;
  const groups = theirs
    ? byStatus
        .map(({of, goals: all}) => ({of, goals: all.filter((goal) => theirs.includes(goal))}))
        .filter((group) => group.goals.length > 0)
    : byStatus;
  return (
    <OverviewSection title={words.goals}>
      <Filter label={words.carrier} value={carrier} options={options} onChange={setChosen} />
      {groups.map((group) => (
        <OverviewGroup
          key={group.of ?? ''}
          title={
            <>
              {group.of === null ? null : <StatusSign status={group.of} />}
              {statusHeading(group.of)} <span className="muted">({group.goals.length})</span>
            </>
          }
        >
          <ul className="plain">
            {group.goals.map((goal, at) => (
              // The same id may stand in two documents.
              <GoalItem key={`${goal.document.id} ${goal.id ?? at}`} goal={goal} />
            ))}
          </ul>
        </OverviewGroup>
      ))}
    </OverviewSection>
  );
}

/** Drawn again only when the goal changed: a plan may have hundreds. */
const GoalItem = memo(function GoalItem({goal}: {readonly goal: Placed<GoalLine>}) {
  return (
    <OverviewLine place={goal} title={goal.title || words.untitled.goal}>
      <CarrierNames carriers={carriersOf(goal.carriers)} />
    </OverviewLine>
  );
});
