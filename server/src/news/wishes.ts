/**
 * The port to how people want the news of each of their labs mailed. Who said nothing gets no mail: their
 * address was given to get in again, and is used for nothing else until they say so.
 */

import type {LabId, MailHow, PersonId} from '@samenspel/shared';

export interface Wish {
  readonly person: PersonId;
  readonly labId: LabId;
  readonly how: Exclude<MailHow, 'never'>;
  /** Nothing is mailed before this; epoch milliseconds. */
  readonly nextAt: number;
}

/** A letter that is to be written, to who said in that mailbox that it is theirs. */
export interface Claimed {
  readonly letter: string;
  readonly person: PersonId;
  readonly labId: LabId;
  readonly address: string;
}

export interface Wishes {
  /** Without those who said nothing, in no particular order. */
  of(personId: PersonId): Promise<readonly Wish[]>;
  /** null takes it back. */
  set(personId: PersonId, labId: LabId, wish: Pick<Wish, 'how' | 'nextAt'> | null): Promise<void>;
  /** Those whose time has come and who can be written to, the longest waiting first. */
  due(at: number): Promise<readonly Wish[]>;
  /**
   * Takes everything that is unread and in no letter yet, from before `until`, for one letter, and puts
   * that in the queue: both or neither, and only one server does it. null when there is nothing to tell,
   * or somebody else took it.
   */
  claim(
    wish: Wish,
    next: {readonly nextAt: number; readonly until: number},
  ): Promise<Claimed | null>;
}
