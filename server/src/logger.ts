/** The log: JSON lines on stderr, about what happened; never whose text, name or token it was. */

import {pino} from 'pino';

export interface Logger {
  info(facts: Facts, message: string): void;
  warn(facts: Facts, message: string): void;
  error(facts: Facts, message: string): void;
}

/** Ids, numbers and codes; `err` is an Error. */
export type Facts = Readonly<Record<string, unknown>>;

export function openLogger(): Logger {
  return pino(
    {base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: {err: describe}},
    pino.destination({dest: 2, sync: true}),
  );
}

/** A message may quote a row or a request, so of an error only its kind and place are kept. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return {type: typeof error};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...('code' in error ? {code: error.code} : {}),
    stack: frames.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : {cause: describe(error.cause)}),
  };
}
