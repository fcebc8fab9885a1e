/** The port to invitations: asking somebody in, being asked in, and taking it back. */

import type {
  DocumentId,
  InvitationView,
  InvitedView,
  LabId,
  PersonId,
  Role,
  Side,
} from '@samenspel/shared';
import type {Principal} from '../auth/principal.ts';

export interface NewInvitation {
  readonly labId: LabId;
  readonly by: PersonId;
  readonly role: Role;
  readonly side: Side;
  /** null invites to the whole lab. */
  readonly document: DocumentId | null;
  readonly expiresAt: number;
  /** null is as many as come. */
  readonly maxUses: number | null;
  /** Whom to mail it to; null mails nobody. */
  readonly address: string | null;
}

export interface Guest {
  /** Who is signed in already; null is somebody new. */
  readonly principal: Principal | null;
  /** What somebody new wants to be called. */
  readonly name: string | null;
  readonly address: string | null;
}

/** What an invitation opens. */
export interface Place {
  readonly labId: LabId;
  /** null for the whole lab. */
  readonly documentId: DocumentId | null;
}

/** Where an invitation led. */
export interface Arrival extends Place {
  /** A person who was not here before; null when it was who is signed in. */
  readonly newcomer: PersonId | null;
}

export interface Invitations {
  /**
   * Of a whole lab or, with a document, to that one. Newest first, as this member may see them: nobody
   * sees those to another's personal document.
   */
  of(place: Place, reader: PersonId): Promise<readonly InvitationView[]>;
  /** @throws AppError 'not_found' for a document that is not this lab's or not theirs to invite to */
  create(invitation: NewInvitation): Promise<{readonly id: string; readonly token: string}>;
  /** What it opens; null when it is absent or none of this person's business. */
  placeOf(id: string, reader: PersonId): Promise<Place | null>;
  /** Taken back; a second time changes nothing. */
  withdraw(id: string, by: PersonId): Promise<void>;
  /** What it invites to. @throws AppError 'link_invalid' when unknown, used up, old or taken back */
  look(token: string, principal: Principal | null): Promise<InvitedView>;
  /**
   * Joins. Who is in already goes on, and nothing about them changes.
   * @throws AppError 'link_invalid'; 'bad_request' when somebody new gives no name; 'forbidden' when
   * the session opens another lab only
   */
  accept(token: string, guest: Guest): Promise<Arrival>;
}
