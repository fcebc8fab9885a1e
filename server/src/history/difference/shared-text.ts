/** Which characters of the earlier text stand in the later one, found by the ids they were typed under. */

import {type IdColumns, idColumns, type TellIds} from '../../journal/id-columns.ts';
import type {Id, Piece, TreeBlock} from './text-tree.ts';

/** Characters that stand in both, one after the other. */
export interface SharedStretch {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** An earlier and a later block with text in common. */
export interface SharedText {
  readonly earlier: TreeBlock;
  readonly later: TreeBlock;
  /** In the order of the later text. */
  readonly stretches: readonly SharedStretch[];
  readonly length: number;
}

/** Part of some characters, and the id that the first of it has in the text where it stands. */
export interface Standing {
  readonly offset: number;
  readonly length: number;
  readonly id: Id;
}

export interface SharedTexts {
  readonly all: readonly SharedText[];
  between(earlier: TreeBlock, later: TreeBlock): readonly SharedStretch[];
  /** Nothing of this later block stands in the earlier text. */
  isNew(later: TreeBlock): boolean;
  /** The parts of the characters that were typed under these ids which stand in the earlier text. */
  inEarlier(client: number, clock: number, length: number): readonly Standing[];
  /** … in the later text. */
  inLater(client: number, clock: number, length: number): readonly Standing[];
}

export function findSharedTexts(
  earlier: readonly TreeBlock[],
  later: readonly TreeBlock[],
): SharedTexts {
  const known = bySource(earlier);
  const kept = openKept();
  let standings: Standings | null = null;
  const found = new Map<TreeBlock, ReadonlyMap<TreeBlock, readonly SharedStretch[]>>();
  const all: SharedText[] = [];
  for (const block of later) {
    const own = sharedWith(block, known, kept);
    found.set(block, own);
    for (const [one, stretches] of own) {
      const length = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
      all.push({earlier: one, later: block, stretches, length});
    }
  }
  return {
    all,
    between: (one, other) => found.get(other)?.get(one) ?? [],
    isNew: (block) => found.get(block)?.size === 0,
    inEarlier: (client, clock, length) => standing(known, client, clock, length),
    inLater(client, clock, length) {
      standings ??= kept.standings();
      return standing(standings, client, clock, length);
    },
  };
}

/** Characters of a text by the ids under which they were typed. */
interface Standings {
  readonly pieces: readonly Piece[];
  /** Numbers of pieces. */
  readonly bySource: IdColumns;
}

interface HeldStandings extends Standings {
  /** The block that each piece is in. */
  readonly blocks: readonly TreeBlock[];
}

type Growing = {-readonly [Key in keyof SharedStretch]: SharedStretch[Key]};

/** What of a later block's text stands in which earlier blocks. */
function sharedWith(
  block: TreeBlock,
  {pieces, blocks, bySource: known}: HeldStandings,
  kept: Kept,
): ReadonlyMap<TreeBlock, readonly SharedStretch[]> {
  const own = new Map<TreeBlock, Growing[]>();
  let stretches: Growing[] = [];
  let beside: TreeBlock | null = null;
  let shift = 0;
  let here: Piece | null = null;
  const tell: TellIds = (clock, length, number) => {
    const [piece, holder] = [pieces[number], blocks[number]];
    if (!piece || !holder || !here) return;
    kept.add(here, clock, length);
    if (holder !== beside) {
      beside = holder;
      stretches = own.get(beside) ?? [];
      own.set(beside, stretches);
    }
    add(stretches, piece.at + clock - piece.sourceClock, clock + shift, length);
  };
  for (const piece of block.text?.pieces ?? []) {
    here = piece;
    shift = piece.at - piece.sourceClock;
    known.each(piece.sourceClient, piece.sourceClock, piece.length, tell);
  }
  return own;
}

interface Kept {
  /** These characters, typed under ids of the client that the piece was typed by. */
  add(piece: Piece, clock: number, length: number): void;
  standings(): Standings;
}

/** Those of the later text that stand in the earlier one too: nobody asks for others. */
function openKept(): Kept {
  const pieces: Piece[] = [];
  const [client, clock, length]: [number[], number[], number[]] = [[], [], []];
  return {
    add(piece, from, covered) {
      pieces.push(piece);
      client.push(piece.sourceClient);
      clock.push(from);
      length.push(covered);
    },
    standings: () => ({pieces, bySource: idColumns({client, clock, length})}),
  };
}

function bySource(texts: readonly TreeBlock[]): HeldStandings {
  const pieces: Piece[] = [];
  const blocks: TreeBlock[] = [];
  for (const block of texts) {
    for (const piece of block.text?.pieces ?? []) {
      pieces.push(piece);
      blocks.push(block);
    }
  }
  const count = pieces.length;
  const client = new Float64Array(count);
  const clock = new Float64Array(count);
  const length = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    client[at] = piece.sourceClient;
    clock[at] = piece.sourceClock;
    length[at] = piece.length;
  }
  return {pieces, blocks, bySource: idColumns({client, clock, length})};
}

const nowhere: readonly Standing[] = [];

function standing(
  {pieces, bySource: known}: Standings,
  client: number,
  clock: number,
  length: number,
): readonly Standing[] {
  let found: Standing[] | null = null;
  known.each(client, clock, length, (from, covered, number) => {
    const piece = pieces[number];
    if (!piece) return;
    const id = {client: piece.client, clock: piece.clock + from - piece.sourceClock};
    (found ??= []).push({offset: from - clock, length: covered, id});
  });
  return found ?? nowhere;
}

function add(stretches: Growing[], from: number, to: number, length: number): void {
  const last = stretches.at(-1);
  if (last && last.from + last.length === from && last.to + last.length === to) {
    last.length += length;
  } else {
    stretches.push({from, to, length});
  }
}
