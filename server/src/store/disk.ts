/** The connection that hot statements are prepared on, by hand. */

import type {Database} from 'better-sqlite3';
import {AppError} from '../errors.ts';

/** One open database; `exclusively` runs work outside everybody else's transactions. */
export interface Disk {
  readonly sqlite: Database;
  exclusively<T>(work: () => T): Promise<T>;
}

/** Whatever SQLite says when it can't write, the lab is told one thing: not now. */
export function asAppError(cause: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError('unavailable', {}, {cause});
}
