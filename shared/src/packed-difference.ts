/**
 * A difference as it travels: of a hundred pages it holds ten thousand runs and thousands of changes,
 * and most of each is what most of them are. Here that is left out, and what is said often stands once.
 */

import type {
  Change,
  ChangeDetail,
  Difference,
  DifferenceAway,
  DifferenceBlock,
  DifferenceMark,
  DifferenceNode,
  DifferenceRun,
  InWord,
  Where,
} from './difference.ts';
import type {PersonId, Seq} from './ids.ts';

export interface PackedDifference extends Omit<Difference, 'blocks' | 'changes'> {
  readonly people: readonly PersonId[];
  /** The first is: none. */
  readonly marks: readonly (readonly DifferenceMark[])[];
  readonly changes: readonly PackedChange[];
  readonly blocks: readonly PackedNode[];
}

export interface PackedBlock extends Omit<DifferenceBlock, 'content'> {
  readonly content: readonly (PackedNode | PackedRun)[];
}

export type PackedNode = PackedBlock | DifferenceAway;

/**
 * The words alone when they are plain and in both texts. Else, as far as it says anything: where, its
 * change, who, whether it moved, the block it was in, its marks and the marks it had, and its type.
 * Numbers of changes, people, blocks and former marks are one more than their places; 0 is none.
 */
export type PackedRun =
  | string
  | readonly [
      text: string,
      where: number,
      change?: number,
      by?: number,
      moved?: number,
      of?: number,
      marks?: number,
      was?: number,
      type?: string,
    ];

export type PackedChange = readonly [
  key: string,
  block: number,
  /** One more than its number; 0 is none. */
  place: number,
  /** Places among the people; mostly there is one. */
  by: number | readonly number[],
  seq: Seq | null,
  at: number | null,
  detail: PackedDetail,
];

/**
 * The words alone when they came into a text. Else, when words came into it or went: those that came,
 * those that went, and the letters before and after them that are of one word with them; '' is none.
 */
export type PackedDetail =
  string | readonly [text: string, was: string, before?: string, after?: string] | ChangeDetail;

const wheres: readonly Where[] = ['both', 'later', 'earlier'];
const none: readonly DifferenceMark[] = [];

export function packDifference({earlier, later, places, ...said}: Difference): PackedDifference {
  const people = openNumbers<PersonId>();
  const marks = openMarks();
  const changeAt = new Map<string, number>();
  for (const {key} of said.changes) changeAt.set(key, changeAt.size + 1);

  function packRun(run: DifferenceRun): PackedRun {
    const {type, text} = run;
    const where = wheres.indexOf(run.where);
    const change = run.change === null ? 0 : (changeAt.get(run.change) ?? 0);
    const by = run.by === null ? 0 : people.of(run.by) + 1;
    const moved = run.moved ? 1 : 0;
    const of = run.of === null ? 0 : run.of + 1;
    const looks = marks.of(run.marks);
    const was = run.was === null ? 0 : marks.of(run.was) + 1;
    if (type !== 'text') return [text, where, change, by, moved, of, looks, was, type];
    if (moved + of + looks + was > 0) return [text, where, change, by, moved, of, looks, was];
    return where + change + by > 0 ? [text, where, change, by] : text;
  }

  const pack = (node: DifferenceNode): PackedNode =>
    node.is === 'away'
      ? node
      : {
          ...node,
          content: node.content.map((one) => (one.is === 'run' ? packRun(one) : pack(one))),
        };

  const changes = said.changes.map((change): PackedChange => {
    const {key, block, place, seq, at} = change;
    const [first] = change.by;
    const by =
      first && change.by.length === 1
        ? people.of(first)
        : change.by.map((person) => people.of(person));
    return [key, block, place === null ? 0 : place + 1, by, seq, at, packDetail(change)];
  });
  const blocks = said.blocks.map(pack);
  return {earlier, later, places, people: people.all, marks: marks.all, changes, blocks};
}

export function unpackDifference(packed: PackedDifference): Difference {
  const {earlier, later, places, people, marks} = packed;

  const changes = packed.changes.map(([key, block, place, by, seq, at, detail]): Change => ({
    ...{key, block, place: place === 0 ? null : place - 1},
    by: (typeof by === 'number' ? [by] : by).flatMap((one) => people[one] ?? []),
    ...{seq, at, ...unpackDetail(detail)},
  }));

  function unpackRun(run: PackedRun): DifferenceRun {
    const [text, where, change = 0, by = 0, moved = 0, of = 0, looks = 0, was = 0, type = 'text'] =
      typeof run === 'string' ? ([run, 0] as const) : run;
    return {
      ...{is: 'run', type, text, marks: marks[looks] ?? none, where: wheres[where] ?? 'both'},
      was: was === 0 ? null : (marks[was - 1] ?? none),
      of: of === 0 ? null : of - 1,
      change: changes[change - 1]?.key ?? null,
      by: people[by - 1] ?? null,
      moved: moved === 1,
    };
  }

  const unpack = (node: PackedNode): DifferenceNode =>
    node.is === 'away' ? node : {...node, content: node.content.map(unpackPiece)};
  const unpackPiece = (piece: PackedNode | PackedRun): DifferenceNode | DifferenceRun =>
    typeof piece === 'string' || !('is' in piece) ? unpackRun(piece) : unpack(piece);

  return {earlier, later, blocks: packed.blocks.map(unpack), changes, places};
}

function packDetail(change: Change): PackedDetail {
  switch (change.what) {
    case 'inserted':
      if (change.of !== 'text' || change.text === '') break;
      return change.word ? packWords(change.text, '', change) : change.text;
    case 'deleted':
      if (change.of !== 'text' || change.was === '') break;
      return packWords('', change.was, change);
    case 'replaced':
      if (change.text === '' || change.was === '') break;
      return packWords(change.text, change.was, change);
    default:
  }
  const {key: _key, block: _block, place: _place, by: _by, seq: _seq, at: _at, ...detail} = change;
  return detail;
}

function packWords(text: string, was: string, {word}: InWord): PackedDetail {
  return word ? [text, was, word.before, word.after] : [text, was];
}

function unpackDetail(packed: PackedDetail): ChangeDetail {
  if (typeof packed === 'string') return {what: 'inserted', of: 'text', text: packed};
  if ('what' in packed) return packed;
  const [text, was, before, after] = packed;
  const inWord: InWord = before === undefined ? {} : {word: {before, after: after ?? ''}};
  if (was === '') return {what: 'inserted', of: 'text', text, ...inWord};
  if (text === '') return {what: 'deleted', of: 'text', was, ...inWord};
  return {what: 'replaced', text, was, ...inWord};
}

function openNumbers<T>() {
  const numbers = new Map<T, number>();
  const all: T[] = [];
  return {
    all: all as readonly T[],
    of(one: T): number {
      const known = numbers.get(one);
      if (known !== undefined) return known;
      numbers.set(one, all.length);
      return all.push(one) - 1;
    },
  };
}

/** Lists of marks that say the same are one. */
function openMarks() {
  const said = openNumbers<string>();
  const numbers = new Map<readonly DifferenceMark[], number>();
  const all: (readonly DifferenceMark[])[] = [none];
  said.of('[]');
  return {
    all: all as readonly (readonly DifferenceMark[])[],
    of(marks: readonly DifferenceMark[]): number {
      if (marks.length === 0) return 0;
      const known = numbers.get(marks);
      if (known !== undefined) return known;
      const number = said.of(JSON.stringify(marks));
      numbers.set(marks, number);
      all[number] ??= marks;
      return number;
    },
  };
}
