/** Text as runs that are alike from end to end, and the changes that they are part of. */

import type {ChangeDetail, DifferenceMark, DifferenceRun, PersonId} from '@samenspel/shared';
import type {Deed} from './acts.ts';
import type {Deeds} from './deeds.ts';
import {eachPart, type Part, type PartContext} from './run-parts.ts';
import {addWords, type OpenChange, sign} from './telling.ts';
import type {Found} from './text-runs.ts';
import {type Cut, textOf} from './text-stream.ts';
import type {Id, Look} from './text-tree.ts';

export interface RunContext extends PartContext {
  /** The change that all of the block is part of; null when it isn't. */
  readonly whole: OpenChange | null;
  open(key: string, detail: ChangeDetail): OpenChange;
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
  const runs: Growing[] = [];
  let going: Going | null = null;
  let stayed = '';
  eachPart(found, context, (part) => {
    const last: Going | null = going;
    const text = textOf(part.cut);
    going = goOn(going, part, context);
    if (!context.whole) tellBeside(last, going, part, text, stayed);
    stayed = part.where === 'both' ? text : '';
    if (going) tell(going.change, part, text, context.deeds);
    add(runs, part, text, going?.change.key ?? null);
  });
  return runs;
}

/** What stayed right before a change that begins here, and right behind one that ended. */
function tellBeside(
  last: Going | null,
  going: Going | null,
  {where}: Part,
  text: string,
  stayed: string,
): void {
  if (where !== 'both') {
    if (going && going !== last) going.change.before = wordEnd(stayed);
  } else if (last) {
    last.change.after = wordBegin(text);
  }
}

function tell(change: OpenChange, part: Part, text: string, deeds: Deeds): void {
  const {where, by, deed, cut} = part;
  // A line break reads as a space.
  const words = cut.piece.type === 'text' ? text : ' ';
  addWords(change, where === 'earlier' ? 'was' : 'text', words, by, deed);
  if (where === 'both') sign(change, formatDeed(part, deeds));
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
  const [before, after] = [was.marks, now.marks].map((marks) => new Set(marks.map(asText)));
  return {
    added: now.marks.filter((mark) => !before?.has(asText(mark))),
    removed: was.marks.filter((mark) => !after?.has(asText(mark))),
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
function add(runs: Growing[], part: Part, said: string, change: string | null): void {
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
    last.text += said;
  } else {
    const text = type === 'text' ? said : '';
    runs.push({is: 'run', type, text, marks, where, was, of, change, by, moved});
  }
}

/** Marks that are alike are one list in one tree. */
function isSame(
  one: readonly DifferenceMark[] | null,
  other: readonly DifferenceMark[] | null,
): boolean {
  return one === other || (one !== null && other !== null && asText(one) === asText(other));
}

function asText(value: unknown): string {
  return JSON.stringify(value);
}

/** Longer words are told by their end, or their beginning. */
const longWord = 40;

/** The letters that a word ends with here, or begins with. */
function wordEnd(text: string): string {
  let from = text.length;
  const least = Math.max(0, from - longWord);
  while (from > least && isInWord(text, from - 1)) from--;
  return text.slice(from);
}

function wordBegin(text: string): string {
  let until = 0;
  const most = Math.min(text.length, longWord);
  while (until < most && isInWord(text, until)) until++;
  return text.slice(0, until);
}

const inWord = /[\p{L}\p{N}]/u;

/** Asked of every change: most letters are plain ones. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
  return isLetter || (code >= 48 && code <= 57) || (code > 127 && inWord.test(text.charAt(at)));
}
