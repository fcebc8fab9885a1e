/** What a backup says of itself: what is in it, byte for byte, and what made it. */

import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import {StartError} from '../start-error.ts';

/** Why it was made: somebody asked, it was time, or the database was about to change shape. */
export type BackupReason = 'asked' | 'schedule' | 'migration';

export type Manifest = Readonly<z.infer<typeof content>>;
export type BackupFile = Manifest['files'][number];

export const manifestName = 'manifest.json';
/** Goes up when an older program could misread a backup. */
export const backupFormat = 1;

const kind = z.object({kind: z.literal('samenspel-backup'), format: z.int().positive()});
const whole = z.int().nonnegative();

const content = kind.extend({
  reason: z.enum(['asked', 'schedule', 'migration']),
  /** Epoch milliseconds. */
  madeAt: whole,
  /** Of the program that made it. */
  program: z.string(),
  databaseVersion: whole,
  schemaVersion: whole,
  epoch: whole,
  /** The same for all backups of one installation; tells nothing else. */
  installation: z.string(),
  files: z.array(
    z.object({
      // It is joined to a folder, so it may not lead out of it.
      path: z
        .string()
        .regex(/^[^/\\]+(\/[^/\\]+)*$/)
        .refine((path) => !path.split('/').some((part) => part === '.' || part === '..')),
      bytes: whole,
      sha256: z.string(),
    }),
  ),
});
const signed = content.extend({checksum: z.string()});

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify({...manifest, checksum: checksumOf(manifest)}, null, 2)}\n`;
}

/** @throws StartError when the folder holds no backup, a damaged one, or one of a newer program */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((cause: unknown) => {
    throw new StartError(
      `In ${folder} staat geen volledige back-up. Kies een map waarvan de naam begint met samenspel-backup-.`,
      {cause},
    );
  });
  const json = parse(text);
  const format = kind.safeParse(json).data?.format ?? 0;
  if (format > backupFormat) throw new StartError(newer(folder));
  const {checksum, ...manifest} = signed.safeParse(json).data ?? {checksum: null};
  if (checksum === null || checksum !== checksumOf(manifest as Manifest)) {
    throw new StartError(`De back-up in ${folder} is beschadigd: ${manifestName} klopt niet.`);
  }
  return manifest as Manifest;
}

export function newer(folder: string): string {
  return `De back-up in ${folder} is van een nieuwere versie dan dit programma. Werk het programma bij.`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Parsing puts the fields in one order, whoever wrote them. */
function checksumOf(manifest: Manifest): string {
  const ordered = JSON.stringify(content.parse(manifest));
  return createHash('sha256').update(ordered).digest('hex');
}
