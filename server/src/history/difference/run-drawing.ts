/** Text as runs that are alike from end to end, and the changes that they are part of. */

import type {ChangeDetail, DifferenceMark, DifferenceRun, PersonId} from '@samenspel/shared';
import type {Deed, Deeds} from './deeds.ts';
import type {SharedTexts, Standing} from './shared-text.ts';
import type {OpenChange} from './telling.ts';
import type {Found} from './text-runs.ts';
import {type Cut, partOf} from './text-stream.ts';
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
  /** Who did what of it so far. */
  readonly by: Map<string, PersonId | null>;
}

export function drawRuns(found: readonly Found[], context: RunContext): readonly DifferenceRun[] {
  const runs: DifferenceRun[] = [];
  let going: Going | null = null;
  for (const part of asOne(found.flatMap((one) => partsOf(one, context)))) {
    going = goOn(going, part, context);
    if (going) tell(going.change, part, context.deeds);
    add(runs, runOf(part, going?.change.key ?? null));
  }
  return runs;
}

function tell(change: OpenChange, part: Part, deeds: Deeds): void {
  const {where, by, deed, text} = part;
  const side = where === 'earlier' ? 'was' : 'text';
  change.add(side, words(part), {by, deed, length: text.length});
  if (where === 'both') change.sign(formatDeed(part, deeds));
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
  const isSmall = !part.moved && lettersIn(part.text) < leastMoved;
  return isSmall && other.moved && part.deed?.seq === other.deed.seq;
}

function partsOf({earlier, later}: Found, context: RunContext): readonly Part[] {
  if (earlier && later) {
    const was = earlier.piece.look.key === later.piece.look.key ? null : earlier.piece.look;
    const [where, of] = ['both', context.of(earlier)] as const;
    return [{where, cut: later, text: later.text, was, of, by: null, deed: null, moved: false}];
  }
  return later ? newParts(later, context) : goneParts(earlier, context);
}

function newParts(later: Cut, {shared, deeds}: RunContext): readonly Part[] {
  const {piece, from, length} = later;
  const {sourceClient, client, author} = piece;
  const stood = shared.inEarlier(sourceClient, piece.sourceClock + from, length);
  return sectionsOf(later, stood).map(([cut, before]) => {
    const put = deeds.wrote({client, clock: piece.clock + cut.from});
    const typed = deeds.wrote({client: sourceClient, clock: piece.sourceClock + cut.from});
    const moved = before !== null;
    const [by, deed] = moved ? [put?.actor ?? null, put] : [author, typed ?? put];
    return {where: 'later', cut, text: cut.text, was: null, of: null, by, deed, moved};
  });
}

function goneParts(earlier: Cut, {shared, deeds, of}: RunContext): readonly Part[] {
  const {piece, from, length} = earlier;
  const {client, sourceClient} = piece;
  const base = {where: 'earlier', was: null, of: of(earlier)} as const;
  const stands = shared.inLater(sourceClient, piece.sourceClock + from, length);
  return sectionsOf(earlier, stands).flatMap(([cut, now]): readonly Part[] => {
    const [clock, sourceClock] = [piece.clock + cut.from, piece.sourceClock + cut.from];
    if (now) {
      const deed = deeds.wrote(now.id) ?? deeds.deleted({client, clock});
      return [{...base, cut, text: cut.text, by: deed?.actor ?? null, deed, moved: true}];
    }
    const removals = deeds.removals({client, clock, length: cut.length, sourceClient, sourceClock});
    return removals.map(({offset, length: gone, deed}) => {
      const removed = partOf(cut, offset, gone);
      return {
        ...base,
        cut: removed,
        text: removed.text,
        by: deed?.actor ?? null,
        deed,
        moved: false,
      };
    });
  });
}

/** The parts of a text that stand elsewhere in the other text, and those that don't. */
function sectionsOf(
  cut: Cut,
  standing: readonly Standing[],
): readonly (readonly [Cut, Standing | null])[] {
  const found: (readonly [Cut, Standing | null])[] = [];
  let at = 0;
  for (const one of standing) {
    if (lettersIn(cut.text.slice(one.offset, one.offset + one.length)) < leastMoved) continue;
    if (one.offset > at) found.push([partOf(cut, at, one.offset - at), null]);
    found.push([partOf(cut, one.offset, one.length), one]);
    at = one.offset + one.length;
  }
  if (at < cut.length) found.push([partOf(cut, at, cut.length - at), null]);
  return found;
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
    return {change, moved: false, formats, by: new Map()};
  }
  if (whole) return {change: whole, moved, formats: null, by: new Map()};
  const goesOn =
    going !== null &&
    going.formats === null &&
    going.moved === moved &&
    (!going.by.has(where) || going.by.get(where) === by) &&
    // A passage that came and one that went are two, wherever they stand.
    (!moved || going.by.has(where));
  if (going && goesOn) {
    going.by.set(where, by);
    return going;
  }
  return {
    change: open(`text-${nameOf(cut)}`, detailOf(where, moved)),
    ...{moved, formats: null, by: new Map([[where, by]])},
  };
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
  const ended = (id: Id | undefined) => (id ? deeds.wrote(id) : null);
  const found = [
    ...added.map(({type}) => ended(now.setBy.get(type))),
    ...removed.map(({type}) => {
      const set = was.setBy.get(type);
      return ended(now.endedBy.get(type)) ?? (set ? deeds.deleted(set) : null);
    }),
  ];
  return found.find((deed) => deed !== null) ?? null;
}

function runOf({where, cut, text, was, of, by, moved}: Part, change: string | null): DifferenceRun {
  const {type, look} = cut.piece;
  const shown = type === 'text' ? text : '';
  const marks: readonly DifferenceMark[] = look.marks;
  const before = was?.marks ?? null;
  return {is: 'run', type, text: shown, marks, where, was: before, of, change, by, moved};
}

function add(runs: DifferenceRun[], next: DifferenceRun): void {
  const last = runs.at(-1);
  const continues =
    last?.type === 'text' &&
    next.type === 'text' &&
    last.where === next.where &&
    last.of === next.of &&
    last.change === next.change &&
    last.by === next.by &&
    last.moved === next.moved &&
    isSame(last.marks, next.marks) &&
    isSame(last.was, next.was);
  if (last && continues) runs[runs.length - 1] = {...last, text: last.text + next.text};
  else runs.push(next);
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

/** A line break reads as a space. */
function words({cut, text}: Part): string {
  return cut.piece.type === 'text' ? text : ' ';
}

function lettersIn(text: string): number {
  return text.trim().length;
}
