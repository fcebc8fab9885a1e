/** Builds a document from its bytes; a large one piece by piece, so that nobody else waits for it. */

import * as Y from 'yjs';
import {documentOf, replaying} from '../journal/state.ts';
import {openThread} from '../thread.ts';
import {othersFirst} from '../others-first.ts';
import {rootName, type TextSource} from './live-document.ts';

export interface Builder {
  build(source: TextSource): Promise<Y.Doc>;
  close(): Promise<void>;
}

/** Builds at once: for tests and for whoever has nothing else to do. */
export const plainBuilder: Builder = {
  build: async ({state, updates}) => documentOf(state, updates),
  close: async () => undefined,
};

/** Up to here building takes less time than starting a thread for it. */
const small = 512 * 1024;

export function openBuilder(smallBytes = small): Builder {
  const thread = openThread<TextSource, readonly Uint8Array[]>(
    new URL('./pieces-worker.ts', import.meta.url),
  );
  return {
    async build({state, updates}) {
      if (sizeOf({state, updates}) <= smallBytes) return documentOf(state, updates);
      const doc = new Y.Doc();
      doc.getXmlFragment(rootName);
      for (const piece of await thread.work({state, updates})) {
        replaying(doc, () => Y.applyUpdate(doc, piece));
        await othersFirst();
      }
      return doc;
    },
    close: () => thread.close(),
  };
}

function sizeOf({state, updates}: TextSource): number {
  return updates.reduce((sum, {length}) => sum + length, state?.length ?? 0);
}
