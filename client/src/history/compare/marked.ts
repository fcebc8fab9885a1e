/**
 * A difference as blocks that can be drawn like any text: what changed carries a mark or stands in a box
 * that says so. In one text, or as two texts row by row.
 */

import type {
  Difference,
  DifferenceAway,
  DifferenceBlock,
  DifferenceMark,
  DifferenceNode,
  DifferenceRun,
  PersonId,
} from '@samenspel/shared';

export interface MarkedNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly MarkedNode[];
  readonly text?: string;
  readonly marks?: readonly MarkedMark[];
}

export interface MarkedMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** The type of a box around a block, and of the mark on words. */
export const changedBlock = 'changedBlock';
export const changedWords = 'changedWords';
/** What says, where a block stood, that it went elsewhere. */
export const goneBlock = 'goneBlock';

export type How = 'inserted' | 'deleted' | 'movedHere' | 'movedAway' | 'altered';

export interface ChangedAttrs {
  readonly how: How;
  /** Of the changes that it tells of. */
  readonly keys: readonly string[];
  /** Who did it; null when nobody in particular, or when the changes say so. */
  readonly by: PersonId | null;
  /** Of words: whether this is the first and the last piece of the same change. */
  readonly begins: boolean;
  readonly ends: boolean;
}

export interface MarkedRow {
  readonly key: string;
  /** The types of the tasks and goals that it stands in, from the outside to the inside. */
  readonly inside: readonly string[];
  readonly earlier: MarkedNode | null;
  readonly later: MarkedNode | null;
  /** Whether a change that is to be seen is in it. */
  readonly isChanged: boolean;
}

export interface Marked {
  together(): readonly MarkedNode[];
  /** The earlier text beside the later one. */
  rows(): readonly MarkedRow[];
}

type View = 'together' | 'earlier' | 'later';
type Piece = DifferenceNode | DifferenceRun;

/** @param isShown whether a change is to be seen; the others stand there as if nothing happened */
export function markedOf({blocks}: Difference, isShown: (key: string) => boolean): Marked {
  const byNumber = new Map<number, DifferenceBlock>();
  const away = new Set<number>();
  /** The runs of the earlier text by the block that they stood in. */
  const stood = new Map<number, DifferenceRun[]>();
  collect(blocks, -1);

  function collect(pieces: readonly Piece[], inside: number): void {
    for (const piece of pieces) {
      if (piece.is === 'away') away.add(piece.number);
      if (piece.is === 'block') {
        byNumber.set(piece.number, piece);
        collect(piece.content, piece.number);
      }
      if (piece.is === 'run' && piece.where !== 'later') {
        const number = piece.of ?? inside;
        stood.set(number, [...(stood.get(number) ?? []), piece]);
      }
    }
  }

  const shownKeys = (keys: readonly string[]) => keys.filter(isShown);

  function draw(piece: Piece, view: View, around: readonly string[]): readonly MarkedNode[] {
    if (piece.is === 'run') return [];
    if (piece.is === 'away') return drawAway(piece, view);
    const block = drawBlock(piece, view, around);
    return block ? [block] : [];
  }

  function drawAway({number, change}: DifferenceAway, view: View): readonly MarkedNode[] {
    const block = byNumber.get(number);
    if (view === 'earlier' && block) {
      const drawn = drawBlock(block, 'earlier', [], true);
      return drawn ? [drawn] : [];
    }
    const isTold = view === 'together' && change !== null && isShown(change);
    return isTold ? [{type: goneBlock, attrs: {keys: [change]}}] : [];
  }

  function drawBlock(
    block: DifferenceBlock,
    view: View,
    around: readonly string[],
    isHere = false,
  ): MarkedNode | null {
    if (!isIn(block, view, isHere)) return null;
    const keys = shownKeys(block.changes).filter((key) => !around.includes(key));
    const inside = [...around, ...keys];
    const {type, attrs} = view === 'earlier' ? (block.was ?? block) : block;
    const runs = runsOf(block, view);
    const content = [
      ...drawRuns(runs, view, inside),
      ...block.content.flatMap((piece) => draw(piece, view, inside)),
    ];
    return boxed({type, attrs, content}, block, keys);
  }

  function isIn({number, where}: DifferenceBlock, view: View, isHere: boolean): boolean {
    switch (view) {
      case 'earlier':
        return where !== 'later' && (isHere || !away.has(number));
      case 'later':
        return where !== 'earlier';
      default: {
        const {changes} = byNumber.get(number) ?? {changes: []};
        return where !== 'earlier' || changes.some(isShown);
      }
    }
  }

  function runsOf(block: DifferenceBlock, view: View): readonly DifferenceRun[] {
    if (view === 'earlier') return stood.get(block.number) ?? [];
    return block.content.filter((piece): piece is DifferenceRun => piece.is === 'run');
  }

  function drawRuns(
    runs: readonly DifferenceRun[],
    view: View,
    around: readonly string[],
  ): readonly MarkedNode[] {
    const seen = runs.filter(
      ({where, change}) =>
        view === 'earlier' ||
        where !== 'earlier' ||
        (view === 'together' && change !== null && isShown(change)),
    );
    return seen.map((run, index) => {
      const change = changeOf(run, view, around);
      const marks: readonly (DifferenceMark | MarkedMark)[] =
        view === 'earlier' ? (run.was ?? run.marks) : run.marks;
      const [before, after] = [seen[index - 1], seen[index + 1]];
      const how = howOf(run);
      const told = change && {
        how,
        keys: [change],
        by: run.by,
        // Words in the place of others: that these went is said, and that those came.
        begins: changeOf(before, view, around) !== change || (before && howOf(before) !== how),
        ends: changeOf(after, view, around) !== change,
      };
      const all = told ? [...marks, {type: changedWords, attrs: told}] : marks;
      const base = run.type === 'text' ? {type: 'text', text: run.text} : {type: run.type};
      return all.length > 0 ? {...base, marks: all} : base;
    });
  }

  /** The key that is told of this run by itself: not when the block around it says so. */
  function changeOf(
    run: DifferenceRun | undefined,
    view: View,
    around: readonly string[],
  ): string | null {
    if (!run?.change || !isShown(run.change) || around.includes(run.change)) return null;
    return view === 'later' && run.where === 'earlier' ? null : run.change;
  }

  /** Tasks and goals part into rows of their own, or two long ones would stand beside each other. */
  function rowsOf(pieces: readonly Piece[], inside: readonly string[]): readonly MarkedRow[] {
    return pieces.flatMap((piece) => {
      if (piece.is === 'run') return [];
      const [first, ...rest] = parted(piece);
      if (piece.is === 'block' && first) {
        return [
          rowOf({...piece, content: [first]}, inside),
          ...rowsOf(rest, [...inside, piece.type]),
        ];
      }
      const row = rowOf(piece, inside);
      return row.earlier || row.later ? [row] : [];
    });
  }

  function parted(piece: DifferenceNode): DifferenceBlock['content'] {
    const isParted =
      piece.is === 'block' &&
      partedTypes.has(piece.type) &&
      piece.where === 'both' &&
      !away.has(piece.number) &&
      shownKeys(piece.changes).length === 0;
    return isParted ? piece.content : [];
  }

  function rowOf(piece: DifferenceNode, inside: readonly string[]): MarkedRow {
    const [earlier = null] =
      piece.is === 'block' && away.has(piece.number) ? [] : draw(piece, 'earlier', []);
    const [later = null] = piece.is === 'away' ? [] : draw(piece, 'later', []);
    const isChanged = earlier === null || later === null || tellsOf(earlier) || tellsOf(later);
    return {key: `${piece.is}${piece.number}`, inside, earlier, later, isChanged};
  }

  return {
    together: () => blocks.flatMap((piece) => draw(piece, 'together', [])),
    rows: () => rowsOf(blocks, []),
  };
}

const partedTypes: ReadonlySet<string> = new Set(['task', 'goal']);

function tellsOf({type, marks = [], content = []}: MarkedNode): boolean {
  return (
    type === changedBlock ||
    type === goneBlock ||
    marks.some((mark) => mark.type === changedWords) ||
    content.some(tellsOf)
  );
}

function howOf({where, moved}: DifferenceRun): How {
  switch (where) {
    case 'later':
      return moved ? 'movedHere' : 'inserted';
    case 'earlier':
      return moved ? 'movedAway' : 'deleted';
    default:
      return 'altered';
  }
}

/** A box can't stand between the rows of a table or the items of a list: there it stands inside. */
const boxedInside = new Set(['tableCell', 'tableHeader', 'listItem', 'taskItem']);

function boxed(node: MarkedNode, block: DifferenceBlock, keys: readonly string[]): MarkedNode {
  if (keys.length === 0) return node;
  const attrs: ChangedAttrs = {
    ...{how: blockHow(block), keys, by: null, begins: true, ends: true},
  };
  const box = (content: readonly MarkedNode[], told = attrs): MarkedNode => ({
    ...{type: changedBlock, attrs: {...told}, content},
  });
  if (boxedInside.has(node.type)) return {...node, content: [box(node.content ?? [])]};
  if (node.type !== 'tableRow') return box([node]);
  const cells = (node.content ?? []).map((cell, index) => ({
    ...cell,
    // Said once, in the first cell.
    content: [box(cell.content ?? [], {...attrs, begins: index === 0})],
  }));
  return {...node, content: cells};
}

function blockHow({where, changes}: DifferenceBlock): How {
  if (where === 'later') return 'inserted';
  if (where === 'earlier') return 'deleted';
  return changes.length > 0 ? 'altered' : 'movedHere';
}
