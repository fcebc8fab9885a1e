/** What a document's text came to at one position: read from a replay, never from the live document. */

import {type Plan, readPlan} from '@samenspel/shared';
import {migrated, type SchemaStep, schemaSteps} from '@samenspel/shared/schema/migrations';
import {textOf} from '../history/moment.ts';
import type {Replay} from '../journal/journal.ts';

export interface PlanText extends Pick<Replay, 'state' | 'updates'> {
  /** The schema that it is of. */
  readonly version: number;
}

/** A text that nobody has opened since is read as the schema of now has it. */
export function planAt(
  {state, updates, version}: PlanText,
  steps: readonly SchemaStep[] = schemaSteps,
): Plan {
  return readPlan(migrated(textOf(updates, state), version, steps));
}
