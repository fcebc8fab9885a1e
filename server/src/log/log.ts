/** The port to what happened in a lab: only ever added to, and chained so that tampering shows. */

import type {
  DocumentId,
  KeyAct,
  LabId,
  LogKind,
  PersonId,
  QuestionId,
  Role,
  Side,
  TemplateId,
} from '@samenspel/shared';
import type {Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** Ids and single words of our own: never a name, a title or anything that somebody wrote. */
export interface LogFacts {
  /** Who did it; left out when no member did. */
  readonly by?: PersonId;
  /** To whom. */
  readonly about?: PersonId;
  /** Never a personal document: nobody but its writer knows of it. */
  readonly document?: DocumentId;
  readonly invitation?: string;
  readonly question?: QuestionId;
  readonly template?: TemplateId;
  readonly act?: KeyAct['kind'];
  readonly side?: Side;
  readonly role?: Role;
}

export interface NewLogEntry extends LogFacts {
  readonly labId: LabId;
  readonly kind: LogKind;
  /** A reason or a title. Kept apart from the chain, so that it can be forgotten. */
  readonly words?: string;
}

export interface LogEntry extends LogFacts {
  readonly labId: LabId;
  /** 1 is the lab's first. */
  readonly seq: number;
  /** Epoch milliseconds; never earlier than the entry before. */
  readonly at: number;
  readonly kind: LogKind;
  /** null when it has none, or they are forgotten. */
  readonly words: string | null;
}

export interface Log {
  /** Adds an entry inside the transaction of what it tells: both are on disk, or neither is. */
  append(trx: Kysely<Tables>, entry: NewLogEntry): Promise<void>;
  /** At most `count` entries before `before` (the end when null), newest first. */
  page(labId: LabId, before: number | null, count: number): Promise<readonly LogEntry[]>;
  /** Forgets what this person said or others said of them, or a document's title; the chain stays valid. */
  forgetWords(
    trx: Kysely<Tables>,
    of: {readonly by: PersonId} | {readonly about: PersonId} | {readonly document: DocumentId},
  ): Promise<void>;
}
