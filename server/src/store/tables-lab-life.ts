/** The tables of a lab's life, as Kysely sees them. Times are epoch milliseconds. */

import type {Generated} from 'kysely';
import type {
  DocumentId,
  DocumentKind,
  LabId,
  PersonId,
  Role,
  Side,
  TemplateId,
} from '@samenspel/shared';

export interface LabLifeTables {
  /** Who was invited to one document and not to its lab. */
  document_guest: {
    document: DocumentId;
    person: PersonId;
    role: Role;
    side: Side;
    invited_by: PersonId;
    joined_at: number;
    /** null while they may open it. */
    left_at: Generated<number | null>;
  };
  invitation: {
    id: string;
    lab: LabId;
    /** null invites to the whole lab. */
    document: DocumentId | null;
    role: Role;
    side: Side;
    /** SHA-256; the token itself is only in the link. */
    token_hash: string;
    created_by: PersonId;
    created_at: number;
    expires_at: number;
    /** null is as many as come. */
    max_uses: number | null;
    uses: number;
    withdrawn_at: number | null;
    withdrawn_by: PersonId | null;
  };
  /** Something that needs a key from each side. */
  question: {
    id: string;
    lab: LabId;
    /** JSON: a KeyAct. */
    act: string;
    asked_by: PersonId;
    asked_at: number;
    reason: string;
    informal_by: PersonId | null;
    informal_at: number | null;
    formal_by: PersonId | null;
    formal_at: number | null;
    closed_at: number | null;
    outcome: 'done' | 'withdrawn' | null;
  };
  log: {
    lab: LabId;
    seq: number;
    at: number;
    kind: string;
    /** JSON: ids only, never names or text. */
    facts: string;
    /** Of the entry's words with their salt; '' when it has none. */
    digest: string;
    /** The hash of the entry before; '' for the first. */
    previous: string;
    hash: string;
  };
  log_words: {lab: LabId; seq: number; salt: string; words: string};
  /** `seal` is an HMAC of the rest with the folder's secret. */
  log_head: {lab: LabId; seq: number; hash: string; seal: string};
  /** A lab's own word for where money comes from. */
  fund_source: {id: string; lab: LabId; name: string; added_at: number};
  /** A lab's own template. */
  template: {
    id: TemplateId;
    lab: LabId;
    name: string;
    kind: DocumentKind;
    created_at: number;
    created_by: PersonId;
    archived_at: number | null;
    /** Of its content. */
    schema_version: number;
    /** JSON: a whole document, without ids. */
    content: string;
  };
  session_note: {
    session: string;
    /** Such as "Chrome op Android". */
    label: string;
    /** A date, no time. */
    last_day: string;
    /** The one lab this session opens; null for all of the person's. */
    only_lab: LabId | null;
  };
  contact: {
    person: PersonId;
    address: string;
    given_at: number;
    /** null until who reads that mailbox said that it is theirs. */
    confirmed_at: number | null;
    /** SHA-256 of what the link in the letter holds; null when there is nothing to confirm. */
    proof_hash: string | null;
    proof_until: number | null;
  };
  mail: {
    id: string;
    person: PersonId | null;
    lab: LabId | null;
    kind: string;
    address: string;
    /** JSON: what the sentences are made of. */
    facts: string;
    created_at: number;
    next_at: number;
    attempts: number;
    claimed_at: number | null;
  };
}
