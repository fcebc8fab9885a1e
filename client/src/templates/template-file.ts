/** A file that somebody chose as a template: looked at here, so that what is wrong is said at once. */

import {failureOf} from '../api.ts';
import {sentenceFor} from '../words/index.ts';
import {templates as words} from '../words/templates.ts';

export class TemplateFileError extends Error {
  readonly problem: 'unreadable' | 'newer' | 'too_large';

  constructor(problem: TemplateFileError['problem'], options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** What stands in it. @throws TemplateFileError when it is none that can be used here */
export async function openTemplateFile(file: File): Promise<unknown> {
  // Loaded with the first file: nobody else needs to know the format.
  const {maxTemplateFileBytes, readTemplateFile} = await import('@samenspel/shared/templates/file');
  if (file.size > maxTemplateFileBytes) throw new TemplateFileError('too_large');
  const value = parsed(await file.text());
  const {state} = readTemplateFile(value);
  if (state !== 'read') throw new TemplateFileError(state);
  return value;
}

/** What to do next, for whatever went wrong with a file. */
export function fileSentence(error: unknown): string {
  const problem = error instanceof TemplateFileError ? error.problem : failureOf(error);
  switch (problem) {
    case 'newer':
      return words.fileNewer;
    case 'too_large':
      return words.fileTooLarge;
    case 'unreadable':
    case 'bad_request':
      return words.fileUnreadable;
    default:
      return sentenceFor(problem);
  }
}

/** null for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
