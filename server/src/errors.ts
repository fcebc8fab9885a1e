/** What can go wrong, as a code; http.ts turns codes into statuses, the client into sentences. */

import type {ErrorCode} from '@samenspel/shared';

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
