/** What every keeper of plan models promises. */

import type {PlanModels} from '@samenspel/server/overview/plan-models.ts';
import {type DocumentId, type Plan, readPlan, type Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import {goal, plan} from '../support/plan.ts';

export interface PlanModelsWorld {
  readonly models: PlanModels;
  /** Documents that exist. */
  readonly documents: readonly [DocumentId, DocumentId];
  /** From now on it is gone for good. */
  erase(documentId: DocumentId): Promise<void>;
}

export function planModelsContract(name: string, open: () => Promise<PlanModelsWorld>): void {
  describe(`${name} keeps the contract of plan models`, () => {
    test('gives back what was kept, for that document only', async () => {
      const {models, documents} = await open();
      const [one, other] = documents;
      expect(await models.find(one)).toBeNull();
      await models.keep(one, {seq: 3 as Seq, plan: planNamed('Een open inloop')});
      expect(await models.find(one)).toEqual({seq: 3, plan: planNamed('Een open inloop')});
      expect(await models.find(other)).toBeNull();
    });

    test('goes only forward', async () => {
      const {models, documents} = await open();
      const [one] = documents;
      await models.keep(one, {seq: 5 as Seq, plan: planNamed('Nieuw')});
      await models.keep(one, {seq: 4 as Seq, plan: planNamed('Oud')});
      expect(await models.find(one)).toMatchObject({seq: 5, plan: {goals: [{title: 'Nieuw'}]}});
      await models.keep(one, {seq: 6 as Seq, plan: planNamed('Nieuwer')});
      expect(await models.find(one)).toMatchObject({seq: 6, plan: {goals: [{title: 'Nieuwer'}]}});
    });

    test('keeps nothing of a document that is gone', async () => {
      const {models, documents, erase} = await open();
      const [one] = documents;
      await models.keep(one, {seq: 1 as Seq, plan: planNamed('Weg')});
      await erase(one);
      expect(await models.find(one)).toBeNull();
      await models.keep(one, {seq: 2 as Seq, plan: planNamed('Te laat')});
      expect(await models.find(one)).toBeNull();
    });
  });
}

function planNamed(title: string): Plan {
  return readPlan(plan(goal(title)));
}
