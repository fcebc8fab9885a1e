/**
 * What documents' texts come to, as they are on disk now. Read again only when somebody asks and the
 * text has changed since, in a thread of its own: nobody who types waits for it.
 */

import type {DocumentId, Plan} from '@samenspel/shared';
import type {Journal, Replay} from '../journal/journal.ts';
import type {SchemaVersions} from '../schema/versions.ts';
import {openThread, type Thread} from '../thread.ts';
import type {PlanText} from './plan-at.ts';
import type {PlanModels} from './plan-models.ts';

export interface Plans {
  /** null when the document does not exist. @throws Error when its text can't be read */
  of(documentId: DocumentId): Promise<Plan | null>;
}

export interface PlansDeps {
  readonly journal: Pick<Journal, 'head' | 'latest'>;
  readonly models: PlanModels;
  readonly versions: Pick<SchemaVersions, 'of'>;
  readonly read: (text: Replay & PlanText) => Promise<Plan>;
  /** What was read could not be kept: it was answered, and the next who asks has it read again. */
  readonly onUnkept: (documentId: DocumentId, error: unknown) => void;
}

export function openPlans({journal, models, versions, read, onUnkept}: PlansDeps): Plans {
  const reading = new Map<DocumentId, Promise<Plan | null>>();

  async function fresh(documentId: DocumentId): Promise<Plan | null> {
    const [head, model] = await Promise.all([journal.head(documentId), models.find(documentId)]);
    if (head === null) return null;
    if (model?.seq === head) return model.plan;
    const replay = await journal.latest(documentId);
    const version = await versions.of(documentId);
    if (!replay || version === null) return null;
    const plan = await read({...replay, version});
    await models
      .keep(documentId, {seq: replay.seq, plan})
      .catch((error: unknown) => onUnkept(documentId, error));
    return plan;
  }

  return {
    of(documentId) {
      // Whoever asks meanwhile waits for what is being read, and mostly finds that nothing changed since.
      const before = reading.get(documentId) ?? Promise.resolve(null);
      const found = before
        .catch(() => null)
        .then(() => fresh(documentId))
        .finally(() => {
          if (reading.get(documentId) === found) reading.delete(documentId);
        });
      reading.set(documentId, found);
      return found;
    },
  };
}

export function openPlanThread(): Thread<PlanText, Plan> {
  return openThread(new URL('./plan-worker.ts', import.meta.url));
}
