/** What `pnpm seed` was asked for. */

import {resolve} from 'node:path';
import {z} from 'zod';
import {type Role, roles} from '@samenspel/shared';
import {parseOptions} from '../config.ts';
import {StartError} from '../start-error.ts';

export interface SeedOptions {
  readonly people: number;
  readonly documents: number;
  /** In each document; 0 leaves its text empty. */
  readonly words: number;
  /** Of all of them. */
  readonly role: Role;
  /** Absolute. */
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly json: boolean;
  readonly force: boolean;
}

const text = {type: 'string'} as const;
const flag = {type: 'boolean', default: false} as const;

const values = z.object({
  people: upTo(10_000).default(2),
  documents: upTo(10_000).default(1),
  words: upTo(1_000_000).default(500),
  role: z.enum(roles, {error: `een van ${roles.join(', ')}`}).default('member'),
  data: z.string().min(1, {error: 'een map'}).default('./data'),
  'public-url': z
    .url({error: 'een adres, zoals https://lab.voorbeeld.nl'})
    .default('http://localhost:8080'),
  json: z.boolean(),
  force: z.boolean(),
});

/** @throws StartError for an unknown option or a bad value */
export function readSeedOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SeedOptions {
  const given = parseOptions(argv, {
    ...{people: text, documents: text, words: text, role: text, data: text},
    ...{'public-url': text, json: flag, force: flag},
  });
  const parsed = values.safeParse({
    ...given,
    data: given.data ?? (environment['DATA_DIR'] || undefined),
    'public-url': given['public-url'] ?? (environment['PUBLIC_URL'] || undefined),
  });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartError(`--${String(issue?.path[0])} moet zijn: ${issue?.message}.`);
  }
  const {data, 'public-url': url, ...rest} = parsed.data;
  return {...rest, dataFolder: resolve(data), publicUrl: new URL(url).origin};
}

function upTo(max: number) {
  return z
    .string()
    .regex(/^\d{1,7}$/, {error: `een heel getal van 0 tot en met ${max}`})
    .transform(Number)
    .refine((number) => number <= max, {error: `een heel getal van 0 tot en met ${max}`});
}
