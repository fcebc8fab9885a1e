/** The one way to the server: a typed client, and every failure as one of two kinds of ApiError. */

import type {Api} from '@samenspel/server/api';
import {type ErrorCode, errorCodes, type ErrorView} from '@samenspel/shared';
import {type ClientResponse, hc} from 'hono/client';

/** 'unreachable': the request got no answer (offline, or the server is away). */
export type Failure = ErrorCode | 'unreachable';

export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure, options);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** Resolved at each call, so that nothing of the page's address or its fetch is frozen on import. */
export const api = hc<Api>(globalThis.location.origin, {
  fetch: (input: RequestInfo | URL, init?: RequestInit) => globalThis.fetch(input, init),
}).api;

/**
 * The answer's JSON; null when it has no body.
 * @throws ApiError for every other outcome
 */
export async function request<T>(answer: Promise<ClientResponse<T>>): Promise<T> {
  const response = await answer.catch((cause: unknown) => {
    throw new ApiError('unreachable', {cause});
  });
  if (!response.ok) throw new ApiError(await codeOf(response));
  return (response.status === 204 ? null : await response.json()) as T;
}

/** What went wrong, for whatever was thrown. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : 'internal';
}

/** A proxy in front of a stopped server answers in its own words: "unreachable", not our error. */
async function codeOf(response: {readonly status: number; json(): Promise<unknown>}) {
  const body = (await response.json().catch(() => null)) as Partial<ErrorView> | null;
  const known = errorCodes.find((code) => code === body?.error?.code);
  return known ?? (response.status >= 502 ? 'unreachable' : 'internal');
}
