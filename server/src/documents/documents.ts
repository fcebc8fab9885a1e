/** The port to documents as things with a title; their text lives in the journal. */

import type {
  DocumentId,
  DocumentKind,
  LabId,
  LooseDocumentView,
  PersonId,
  Role,
} from '@samenspel/shared';
import type {Attribution} from '../history/provenance.ts';
import type {Asker, StandingIn} from '../auth/principal.ts';

export interface DocumentRow {
  readonly id: DocumentId;
  readonly labId: LabId;
  readonly title: string;
  readonly kind: DocumentKind;
  /** Whose personal document it is; null for the lab's. */
  readonly owner: PersonId | null;
  readonly changedAt: number;
  readonly changedBy: PersonId | null;
  readonly archivedAt: number | null;
}

/** A document as somebody in its lab sees it. */
export interface SeenDocument extends DocumentRow {
  /** The reader's in this document; null for the one that they have in the lab. */
  readonly ownRole: Role | null;
}

export interface NewDocument {
  readonly labId: LabId;
  readonly title: string;
  readonly kind: DocumentKind;
  /** null for what came with the product. */
  readonly createdBy: PersonId | null;
  /** The first entry of its journal, a Yjs V1 update; null leaves the journal empty. */
  readonly text: Uint8Array | null;
  /** Whose words are in the text; left out, it came with the product and is nobody's. */
  readonly attributions?: readonly Attribution[];
  /** Makes it personal; left out, it is the lab's. */
  readonly owner?: PersonId;
}

export interface Documents {
  readonly standing: StandingIn;
  /**
   * Every document of a lab that somebody in it may know of, archived ones included, in no particular
   * order. Of personal ones: their own, and those that they were invited to.
   */
  ofLab(labId: LabId, reader: PersonId): Promise<readonly SeenDocument[]>;
  /** What somebody may open in labs that they are not in, by title; [] if nothing. */
  elsewhere(asker: Asker): Promise<readonly LooseDocumentView[]>;
  /** null when it is absent. */
  find(documentId: DocumentId): Promise<DocumentRow | null>;
  /** The document and its first entry are on disk together, or neither is. */
  create(document: NewDocument): Promise<DocumentId>;
  /** Told in the lab's log, as making and archiving are; a personal document never is. */
  rename(documentId: DocumentId, title: string, by: PersonId): Promise<void>;
  /** Archives at the first call and keeps that moment; null brings it back. */
  archive(documentId: DocumentId, at: number | null, by: PersonId): Promise<void>;
}
