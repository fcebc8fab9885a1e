/**
 * The choices in a plan's blocks, read from a document. Anybody's program can write into a document,
 * so a value that is none of the choices is read as no choice.
 */

import {maxCents} from './amount.ts';
import {parsePersonId, type PersonId} from './ids.ts';
import type {Side} from './people.ts';
import {firstDayOf, lastDayOf, type PlanDate, readPlanDate} from './plan-date.ts';

/** parked: waiting for somebody to take it up again. */
export const statuses = ['idea', 'underway', 'achieved', 'parked'] as const;
export type Status = (typeof statuses)[number];

/** What a carrier does: carries a goal or an action; expects or promises in an agreement. */
export const parts = ['carries', 'expects', 'promises'] as const;
export type Part = (typeof parts)[number];

/** Where money comes from; a lab may use words of its own besides. */
export const fundSources = ['wmo', 'participatiewet', 'buurtbudget', 'fonds', 'eigen'] as const;
export type FundSource = (typeof fundSources)[number];

export const fundStates = ['asked', 'promised', 'granted'] as const;
export type FundState = (typeof fundStates)[number];

export const spenders = ['informal', 'formal', 'both'] as const satisfies readonly (
  Side | 'both'
)[];
export type Spender = (typeof spenders)[number];

export const keptStates = ['kept', 'partly', 'broken'] as const;
export type KeptState = (typeof keptStates)[number];

/** A field that people fill in freely: read, or kept as it was typed when it can't be read. */
export type Field<T> =
  | {readonly kind: 'empty'}
  | {readonly kind: 'read'; readonly value: T}
  | {readonly kind: 'unreadable'; readonly typed: string};

export interface Period {
  readonly from: Field<PlanDate>;
  readonly until: Field<PlanDate>;
}

export function readChoice<T extends string>(choices: readonly T[], value: unknown): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

export function readDateField(value: unknown): Field<PlanDate> {
  const date = readPlanDate(value);
  return date ? {kind: 'read', value: date} : unread(value);
}

/** Cents, up to `maxCents`. */
export function readAmountField(value: unknown): Field<number> {
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxCents) {
    // Of nothing there is no less than nothing: -0 is 0.
    return {kind: 'read', value: Number(value) + 0};
  }
  return unread(value);
}

/** One of ours, or a lab's own words; null when none was chosen. */
export function readFundSource(value: unknown): string | null {
  const words = typeof value === 'string' ? value.trim() : '';
  return words === '' ? null : (fundSources.find((ours) => sameName(ours, words)) ?? words);
}

/** Whether two names that people typed mean the same: capitals and spaces don't matter. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** The same for names that mean the same. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nl');
}

export function readPerson(value: unknown): PersonId | null {
  return typeof value === 'string' ? parsePersonId(value) : null;
}

/** Whether both ends can be read and the end lies before the beginning. */
export function endsBeforeItBegins({from, until}: Period): boolean {
  return (
    from.kind === 'read' && until.kind === 'read' && lastDayOf(until.value) < firstDayOf(from.value)
  );
}

function unread<T>(value: unknown): Field<T> {
  const typed = typeof value === 'number' ? String(value) : value;
  return typeof typed === 'string' && typed.trim() !== ''
    ? {kind: 'unreadable', typed}
    : {kind: 'empty'};
}
