/** The one place where an error becomes a status and a body. */

import type {Context} from 'hono';
import {HTTPException} from 'hono/http-exception';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {ErrorCode, ErrorView} from '@samenspel/shared';
import {AppError} from './errors.ts';
import type {Logger} from './logger.ts';

const statuses: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  bad_request: 400,
  signed_out: 401,
  forbidden: 403,
  lab_closed: 403,
  one_lab_only: 403,
  wrong_origin: 403,
  not_found: 404,
  link_invalid: 404,
  conflict: 409,
  full: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  damaged: 500,
  internal: 500,
};

export function answerProblem(logger: Logger) {
  return (error: unknown, c: Context): Response => {
    const {code, details} = toAppError(error);
    if (code === 'internal' || code === 'unavailable' || code === 'damaged') {
      // The route's pattern, not the address: an address may hold what nobody else should know.
      logger.error({err: error, method: c.req.method, route: c.req.routePath}, code);
    }
    // What is still coming in is not read any more; who sent it must not ask on over the same line.
    if (code === 'too_large') c.header('connection', 'close');
    return c.json<ErrorView>({error: {code, details}}, statuses[code]);
  };
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    return new AppError(error.status === 413 ? 'too_large' : 'bad_request', {}, {cause: error});
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Disk full, read-only, locked for too long: a matter of the disk, not of the request.
  return new AppError(code.startsWith('SQLITE_') ? 'unavailable' : 'internal', {}, {cause: error});
}
