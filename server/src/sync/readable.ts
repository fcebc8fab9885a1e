/** What can be asked of a document's text, whether it is open to be written in or rests encoded. */

import * as Y from 'yjs';

export interface Readable {
  /** What somebody lacks who has this state. @throws Error when the state vector is malformed */
  lackedBy(stateVector: Uint8Array): Uint8Array;
  stateVector(): Uint8Array;
  /** Whether everything up to these clocks is here. */
  reaches(clocks: ReadonlyMap<number, number>): boolean;
}

/** After a break everybody comes back at once, and most with the same state. */
const rememberedAnswers = 2;

/** Remembers what was asked last; for a text that doesn't change any more. */
export function openAnswers(compute: (stateVector: Uint8Array) => Uint8Array) {
  const answers = new Map<string, Uint8Array>();
  return (stateVector: Uint8Array): Uint8Array => {
    const key = Buffer.from(stateVector).toString('latin1');
    const known = answers.get(key);
    if (known) return known;
    const answer = compute(stateVector);
    if (answers.size >= rememberedAnswers) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** A text in encoded form: a fraction of the memory that the objects of Yjs take. */
export function restingText(state: Uint8Array): Readable {
  const vector = Y.encodeStateVectorFromUpdate(state);
  const clocks = Y.decodeStateVector(vector);
  return {
    lackedBy: openAnswers((theirs) => {
      // Decoded even when nothing depends on it: what is malformed is refused in every form.
      return Y.decodeStateVector(theirs).size === 0 ? state : Y.diffUpdate(state, theirs);
    }),
    stateVector: () => vector,
    reaches: (asked) => [...asked].every(([client, clock]) => (clocks.get(client) ?? 0) >= clock),
  };
}
