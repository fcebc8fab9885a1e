/** What a document may be called. */

import {newDocument as words} from '../words/index.ts';

export const maxTitleLength = 200;

/** What is wrong with this title, as a sentence; null when it will do. */
export function titleProblem(title: string): string | null {
  const length = title.trim().length;
  if (length === 0) return words.nameMissing;
  return length > maxTitleLength ? words.nameTooLong(maxTitleLength) : null;
}
