/** Plans are read when somebody asks and the text has changed, and not once more. */

import type {Replay} from '@samenspel/server/journal/journal.ts';
import type {PlanModels} from '@samenspel/server/overview/plan-models.ts';
import {planAt} from '@samenspel/server/overview/plan-at.ts';
import {openPlans} from '@samenspel/server/overview/plans.ts';
import {type DocumentId, type Plan, readPlan, SCHEMA_VERSION, type Seq} from '@samenspel/shared';
import {type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import {schemaSteps} from '@samenspel/shared/schema/migrations';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
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
    versions: {of: async () => SCHEMA_VERSION},
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

test('[R40] a text of an older schema is read as the one of now has it', () => {
  const doc = new Y.Doc();
  const old = new Y.XmlElement('doelstelling');
  old.setAttribute('id', 'doel1');
  const title = new Y.XmlElement('blockTitle');
  title.insert(0, [new Y.XmlText('Een open inloop')]);
  old.insert(0, [title]);
  doc.getXmlFragment(ROOT_NAME).push([old]);
  const text = {state: null, updates: [Y.encodeStateAsUpdate(doc)]};
  const steps = [
    ...schemaSteps,
    {from: SCHEMA_VERSION, change: (one: JSONContent) => ({...one, content: goals(one.content)})},
  ];
  expect(titleOf(planAt({...text, version: SCHEMA_VERSION}, steps))).toBe('Een open inloop');
  expect(planAt({...text, version: SCHEMA_VERSION + 1}, steps).goals).toEqual([]);
});

function goals(nodes: readonly JSONContent[] = []): JSONContent[] {
  return nodes.map((node) => (node.type === 'doelstelling' ? {...node, type: 'goal'} : node));
}
