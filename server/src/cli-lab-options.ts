/** What `pnpm lab` was asked for. */

import {resolve} from 'node:path';
import {z} from 'zod';
import {
  type LabId,
  parseLabId,
  parsePersonId,
  type PersonId,
  sides,
  type Side,
} from '@samenspel/shared';
import {parseOptions} from './config.ts';
import {StartError} from './start-error.ts';
import {labName, neighbourhoodName, personName} from './words-in.ts';

export type LabAsked = {
  /** Absolute. */
  readonly dataFolder: string;
  readonly publicUrl: string;
  readonly json: boolean;
} & (
  | {readonly what: 'list'; /** Who is in it; null lists the labs. */ readonly lab: LabId | null}
  | {
      readonly what: 'create';
      readonly name: string;
      readonly neighbourhood: string;
      readonly founder: Newcomer;
    }
  | {readonly what: 'link'; readonly lab: LabId; readonly who: PersonId | Newcomer}
);

export interface Newcomer {
  readonly name: string;
  readonly side: Side;
}

const text = {type: 'string'} as const;
const flag = {type: 'boolean', default: false} as const;
const known = {
  ...{data: text, 'public-url': text, json: flag},
  ...{lab: text, person: text, name: text, neighbourhood: text, founder: text, side: text},
} as const;

const lab = id(parseLabId, 'het nummer van een lab, zie: pnpm lab list');
const person = id(parsePersonId, 'het nummer van iemand, zie: pnpm lab list --lab …');
const side = z.enum(sides, {error: `een van ${sides.join(', ')}`});
const name = z.string({error: 'een naam'}).pipe(personName);

const common = z.object({
  data: z.string().min(1, {error: 'een map'}).default('./data'),
  'public-url': z
    .url({error: 'een adres, zoals https://lab.voorbeeld.nl'})
    .default('http://localhost:8080'),
  json: z.boolean(),
});
const listing = common.extend({lab: lab.optional()});
const creating = common.extend({
  name: z.string({error: 'een naam'}).pipe(labName),
  neighbourhood: z.string({error: 'een naam'}).pipe(neighbourhoodName),
  ...{founder: name, side},
});
const linking = common.extend({lab, person: person.optional()});
const lettingIn = common.extend({lab, ...{name, side}});

/** @throws StartError for an unknown word or option, or a bad value */
export function readLabOptions(
  [what, ...argv]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LabAsked {
  const options = parseOptions(argv, known);
  const given = {
    ...options,
    data: options.data ?? (environment['DATA_DIR'] || undefined),
    'public-url': options['public-url'] ?? (environment['PUBLIC_URL'] || undefined),
  };
  switch (what) {
    case 'list': {
      const value = parse(listing, given);
      return {what, lab: value.lab ?? null, ...around(value)};
    }
    case 'create': {
      const {name: called, neighbourhood, founder, side: its, ...rest} = parse(creating, given);
      return {
        ...{what, name: called, neighbourhood, founder: {name: founder, side: its}},
        ...around(rest),
      };
    }
    case 'link': {
      const {person: who, lab: into, ...rest} = parse(linking, given);
      if (who) return {what, lab: into, who, ...around(rest)};
      const newcomer = parse(lettingIn, given);
      return {
        ...{what, lab: into, who: {name: newcomer.name, side: newcomer.side}},
        ...around(rest),
      };
    }
    default:
      throw new StartError(`Onbekend woord: ${what ?? '(geen)'}. Kies uit: list, create, link.`);
  }
}

function around({data, 'public-url': url, json}: z.infer<typeof common>) {
  return {dataFolder: resolve(data), publicUrl: new URL(url).origin, json};
}

function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StartError(`--${String(issue?.path[0])} moet zijn: ${wordsOf(issue)}.`);
}

function wordsOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_big' || issue?.code === 'too_small' || issue?.code === 'custom') {
    return issue.message.startsWith('het nummer') ? issue.message : 'een korte naam op één regel';
  }
  return issue?.message ?? 'een geldige waarde';
}

function id<Id extends string>(parser: (given: string) => Id | null, error: string) {
  return z
    .string({error})
    .transform((given) => parser(given))
    .refine((found) => found !== null, {error});
}
