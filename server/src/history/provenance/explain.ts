/**
 * Where text that came in one transaction came from: characters that were there before.
 *
 * In order of certainty: what undo brings back (it names the deleted character that it stands for),
 * whole blocks that moved, what the same transaction deleted, what was removed lately.
 */

import type {ClientId} from '@samenspel/shared';
import type * as Y from 'yjs';
import type {Characters} from '../provenance.ts';
import {charactersIn, maxFragments, type Passage} from './passage.ts';
import {openHaystack, type Piece} from './match.ts';
import {leastRemembered, type Recent} from './recent.ts';
import type {DeletedRun, InsertedRun, TextEdit} from './text-edit.ts';

/** These characters are those; both lists are equally long in characters. */
export interface Link {
  readonly now: readonly Characters[];
  readonly was: readonly Characters[];
}

export interface Explanation {
  readonly links: readonly Link[];
  /** What was deleted and didn't come back. */
  readonly removed: readonly DeletedRun[];
}

/**
 * A piece of what the same transaction deleted counts from this length on, if such pieces make up most
 * of the text: then it is the old text, changed a little. If not, only long ones are no chance.
 */
const leastMoved = 6;
const leastCovered = 0.6;
const leastAlone = 16;
/**
 * Beyond these, only whole runs are recognised: no edit may stall the others. A page holds about 3,000
 * characters.
 */
const maxSearched = 16 * 1024;
const maxDense = 8 * 1024;
const maxPooled = 256 * 1024;
const maxBlocks = 64;
const maxBlockLength = 16 * 1024;
const maxBlocksLength = 64 * 1024;

interface Open {
  readonly run: InsertedRun;
  /** What is not explained yet, in order. */
  gaps: readonly Gap[];
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

type Cover = (text: string, start: number, end: number) => readonly Piece<Passage>[];

export function explain(edit: TextEdit, recent: Recent): Explanation {
  const links: Link[] = [];
  let open: Open[] = edit.inserted.map((run) => ({run, gaps: [{from: 0, to: run.text.length}]}));
  let deleted = edit.deleted;

  function close(one: Open, {from, to}: Gap, was: readonly Characters[]): void {
    links.push({now: charactersIn(one.run, from, to), was});
    one.gaps = one.gaps.flatMap((gap) => without(gap, {from, to}));
  }

  function undone(): void {
    for (const one of open) {
      const found: Gap[] = [];
      let at = 0;
      for (const {id, rightOrigin, length} of one.run.items) {
        const text = one.run.text.slice(at, at + length);
        if (rightOrigin && recent.reads(text, rightOrigin.client as ClientId, rightOrigin.clock)) {
          links.push({
            now: [{client: id.client as ClientId, clock: id.clock, length}],
            was: [{client: rightOrigin.client as ClientId, clock: rightOrigin.clock, length}],
          });
          found.push({from: at, to: at + length});
        }
        at += length;
      }
      if (found.length > 0) one.gaps = between(found, at);
    }
  }

  function movedBlocks(): void {
    const moved = findMovedBlocks(edit);
    links.push(...moved.links);
    if (moved.into.size > 0) open = open.filter(({run}) => !moved.into.has(run.block));
    if (moved.from.size > 0) deleted = deleted.filter(({block}) => !moved.from.has(block));
  }

  function movedRuns(): void {
    const byText = Map.groupBy(deleted, ({text}) => text);
    const used = new Set<DeletedRun>();
    for (const one of open) {
      const {text} = one.run;
      const [gap] = one.gaps;
      if (!gap || gap.to - gap.from < text.length) continue;
      const found = byText.get(text)?.shift();
      if (!found) continue;
      used.add(found);
      close(one, gap, found.characters);
    }
    if (used.size > 0) deleted = deleted.filter((run) => !used.has(run));
  }

  /** A new block that is shorter than a piece may be, and stood at the edge of what was deleted. */
  function shortBlocks(): void {
    if (deleted.length > maxBlocks) return;
    for (const one of open) {
      const {text, block} = one.run;
      const [gap] = one.gaps;
      if (!gap || text.length >= leastMoved || gap.to - gap.from < text.length) continue;
      if (!edit.isNew(block) || block.length !== text.length) continue;
      const end = deleted.find((run) => run.text.endsWith(text));
      const start = end ? null : deleted.find((run) => run.text.startsWith(text));
      if (end) {
        close(one, gap, charactersIn(end, end.text.length - text.length, end.text.length));
      } else if (start) {
        close(one, gap, charactersIn(start, 0, text.length));
      }
    }
  }

  function pieces(cover: Cover, least: number): void {
    let left = maxSearched;
    for (const one of open) {
      if (one.run.characters.length > maxFragments) continue;
      for (const gap of one.gaps) {
        const to = Math.min(gap.to, gap.from + left);
        if (to - gap.from < least) continue;
        left -= to - gap.from;
        const found = cover(one.run.text, gap.from, to);
        const covered = found.reduce((sum, {length}) => sum + length, 0);
        const certain = covered >= (to - gap.from) * leastCovered ? least : leastAlone;
        for (const {at, length, source, from} of found) {
          if (length < certain) continue;
          close(one, {from: at, to: at + length}, charactersIn(source, from, from + length));
        }
      }
    }
  }

  function movedPieces(): void {
    const length = deleted.reduce((sum, {text}) => sum + text.length, 0);
    if (length > maxPooled) return;
    const least = length <= maxDense ? leastMoved : leastRemembered;
    if (!open.some(({gaps}) => gaps.some(({from, to}) => to - from >= least))) return;
    const haystack = openHaystack<DeletedRun>(least);
    for (const run of deleted) if (run.characters.length <= maxFragments) haystack.add(run);
    pieces(haystack.cover, least);
  }

  function rememberedRuns(): void {
    for (const one of open) {
      const {text, block} = one.run;
      const [gap] = one.gaps;
      if (!gap || gap.to - gap.from < text.length) continue;
      const found = recent.exactly(text);
      if (!found) continue;
      const wholeBlock = found.whole && edit.isNew(block) && block.length === text.length;
      if (text.length >= leastMoved || (wholeBlock && text.length > 1)) {
        close(one, gap, found.characters);
      }
    }
  }

  const rest = () => {
    open = open.filter(({gaps}) => gaps.length > 0);
    return open.length > 0;
  };
  if (!recent.empty) undone();
  if (rest() && deleted.length > 0) movedBlocks();
  if (rest() && deleted.length > 0) movedRuns();
  if (rest() && deleted.length > 0) {
    shortBlocks();
    movedPieces();
  }
  if (rest() && !recent.empty) {
    rememberedRuns();
    pieces(recent.cover, leastRemembered);
  }
  return {links, removed: deleted};
}

interface MovedBlocks {
  readonly links: readonly Link[];
  readonly into: ReadonlySet<Y.Text>;
  readonly from: ReadonlySet<Y.Text>;
}

/**
 * Editors keep a block's place and rewrite its text when blocks around it move: what then happens to
 * stay in that place belongs to the words that stood there, not to those that stand there now.
 */
function findMovedBlocks(edit: TextEdit): MovedBlocks {
  const links: Link[] = [];
  const into = new Set<Y.Text>();
  const from = new Set<Y.Text>();
  const found = {links, into, from};
  const targets = [...new Set(edit.inserted.map(({block}) => block))];
  const touched = new Set([...targets, ...edit.deleted.map(({block}) => block)]);
  if (touched.size < 2 || touched.size > maxBlocks) return found;
  if ([...touched].some(({length}) => length > maxBlockLength)) return found;
  const texts = [...touched].map((block) => {
    const before = edit.isNew(block) ? null : edit.before(block);
    const after = edit.after(block);
    return {block, before, after, changed: before !== null && before.text !== after.text};
  });
  if (texts.reduce((sum, {after}) => sum + after.text.length, 0) > maxBlocksLength) return found;
  const gone = texts.flatMap(({block, before, changed}) =>
    changed && before && before.text.length > 0 ? [{block, ...before}] : [],
  );
  const byText = Map.groupBy(gone, ({text}) => text);
  const isTarget = new Set(targets);
  const take = (block: Y.Text, after: Passage, was: readonly Characters[]) => {
    links.push({now: after.characters, was});
    into.add(block);
  };
  for (const {block, after} of texts) {
    if (!isTarget.has(block) || after.text.length === 0) continue;
    const candidates = byText.get(after.text);
    const index = candidates?.findIndex((one) => one.block !== block) ?? -1;
    const source = index >= 0 ? candidates?.splice(index, 1)[0] : undefined;
    if (!source) continue;
    from.add(source.block);
    take(block, after, source.characters);
  }
  for (const {block, before, after} of texts) {
    if (!isTarget.has(block) || into.has(block) || !before) continue;
    if (after.text.length < leastMoved || before.text.includes(after.text)) continue;
    const source = gone.find((one) => one.block !== block && one.text.includes(after.text));
    if (!source) continue;
    const at = source.text.indexOf(after.text);
    take(block, after, charactersIn(source, at, at + after.text.length));
  }
  return found;
}

function without(gap: Gap, taken: Gap): readonly Gap[] {
  const before = {from: gap.from, to: Math.min(gap.to, taken.from)};
  const after = {from: Math.max(gap.from, taken.to), to: gap.to};
  return [before, after].filter(({from, to}) => from < to);
}

/** What is left of a text of this length; `taken` is in order. */
function between(taken: readonly Gap[], length: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let at = 0;
  for (const {from, to} of taken) {
    if (from > at) gaps.push({from: at, to: from});
    at = to;
  }
  if (at < length) gaps.push({from: at, to: length});
  return gaps;
}
