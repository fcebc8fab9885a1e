/** The one way to the server: a typed client, and every failure as one kind of ApiError. */

import type {Api} from '@samenspel/server/api';
import {type ErrorCode, errorCodes} from '@samenspel/shared';
import {hc} from 'hono/client';

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

export const {api} = hc<Api>(globalThis.location.origin, {
  // Looked up at each call, so that a test may hand in its own.
  fetch: (input: RequestInfo | URL, init?: RequestInit) => globalThis.fetch(input, init),
});

interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** The answer's JSON. @throws ApiError for every other outcome */
export async function request<T>(answer: Promise<Answer<T>>): Promise<T> {
  const response = await accepted(answer);
  return response.json();
}

/** For what answers without a body. @throws ApiError when it did not happen */
export async function send(answer: Promise<Answer<unknown>>): Promise<void> {
  await accepted(answer);
}

/** What went wrong, for whatever was thrown. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : 'internal';
}

async function accepted<A extends Answer<unknown>>(answer: Promise<A>): Promise<A> {
  const response = await answer.catch((cause: unknown) => {
    throw new ApiError('unreachable', {cause});
  });
  if (!response.ok) throw new ApiError(await failureIn(response));
  return response;
}

/** A proxy in front of a stopped server answers in its own words: "unreachable", not our error. */
async function failureIn(response: Answer<unknown>): Promise<Failure> {
  const body = await response.json().catch(() => null);
  const code = field(field(body, 'error'), 'code');
  const known = errorCodes.find((one) => one === code);
  return known ?? (response.status >= 502 ? 'unreachable' : 'internal');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
