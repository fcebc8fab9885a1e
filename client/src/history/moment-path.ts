/** The address of a document's history, or of one moment in it. */

import type {DocumentId, Seq} from '@samenspel/shared';

export function historyPath(documentId: DocumentId): string {
  return `/documenten/${documentId}/geschiedenis`;
}

export function momentPath(documentId: DocumentId, seq: Seq): string {
  return `${historyPath(documentId)}/${seq}`;
}
