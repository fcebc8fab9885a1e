/**
 * The choices in a plan's blocks, read from a document. Anybody's program can write into a document,
 * so a value that is none of the choices is read as no choice.
 */

import {parsePersonId, type PersonId} from './ids.ts';
import type {Side} from './people.ts';
import {type PlanDate, readPlanDate} from './plan-date.ts';

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

/** Cents. */
export function readAmountField(value: unknown): Field<number> {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
    return {kind: 'read', value};
  }
  return unread(value);
}

/** One of ours, or a lab's own words; null when none was chosen. */
export function readFundSource(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function readPerson(value: unknown): PersonId | null {
  return typeof value === 'string' ? parsePersonId(value) : null;
}

function unread<T>(value: unknown): Field<T> {
  return typeof value === 'string' && value.trim() !== ''
    ? {kind: 'unreadable', typed: value}
    : {kind: 'empty'};
}
