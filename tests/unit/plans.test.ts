/** Plans are read when somebody asks and the text has changed, and not once more. */

import type {Replay} from '@samenspel/server/journal/journal.ts';
import type {PlanModels} from '@samenspel/server/overview/plan-models.ts';
import {openPlans} from '@samenspel/server/overview/plans.ts';
import {type DocumentId, type Plan, readPlan, type Seq} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {planModelsContract} from '../contracts/plan-models.ts';
import {memoryPlanModels} from '../support/memory-plan-models.ts';
import {goal, plan} from '../support/plan.ts';

const id = 'document1' as DocumentId;

planModelsContract('Memory', async () => {
  const documents = new Set([id, 'document2' as DocumentId]);
  return {
    models: memoryPlanModels(documents),
    documents: [id, 'document2' as DocumentId],
    async erase(documentId) {
      documents.delete(documentId);
    },
  };
});

/** A document whose only goal is called after its last position. */
function arrange(models: PlanModels = memoryPlanModels(new Set([id]))) {
  const state = {head: 1, reads: 0, unkept: [] as DocumentId[], broken: false};
  const plans = openPlans({
    journal: {
      head: async (documentId) => (documentId === id ? (state.head as Seq) : null),
      latest: async () => ({seq: state.head as Seq, at: 0, state: null, updates: []}),
    },
    models,
    read: async ({seq}: Replay) => {
      state.reads += 1;
      if (state.broken) throw new Error('Nested too deeply');
      return readPlan(plan(goal(`Doel ${seq}`)));
    },
    onUnkept: (documentId) => void state.unkept.push(documentId),
  });
  return {plans, state};
}

const titleOf = (found: Plan | null) => found?.goals[0]?.title;

test('a text is read once, until it changes', async () => {
  const {plans, state} = arrange();
  expect(titleOf(await plans.of(id))).toBe('Doel 1');
  expect(titleOf(await plans.of(id))).toBe('Doel 1');
  expect(state.reads).toBe(1);
  state.head = 2;
  expect(titleOf(await plans.of(id))).toBe('Doel 2');
  expect(state.reads).toBe(2);
});

test('several who ask at once have it read once, and whoever wrote before asking sees it', async () => {
  const {plans, state} = arrange();
  const before = [plans.of(id), plans.of(id)];
  state.head = 2;
  const after = plans.of(id);
  for (const asked of before) expect(titleOf(await asked)).toBe('Doel 2');
  expect(titleOf(await after)).toBe('Doel 2');
  expect(state.reads).toBe(1);
});

test('of a document that is not there, there is none', async () => {
  const {plans, state} = arrange();
  expect(await plans.of('nothing1' as DocumentId)).toBeNull();
  expect(state.reads).toBe(0);
});

test('what can not be kept is answered all the same', async () => {
  const full = {...memoryPlanModels(new Set([id])), keep: () => Promise.reject(new Error('Full'))};
  const {plans, state} = arrange(full);
  expect(titleOf(await plans.of(id))).toBe('Doel 1');
  expect(state.unkept).toEqual([id]);
});

test('a text that could not be read is tried again by whoever asks next', async () => {
  const {plans, state} = arrange();
  state.broken = true;
  await expect(plans.of(id)).rejects.toThrow('Nested');
  state.broken = false;
  expect(titleOf(await plans.of(id))).toBe('Doel 1');
});
