/** Which two moments: named versions, days, where I was, and now. */

import type {DocumentId, Seq, TimelineView, VersionView} from '@samenspel/shared';
import {useLocation} from 'wouter';
import {useNow} from '../../app-world.tsx';
import {Picker, type PickerOption} from '../../ui/picker.tsx';
import {comparing as words} from '../../words/comparing.ts';
import {dayHeading, onMoment, when} from '../../words/index.ts';
import {dayAt} from '../film/life.ts';
import {comparePath, type From, nowWord, seenWord, type Until} from './compare-path.ts';

export interface ComparePickersProps {
  readonly documentId: DocumentId;
  readonly from: From;
  readonly until: Until;
  readonly timeline: TimelineView;
  readonly versions: readonly VersionView[];
  /** When the compared moments were; null while they are not known. */
  readonly at: {readonly from: number; readonly until: number} | null;
}

export function ComparePickers(props: ComparePickersProps) {
  const {documentId, from, until, timeline, versions, at} = props;
  const now = useNow();
  const [, navigate] = useLocation();
  const known = knownMoments(timeline, versions, now);
  const froms: readonly PickerOption<string>[] = [
    {value: seenWord, words: words.sinceIWasHere},
    {value: '1', words: words.beginning},
    ...known,
  ];
  const dayOf = (one: From | Until) => {
    const day = typeof one === 'number' ? dayAt(timeline, one) : null;
    return day && dayHeading(day.at, now);
  };
  const untils: readonly PickerOption<string>[] = [{value: nowWord, words: words.now}, ...known];
  return (
    <div className="compare-pickers">
      <Picker
        label={words.from}
        value={String(from)}
        options={withOwn(froms, from, at ? when(at.from, now) : dayOf(from))}
        onChange={(value) =>
          navigate(comparePath(documentId, fromOf(value), until), {replace: true})
        }
      />
      <Picker
        label={words.until}
        value={String(until)}
        options={withOwn(untils, until, at ? when(at.until, now) : dayOf(until))}
        onChange={(value) =>
          navigate(comparePath(documentId, from, untilOf(value)), {replace: true})
        }
      />
    </div>
  );
}

/** A list of years would be no list. */
const mostDays = 60;

function knownMoments(
  {days}: TimelineView,
  versions: readonly VersionView[],
  now: number,
): readonly PickerOption<string>[] {
  const named = versions.map(({seq, name, at}) => ({
    value: String(seq),
    words: `${words.version(name)} (${onMoment(at, now)})`,
  }));
  const taken = new Set(named.map(({value}) => value));
  const ends = days
    .slice(-mostDays)
    .toReversed()
    .map(({until, at}) => ({value: String(until), words: dayHeading(at, now)}))
    .filter(({value}) => !taken.has(value));
  return [...named, ...ends];
}

/** An address may name any moment. */
function withOwn(
  options: readonly PickerOption<string>[],
  value: From | Until,
  moment: string | null,
): readonly PickerOption<string>[] {
  const own = String(value);
  return options.some((option) => option.value === own)
    ? options
    : [...options, {value: own, words: moment ?? own}];
}

function fromOf(value: string): From {
  return value === seenWord ? seenWord : (Number(value) as Seq);
}

function untilOf(value: string): Until {
  return value === nowWord ? nowWord : (Number(value) as Seq);
}
