/** What changed, goal by goal, in a few sentences each: for who wants to know without reading it all. */

import {inRow} from './change-phrases.ts';
import type {ChangeWords} from './change-words.ts';
import type {Change, Difference, DifferencePlace} from './difference.ts';
import type {PersonId} from './ids.ts';
import {unreachable} from './unreachable.ts';

export interface ChangeSummary {
  /** The number of the goal; of what stands in none, the outermost place; null outside of any. */
  readonly place: number | null;
  /** "In doel ‘Een open inloop’", "Nieuw: doel ‘Een moestuin’", "In de rest van de tekst". */
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Of the changes that it tells of, in reading order. */
  readonly keys: readonly string[];
}

/** More than these are told together. */
const maxSentences = 6;

/** In reading order; what changed outside of all places comes last. */
export function summariesOf(
  {changes, places}: Pick<Difference, 'changes' | 'places'>,
  words: ChangeWords,
): readonly ChangeSummary[] {
  const byNumber = new Map(places.map((place) => [place.number, place]));
  const groups = Map.groupBy(changes, ({place}) => headOf(place, byNumber));
  const order = [...places.map(({number}) => number), null];
  return order.flatMap((place) => {
    const found = groups.get(place);
    if (!found) return [];
    const keys = found.map(({key}) => key);
    return [
      {
        place,
        heading: headingOf(byNumber, place, words),
        sentences: tell(found, place, words),
        keys,
      },
    ];
  });
}

/** The goal around it, or the outermost place. */
function headOf(
  number: number | null,
  places: ReadonlyMap<number, DifferencePlace>,
): number | null {
  let head: number | null = null;
  for (let at = number === null ? null : places.get(number); at; at = parentOf(at, places)) {
    head = at.number;
    if (at.type === 'goal') break;
  }
  return head;
}

function parentOf(
  {parent}: DifferencePlace,
  places: ReadonlyMap<number, DifferencePlace>,
): DifferencePlace | null {
  return (parent === null ? null : places.get(parent)) ?? null;
}

function headingOf(
  places: ReadonlyMap<number, DifferencePlace>,
  number: number | null,
  words: ChangeWords,
): string {
  const place = number === null ? null : places.get(number);
  if (!place) return places.size > 0 ? 'In de rest van de tekst' : 'In de tekst';
  const name = words.placeName(place.number) ?? '';
  switch (place.where) {
    case 'both':
      return `In ${name}`;
    case 'later':
      return `Nieuw: ${name}`;
    case 'earlier':
      return `Weg: ${name}`;
    default:
      return unreachable(place.where);
  }
}

function tell(
  changes: readonly Change[],
  place: number | null,
  words: ChangeWords,
): readonly string[] {
  const sentence = (change: Change) => words.sentence(change, place);
  if (changes.length <= maxSentences) return changes.map(sentence);
  const weighty = changes.filter((change) => !words.isInText(change));
  const rest = changes.filter(words.isInText);
  const told = weighty.slice(0, maxSentences - 1);
  return [...told.map(sentence), ...together(changes.length, told.length, rest, words)];
}

function together(
  all: number,
  told: number,
  rest: readonly Change[],
  words: ChangeWords,
): readonly string[] {
  const others = all - told - rest.length;
  const people: PersonId[] = [...new Set(rest.flatMap(({by}) => by))];
  const names = words.who(people);
  const did = [...new Set(rest.map(deedOf))];
  const places = rest.length === 1 ? 'Op 1 plek' : `Op ${rest.length} plekken`;
  return [
    ...(rest.length > 0
      ? [`${places} is tekst ${inRow(did)}${names === '' ? '' : `, door ${names}`}.`]
      : []),
    ...(others > 0 ? ['Ook in de velden veranderde nog meer.'] : []),
  ];
}

function deedOf({what}: Change): string {
  switch (what) {
    case 'inserted':
      return 'bijgeschreven';
    case 'deleted':
      return 'weggehaald';
    case 'replaced':
      return 'veranderd';
    case 'moved':
    case 'went':
      return 'verplaatst';
    case 'retyped':
    case 'formatted':
    case 'split':
    case 'joined':
    case 'field':
      return 'anders opgemaakt';
    default:
      return unreachable(what);
  }
}
