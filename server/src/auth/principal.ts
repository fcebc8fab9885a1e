/** Who is asking: the person behind a session. */

import type {DocumentId, PersonId, Role, Side} from '@samenspel/shared';

export interface Principal {
  readonly personId: PersonId;
  readonly name: string;
  /** The session it came from, so that signing out can end its connections. */
  readonly sessionId: string;
}

/** The person a Cookie header speaks for; null when signed out, expired or forged. */
export type Authenticate = (headers: Headers) => Promise<Principal | null>;

/** How somebody stands towards a document; null when it is absent or none of their business. */
export type StandingIn = (
  personId: PersonId,
  documentId: DocumentId,
) => Promise<{readonly role: Role; readonly side: Side; readonly archived: boolean} | null>;
