/**
 * Keeps the last answers for a while: who looks back asks for the same more than once, and a lab that
 * meets asks for the same thing together.
 */

import type {Clock} from '../clock.ts';

export interface RecentAnswers<Answer> {
  /** The answer under this key: the one that is kept, or on its way, or made anew. A failure is not kept. */
  get(key: string, make: () => Promise<Answer>): Promise<Answer>;
}

export interface RecentAnswersOptions<Answer> {
  readonly clock: Pick<Clock, 'now'>;
  readonly lengthOf: (answer: Answer) => number;
  /** All together, as `lengthOf` counts. */
  readonly maxLength: number;
}

interface Kept<Answer> {
  readonly answer: Promise<Answer>;
  readonly at: number;
  /** Once that is known. */
  length: number;
}

const keepMs = 60_000;

export function openRecentAnswers<Answer>({
  clock,
  lengthOf,
  maxLength,
}: RecentAnswersOptions<Answer>): RecentAnswers<Answer> {
  const kept = new Map<string, Kept<Answer>>();

  function makeRoom(): void {
    let room = maxLength;
    for (const [key, {at, length}] of [...kept].toReversed()) {
      room -= length;
      if (room < 0 || clock.now() - at > keepMs) kept.delete(key);
    }
  }

  return {
    async get(key, make) {
      makeRoom();
      const known = kept.get(key);
      if (known) return known.answer;
      const one: Kept<Answer> = {answer: make(), at: clock.now(), length: 0};
      kept.set(key, one);
      try {
        const answer = await one.answer;
        one.length = lengthOf(answer);
        return answer;
      } catch (error) {
        if (kept.get(key) === one) kept.delete(key);
        throw error;
      }
    },
  };
}
