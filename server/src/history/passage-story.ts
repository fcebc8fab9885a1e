/**
 * Who wrote a passage and when it came in at first, wherever it has been since; and what was taken out
 * of it. Words are followed by the ids that they were typed under, through moving, splitting, pasting
 * and retyping.
 */

import type {ClientId, DocumentId, PersonId, Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Journal, Trace} from '../journal/journal.ts';
import {overlapsWith} from '../journal/overlaps.ts';
import type {Range} from '../journal/structs.ts';
import {pauseMs} from './moments.ts';
import type {KnownMoment, KnownMoments} from './known-moments.ts';
import type {Authors} from './provenance/authors.ts';
import {type RangeMap, rangeMap} from './provenance/ranges.ts';
import {firstItem} from './provenance/yjs-type.ts';
import {findByKey} from './restore/elements.ts';
import {piecesBetween} from './restore/pieces.ts';
import {asTyped, carriedOf, type Hole, type Later, laterPlaces, tornFrom} from './torn-words.ts';

export interface PassageStory {
  /** The words that stand there, in order, none left out. */
  readonly written: readonly WrittenRun[];
  /** What was taken out of them or from beside them, latest first. */
  readonly removed: readonly RemovedWords[];
}

/** Words that one person wrote in one go. */
export interface WrittenRun {
  /** UTF-16 units of the line. */
  readonly from: number;
  readonly until: number;
  /** null is nobody in particular: text that came with the product. */
  readonly by: PersonId | null;
  /** When they came in at first; null when that part of the journal can't be read. */
  readonly seq: Seq | null;
  readonly at: number | null;
}

export interface RemovedWords {
  /** Where they stood: before this UTF-16 unit of the line. */
  readonly before: number;
  readonly text: string;
  readonly by: PersonId | null;
  readonly seq: Seq;
  readonly at: number;
}

export interface Passage {
  /** The line's Yjs id, "client:clock". */
  readonly line: string;
  readonly from: number;
  readonly until: number;
}

export interface StoryDeps {
  readonly journal: Pick<Journal, 'since' | 'traces'>;
  readonly moments: KnownMoments;
}

/** More holes than these make no story. */
const maxHoles = 200;
const maxRemoved = 20;

/**
 * The passage as it is at a moment.
 * @throws AppError 'not_found' when there is no such moment, or no such line in it
 */
export function passageStory(
  {journal, moments}: StoryDeps,
  documentId: DocumentId,
  asked: Seq,
  passage: Passage,
): Promise<PassageStory> {
  return moments.at(documentId, asked, (moment) => storyIn(journal, documentId, moment, passage));
}

async function storyIn(
  journal: StoryDeps['journal'],
  documentId: DocumentId,
  moment: KnownMoment,
  {line: key, from, until}: Passage,
): Promise<PassageStory> {
  const {doc, authors, seq: end} = moment;
  const line = findByKey(doc, doc.getXmlFragment(ROOT_NAME), key);
  if (!(line instanceof Y.XmlText)) throw new AppError('not_found', {documentId});
  const pieces = piecesBetween(line, authors, from, until);
  const sources = pieces.map(({sourceClient: client, sourceClock: clock, length}) => ({
    ...{client, from: clock, to: clock + length},
  }));
  const holes = holesIn(line, from, until);
  const torn = tornFrom(pieces, from, holes, authors);
  const visible = visibleOf([...holes, ...torn], moment);
  const gone = holes.flatMap((hole) => stillGone(hole, authors, visible));
  const tornGone = torn.flatMap((hole) =>
    stillGone(hole, authors, visible).filter((part) => part.from === hole.from),
  );
  const carried = carriedOf(tornGone, moment.attributions);
  // Of words that can be seen elsewhere nobody needs to know what became of them.
  const wanted = [...sources, ...gone, ...tornGone, ...carried];
  const traces = (await journal.traces(documentId, wanted)).filter(({mark}) => mark.seq <= end);
  const wrote = index(traces, (trace) => trace.wrote);
  const written: WrittenRun[] = [];
  let at = from;
  for (const {sourceClient, sourceClock, length, author: by} of pieces) {
    for (const part of parted(wrote, sourceClient, sourceClock, length)) {
      const {seq = null, at: when = null} = part.value?.mark ?? {};
      add(written, {from: at, until: at + part.length, by, seq, at: when});
      at += part.length;
    }
  }
  const typed = await typedIn(journal, documentId, [...gone, ...tornGone], wrote);
  const left = tornGone.flatMap((hole) => laterPlaces(asTyped(hole, typed.items), carried));
  const removed = removedIn([...gone, ...left], traces, typed.words);
  return {written, removed: removed.toReversed().slice(0, maxRemoved)};
}

/** What was deleted from the line, between two places in it. */
function holesIn(line: Y.XmlText, from: number, until: number): readonly Hole[] {
  const holes: Hole[] = [];
  let before = 0;
  for (let item = firstItem(line); item && before <= until; item = item.right) {
    if (!item.deleted) {
      if (item.content instanceof Y.ContentString) before += item.length;
    } else if (before >= from && holes.length < maxHoles) {
      const {client, clock} = item.id;
      holes.push({client, from: clock, to: clock + item.length, before});
    }
  }
  return holes;
}

/** The parts of a hole whose words stand nowhere else: the others were moved. */
function stillGone(
  {client, from, to, before}: Hole,
  authors: Authors,
  visible: RangeMap<true>,
): readonly Hole[] {
  const gone: Hole[] = [];
  for (const run of authors.of(client as ClientId, from, to - from)) {
    let at = 0;
    const {sourceClient, sourceClock, length} = run;
    const hole = (start: number, end: number) => {
      if (start < end) gone.push({client, from: run.clock + start, to: run.clock + end, before});
    };
    for (const found of visible.find(sourceClient, sourceClock, length)) {
      hole(at, found.clock - sourceClock);
      at = found.clock - sourceClock + found.length;
    }
    hole(at, length);
  }
  return gone;
}

/** What stood in the holes, by who took it away and when; oldest first. */
function removedIn(
  holes: readonly (Hole & Partial<Later>)[],
  traces: readonly Trace[],
  words: RangeMap<string>,
): readonly RemovedWords[] {
  const took = index(traces, (trace) => trace.removed);
  const found: RemovedWords[] = [];
  for (const {client, from, to, before, later} of holes) {
    const place = later ?? {client, from};
    for (const {clock, length, value} of parted(took, place.client, place.from, to - from)) {
      if (!value) continue;
      const {actor: by, seq, at} = value.mark;
      const text = words
        .find(client, from + clock - place.from, length)
        .map((part) => part.value.slice(part.offset, part.offset + part.length))
        .join('');
      if (text === '') continue;
      const last = found.at(-1);
      const goesOn = last?.by === by && last.before === before && Math.abs(last.at - at) <= pauseMs;
      if (!last || !goesOn) found.push({before, text, by, seq, at});
      else {
        found[found.length - 1] = {
          ...{before, by, text: last.text + text},
          ...(seq > last.seq ? {seq, at} : {seq: last.seq, at: last.at}),
        };
      }
    }
  }
  return found.filter(({text}) => text.trim() !== '').toSorted((one, other) => one.seq - other.seq);
}

/** The text under these ids, from the entries that brought it, and how it was typed. */
async function typedIn(
  journal: StoryDeps['journal'],
  documentId: DocumentId,
  holes: readonly Range[],
  wrote: TraceIndex,
) {
  const words = rangeMap<string>();
  const items = rangeMap<Y.Item>();
  const origins = new Set<Trace>();
  for (const {client, from, to} of holes) {
    for (const {value} of wrote.find(client, from, to - from)) origins.add(value);
  }
  for (const {mark} of origins) {
    const entries = await journal.since(documentId, (mark.seq - 1) as Seq, mark.seq);
    for (const {bytes} of entries) {
      for (const struct of Y.decodeUpdate(bytes).structs) {
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
        words.set(struct.id.client, struct.id.clock, struct.length, struct.content.str);
        items.set(struct.id.client, struct.id.clock, struct.length, struct);
      }
    }
  }
  return {words, items};
}

type TraceIndex = ReturnType<typeof rangeMap<Trace>>;

function index(traces: readonly Trace[], ranges: (trace: Trace) => readonly Range[]): TraceIndex {
  const map = rangeMap<Trace>();
  for (const trace of traces) {
    for (const {client, from, to} of ranges(trace)) map.set(client, from, to - from, trace);
  }
  return map;
}

/** All of these ids, in order, with what is known of each part; null where nothing is. */
function parted(map: TraceIndex, client: number, clock: number, length: number) {
  const parts: {clock: number; length: number; value: Trace | null}[] = [];
  let at = clock;
  for (const {clock: from, length: covered, value} of map.find(client, clock, length)) {
    if (from > at) parts.push({clock: at, length: from - at, value: null});
    parts.push({clock: from, length: covered, value});
    at = from + covered;
  }
  if (at < clock + length) parts.push({clock: at, length: clock + length - at, value: null});
  return parts;
}

/** What was in the holes and can be seen somewhere, by the ids under which it was typed. */
function visibleOf(
  holes: readonly Hole[],
  {doc, authors, attributions}: KnownMoment,
): RangeMap<true> {
  const typed = holes.flatMap(({client, from, to}) =>
    authors
      .of(client as ClientId, from, to - from)
      .map(({sourceClient, sourceClock, length}): Range => ({
        ...{client: sourceClient, from: sourceClock, to: sourceClock + length},
      })),
  );
  const isTyped = overlapsWith(typed);
  // Where it was put down again, if it was.
  const again = attributions
    .filter(({sourceClient, sourceClock, length}) =>
      isTyped(sourceClient, sourceClock, sourceClock + length),
    )
    .map(({client, clock, length}): Range => ({client, from: clock, to: clock + length}));
  const visible = rangeMap<true>();
  for (const {client, from, to} of [...typed, ...again].flatMap((one) => shownOf(doc, one))) {
    for (const run of authors.of(client as ClientId, from, to - from)) {
      visible.set(run.sourceClient, run.sourceClock, run.length, true);
    }
  }
  return visible;
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

/** What one person wrote without a long pause is one run. */
function add(written: WrittenRun[], next: WrittenRun): void {
  const last = written.at(-1);
  const goesOn = last?.by === next.by && Math.abs((last.at ?? 0) - (next.at ?? 0)) <= pauseMs;
  if (!last || !goesOn) written.push(next);
  else {
    const isLater = (next.seq ?? 0) > (last.seq ?? 0);
    const {seq, at} = isLater ? next : last;
    written[written.length - 1] = {...last, until: next.until, seq, at};
  }
}
