/** A connection, as its room sees it. */

import type {ClientId, CloseReason} from '@samenspel/shared';
import type {PresentPerson} from './presence.ts';

export interface Guest {
  readonly person: PresentPerson;
  /** The session it came with. */
  readonly sessionId: string;
  /** The first client id it named; the journal keeps it with what it brings. */
  readonly clientId: ClientId | null;
  mayWrite(): boolean;
  send(frame: Uint8Array): void;
  /** An answer to its own question, which may be larger than what may queue up for a slow reader. */
  answer(frame: Uint8Array): void;
  close(reason: CloseReason, why: string): void;
}
