/**
 * Asks again for the threads in which something happened, and for no others: in a meeting much is said,
 * and there may be thousands. What is told while an answer is on its way is asked for together after it.
 */

import type {QueryClient} from '@tanstack/react-query';
import {commentLimits, type DocumentId, type ThreadId, type ThreadsView} from '@samenspel/shared';
import {ask} from '../api.ts';
import {takeIn, threadsKey} from './threads.ts';

interface Looking {
  readonly wanted: Set<ThreadId>;
  running: Promise<void> | null;
}

const underway = new WeakMap<QueryClient, Map<DocumentId, Looking>>();

/** Resolves when what is known is as new as this moment, or could not be asked. */
export function lookAgain(
  queries: QueryClient,
  documentId: DocumentId,
  ids: readonly ThreadId[],
): Promise<void> {
  const looking = lookingAt(queries, documentId);
  for (const id of ids) looking.wanted.add(id);
  looking.running ??= lookAll(queries, documentId, looking.wanted).finally(() => {
    looking.running = null;
  });
  return looking.running;
}

async function lookAll(
  queries: QueryClient,
  documentId: DocumentId,
  wanted: Set<ThreadId>,
): Promise<void> {
  while (wanted.size > 0) {
    const some = [...wanted].slice(0, commentLimits.bodies);
    for (const id of some) wanted.delete(id);
    // Before all are known, some of them would pass for all.
    if (!queries.getQueryData(threadsKey(documentId))) return askAll(queries, documentId, wanted);
    try {
      const path = `/documents/${documentId}/threads?ids=${some.join(',')}`;
      takeIn(queries, documentId, await ask<ThreadsView>('GET', path));
    } catch {
      return askAll(queries, documentId, wanted);
    }
  }
}

async function askAll(
  queries: QueryClient,
  documentId: DocumentId,
  wanted: Set<ThreadId>,
): Promise<void> {
  wanted.clear();
  await queries.invalidateQueries({queryKey: threadsKey(documentId)});
}

function lookingAt(queries: QueryClient, documentId: DocumentId): Looking {
  const documents = underway.get(queries) ?? new Map<DocumentId, Looking>();
  underway.set(queries, documents);
  const looking = documents.get(documentId) ?? {wanted: new Set<ThreadId>(), running: null};
  documents.set(documentId, looking);
  return looking;
}
