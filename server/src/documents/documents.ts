/** The port to documents as things with a title; their text lives in the journal. */

import type {DocumentId, DocumentKind, LabId, PersonId} from '@samenspel/shared';
import type {StandingIn} from '../auth/principal.ts';

export interface DocumentRow {
  readonly id: DocumentId;
  readonly labId: LabId;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly changedAt: number;
  readonly changedBy: PersonId | null;
  readonly archivedAt: number | null;
}

export interface NewDocument {
  readonly labId: LabId;
  readonly title: string;
  readonly kind: DocumentKind;
  /** null for what came with the product. */
  readonly createdBy: PersonId | null;
  /** The first entry of its journal, a Yjs V1 update; null leaves the journal empty. */
  readonly text: Uint8Array | null;
}

export interface Documents {
  readonly standing: StandingIn;
  /** Every document of a lab, archived ones included, in no particular order. */
  ofLab(labId: LabId): Promise<readonly DocumentRow[]>;
  /** null when it is absent. */
  find(documentId: DocumentId): Promise<DocumentRow | null>;
  /** The document and its first entry are on disk together, or neither is. */
  create(document: NewDocument): Promise<DocumentId>;
  rename(documentId: DocumentId, title: string): Promise<void>;
  /** Archives at the first call and keeps that moment; null brings it back. */
  archive(documentId: DocumentId, at: number | null): Promise<void>;
}
