/**
 * Acts that touch somebody's position or can't be undone: they are asked, and happen when a member of
 * each side has turned a key. One mechanism for all of them; a new act is a new line in `KeyAct`.
 */

import type {DocumentId, LabId, PersonId} from './ids.ts';
import {type Role, type Side, sides} from './people.ts';

export type QuestionId = string & {readonly brand: 'QuestionId'};

export type KeyAct =
  | {readonly kind: 'remove_member'; readonly person: PersonId}
  | {readonly kind: 'change_role'; readonly person: PersonId; readonly role: Role}
  | {readonly kind: 'change_side'; readonly person: PersonId; readonly side: Side}
  | {readonly kind: 'sign_in_link'; readonly person: PersonId}
  | {readonly kind: 'delete_document'; readonly document: DocumentId}
  | {readonly kind: 'change_rules'; readonly rules: LabRules}
  | {readonly kind: 'close_lab'};

/** What a lab agreed about itself. */
export interface LabRules {
  /** In its own words; '' when it has agreed nothing. */
  readonly text: string;
}

export interface Key {
  readonly person: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Question {
  readonly id: QuestionId;
  readonly labId: LabId;
  readonly act: KeyAct;
  readonly askedBy: PersonId;
  readonly askedAt: number;
  /** Why, in the words of who asked. */
  readonly reason: string;
  readonly keys: Readonly<Record<Side, Key | null>>;
  /** open until both keys are there or somebody takes it back. */
  readonly state: 'open' | 'done' | 'withdrawn';
}

/** A member, as far as keys are concerned. */
export interface KeyHolder {
  readonly person: PersonId;
  readonly side: Side;
  readonly role: Role;
  /** A counting member of their side has confirmed that they are one of them. */
  readonly counts: boolean;
}

/** Why a key can't be turned. */
export type Hindrance =
  'closed' | 'not_a_member' | 'not_counting' | 'about_yourself' | 'side_has_turned';

/** Whom a question is about; null when it is about nobody. */
export function personIn(act: KeyAct): PersonId | null {
  return 'person' in act ? act.person : null;
}

/** What keeps this member from turning a key; null when nothing does. */
export function hindrance(question: Question, holder: KeyHolder): Hindrance | null {
  if (question.state !== 'open') return 'closed';
  if (holder.role !== 'member') return 'not_a_member';
  if (!holder.counts) return 'not_counting';
  if (personIn(question.act) === holder.person) return 'about_yourself';
  if (question.keys[holder.side]) return 'side_has_turned';
  return null;
}

/** The question with this key turned; done when it was the last. Ask `hindrance` first. */
export function turnKey(question: Question, holder: KeyHolder, at: number): Question {
  const keys = {...question.keys, [holder.side]: {person: holder.person, at}};
  return {...question, keys, state: sides.every((side) => keys[side]) ? 'done' : 'open'};
}

/** The question, taken back. */
export function withdrawQuestion(question: Question): Question {
  return {...question, state: 'withdrawn'};
}

/** Sides from which nobody in this lab can turn a key; the acts that need both wait until then. */
export function missingSides(holders: readonly KeyHolder[]): readonly Side[] {
  return sides.filter(
    (side) => !holders.some((one) => one.side === side && one.counts && one.role === 'member'),
  );
}

/**
 * Whether `witness` may confirm that `newcomer` is one of their side: a counting member of the same
 * side, or, for the first of a side where nobody counts yet, a counting member of the other side.
 */
export function mayConfirm(
  witness: KeyHolder,
  newcomer: KeyHolder,
  holders: readonly KeyHolder[],
): boolean {
  if (!witness.counts || witness.role !== 'member' || newcomer.role !== 'member') return false;
  if (newcomer.counts || witness.person === newcomer.person) return false;
  return witness.side === newcomer.side || missingSides(holders).includes(newcomer.side);
}
