/** Who is meant where a plan says who carries something: a person of the lab, or a name that was typed. */

import type {PersonId} from './ids.ts';
import type {Side} from './people.ts';
import type {CarrierLine} from './plan.ts';
import {nameKey} from './plan-fields.ts';

export interface Carrier {
  /** The same wherever the same one is meant: capitals and spaces in a name don't matter. */
  readonly key: string;
  /** A person of the lab; their name is the lab's to tell. */
  readonly person: PersonId | null;
  /** As it was typed; '' for a person of the lab. */
  readonly name: string;
  readonly side: Side | null;
}

/** Each of them once, in the order of the text; an empty line is nobody. */
export function carriersOf(lines: readonly CarrierLine[]): readonly Carrier[] {
  const byKey = new Map<string, Carrier>();
  for (const {person, name, side} of lines) {
    if (person === null && name === '') continue;
    const key = person === null ? `name:${nameKey(name)}` : `person:${person}`;
    if (!byKey.has(key)) byKey.set(key, {key, person, name: person === null ? name : '', side});
  }
  return [...byKey.values()];
}
