/** The tables as Kysely sees them. Times are epoch milliseconds, except in what better-auth keeps. */

import type {ColumnType, Generated} from 'kysely';
import type {
  ClientId,
  DocumentId,
  DocumentKind,
  EntryKind,
  LabId,
  PersonId,
  Role,
  Seq,
  Side,
  VersionId,
} from '@samenspel/shared';
import type {CommentTables} from './tables-comments.ts';
import type {LabLifeTables} from './tables-lab-life.ts';
import type {NewsTables} from './tables-news.ts';

/** How a lab came about; only a founded one is somebody's real work. */
export type LabOrigin = 'example' | 'seed' | 'founded';

export interface Tables extends CommentTables, LabLifeTables, NewsTables {
  lab: {
    id: LabId;
    name: string;
    neighbourhood: string;
    origin: LabOrigin;
    created_at: number;
    closed_at: Generated<number | null>;
    /** JSON: what the lab agreed about itself. */
    rules: Generated<string>;
  };
  member: {
    lab: LabId;
    person: PersonId;
    side: Side;
    role: Role;
    joined_at: number;
    /** From when on they count for their side's key; null until then. */
    confirmed_at: Generated<number | null>;
    confirmed_by: Generated<PersonId | null>;
    left_at: Generated<number | null>;
  };
  document: {
    id: DocumentId;
    lab: LabId;
    title: string;
    kind: DocumentKind;
    created_at: number;
    created_by: PersonId | null;
    changed_at: number;
    changed_by: PersonId | null;
    archived_at: number | null;
    /** The last journal position. */
    head: Seq;
    schema_version: number;
    /** Whose personal document it is; null for the lab's. */
    owner: Generated<PersonId | null>;
    deleted_at: Generated<number | null>;
  };
  /** Up to which entry the text was of an older schema. */
  older_schema: {document: DocumentId; until: Seq; version: number};
  claim: {
    document: DocumentId;
    client_id: ClientId;
    person: PersonId;
    claimed_at: number;
  };
  journal: {
    document: DocumentId;
    seq: Seq;
    at: number;
    actor: PersonId | null;
    client_id: ClientId | null;
    kind: EntryKind;
    bytes: ColumnType<Buffer, Uint8Array, never>;
  };
  provenance: {
    document: DocumentId;
    seq: Seq;
    /** Which of its entry's attributions: of two about the same characters the later one holds. */
    part: number;
    client: ClientId;
    clock: number;
    length: number;
    author: PersonId | null;
    source_client: ClientId;
    source_clock: number;
  };
  removed: {
    document: DocumentId;
    seq: Seq;
    runs: ColumnType<Buffer, Uint8Array, never>;
  };
  segment: {
    document: DocumentId;
    seq0: Seq;
    seq1: Seq;
    t0: number;
    t1: number;
    previous: string;
    sha256: string;
    body: ColumnType<Buffer, Uint8Array, never>;
  };
  checkpoint: {
    document: DocumentId;
    seq: Seq;
    at: number;
    sha256: string;
    state: ColumnType<Buffer, Uint8Array, never>;
  };
  head: {
    document: DocumentId;
    seq: Seq;
    sha256: string;
    state: ColumnType<Buffer, Uint8Array, Uint8Array>;
  };
  /** How far each person has seen each document. */
  seen: {person: PersonId; document: DocumentId; seq: Seq};
  /** Moments that somebody gave a name. */
  version: {
    id: VersionId;
    document: DocumentId;
    seq: Seq;
    at: number;
    name: string;
    note: string;
    named_by: PersonId;
  };
  pin: {document: DocumentId; seq: Seq; reason: string};
  /** What a document's text came to at a position, as JSON: derived from it, and rebuilt when older. */
  plan_model: {document: DocumentId; seq: Seq; reading: number; body: string};
  sealing: {document: DocumentId; until: number};
  /** Facts about this installation, such as its epoch. */
  meta: {key: string; value: string};
  migration: {number: number; name: string; applied_at: number};
  user: AuthUser;
  session: AuthSession;
  verification: AuthVerification;
}

/** Better-auth's own tables: times are ISO strings, yes and no are 1 and 0. */
interface AuthUser {
  id: PersonId;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}

interface AuthSession {
  id: string;
  token: string;
  userId: PersonId;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}

interface AuthVerification {
  id: string;
  /** For a sign-in link: the hash of its token. */
  identifier: string;
  value: string;
  expiresAt: string;
}
