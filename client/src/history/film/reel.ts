/** A film made ready to be shown: its blocks in groups, each drawn once for as long as it stays. */

import type {Film, FilmBlock, PersonView, Seq} from '@samenspel/shared';
import {groupsOf, type TextBlock, type TextGroup} from './groups.ts';

export interface Frame {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who wrote since the step before, in order of appearance. */
  readonly by: readonly PersonView[];
  /**
   * Those in which something stands, in the order of the text; each the very same object in every step
   * in which it is the same.
   */
  readonly groups: readonly TextGroup[];
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
  const groups = groupsOf(blocks, ({id}) => id).map(openGroup);
  const frames = new Map<number, Frame>();

  function frame(index: number): Frame | null {
    const step = steps[index];
    if (!step) return null;
    const known = frames.get(index);
    if (known) return known;
    const {seq, at, by} = step;
    const made = {
      ...{seq, at, by: by.flatMap((id) => people.find((one) => one.id === id) ?? [])},
      groups: groups.flatMap((group) => group(index) ?? []),
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

/** What it shows in a step; null where none of its blocks stands. */
function openGroup(blocks: readonly FilmBlock[]): (step: number) => TextGroup | null {
  const key = blocks[0]?.id ?? '';
  const changes = [
    ...new Set(
      blocks.flatMap(({says, gone}) => [
        // What came in a step is marked in that step alone.
        ...says.flatMap(({from}) => (from === 0 ? [0] : [from, from + 1])),
        ...(gone === null ? [] : [gone]),
      ]),
    ),
  ].toSorted((one, other) => one - other);
  const made = new Map<number, TextGroup | null>();
  return (step) => {
    // Between two changes it is the same in all steps.
    const since = changes.findLast((one) => one <= step);
    if (since === undefined) return null;
    const known = made.get(since);
    if (known !== undefined) return known;
    const shown = blocks.flatMap((block) => shownOf(block, since) ?? []);
    const group = shown.length > 0 ? {key, blocks: shown} : null;
    made.set(since, group);
    return group;
  };
}

function shownOf({id, says, gone}: FilmBlock, step: number): TextBlock | null {
  if (gone !== null && gone <= step) return null;
  const last = says.findLast(({from}) => from <= step);
  // Everything is new in the first step, so nothing is.
  return last ? {key: id, json: last.json, isNew: last.from === step && step > 0} : null;
}
