/** The one way to the server: what is asked, what comes back, and every failure as one kind of ApiError. */

import {type ErrorCode, errorCodes} from '@samenspel/shared';

/** 'unreachable': the request got no answer (offline, or the server is away). */
export type Failure = ErrorCode | 'unreachable';

export class ApiError extends Error {
  readonly failure: Failure;
  /** What the server told about it, not looked at yet. */
  readonly details: unknown;

  constructor(failure: Failure, options?: ErrorOptions, details: unknown = null) {
    super(failure, options);
    this.name = 'ApiError';
    this.failure = failure;
    this.details = details;
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks at an address of the server that is put together here; undefined when it answers without a body. */
export async function ask<T>(method: Method, path: string, json?: unknown): Promise<T> {
  const response = await accepted(
    globalThis.fetch(`${globalThis.location.origin}/api${path}`, {
      method,
      ...(json === undefined
        ? {}
        : {body: JSON.stringify(json), headers: {'content-type': 'application/json'}}),
    }),
  );
  return (response.status === 204 ? undefined : await response.json()) as T;
}

interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** What went wrong, for whatever was thrown. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : 'internal';
}

async function accepted<A extends Answer<unknown>>(answer: Promise<A>): Promise<A> {
  const response = await answer.catch((cause: unknown) => {
    throw new ApiError('unreachable', {cause});
  });
  if (!response.ok) throw await errorIn(response);
  return response;
}

/** A proxy in front of a stopped server answers in its own words: "unreachable", not our error. */
async function errorIn(response: Answer<unknown>): Promise<ApiError> {
  const error = field(await response.json().catch(() => null), 'error');
  const code = field(error, 'code');
  const known = errorCodes.find((one) => one === code);
  const failure = known ?? (response.status >= 502 ? 'unreachable' : 'internal');
  return new ApiError(failure, {}, field(error, 'details'));
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
