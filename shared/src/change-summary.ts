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

/** What a plan says beside its text first; then what went, since a ‘niet’ that is gone turns a text around. */
function tell(
  changes: readonly Change[],
  place: number | null,
  words: ChangeWords,
): readonly string[] {
  const all = words.sentences(changes, place);
  if (all.length <= maxSentences) return all;
  const facts = changes.filter((change) => !words.isInText(change));
  const inText = changes.filter(words.isInText);
  const factsTold = words.sentences(facts, place);
  const told = factsTold.slice(0, maxSentences - 1);
  const gone = inText.filter(takesAway).slice(0, maxSentences - 1 - told.length);
  return [
    ...told,
    ...words.sentences(gone, place),
    ...together(
      inText.filter((change) => !gone.includes(change)),
      words,
    ),
    ...(factsTold.length > told.length ? ['Ook in de velden veranderde nog meer.'] : []),
  ];
}

function takesAway({what}: Change): boolean {
  return what === 'deleted' || what === 'replaced';
}

function together(rest: readonly Change[], words: ChangeWords): readonly string[] {
  if (rest.length === 0) return [];
  const people: PersonId[] = [...new Set(rest.flatMap(({by}) => by))];
  const names = words.who(people);
  const did = [...new Set(rest.map(deedOf))];
  const places = rest.length === 1 ? 'Op 1 plek' : `Op ${rest.length} plekken`;
  return [`${places} is tekst ${inRow(did)}${names === '' ? '' : `, door ${names}`}.`];
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
