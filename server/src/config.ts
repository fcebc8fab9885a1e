/** Command line and environment become one frozen Config; a bad value is one clear line. */

import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {z} from 'zod';
import {isProxy} from './auth/address.ts';
import {StartError} from './start-error.ts';

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Where people reach the server, without a slash at the end; null means localhost at the port. */
  readonly publicUrl: string | null;
  readonly noExample: boolean;
  /** Addresses, networks or 'loopback': whose word about an address is believed. */
  readonly trustProxy: readonly string[];
  readonly backup: BackupPlan;
  /** null sends none. */
  readonly mail: MailPlan | null;
  /** Whom to tell of a leak, as mailto: or https:; null says nothing. */
  readonly securityContact: string | null;
  /** Absolute: where the operator's own pages stand; null when there are none. */
  readonly pagesFolder: string | null;
  readonly limits: Limits;
}

export interface BackupPlan {
  /** Absolute. */
  readonly folder: string;
  /** 0 makes none by itself. */
  readonly everyHours: number;
  /** Of those that were made by itself; 0 keeps all. */
  readonly keep: number;
}

export interface MailPlan {
  /** smtp: or smtps:, with name and password in it when the server wants them. */
  readonly smtpUrl: string;
  /** The sender. */
  readonly from: string;
}

/** 0 switches a limit off; for the two times it means "at once". */
export interface Limits {
  /** How long a room without people stays in memory. */
  readonly roomIdleMs: number;
  /** How long an open document that nobody edits stays decoded. */
  readonly roomRestMs: number;
  readonly maxFrameBytes: number;
  readonly maxDocumentBytes: number;
  readonly maxDocumentStructs: number;
  readonly maxAwarenessBytes: number;
  readonly maxConnectionsPerPerson: number;
  readonly maxMessagesPerSecond: number;
  readonly maxMessageBurst: number;
  readonly maxQueueBytes: number;
  /** A document with more rows than this in its journal has the oldest sealed. */
  readonly sealRows: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const KiB = 1024;
const MiB = 1024 * KiB;

/** Each setting with its environment name; an option of the command line goes before it. */
const settings = z.object({
  PORT: whole(8080).refine((port) => port <= 65_535, {error: 'een getal van 0 tot en met 65535'}),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {error: 'een naam of adres, zoals 127.0.0.1'})
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z
    .string()
    .transform((text) => originOf(text))
    .refine((origin) => origin !== null, {
      error: 'een adres zonder pad, zoals https://lab.voorbeeld.nl',
    })
    .nullable()
    .default(null),
  NO_EXAMPLE: z
    .enum(['1', 'true', '0', 'false'], {error: '1 of 0'})
    .default('0')
    .transform((text) => text === '1' || text === 'true'),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((proxy) => proxy.trim()))
    .refine((proxies) => proxies.every(isProxy), {
      error: 'adressen of netwerken met komma’s ertussen, zoals loopback,10.0.0.0/8',
    })
    .default([]),
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY_HOURS: whole(24),
  BACKUP_KEEP: whole(7),
  SMTP_URL: z
    .string()
    .refine((text) => URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text), {
      error: 'een adres, zoals smtps://naam:wachtwoord@mail.voorbeeld.nl',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, {
      error: 'een afzender, zoals Samenspel <lab@voorbeeld.nl>',
    })
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
      error: 'een adres dat begint met mailto: of https:',
    })
    .nullable()
    .default(null),
  PAGES_DIR: z.string().optional(),
  ROOM_IDLE_MS: whole(30_000),
  ROOM_REST_MS: whole(120_000),
  MAX_FRAME_BYTES: whole(2 * MiB),
  MAX_DOCUMENT_BYTES: whole(8 * MiB),
  MAX_DOCUMENT_STRUCTS: whole(250_000),
  MAX_AWARENESS_BYTES: whole(16 * KiB),
  MAX_CONNECTIONS_PER_PERSON: whole(20),
  MAX_MESSAGES_PER_SECOND: whole(300),
  MAX_MESSAGE_BURST: whole(1_000),
  MAX_QUEUE_BYTES: whole(4 * MiB),
  SEAL_ROWS: whole(2_000),
});

/** The settings that have an option too. */
const options = {
  port: 'PORT',
  host: 'HOST',
  data: 'DATA_DIR',
  'public-url': 'PUBLIC_URL',
  'no-example': 'NO_EXAMPLE',
} as const;

/** @throws StartError for an unknown option or a bad value */
export function readConfig(argv: readonly string[], environment: Environment): Config {
  const given = readOptions(argv);
  const parsed = settings.safeParse({...filled(environment), ...given.values});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new StartError(
      `${given.names.get(name) ?? name} moet zijn: ${issue?.message ?? 'een geldige waarde'}.`,
    );
  }
  const value = parsed.data;
  const dataFolder = resolve(value.DATA_DIR);
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    dataFolder,
    publicUrl: value.PUBLIC_URL,
    noExample: value.NO_EXAMPLE,
    trustProxy: Object.freeze(value.TRUST_PROXY),
    backup: Object.freeze({
      folder: backupFolderOf(dataFolder, value.BACKUP_DIR),
      everyHours: value.BACKUP_EVERY_HOURS,
      keep: value.BACKUP_KEEP,
    }),
    mail: mailPlanOf(value.SMTP_URL, value.MAIL_FROM),
    securityContact: value.SECURITY_CONTACT,
    pagesFolder: value.PAGES_DIR ? resolve(value.PAGES_DIR) : null,
    limits: Object.freeze({
      roomIdleMs: value.ROOM_IDLE_MS,
      roomRestMs: value.ROOM_REST_MS,
      maxFrameBytes: value.MAX_FRAME_BYTES,
      maxDocumentBytes: value.MAX_DOCUMENT_BYTES,
      maxDocumentStructs: value.MAX_DOCUMENT_STRUCTS,
      maxAwarenessBytes: value.MAX_AWARENESS_BYTES,
      maxConnectionsPerPerson: value.MAX_CONNECTIONS_PER_PERSON,
      maxMessagesPerSecond: value.MAX_MESSAGES_PER_SECOND,
      maxMessageBurst: value.MAX_MESSAGE_BURST,
      maxQueueBytes: value.MAX_QUEUE_BYTES,
      sealRows: value.SEAL_ROWS,
    }),
  });
}

/** @throws StartError for a mail server without a sender: it would refuse every letter */
function mailPlanOf(smtpUrl: string | undefined, from: string | undefined): MailPlan | null {
  if (smtpUrl === undefined) return null;
  if (from === undefined) {
    throw new StartError('MAIL_FROM moet zijn: een afzender, zoals Samenspel <lab@voorbeeld.nl>.');
  }
  return Object.freeze({smtpUrl, from});
}

/** Where backups go: what the operator said (BACKUP_DIR), else inside the data folder. Absolute. */
export function backupFolderOf(dataFolder: string, said: string | undefined): string {
  return said ? resolve(said) : join(dataFolder, 'backups');
}

/** What the options say, by environment name, and how the operator wrote each. */
function readOptions(argv: readonly string[]) {
  const text = {type: 'string'} as const;
  const values: Record<string, string> = {};
  const names = new Map<string, string>();
  const parsed = parseOptions(argv, {
    ...{port: text, host: text, data: text, 'public-url': text},
    'no-example': {type: 'boolean'},
  });
  for (const [option, value] of Object.entries(parsed)) {
    const name = options[option as keyof typeof options];
    names.set(name, `--${option}`);
    values[name] = String(value);
  }
  return {values, names};
}

/** @throws StartError in words for what `parseArgs` refuses */
export function parseOptions<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  argv: readonly string[],
  known: T,
) {
  // `pnpm start -- --port 1` hands the dashes on.
  const args = argv.filter((argument) => argument !== '--');
  try {
    return parseArgs({args, options: known, strict: true, allowPositionals: false}).values;
  } catch (cause) {
    throw new StartError(explain(cause, args), {cause});
  }
}

function explain(cause: unknown, args: readonly string[]): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const quoted = /'(-[^'\s]*)/.exec(String(cause))?.[1] ?? args[0];
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `De waarde bij ${quoted} klopt niet.`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    const known = /argument '([^']*)'/.exec(String(cause))?.[1] ?? args[0];
    return `Onbekend woord op de opdrachtregel: ${known}.`;
  }
  return `Onbekende optie: ${quoted}.`;
}

function whole(fallback: number) {
  return z
    .string()
    .regex(/^\d{1,12}$/, {error: 'een heel getal van 0 of meer'})
    .transform(Number)
    .default(fallback);
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username;
  return bare && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** An empty variable is one that was not set. */
function filled(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}
