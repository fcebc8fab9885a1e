/** A film made ready to be shown: the blocks of every step, each drawn once for as long as it stays. */

import type {Film, FilmStep, PersonView, Seq} from '@samenspel/shared';

export interface Frame {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who wrote since the step before, in order of appearance. */
  readonly by: readonly PersonView[];
  readonly blocks: readonly FrameBlock[];
}

export interface FrameBlock {
  /** The same as long as the block is; no other block of the frame has it. */
  readonly key: string;
  /** Its JSON as it came from the server. */
  readonly json: unknown;
  /** It came or changed in this step. */
  readonly isNew: boolean;
}

export interface Reel {
  /** Oldest first. */
  readonly seqs: readonly Seq[];
  /** The step of this number. */
  frame(index: number): Frame | null;
  /** The number of the last step up to this position; the first one when all are later. */
  indexAt(seq: Seq): number;
}

const reels = new WeakMap<Film, Reel>();

/** The same reel for the same film. */
export function reelOf(film: Film): Reel {
  const known = reels.get(film);
  if (known) return known;
  const made = openReel(film);
  reels.set(film, made);
  return made;
}

function openReel({steps, blocks, people}: Film): Reel {
  const seqs = steps.map(({seq}) => seq);
  const lists = keysOf(steps);
  const frames = new Map<number, Frame>();

  function frame(index: number): Frame | null {
    const [step, keys] = [steps[index], lists[index]];
    if (!step || !keys) return null;
    const known = frames.get(index);
    if (known) return known;
    // Everything is new in the first step, so nothing is.
    const added = new Set(index === 0 ? [] : step.splices.flatMap((splice) => splice.added));
    const {seq, at, by} = step;
    const made = {
      ...{seq, at, by: by.flatMap((id) => people.find((one) => one.id === id) ?? [])},
      blocks: told(keys).map(({name, key}) => ({
        key: name,
        json: blocks[key],
        isNew: added.has(key),
      })),
    };
    frames.set(index, made);
    return made;
  }

  return {
    seqs,
    frame,
    indexAt: (seq) =>
      Math.max(
        0,
        seqs.findLastIndex((one) => one <= seq),
      ),
  };
}

/** The list of blocks at every step. */
function keysOf(steps: readonly FilmStep[]): readonly (readonly string[])[] {
  let keys: readonly string[] = [];
  return steps.map(({splices}) => {
    const next = [...keys];
    // From the back: a splice then leaves the places before it as they are.
    for (const {at, removed, added} of splices.toReversed()) {
      next.splice(at, removed.length, ...added);
    }
    keys = next;
    return next;
  });
}

/** Two blocks that say the same have one key; drawn, each needs its own. */
function told(keys: readonly string[]): readonly {readonly name: string; readonly key: string}[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return {key, name: before === 0 ? key : `${key}~${before}`};
  });
}
