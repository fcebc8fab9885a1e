/** What a connection says of itself in its address, read once. */

import {
  type ClientId,
  type CloseReason,
  type DocumentId,
  parseClientId,
  parseDocumentId,
  SCHEMA_VERSION,
} from '@samenspel/shared';

export type Handshake =
  | {
      readonly kind: 'welcome';
      readonly documentId: DocumentId;
      readonly clientIds: readonly ClientId[];
    }
  | {readonly kind: 'refused'; readonly reason: CloseReason; readonly why: string};

/** Its own, and those of earlier visits whose text is still unsent. */
const maxClientIds = 100;

/** Reads `/sync/{documentId}?schema&client&epoch`; null when the path is none of ours. */
export function readHandshake(url: string, epoch: number): Handshake | null {
  const {pathname, searchParams} = new URL(url, 'http://localhost');
  const match = /^\/sync\/([^/]+)$/.exec(pathname);
  if (!match?.[1]) return null;
  const documentId = parseDocumentId(match[1]);
  if (!documentId) return {kind: 'refused', reason: 'notFound', why: 'no such document'};
  const schema = searchParams.get('schema');
  if (schema !== null && schema !== String(SCHEMA_VERSION)) {
    return {kind: 'refused', reason: 'otherSchema', why: 'another schema'};
  }
  const theirEpoch = searchParams.get('epoch');
  if (theirEpoch !== null && theirEpoch !== String(epoch)) {
    return {kind: 'refused', reason: 'olderEpoch', why: 'another epoch'};
  }
  const clientIds = readClientIds(searchParams.get('client'));
  if (!clientIds) return {kind: 'refused', reason: 'refused', why: 'malformed client ids'};
  return {kind: 'welcome', documentId, clientIds};
}

function readClientIds(text: string | null): readonly ClientId[] | null {
  if (text === null || text === '') return [];
  const parts = text.split(',').slice(0, maxClientIds + 1);
  const ids = parts.map(parseClientId).filter((id) => id !== null);
  return ids.length === parts.length && ids.length <= maxClientIds ? ids : null;
}
