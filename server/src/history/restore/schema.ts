/** What a document may hold, made at the first restoring: it takes longer than most of them. */

import {documentSchema} from '@samenspel/shared/schema';
import type {Schema} from '@tiptap/pm/model';

let made: Schema | null = null;

export function schema(): Schema {
  return (made ??= documentSchema());
}
