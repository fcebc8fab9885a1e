/** Above compared texts: from change to change, whose changes, and how they are shown. */

import {
  capital,
  type ChangeWords,
  type DifferenceView,
  type PersonId,
  type Side,
  sides,
  sideWord,
} from '@samenspel/shared';
import {ArrowDown, ArrowUp, Download} from 'lucide-react';
import {Button} from '../../ui/button.tsx';
import {Picker} from '../../ui/picker.tsx';
import {comparing as words} from '../../words/comparing.ts';
import type {ChangeFilter} from './filter.ts';
import type {Going} from './going.ts';

export type CompareLook = 'one' | 'two';

export interface CompareToolsProps {
  readonly going: Going;
  /** How many changes there are to go through. */
  readonly count: number;
  /** About the change one is at; null before the first. */
  readonly sentence: string | null;
}

/** They stay in sight. */
export function CompareTools({going, count, sentence}: CompareToolsProps) {
  return (
    <section className="compare-tools" aria-label={words.title}>
      <div className="compare-line">
        <Button
          icon={<ArrowUp size={20} aria-hidden />}
          aria-label={words.previousChange}
          isDisabled={count === 0 || going.at === 1}
          onPress={() => going.step(-1)}
        >
          {words.previous}
        </Button>
        <Button
          icon={<ArrowDown size={20} aria-hidden />}
          aria-label={words.nextChange}
          isDisabled={count === 0 || going.at === count}
          onPress={() => going.step(1)}
        >
          {words.next}
        </Button>
        <p className="compare-count" aria-live="polite">
          {going.at === 0 ? words.total(count) : words.count(going.at, count)} {sentence}
        </p>
      </div>
    </section>
  );
}

export interface CompareChoicesProps {
  readonly view: DifferenceView;
  readonly told: ChangeWords;
  readonly filter: ChangeFilter;
  readonly onFilter: (filter: ChangeFilter) => void;
  readonly look: CompareLook;
  readonly onLook: (look: CompareLook) => void;
  readonly takeAlong: string;
  /** Whether there is room for them without asking. */
  readonly isOpen: boolean;
}

const all = 'all';

export function CompareChoices(props: CompareChoicesProps) {
  const {look, onLook, takeAlong, isOpen} = props;
  return (
    <details className="compare-choices" open={isOpen}>
      <summary>{words.choices}</summary>
      <div className="compare-line">
        <Picker
          label={words.view}
          value={look}
          options={[
            {value: 'one', words: words.oneText},
            {value: 'two', words: words.sideBySide},
          ]}
          onChange={onLook}
        />
        <Filters {...props} />
        <a className="button" href={takeAlong} download>
          <Download size={20} aria-hidden /> {words.takeAlong}
        </a>
      </div>
      <p className="muted compare-keys">{words.keys}</p>
    </details>
  );
}

function Filters({view: {difference, people}, told, filter, onFilter}: CompareChoicesProps) {
  const writers = people.filter(({id}) => difference.changes.some(({by}) => by.includes(id)));
  const changed = new Set(difference.changes.map(({place}) => place));
  const places = difference.places.filter(
    ({number, type}) => type === 'goal' || changed.has(number),
  );
  return (
    <>
      <Picker<PersonId | typeof all>
        label={words.who}
        value={filter.person ?? all}
        options={[
          {value: all, words: words.everybody},
          ...writers.map(({id, name, side}) => ({value: id, words: `${name} (${sideWord(side)})`})),
        ]}
        onChange={(value) => onFilter({...filter, person: value === all ? null : value})}
      />
      <Picker<Side | typeof all>
        label={words.side}
        value={filter.side ?? all}
        options={[
          {value: all, words: words.bothSides},
          ...sides.map((side) => ({value: side, words: sideWord(side)})),
        ]}
        onChange={(value) => onFilter({...filter, side: value === all ? null : value})}
      />
      {places.length > 0 ? (
        <Picker
          label={words.place}
          value={filter.place === null ? all : String(filter.place)}
          options={[
            {value: all, words: words.everywhere},
            ...places.map(({number}) => ({
              value: String(number),
              words: capital(told.placeName(number) ?? ''),
            })),
          ]}
          onChange={(value) => onFilter({...filter, place: value === all ? null : Number(value)})}
        />
      ) : null}
    </>
  );
}
