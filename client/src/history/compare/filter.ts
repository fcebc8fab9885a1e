/** Which of the changes one looks at: of one person, of one side, in one goal. */

import type {Change, Difference, PersonId, PersonView, Side} from '@samenspel/shared';

export interface ChangeFilter {
  /** null is everybody. */
  readonly person: PersonId | null;
  readonly side: Side | null;
  /** The number of a goal or other place; null is everywhere. */
  readonly place: number | null;
}

export const everything: ChangeFilter = {person: null, side: null, place: null};

/** The changes that pass, in reading order. */
export function passing(
  {changes, places}: Pick<Difference, 'changes' | 'places'>,
  people: readonly PersonView[],
  {person, side, place}: ChangeFilter,
): readonly Change[] {
  const parents = new Map(places.map(({number, parent}) => [number, parent]));
  const sides = new Map(people.map((one) => [one.id, one.side]));
  const isInside = (number: number | null): boolean => {
    for (let at = number; at !== null; at = parents.get(at) ?? null) if (at === place) return true;
    return false;
  };
  return changes.filter(
    (change) =>
      (person === null || change.by.includes(person)) &&
      (side === null || change.by.some((id) => sides.get(id) === side)) &&
      (place === null || isInside(change.place)),
  );
}
