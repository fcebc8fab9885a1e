/** What happened to blocks as a whole: they came, went, moved, became something else, were filled in. */

import {heaviestIncreasing} from './increasing.ts';
import {isSeen, isWrapper} from './kinds-of-blocks.ts';
import {weightOf} from './block-order.ts';
import type {Matching} from './matching.ts';
import type {TreeBlock} from './text-tree.ts';

export type BlockEvent =
  | {readonly what: 'inserted' | 'deleted'; readonly of: 'block' | 'row' | 'column'}
  | {readonly what: 'moved'}
  | {readonly what: 'retyped'; readonly from: readonly string[]; readonly to: readonly string[]}
  | {readonly what: 'field'; readonly field: string; readonly from: unknown; readonly to: unknown}
  | {readonly what: 'split' | 'joined'; readonly other: TreeBlock};

/**
 * Per block its events, the ones it is part of included: one event may concern several blocks. Blocks
 * of the later text, and those that are only in the earlier one.
 */
export type BlockEvents = ReadonlyMap<TreeBlock, readonly BlockEvent[]>;

export function findEvents(
  earlier: TreeBlock,
  later: TreeBlock,
  {of, groups}: Matching,
): BlockEvents {
  const events = new Map<TreeBlock, BlockEvent[]>();
  const groupOf = new Map(
    groups.flatMap((group) =>
      [...group.earlier, ...group.later].map((block) => [block, group] as const),
    ),
  );
  const tell = (block: TreeBlock, event: BlockEvent): void => {
    const own = events.get(block);
    if (own) own.push(event);
    else events.set(block, [event]);
  };
  const hasEvent = (block: TreeBlock, what: BlockEvent['what']) =>
    events.get(block)?.some((event) => event.what === what) ?? false;

  /** Nothing in it is in the other text. */
  const isWhollyNew = (block: TreeBlock): boolean =>
    !of(block) && !groupOf.has(block) && block.children.every(isWhollyNew);

  /** The blocks in a place in reading order, through what is only around them. */
  function unitsIn(place: TreeBlock, found: TreeBlock[] = []): readonly TreeBlock[] {
    for (const child of place.children) {
      if (isWrapper(child.type) && !isWhollyNew(child)) unitsIn(child, found);
      else found.push(child);
    }
    return found;
  }

  function wrappersIn(place: TreeBlock, found: TreeBlock[] = []): readonly TreeBlock[] {
    for (const child of place.children) {
      if (!isWrapper(child.type) || isWhollyNew(child)) continue;
      found.push(child);
      wrappersIn(child, found);
    }
    return found;
  }

  function tellAll(block: TreeBlock, event: BlockEvent): void {
    if (!hasEvent(block, event.what)) tell(block, event);
    for (const child of block.children) tellAll(child, event);
  }

  /** A part of another, or in one text only; what is in it that is in both has its own events. */
  function tellOneSided(block: TreeBlock, side: 'inserted' | 'deleted', around?: BlockEvent): void {
    if (hasEvent(block, side)) return;
    const group = groupOf.get(block);
    if (group) {
      const whole = group.later.find((one) => of(one));
      const other = side === 'inserted' ? whole && of(whole) : whole;
      const what = side === 'inserted' ? 'split' : 'joined';
      if (other && !hasEvent(block, what)) tell(block, {what, other});
      return;
    }
    const event = around ?? {what: side, of: block.type === 'tableRow' ? 'row' : 'block'};
    if (isWhollyNew(block)) {
      tellAll(block, event);
      return;
    }
    if (!isWrapper(block.type)) tell(block, event);
    const inner = isWrapper(block.type) ? around : event;
    for (const child of block.children) if (!of(child)) tellOneSided(child, side, inner);
  }

  function compareFields(one: TreeBlock, other: TreeBlock): void {
    if (one.type !== other.type) return;
    const names = new Set([...Object.keys(one.attrs), ...Object.keys(other.attrs)]);
    for (const field of [...names].filter(isSeen).toSorted()) {
      const from = one.attrs[field] ?? null;
      const to = other.attrs[field] ?? null;
      if (JSON.stringify(from) !== JSON.stringify(to)) {
        tell(other, {what: 'field', field, from, to});
      }
    }
  }

  function compareColumns(before: TreeBlock, table: TreeBlock): void {
    const tellEach = (columns: ReturnType<typeof columnsOf>, what: 'inserted' | 'deleted') => {
      for (const cells of columns) {
        const event: BlockEvent = {what, of: 'column'};
        for (const cell of cells) tellAll(cell, event);
      }
    };
    tellEach(columnsOf(table, of), 'inserted');
    tellEach(columnsOf(before, of), 'deleted');
  }

  function comparePlace(before: TreeBlock | null, place: TreeBlock): void {
    if (before?.type === 'table') compareColumns(before, place);
    const units = before ? unitsIn(before) : [];
    const order = new Map(units.map((unit, index) => [unit, index]));
    const laterUnits = unitsIn(place);
    const stay = new Set(
      heaviestIncreasing(
        laterUnits.flatMap((unit) => {
          const same = of(unit);
          const index = same ? order.get(same) : undefined;
          return !same || index === undefined
            ? []
            : [{unit, place: index, weight: weightOf(same, unit)}];
        }),
      ).map(({unit}) => unit),
    );
    let last: Told | null = null;
    for (const unit of laterUnits) {
      const same = of(unit);
      if (!same) {
        last = null;
        continue;
      }
      const event = stay.has(unit) ? retypingOf(same, unit) : ({what: 'moved'} as const);
      const index = order.get(same) ?? Number.NaN;
      const told: BlockEvent | null = event && (goingOn(last, event, index) ?? event);
      if (told) tell(unit, told);
      last = told && {event: told, index};
      if (event?.what === 'moved' && same.type !== unit.type) {
        tell(unit, {what: 'retyped', from: [same.type], to: [unit.type]});
      }
      compareFields(same, unit);
      if (unit.text === null) comparePlace(same, unit);
    }
    for (const wrapper of wrappersIn(place)) {
      const same = of(wrapper);
      if (same) compareFields(same, wrapper);
    }
    for (const unit of laterUnits) if (!of(unit)) tellOneSided(unit, 'inserted');
    for (const unit of laterUnits) if (!of(unit) && unit.text === null) compareBelow(unit);
  }

  /** A new block around old ones: these came from elsewhere. */
  function compareBelow(block: TreeBlock): void {
    if (isWhollyNew(block)) return;
    for (const unit of unitsIn(block)) {
      const same = of(unit);
      if (same) {
        if (!hasEvent(unit, 'moved')) tell(unit, {what: 'moved'});
        compareFields(same, unit);
        if (unit.text === null) comparePlace(same, unit);
      } else if (unit.text === null) {
        compareBelow(unit);
      }
    }
  }

  function findGone(block: TreeBlock): void {
    for (const child of block.children) {
      if (!of(child)) tellOneSided(child, 'deleted');
      findGone(child);
    }
  }

  comparePlace(earlier, later);
  findGone(earlier);
  return events;
}

/** Null when it is and stands in the same kind of blocks. */
function retypingOf(same: TreeBlock, unit: TreeBlock): BlockEvent | null {
  const from = typesTo(same);
  const to = typesTo(unit);
  if (from.length === to.length && from.every((type, index) => type === to[index])) return null;
  return {what: 'retyped', from, to};
}

/** From the outside to the inside, without what is a place of its own. */
function typesTo(unit: TreeBlock): readonly string[] {
  const types = [unit.type];
  for (let around = unit.parent; around && isWrapper(around.type); around = around.parent) {
    types.unshift(around.type);
  }
  return types;
}

interface Told {
  readonly event: BlockEvent;
  /** Where the block stood that it was told of. */
  readonly index: number;
}

/** What happened to the block before, when it happened to its neighbour too. */
function goingOn(last: Told | null, event: BlockEvent, index: number): BlockEvent | null {
  return last && last.index + 1 === index && isAlike(last.event, event) ? last.event : null;
}

function isAlike(one: BlockEvent, other: BlockEvent): boolean {
  if (one.what === 'moved') return other.what === 'moved';
  if (one.what !== 'retyped' || other.what !== 'retyped') return false;
  const isInList = one.from.length + one.to.length > 2;
  return isInList && String(one.from) === String(other.from) && String(one.to) === String(other.to);
}

/** The cells of columns of which no row that is in both texts has a counterpart. */
function columnsOf(
  table: TreeBlock,
  of: (block: TreeBlock) => TreeBlock | null,
): readonly (readonly TreeBlock[])[] {
  const rows = table.children.filter((row) => of(row));
  const width = Math.max(0, ...rows.map(({children}) => children.length));
  return Array.from({length: width}, (_, column) =>
    rows.flatMap(({children}) => children[column] ?? []),
  ).filter((cells) => cells.length === rows.length && cells.every((cell) => !of(cell)));
}
