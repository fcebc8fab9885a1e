/** The text of a template, on its way in and out: it fits the schema of now, or it does not get in. */

import {SCHEMA_VERSION} from '@samenspel/shared';
import {documentSchema, type JSONContent} from '@samenspel/shared/schema';
import {migrated} from '@samenspel/shared/schema/migrations';
import {withIds} from '@samenspel/shared/templates/build';
import {maxTemplateFileBytes, type TemplateText} from '@samenspel/shared/templates/file';
import {isBeyondMeasure} from '@samenspel/shared/templates/size';
import {readyToTravel} from '@samenspel/shared/templates/travel';
import type {Schema} from '@tiptap/pm/model';
import {AppError} from '../errors.ts';

let schema: Schema | null = null;

/**
 * A text as a template keeps it: without ids, without persons, with links that only open.
 * @throws AppError 'bad_request' when it does not fit the schema, 'too_large' when it is too big
 */
export function templateText(given: JSONContent, version: number): JSONContent {
  // A new document may hold nothing at all yet.
  const isEmpty = given.type === 'doc' && (given.content ?? []).length === 0;
  const content: JSONContent = isEmpty ? {type: 'doc', content: [{type: 'paragraph'}]} : given;
  if (isBeyondMeasure(content)) throw new AppError('too_large');
  const kept = readyToTravel(fitting(content, version));
  if (JSON.stringify(kept).length > maxTemplateFileBytes) throw new AppError('too_large');
  return kept;
}

/** As the text of a new document: everything that has an id has one of its own. */
export function textFrom({content, schema: version}: TemplateText, newId: () => string) {
  return withIds(fitting(content, version), newId);
}

/** In the schema of now; what that does not know is left out of it. */
function fitting(content: JSONContent, version: number): JSONContent {
  if (version > SCHEMA_VERSION) throw new AppError('bad_request', {fields: ['schema']});
  schema ??= documentSchema();
  try {
    const node = schema.nodeFromJSON(migrated(content, version));
    if (node.type !== schema.topNodeType) throw new RangeError('Not a whole document');
    node.check();
    return node.toJSON() as JSONContent;
  } catch (cause) {
    throw new AppError('bad_request', {fields: ['content']}, {cause});
  }
}
