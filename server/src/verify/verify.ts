/** `pnpm verify`: looks whether everything in a data folder is whole, also beside a running server. */

import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {DocumentId} from '@samenspel/shared';
import {parseOptions} from '../config.ts';
import {verifyLog} from '../log/verify.ts';
import {secretName} from '../store/folder.ts';
import {openReading} from '../store/reading.ts';
import {verifyDocument} from './document.ts';
import {verifyPlan} from './plan.ts';
import {lineOf, logLineOf, summaryOf} from './words.ts';

export interface Verified {
  /** What to print, line by line. */
  readonly lines: readonly string[];
  readonly ok: boolean;
}

export interface VerifyOptions {
  /** Absolute. */
  readonly dataFolder: string;
  readonly json: boolean;
}

/** @throws StartError for an unknown option */
export function readVerifyOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): VerifyOptions {
  const {data, json} = parseOptions(argv, {
    data: {type: 'string'},
    json: {type: 'boolean', default: false},
  });
  return {dataFolder: resolve(data ?? (environment['DATA_DIR'] || './data')), json};
}

/** @throws StartError when there is nothing to be read */
export function verify({dataFolder, json}: VerifyOptions): Verified {
  const reading = openReading(dataFolder);
  try {
    const {shelf, plans, logs, damage} = reading;
    const verdicts = reading.documents().map((id: DocumentId) =>
      shelf.snapshot(() => {
        const verdict = verifyDocument(shelf, id);
        // What was read of a text that is damaged can't be compared with anything.
        if (verdict.findings.length > 0) return verdict;
        return {...verdict, findings: verifyPlan(shelf, plans, id)};
      }),
    );
    const problems = damage();
    const tampered = verifyLog(logs, readSecret(dataFolder));
    const ok =
      problems.length === 0 &&
      tampered.length === 0 &&
      verdicts.every(({findings}) => findings.length === 0);
    if (json)
      return {
        lines: [JSON.stringify({ok, database: problems, documents: verdicts, logs: tampered})],
        ok,
      };
    const database = problems.map((problem) => `De database is beschadigd: ${problem}`);
    const lines = [...database, ...tampered.map(logLineOf), ...verdicts.map(lineOf)];
    return {lines: [...lines, summaryOf(verdicts)], ok};
  } finally {
    reading.close();
  }
}

/** '' when there is none: then nothing can have been sealed with it. */
function readSecret(folder: string): string {
  try {
    return readFileSync(join(folder, secretName), 'utf8').trim();
  } catch {
    return '';
  }
}
