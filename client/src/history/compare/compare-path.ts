/** The address of two moments beside each other. */

import {type DocumentId, parseSeq, type Seq} from '@samenspel/shared';

/** "gezien" is how far I had seen it when I came; "nu" goes on as others write. */
export const seenWord = 'gezien';
export const nowWord = 'nu';

export type From = Seq | typeof seenWord;
export type Until = Seq | typeof nowWord;

export function comparePath(documentId: DocumentId, from: From, until: Until): string {
  return `/documenten/${documentId}/vergelijken/${from}/${until}`;
}

/** As an address says it; null when it can't be one. */
export function parseFrom(text: string): From | null {
  return text === seenWord ? seenWord : parseSeq(text);
}

/** As an address says it; null when it can't be one. */
export function parseUntil(text: string): Until | null {
  return text === nowWord ? nowWord : parseSeq(text);
}
