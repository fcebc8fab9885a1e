/** The port to what needs a key from each side: asked, turned, done or taken back. */

import type {DocumentId, KeyAct, LabId, PersonId, Question, QuestionId} from '@samenspel/shared';

export interface AskedQuestion extends Question {
  /** When it was done or withdrawn; null while it is open. */
  readonly closedAt: number | null;
}

/** What became of turning a key. */
export interface Turned {
  readonly question: AskedQuestion;
  /** The link that the last key opened; null for every other act. */
  readonly link: string | null;
}

export interface Questions {
  /** Newest first; [] if none. */
  ofLab(labId: LabId): Promise<readonly AskedQuestion[]>;
  /** null when it is absent. */
  find(id: QuestionId): Promise<AskedQuestion | null>;
  /**
   * Asks, and turns the asker's own key where they may.
   * @throws AppError 'bad_request' when it makes no sense in this lab now
   * @throws AppError 'conflict' with `questionId` when the same is asked already
   */
  ask(labId: LabId, personId: PersonId, act: KeyAct, reason: string): Promise<AskedQuestion>;
  /**
   * Turns this person's key; with the last one the act happens, or neither.
   * @throws AppError 'forbidden' or 'conflict' with the `hindrance`
   * @throws AppError 'conflict' when the act can't be done any more
   */
  turn(id: QuestionId, personId: PersonId): Promise<Turned>;
  /** @throws AppError 'conflict' when it is done or withdrawn already */
  withdraw(id: QuestionId, personId: PersonId): Promise<AskedQuestion>;
}

/** Who must hear at once that a right changed; told after the change is on disk. */
export interface Rights {
  personChanged(personId: PersonId): void;
  labChanged(documents: readonly DocumentId[]): void;
  documentDeleted(documentId: DocumentId): void;
}

/** Makes an address that signs this person in to this lab only, once. */
export type LabLink = (personId: PersonId, labId: LabId) => Promise<string>;
