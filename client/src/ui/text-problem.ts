/** What is wrong with a line of text, as a sentence; null when it will do. */

export interface TextProblemWords {
  readonly missing: string;
  readonly tooLong: (most: number) => string;
}

export function textProblem(
  text: string,
  most: number,
  {missing, tooLong}: TextProblemWords,
): string | null {
  const {length} = text.trim();
  if (length === 0) return missing;
  return length > most ? tooLong(most) : null;
}

/** Whether this can be a mail address at all; the server looks closer. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}
