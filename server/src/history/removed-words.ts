/** What was taken out of a passage or from beside it, by whom and when, wherever it has been since. */

import type {DocumentId, PersonId, Seq} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Journal} from '../journal/journal.ts';
import {overlapsWith} from '../journal/overlaps.ts';
import type {Range} from '../journal/structs.ts';
import type {Acts} from './difference/acts.ts';
import {type Hole, holesBeside, type IsGone, type Neighbour, typedIn} from './holes.ts';
import type {Life} from './known-lives.ts';
import type {KnownMoment} from './known-moments.ts';
import {pauseMs} from './moments.ts';
import {type RangeMap, rangeMap} from './provenance/ranges.ts';

export interface RemovedWords {
  /** Where they stood: before this UTF-16 unit of the line. */
  readonly before: number;
  readonly text: string;
  readonly by: PersonId | null;
  readonly seq: Seq;
  readonly at: number;
}

/** What one person took out at one place without a long pause. */
interface Removal extends Omit<RemovedWords, 'text'> {
  readonly holes: readonly Hole[];
}

/** More make no story. */
const maxRemoved = 20;

/** The latest, latest first. */
export async function removedBeside(
  journal: Pick<Journal, 'since'>,
  documentId: DocumentId,
  neighbours: readonly Neighbour[],
  moment: KnownMoment,
  {acts, torn}: Life,
): Promise<readonly RemovedWords[]> {
  const all = holesBeside(neighbours, torn, moment, () => true);
  if (all.length === 0) return [];
  const removals = removalsOf(holesBeside(neighbours, torn, moment, goneOf(all, moment)));
  const removed: RemovedWords[] = [];
  for (let at = 0; at < removals.length && removed.length < maxRemoved; at += maxRemoved) {
    const some = removals.slice(at, at + maxRemoved);
    const theirs = some.flatMap(({holes}) => holes);
    const words = await wordsOf(journal, documentId, theirs, acts);
    for (const {holes, ...removal} of some) {
      const text = textOf(holes, words);
      if (text.trim() !== '') removed.push({...removal, text});
    }
  }
  return removed.slice(0, maxRemoved);
}

function removalsOf(holes: readonly Hole[]): readonly Removal[] {
  const removals: Removal[] = [];
  for (const hole of holes) {
    const {before} = hole;
    const {actor: by, seq, at} = hole.deed;
    const last = removals.at(-1);
    const goesOn = last?.by === by && last.before === before && Math.abs(last.at - at) <= pauseMs;
    if (!last || !goesOn) removals.push({before, by, seq, at, holes: [hole]});
    else {
      const latest = seq > last.seq ? {seq, at} : {seq: last.seq, at: last.at};
      removals[removals.length - 1] = {before, by, ...latest, holes: [...last.holes, hole]};
    }
  }
  return removals.toSorted((one, other) => other.seq - one.seq);
}

/**
 * What can be seen somewhere, or was put down again after it went, did not go then. Of what was put down
 * twice only the last to go went for good.
 */
function goneOf(holes: readonly Hole[], moment: KnownMoment): IsGone {
  const {doc, attributions} = moment;
  const typed = typedIn(holes, moment);
  const went = rangeMap<Seq>();
  for (const hole of holes.toSorted((one, other) => one.deed.seq - other.deed.seq)) {
    for (const {client, from, to} of typedIn([hole], moment)) {
      went.set(client, from, to - from, hole.deed.seq);
    }
  }
  const isTyped = overlapsWith(typed);
  const again = attributions.filter(({sourceClient, sourceClock, length}) =>
    isTyped(sourceClient, sourceClock, sourceClock + length),
  );
  const putDown = rangeMap<Seq>();
  for (const {sourceClient, sourceClock, length, seq} of again) {
    putDown.set(sourceClient, sourceClock, length, seq);
  }
  const stood = again.map(({client, clock, length}) => ({client, from: clock, to: clock + length}));
  const visible = rangeMap<true>();
  const shown = [...typed, ...stood].flatMap((range) => shownOf(doc, range));
  for (const {client, from, to} of typedIn(shown, moment)) {
    visible.set(client, from, to - from, true);
  }
  return ({client, clock}, {seq}) =>
    visible.find(client, clock, 1).length === 0 &&
    went.find(client, clock, 1).every(({value}) => value === seq) &&
    putDown.find(client, clock, 1).every(({value}) => value <= seq);
}

/** The parts of these characters that the document shows. */
function shownOf(doc: Y.Doc, {client, from, to}: Range): readonly Range[] {
  const structs = doc.store.clients.get(client) ?? [];
  const last = structs.at(-1);
  const shown: Range[] = [];
  if (!last || from >= last.id.clock + last.length) return shown;
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) break;
    if (struct.deleted || !(struct instanceof Y.Item)) continue;
    if (!(struct.content instanceof Y.ContentString)) continue;
    const {clock} = struct.id;
    shown.push({client, from: Math.max(from, clock), to: Math.min(to, clock + struct.length)});
  }
  return shown;
}

/** The text under these ids, from the entries that brought it. */
async function wordsOf(
  journal: Pick<Journal, 'since'>,
  documentId: DocumentId,
  holes: readonly Range[],
  acts: Acts,
): Promise<RangeMap<string>> {
  const words = rangeMap<string>();
  const wrote = new Set<Seq>();
  for (const {client, from, to} of holes) {
    for (let at = from; at < to; at = acts.wroteUpTo(client, at)) {
      const deed = acts.wrote(client, at);
      if (deed) wrote.add(deed.seq);
    }
  }
  // In order, because entries that were sealed together are read together.
  for (const seq of [...wrote].toSorted((one, other) => one - other)) {
    for (const {bytes} of await journal.since(documentId, (seq - 1) as Seq, seq)) {
      for (const struct of Y.decodeUpdate(bytes).structs) {
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
        words.set(struct.id.client, struct.id.clock, struct.length, struct.content.str);
      }
    }
  }
  return words;
}

function textOf(holes: readonly Range[], words: RangeMap<string>): string {
  return holes
    .flatMap(({client, from, to}) => words.find(client, from, to - from))
    .map(({value, offset, length}) => value.slice(offset, offset + length))
    .join('');
}
