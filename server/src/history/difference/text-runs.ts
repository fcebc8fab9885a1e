/**
 * What stayed, came and went in the text of blocks that are one block, or were split or joined. What
 * the ids of characters say comes first; between, whole words are compared.
 */

import {heaviestIncreasing} from './increasing.ts';
import type {SharedStretch, SharedTexts} from './shared-text.ts';
import type {Group} from './splitting.ts';
import {betweenWords, withoutChance, withoutIslands} from './readable-stretches.ts';
import {type Cut, type CutPair, looksIn, sideBySide, type Stream, streamOf} from './text-stream.ts';
import type {TreeBlock} from './text-tree.ts';
import {equalStretches} from './token-diff.ts';

/** Text that is in both, or in one of them: then the other is null. */
export type Found =
  | CutPair
  | {readonly earlier: Cut; readonly later: null}
  | {readonly earlier: null; readonly later: Cut};

/** What is in the text of each later block of the group, in reading order. */
export function compareTexts(
  group: Group,
  shared: SharedTexts,
  of: (block: TreeBlock) => TreeBlock | null,
): ReadonlyMap<TreeBlock, readonly Found[]> {
  const same = sameEverywhere(group);
  if (same) return same;
  const earlier = streamOf(group.earlier);
  const later = streamOf(group.later);
  const found = new Map<TreeBlock, Found[]>(group.later.map((block) => [block, []]));
  const put = (block: TreeBlock, part: Found) => found.get(block)?.push(part);
  const [only] = group.later;
  const own = only && group.later.length === 1 ? found.get(only) : undefined;
  let [from, to] = [0, 0];
  const end: SharedStretch = {from: earlier.length, to: later.length, length: 0};
  for (const stretch of [...sameText(group, shared, earlier, later), end]) {
    const went = earlier.cuts(from, stretch.from);
    const came = later.cuts(to, stretch.to);
    const stayed = sideBySide(
      earlier.cuts(stretch.from, stretch.from + stretch.length),
      later.cuts(stretch.to, stretch.to + stretch.length),
    );
    if (own) {
      // What went is told before what came.
      for (const cut of went) own.push({earlier: cut, later: null});
      for (const cut of came) own.push({earlier: null, later: cut});
      for (const pair of stayed) own.push(pair);
    } else {
      const here = later.blocksBetween(to, stretch.to);
      // … in the block that it was in if that is here.
      const wentFrom = Map.groupBy(went, ({block}) => {
        const now = of(block);
        return now && here.includes(now) ? now : here[0];
      });
      const cameTo = Map.groupBy(came, ({block}) => block);
      for (const block of here) {
        for (const cut of wentFrom.get(block) ?? []) put(block, {earlier: cut, later: null});
        for (const cut of cameTo.get(block) ?? []) put(block, {earlier: null, later: cut});
      }
      for (const pair of stayed) put(pair.later.block, pair);
    }
    [from, to] = [stretch.from + stretch.length, stretch.to + stretch.length];
  }
  return found;
}

/** However it came about, the same text is the same. */
function sameEverywhere({earlier, later}: Group): ReadonlyMap<TreeBlock, readonly Found[]> | null {
  const [one] = earlier;
  const [other] = later;
  if (!one || !other || earlier.length + later.length > 2) return null;
  if (one.text?.string !== other.text?.string) return null;
  return new Map([[other, sideBySide(looksIn(one), looksIn(other))]]);
}

/** Stretches of equal text in the order of both texts. */
function sameText(
  {earlier: ones, later: others}: Group,
  shared: SharedTexts,
  earlier: Stream,
  later: Stream,
): readonly SharedStretch[] {
  const stretches = others.flatMap((other) =>
    ones.flatMap((one) =>
      shared
        .between(one, other)
        .map((stretch) => shifted(stretch, earlier.startOf(one), later.startOf(other))),
    ),
  );
  const inOrder =
    stretches.length < 2
      ? stretches
      : heaviestIncreasing(
          stretches
            .toSorted((a, b) => a.to - b.to)
            .map(({from, to, length}) => ({from, to, length, place: from, weight: length})),
        );
  const certain = withoutOverlap(inOrder).filter(
    ({from, to, length}) =>
      earlier.text.slice(from, from + length) === later.text.slice(to, to + length),
  );
  const all: SharedStretch[] = [];
  let [from, to] = [0, 0];
  for (const stretch of [...certain, {from: earlier.length, to: later.length, length: 0}]) {
    if (from < stretch.from && to < stretch.to) {
      const words = equalStretches(
        earlier.text.slice(from, stretch.from),
        later.text.slice(to, stretch.to),
      );
      const [gone, came] = [stretch.from - from, stretch.to - to];
      for (const word of withoutChance(words, gone, came)) {
        all.push({from: from + word.from, to: to + word.to, length: word.length});
      }
    }
    if (stretch.length > 0) all.push(stretch);
    [from, to] = [stretch.from + stretch.length, stretch.to + stretch.length];
  }
  return betweenWords(withoutIslands(all, earlier.text, later.text), earlier.text, later.text);
}

function shifted(stretch: SharedStretch, by: number, laterBy: number): SharedStretch {
  if (by === 0 && laterBy === 0) return stretch;
  return {from: stretch.from + by, to: stretch.to + laterBy, length: stretch.length};
}

/** The same characters may have been found twice, after cutting, pasting and undoing. */
function withoutOverlap(stretches: readonly SharedStretch[]): readonly SharedStretch[] {
  const kept: SharedStretch[] = [];
  let [from, to] = [0, 0];
  for (const stretch of stretches) {
    const cut = Math.max(from - stretch.from, to - stretch.to, 0);
    if (cut >= stretch.length) continue;
    const {from: start, to: place, length} = stretch;
    kept.push(cut === 0 ? stretch : {from: start + cut, to: place + cut, length: length - cut});
    [from, to] = [start + length, place + length];
  }
  return kept;
}
