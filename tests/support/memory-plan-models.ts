/** Plan models that keep nothing on a disk, for what is built on them. */

import type {PlanModel, PlanModels} from '@samenspel/server/overview/plan-models.ts';
import type {DocumentId} from '@samenspel/shared';

export function memoryPlanModels(documents: ReadonlySet<DocumentId>): PlanModels {
  const kept = new Map<DocumentId, PlanModel>();
  return {
    find: async (documentId) => (documents.has(documentId) ? (kept.get(documentId) ?? null) : null),
    async keep(documentId, model) {
      if (model.seq > (kept.get(documentId)?.seq ?? -1)) kept.set(documentId, model);
    },
  };
}
