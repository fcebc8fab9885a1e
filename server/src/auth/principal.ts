/** Who is asking: the person behind a session. */

import type {DocumentId, LabId, PersonId, Role, Side, Whose} from '@samenspel/shared';

export interface Principal {
  readonly personId: PersonId;
  readonly name: string;
  /** The session it came from, so that signing out can end its connections. */
  readonly sessionId: string;
  /** The one lab this session opens; null for all of the person's. */
  readonly onlyLab: LabId | null;
}

/** As far as rights are concerned: who, and through which session's door. */
export type Asker = Pick<Principal, 'personId' | 'onlyLab'>;

/** The person a Cookie header speaks for; null when signed out, expired or forged. */
export type Authenticate = (headers: Headers) => Promise<Principal | null>;

/** How somebody stands towards a document; null when it is absent or none of their business. */
export type StandingIn = (asker: Asker, documentId: DocumentId) => Promise<Standing | null>;

export interface Standing {
  readonly role: Role;
  readonly side: Side;
  readonly whose: Whose;
  readonly archived: boolean;
  /** Its lab is closed: everybody reads, nobody writes. */
  readonly closed: boolean;
}
