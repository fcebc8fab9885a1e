/** What text stayed, came or went, in parts that are each of one person, and their deed. */

import type {DifferenceRun, PersonId} from '@samenspel/shared';
import type {Deed} from './acts.ts';
import type {Deeds} from './deeds.ts';
import type {SharedTexts, Standing} from './shared-text.ts';
import {laterDeed} from './telling.ts';
import type {Found} from './text-runs.ts';
import {type Cut, partOf, textOf} from './text-stream.ts';
import type {Look} from './text-tree.ts';

export interface Part {
  readonly where: DifferenceRun['where'];
  readonly cut: Cut;
  /** How it looked in the earlier text, when that was otherwise. */
  readonly was: Look | null;
  /** The number of the block where it was earlier, when that was another one. */
  readonly of: number | null;
  readonly by: PersonId | null;
  /** What brought it or took it away; of several entries the last. */
  readonly deed: Deed | null;
  readonly moved: boolean;
}

export interface PartContext {
  readonly shared: SharedTexts;
  readonly deeds: Deeds;
  /** The number of the block where this was earlier, when it was another one. */
  of(cut: Cut): number | null;
}

/** Fewer letters than this are not told as moved, but as gone and come. */
const leastMoved = 3;

/** In reading order. */
export function eachPart(
  found: readonly Found[],
  context: PartContext,
  tell: (part: Part) => void,
): void {
  const parts: Part[] = [];
  for (const one of found) {
    if (one.earlier && one.later) parts.push(commonPart(one.earlier, one.later, context));
    else if (one.later) addNew(parts, one.later, context);
    else addGone(parts, one.earlier, context);
  }
  eachStretch(asOne(parts), tell);
}

/** Letters that came or went beside each other by one person, each by another entry, are told at once. */
function eachStretch(parts: readonly Part[], tell: (part: Part) => void): void {
  for (let index = 0; index < parts.length;) {
    const part = parts[index++];
    if (!part) break;
    let {deed} = part;
    let {length} = part.cut;
    let next = parts[index];
    while (next && isMore(part, length, next)) {
      length += next.cut.length;
      deed = laterDeed(deed, next.deed);
      next = parts[++index];
    }
    tell(length === part.cut.length ? part : {...part, cut: {...part.cut, length}, deed});
  }
}

/** @param length of what goes on */
function isMore(part: Part, length: number, next: Part): boolean {
  const [{cut}, {cut: nextCut}] = [part, next];
  return (
    part.where !== 'both' &&
    next.where === part.where &&
    next.by === part.by &&
    next.moved === part.moved &&
    next.of === part.of &&
    nextCut.block === cut.block &&
    nextCut.piece.at + nextCut.from === cut.piece.at + cut.from + length &&
    nextCut.piece.type === 'text' &&
    cut.piece.type === 'text' &&
    nextCut.piece.look.marks === cut.piece.look.marks
  );
}

/**
 * A letter or a space that goes with what is beside it: because it was there already, and is told as new
 * only because all around it is; or because it was taken along with what moved.
 */
function asOne(parts: readonly Part[]): readonly Part[] {
  let joined: Part[] | null = null;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (!part || part.where === 'both') continue;
    const before = (joined ?? parts)[index - 1];
    const beside = goesWith(part, before) ? before : parts[index + 1];
    if (!goesWith(part, beside)) continue;
    joined ??= [...parts];
    joined[index] = {...part, by: beside.by, deed: beside.deed, moved: beside.moved};
  }
  return joined ?? parts;
}

function goesWith(part: Part, other: Part | undefined): other is Part {
  if (part.where === 'both' || other?.where !== part.where || !other.deed) return false;
  if (part.where === 'later' && part.deed === null) return true;
  if (part.moved || !other.moved || part.deed?.seq !== other.deed.seq) return false;
  return lettersIn(textOf(part.cut)) < leastMoved;
}

function commonPart(earlier: Cut, later: Cut, {of}: PartContext): Part {
  const [before, now] = [earlier.piece.look, later.piece.look];
  return {
    where: 'both',
    cut: later,
    was: before.key === now.key ? null : before,
    of: of(earlier),
    by: null,
    deed: null,
    moved: false,
  };
}

function addNew(parts: Part[], later: Cut, {shared, deeds}: PartContext): void {
  const {block, piece, from, length} = later;
  const stood = shared.isNew(block)
    ? []
    : shared.inEarlier(piece.sourceClient, piece.sourceClock + from, length);
  if (stood.length === 0) parts.push(newPart(later, null, deeds));
  else eachSection(later, stood, (cut, before) => parts.push(newPart(cut, before, deeds)));
}

function newPart(cut: Cut, before: Standing | null, deeds: Deeds): Part {
  const {client, sourceClient, author} = cut.piece;
  // The last letter was the last to come: letters with ids in a row are one piece, however long it took.
  const last = cut.from + cut.length - 1;
  const clock = cut.piece.clock + last;
  const sourceClock = cut.piece.sourceClock + last;
  const typed = before ? null : deeds.wrote(sourceClient, sourceClock);
  const isOwn = client === sourceClient && clock === sourceClock;
  const deed = typed ?? (isOwn && !before ? null : deeds.wrote(client, clock));
  const by = before ? (deed?.actor ?? null) : author;
  return {where: 'later', cut, was: null, of: null, by, deed, moved: before !== null};
}

function addGone(parts: Part[], earlier: Cut, {shared, deeds, of: numberOf}: PartContext): void {
  const {piece, from, length} = earlier;
  const {client, sourceClient} = piece;
  const of = numberOf(earlier);
  const put = (cut: Cut, deed: Deed | null, moved: boolean): void => {
    parts.push({where: 'earlier', cut, was: null, of, by: deed?.actor ?? null, deed, moved});
  };
  const stands = shared.inLater(sourceClient, piece.sourceClock + from, length);
  eachSection(earlier, stands, (cut, now) => {
    const [clock, sourceClock] = [piece.clock + cut.from, piece.sourceClock + cut.from];
    if (now) {
      put(cut, deeds.wrote(now.id.client, now.id.clock) ?? deeds.deleted(client, clock), true);
      return;
    }
    deeds.eachRemoval(
      {client, clock, length: cut.length, sourceClient, sourceClock},
      (offset, gone, deed) => put(partOf(cut, offset, gone), deed, false),
    );
  });
}

/** The parts of a text that stand elsewhere in the other text, and those that don't. */
function eachSection(
  cut: Cut,
  standing: readonly Standing[],
  found: (cut: Cut, standing: Standing | null) => void,
): void {
  let at = 0;
  for (const one of standing) {
    const part = partOf(cut, one.offset, one.length);
    if (lettersIn(textOf(part)) < leastMoved) continue;
    if (one.offset > at) found(partOf(cut, at, one.offset - at), null);
    found(part, one);
    at = one.offset + one.length;
  }
  if (at < cut.length) found(partOf(cut, at, cut.length - at), null);
}

function lettersIn(text: string): number {
  return text.trim().length;
}
