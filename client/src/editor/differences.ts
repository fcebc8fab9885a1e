/**
 * Where two texts differ, piece by piece. What did not change is mostly the same node in both, so that of a
 * hundred pages only the way to what changed is walked.
 */

import type {Node as ProseMirrorNode} from '@tiptap/pm/model';

/** A stretch of each of two texts, in the places of each. The ends of a stretch share their parent. */
export interface Difference {
  readonly kind: 'content';
  readonly from: number;
  readonly to: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/** A node in both that says something else about itself. */
export interface OtherAttributes {
  readonly kind: 'attributes';
  readonly node: ProseMirrorNode;
  /** Before the node. */
  readonly from: number;
  readonly nowFrom: number;
}

/** In the order of the text; what surrounds others comes before them. [] when both say the same. */
export function differencesOf(
  old: ProseMirrorNode,
  now: ProseMirrorNode,
): readonly (Difference | OtherAttributes)[] {
  const found: (Difference | OtherAttributes)[] = [];
  inside(old, now, 0, 0, found);
  return found;
}

type Found = (Difference | OtherAttributes)[];

/** @param from where the content of the old one begins */
function inside(
  old: ProseMirrorNode,
  now: ProseMirrorNode,
  from: number,
  nowFrom: number,
  found: Found,
): void {
  if (old.content === now.content) return;
  if (old.inlineContent || now.inlineContent) {
    const start = old.content.findDiffStart(now.content);
    const end = old.content.findDiffEnd(now.content);
    if (start === null || !end) return;
    // Where words repeat, the end is found before the start.
    const over = Math.max(0, start - Math.min(end.a, end.b));
    found.push({
      kind: 'content',
      ...{from: from + start, to: from + end.a + over},
      ...{nowFrom: nowFrom + start, nowTo: nowFrom + end.b + over},
    });
    return;
  }
  const [mine, theirs] = [rowOf(old, from), rowOf(now, nowFrom)];
  let [i, j] = [0, 0];
  for (const [next, nextNow] of [...sameIn(old, now), [old.childCount, now.childCount] as const]) {
    between(mine, theirs, {i, j, next, nextNow}, found);
    [i, j] = [next + 1, nextNow + 1];
  }
}

interface Gap {
  readonly i: number;
  readonly j: number;
  readonly next: number;
  readonly nextNow: number;
}

/** What stands between two children that are the same. */
function between(mine: Row, theirs: Row, {i, j, next, nextNow}: Gap, found: Found): void {
  if (i === next && j === nextNow) return;
  const isPaired =
    next - i === nextNow - j &&
    mine.children.slice(i, next).every((child, at) => isKin(child, theirs.children[j + at]));
  if (!isPaired) {
    found.push({
      kind: 'content',
      ...{from: placeAt(mine, i), to: placeAt(mine, next)},
      ...{nowFrom: placeAt(theirs, j), nowTo: placeAt(theirs, nextNow)},
    });
    return;
  }
  for (let at = 0; at < next - i; at += 1) {
    const [child, other] = [mine.children[i + at], theirs.children[j + at]];
    if (!child || !other) continue;
    const [from, nowFrom] = [placeAt(mine, i + at), placeAt(theirs, j + at)];
    if (!child.sameMarkup(other)) found.push({kind: 'attributes', node: other, ...{from, nowFrom}});
    inside(child, other, from + 1, nowFrom + 1, found);
  }
}

/** May be the same one, written in since. */
function isKin(one: ProseMirrorNode, other: ProseMirrorNode | undefined): boolean {
  return one.type === other?.type && !one.isLeaf && one.marks.length === 0;
}

/** Which children are the same in both, as pairs of their places in the row, in order. */
function sameIn(
  old: ProseMirrorNode,
  now: ProseMirrorNode,
): readonly (readonly [number, number])[] {
  const least = Math.min(old.childCount, now.childCount);
  let start = 0;
  while (start < least && isSame(old.child(start), now.child(start))) start += 1;
  let back = 0;
  while (
    start + back < least &&
    isSame(old.child(old.childCount - 1 - back), now.child(now.childCount - 1 - back))
  )
    back += 1;
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  const places = new Map<ProseMirrorNode, number>();
  for (let at = start; at < now.childCount - back; at += 1) places.set(now.child(at), at);
  let last = start - 1;
  for (let at = start; at < old.childCount - back; at += 1) {
    const place = places.get(old.child(at));
    if (place === undefined || place <= last) continue;
    pairs.push([at, place]);
    last = place;
  }
  for (let at = back; at > 0; at -= 1) pairs.push([old.childCount - at, now.childCount - at]);
  return pairs;
}

function isSame(one: ProseMirrorNode, other: ProseMirrorNode): boolean {
  return one === other || one.eq(other);
}

interface Row {
  readonly children: readonly ProseMirrorNode[];
  /** Before each child, and last behind all. */
  readonly places: readonly number[];
}

function rowOf({children}: ProseMirrorNode, from: number): Row {
  const places = [from];
  for (const child of children) places.push((places.at(-1) ?? from) + child.nodeSize);
  return {children, places};
}

function placeAt({places}: Row, at: number): number {
  return places[at] ?? 0;
}
