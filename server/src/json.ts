/** Parses a request's body at the edge; what does not fit never gets in. */

import {zValidator} from '@hono/zod-validator';
import type {z} from 'zod';
import {AppError} from './errors.ts';

/** @throws AppError 'bad_request' naming the fields that do not fit */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return zValidator('json', schema, (result) => {
    if (result.success) return;
    const fields = result.error.issues.map((issue) => issue.path.join('.'));
    throw new AppError('bad_request', {fields});
  });
}
