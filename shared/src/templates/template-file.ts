/** A lab's own template as a file: the format in which one lab hands it to another. */

import type {JSONContent} from '@tiptap/core';
import {z} from 'zod';
import {SCHEMA_VERSION} from '../schema/version.ts';
import {type DocumentKind, documentKinds} from '../views.ts';
import {isBeyondMeasure, maxTemplateName} from './size.ts';

const format = 'samenspel-sjabloon';

/** A template of a hundred pages is smaller. */
export const maxTemplateFileBytes = 1024 * 1024;

export interface TemplateText {
  readonly name: string;
  readonly kind: DocumentKind;
  /** Of the schema version it was written in. */
  readonly schema: number;
  readonly content: JSONContent;
}

/** `newer`: from an installation that knows more than this one. */
export type TemplateFile =
  | {readonly state: 'read'; readonly template: TemplateText}
  | {readonly state: 'newer'}
  | {readonly state: 'unreadable'};

export const templateName = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(maxTemplateName));

const head = z.object({format: z.literal(format), schema: z.int().positive()});
const body = z.object({
  name: templateName,
  kind: z.enum(documentKinds),
  // Only looked at from the outside: whether it fits the schema is for who has the schema.
  content: z.custom<JSONContent>(
    (value) => typeof value === 'object' && value !== null && 'type' in value,
  ),
});

/** What stands in the file, which anybody may have made; its content is not checked further. */
export function readTemplateFile(value: unknown): TemplateFile {
  const {data: known} = head.safeParse(value);
  if (!known) return {state: 'unreadable'};
  if (known.schema > SCHEMA_VERSION) return {state: 'newer'};
  const {data: template} = body.safeParse(value);
  if (!template || isBeyondMeasure(template.content)) return {state: 'unreadable'};
  return {state: 'read', template: {...template, schema: known.schema}};
}

export function writeTemplateFile({name, kind, schema, content}: TemplateText): string {
  return `${JSON.stringify({format, schema, name, kind, content}, null, 2)}\n`;
}
