/** A question as a member sees it: with names, and with what keeps them from turning a key. */

import {
  type DocumentId,
  type Hindrance,
  hindrance,
  type Key,
  type KeyView,
  type PersonId,
  type PersonView,
  personIn,
  type QuestionView,
} from '@samenspel/shared';
import type {Member} from '../labs/labs.ts';
import {holderOf} from '../labs/members.ts';
import type {AskedQuestion} from './questions.ts';

/** What is needed to tell a reader about questions. */
export interface Surroundings {
  readonly everyone: readonly PersonView[];
  readonly members: readonly Member[];
  readonly documents: readonly {readonly id: DocumentId; readonly title: string}[];
  /** Who looks. */
  readonly personId: PersonId;
}

export function questionView(question: AskedQuestion, around: Surroundings): QuestionView {
  const {act, keys, askedBy, ...rest} = question;
  const person = (id: PersonId | null) => around.everyone.find((one) => one.id === id) ?? null;
  const key = (one: Key | null): KeyView | null => one && {person: person(one.person), at: one.at};
  const id = 'document' in act ? act.document : null;
  return {
    ...rest,
    act,
    about: person(personIn(act)),
    document: id && {id, title: around.documents.find((one) => one.id === id)?.title ?? null},
    askedBy: person(askedBy),
    keys: {informal: key(keys.informal), formal: key(keys.formal)},
    hindrance: hindranceOf(question, around),
  };
}

function hindranceOf(question: AskedQuestion, {members, personId}: Surroundings): Hindrance | null {
  const member = members.find(({id}) => id === personId);
  // Somebody who just removed themselves still sees what became of it.
  return member ? hindrance(question, holderOf(member)) : 'not_a_member';
}
