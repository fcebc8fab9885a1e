/** Text as runs that are alike from end to end, and the changes that they are part of. */

import type {ChangeDetail, DifferenceMark, DifferenceRun, PersonId} from '@samenspel/shared';
import type {Deed} from './acts.ts';
import type {Deeds} from './deeds.ts';
import type {SharedTexts, Standing} from './shared-text.ts';
import {addWords, type OpenChange, sign} from './telling.ts';
import type {Found} from './text-runs.ts';
import {type Cut, partOf, textOf} from './text-stream.ts';
import type {Id, Look} from './text-tree.ts';

export interface RunContext {
  readonly shared: SharedTexts;
  readonly deeds: Deeds;
  /** The change that all of the block is part of; null when it isn't. */
  readonly whole: OpenChange | null;
  /** The number of the block where this was earlier, when it was another one. */
  of(cut: Cut): number | null;
  open(key: string, detail: ChangeDetail): OpenChange;
}

/** Fewer letters than this are not told as moved, but as gone and come. */
const leastMoved = 3;

interface Part {
  readonly where: DifferenceRun['where'];
  readonly cut: Cut;
  readonly text: string;
  readonly was: Look | null;
  readonly of: number | null;
  readonly by: PersonId | null;
  readonly deed: Deed | null;
  readonly moved: boolean;
}

/** A change that goes on as long as what follows is more of the same. */
interface Going {
  readonly change: OpenChange;
  readonly moved: boolean;
  /** The formatting that it is about; null when it is about words. */
  readonly formats: string | null;
  /** Who wrote of it so far, and who took away; undefined is nothing yet. */
  later: PersonId | null | undefined;
  earlier: PersonId | null | undefined;
}

export function drawRuns(found: readonly Found[], context: RunContext): readonly DifferenceRun[] {
  const parts: Part[] = [];
  for (const one of found) {
    if (one.earlier && one.later) parts.push(commonPart(one.earlier, one.later, context));
    else if (one.later) addNew(parts, one.later, context);
    else addGone(parts, one.earlier, context);
  }
  const runs: Growing[] = [];
  let going: Going | null = null;
  let stayed = '';
  for (const part of asOne(parts)) {
    const last: Going | null = going;
    going = goOn(going, part, context);
    if (!context.whole) tellBeside(last, going, part, stayed);
    stayed = part.where === 'both' ? part.text : '';
    if (going) tell(going.change, part, context.deeds);
    add(runs, part, going?.change.key ?? null);
  }
  return runs;
}

/** What stayed right before a change that begins here, and right behind one that ended. */
function tellBeside(last: Going | null, going: Going | null, part: Part, stayed: string): void {
  if (part.where !== 'both') {
    if (going && going !== last) going.change.before = wordEnd(stayed);
  } else if (last) {
    last.change.after = wordBegin(part.text);
  }
}

function tell(change: OpenChange, part: Part, deeds: Deeds): void {
  const {where, by, deed} = part;
  addWords(change, where === 'earlier' ? 'was' : 'text', words(part), by, deed);
  if (where === 'both') sign(change, formatDeed(part, deeds));
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
  return lettersIn(part.text) < leastMoved;
}

function commonPart(earlier: Cut, later: Cut, {of}: RunContext): Part {
  const [before, now] = [earlier.piece.look, later.piece.look];
  return {
    where: 'both',
    cut: later,
    text: textOf(later),
    was: before.key === now.key ? null : before,
    of: of(earlier),
    by: null,
    deed: null,
    moved: false,
  };
}

function addNew(parts: Part[], later: Cut, {shared, deeds}: RunContext): void {
  const {piece, from, length} = later;
  const {sourceClient, client, author} = piece;
  const stood = shared.inEarlier(sourceClient, piece.sourceClock + from, length);
  eachSection(later, stood, (cut, before) => {
    const [clock, sourceClock] = [piece.clock + cut.from, piece.sourceClock + cut.from];
    const typed = before ? null : deeds.wrote(sourceClient, sourceClock);
    const isOwn = client === sourceClient && clock === sourceClock;
    const deed = typed ?? (isOwn && !before ? null : deeds.wrote(client, clock));
    const by = before ? (deed?.actor ?? null) : author;
    const [text, moved] = [textOf(cut), before !== null];
    parts.push({where: 'later', cut, text, was: null, of: null, by, deed, moved});
  });
}

function addGone(parts: Part[], earlier: Cut, {shared, deeds, of: numberOf}: RunContext): void {
  const {piece, from, length} = earlier;
  const {client, sourceClient} = piece;
  const of = numberOf(earlier);
  const put = (cut: Cut, deed: Deed | null, moved: boolean): void => {
    const [text, by] = [textOf(cut), deed?.actor ?? null];
    parts.push({where: 'earlier', cut, text, was: null, of, by, deed, moved});
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

/** The change that this part is of: the same as of what stands before it, or another; null for none. */
function goOn(going: Going | null, part: Part, {whole, open}: RunContext): Going | null {
  const {where, cut, moved, by} = part;
  if (where === 'both') {
    if (!part.was) return null;
    const {added, removed} = formatsOf(part.was, cut.piece.look);
    const formats = JSON.stringify([added, removed]);
    if (going?.formats === formats) return going;
    const change = open(`format-${nameOf(cut)}`, {what: 'formatted', added, removed, text: ''});
    return {change, moved: false, formats, later: undefined, earlier: undefined};
  }
  if (whole) return {change: whole, moved, formats: null, later: undefined, earlier: undefined};
  const goesOn =
    going !== null &&
    going.formats === null &&
    going.moved === moved &&
    (going[where] === undefined || going[where] === by) &&
    // A passage that came and one that went are two, wherever they stand.
    (!moved || going[where] !== undefined);
  if (going && goesOn) {
    going[where] = by;
    return going;
  }
  const change = open(`text-${nameOf(cut)}`, detailOf(where, moved));
  const begun: Going = {change, moved, formats: null, later: undefined, earlier: undefined};
  begun[where] = by;
  return begun;
}

/** Of its first character. */
function nameOf({piece, from}: Cut): string {
  return `${piece.client}-${piece.clock + from}`;
}

function detailOf(where: 'earlier' | 'later', moved: boolean): ChangeDetail {
  if (where === 'later') {
    return moved ? {what: 'moved', of: 'text', text: ''} : {what: 'inserted', of: 'text', text: ''};
  }
  return moved ? {what: 'went', was: ''} : {what: 'deleted', of: 'text', was: ''};
}

function formatsOf(was: Look, now: Look) {
  const [before, after] = [was.marks, now.marks].map((marks) => new Set(marks.map(said)));
  return {
    added: now.marks.filter((mark) => !before?.has(said(mark))),
    removed: was.marks.filter((mark) => !after?.has(said(mark))),
  };
}

/** Whoever did the last of it. */
function formatDeed({was, cut}: Part, deeds: Deeds): Deed | null {
  if (!was) return null;
  const now = cut.piece.look;
  const {added, removed} = formatsOf(was, now);
  const ended = (id: Id | undefined) => (id ? deeds.wrote(id.client, id.clock) : null);
  const found = [
    ...added.map(({type}) => ended(now.setBy.get(type))),
    ...removed.map(({type}) => {
      const set = was.setBy.get(type);
      return ended(now.endedBy.get(type)) ?? (set ? deeds.deleted(set.client, set.clock) : null);
    }),
  ];
  return found.find((deed) => deed !== null) ?? null;
}

type Growing = {-readonly [Key in keyof DifferenceRun]: DifferenceRun[Key]};

/** As a run of its own, or as more of the last one. */
function add(runs: Growing[], part: Part, change: string | null): void {
  const {where, cut, of, by, moved} = part;
  const {type, look} = cut.piece;
  const {marks} = look;
  const was = part.was?.marks ?? null;
  const last = runs.at(-1);
  const continues =
    last?.type === 'text' &&
    type === 'text' &&
    last.where === where &&
    last.of === of &&
    last.change === change &&
    last.by === by &&
    last.moved === moved &&
    isSame(last.marks, marks) &&
    isSame(last.was, was);
  if (last && continues) {
    last.text += part.text;
  } else {
    const text = type === 'text' ? part.text : '';
    runs.push({is: 'run', type, text, marks, where, was, of, change, by, moved});
  }
}

/** Marks that are alike are one list in one tree. */
function isSame(
  one: readonly DifferenceMark[] | null,
  other: readonly DifferenceMark[] | null,
): boolean {
  return one === other || (one !== null && other !== null && said(one) === said(other));
}

function said(value: unknown): string {
  return JSON.stringify(value);
}

/** Longer words are told by their end, or their beginning. */
const longWord = 40;

/** The letters that a word ends with here, or begins with. */
function wordEnd(text: string): string {
  return /[\p{L}\p{N}]*$/u.exec(text.slice(-longWord))?.[0] ?? '';
}

function wordBegin(text: string): string {
  return /^[\p{L}\p{N}]*/u.exec(text.slice(0, longWord))?.[0] ?? '';
}

/** A line break reads as a space. */
function words({cut, text}: Part): string {
  return cut.piece.type === 'text' ? text : ' ';
}

function lettersIn(text: string): number {
  return text.trim().length;
}
