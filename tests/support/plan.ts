/** Documents written as they read: `plan(task('Eenzaamheid', goal('Een open inloop')))`. */

import {type Block, plan as build} from '@samenspel/shared/templates/build';
import type {JSONContent} from '@samenspel/shared/schema';

export * from '@samenspel/shared/templates/build';

/** A document whose blocks are called block-1, block-2, … from top to bottom. */
export function plan(...blocks: readonly Block[]): JSONContent {
  return build(countingIds(), ...blocks);
}

/** Ids that a test can predict. */
export function countingIds(prefix = 'block'): () => string {
  let count = 0;
  return () => `${prefix}-${++count}`;
}
