/** How a document of an older schema becomes one of this one: in steps, from each version to the next. */

import type {JSONContent} from '@tiptap/core';

/** From version `from` to the next. What stands here has run somewhere: add, never change. */
export interface SchemaStep {
  readonly from: number;
  /** Pure, and never throws on what a hostile client may have written; null when the next only adds. */
  readonly change: ((document: JSONContent) => JSONContent) | null;
}

/** Number 1 comes first; the last leads to `SCHEMA_VERSION`. */
export const schemaSteps: readonly SchemaStep[] = [
  // Facts in a plan's blocks, cards, sources and questions: nothing that stood there means anything else.
  {from: 1, change: null},
];

/** The version that the last step leads to. */
export function newestSchema(steps: readonly SchemaStep[] = schemaSteps): number {
  return (steps.at(-1)?.from ?? 0) + 1;
}

/** Whether a text of this version has to be changed at all. */
export function needsChange(version: number, steps: readonly SchemaStep[] = schemaSteps): boolean {
  return steps.some(({from, change}) => from >= version && change !== null);
}

/** The document in the newest version; the same object when nothing in it had to change. */
export function migrated(
  document: JSONContent,
  version: number,
  steps: readonly SchemaStep[] = schemaSteps,
): JSONContent {
  return steps
    .filter(({from}) => from >= version)
    .reduce((now, {change}) => (change ? change(now) : now), document);
}
