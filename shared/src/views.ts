/** What the server answers: the shapes of JSON that screens are drawn from. Times are epoch milliseconds. */

import type {DocumentId, LabId, PersonId, Seq} from './ids.ts';
import type {Role, Side} from './people.ts';

export interface PersonView {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Side;
}

/** Who is named in a document, and for who may write in it, whom one can name. */
export interface DocumentPeopleView {
  readonly people: readonly PersonView[];
}

export interface MemberView extends PersonView {
  readonly role: Role;
}

export interface MeView {
  /** This session was let in to one lab by two of its members, and opens nothing else. */
  readonly onlyOneLab: boolean;
  readonly id: PersonId;
  readonly name: string;
  /** The labs I am in, by name. */
  readonly labs: readonly LabSummary[];
  /** Single documents that I may open in labs that I am not in, by title. */
  readonly documents: readonly LooseDocumentView[];
}

/** A document without its lab around it. */
export interface LooseDocumentView {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly labName: string;
  readonly side: Side;
  readonly role: Role;
}

export interface LabSummary {
  readonly id: LabId;
  readonly name: string;
  readonly neighbourhood: string;
  /** How I stand in it. */
  readonly side: Side;
  readonly role: Role;
}

/** A route is somebody's path to work, and personal: seen by its writer and whom they invite. */
export const documentKinds = [
  'plan',
  'agreements',
  'values',
  'interplay',
  'route',
  'approach',
  'conversation',
  'impact',
  'meeting',
  'reflection',
  'free',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentView {
  readonly id: DocumentId;
  readonly labId: LabId;
  readonly title: string;
  readonly kind: DocumentKind;
  /** Whose personal document it is; null for the lab's. */
  readonly owner: PersonView | null;
  readonly changedAt: number;
  /** Who changed the text last; null when nobody has yet. */
  readonly changedBy: PersonView | null;
  /** null while it is in use. */
  readonly archivedAt: number | null;
  /** Who has it open now, each person once. */
  readonly present: readonly PersonView[];
  /** My role for this document. */
  readonly role: Role;
  /** Of the installation: another one after every restore. What one has of another is never sent. */
  readonly epoch: number;
}

/** A stretch of writing without a long pause; `seq` is its last journal position. */
export interface MomentView {
  readonly seq: Seq;
  readonly from: number;
  readonly until: number;
  /** Who wrote in it, in order of appearance; empty for text that came with the product. */
  readonly people: readonly PersonView[];
  readonly kind: EntryKind;
}

/** The text at one position of the journal. */
export interface MomentTextView {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
  /** A document's JSON, or the beginning of it. */
  readonly content: unknown;
  /** The Yjs ids ("client:clock") of the blocks in it, in order. */
  readonly blocks: readonly string[];
  /** The text goes on where this ends. */
  readonly hasMore: boolean;
  /** Who is named in it, by their names of now. */
  readonly people: readonly PersonView[];
}

/** How an entry came into the journal; schema: a newer version of the program changed the text. */
export type EntryKind = 'edit' | 'template' | 'restore' | 'schema';

/** Every error the server answers with: `{error: {code, …details}}`. */
export const errorCodes = [
  'bad_request',
  'signed_out',
  'link_invalid',
  'forbidden',
  'lab_closed',
  'one_lab_only',
  'wrong_origin',
  'not_found',
  'conflict',
  'too_large',
  'too_many',
  'full',
  'unavailable',
  'damaged',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorView {
  readonly error: {readonly code: ErrorCode; readonly details?: Readonly<Record<string, unknown>>};
}
