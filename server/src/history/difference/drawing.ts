/** One tree of both texts, with what changed in it: where something stands in both, it stands once. */

import type {
  Attributes,
  ChangeDetail,
  Difference,
  DifferenceAway,
  DifferenceBlock,
  DifferenceNode,
  DifferencePlace,
  DifferenceRun,
} from '@samenspel/shared';
import type {Deed} from './acts.ts';
import type {Deeds} from './deeds.ts';
import type {BlockEvent, BlockEvents} from './events.ts';
import {isPlace, isWrapper} from './kinds-of-blocks.ts';
import {blocksIn, staying} from './block-order.ts';
import type {Matching} from './matching.ts';
import {drawRuns} from './run-drawing.ts';
import {addWords, type OpenChange, openTelling, sign} from './telling.ts';
import {compareTexts, type Found} from './text-runs.ts';
import {cutsOf} from './text-stream.ts';
import type {Id, TreeBlock} from './text-tree.ts';

export interface Compared {
  readonly earlier: TreeBlock;
  readonly later: TreeBlock;
  readonly matching: Matching;
  readonly events: BlockEvents;
  readonly deeds: Deeds;
}

export function drawDifference({
  earlier,
  later,
  matching,
  events,
  deeds,
}: Compared): Pick<Difference, 'blocks' | 'changes' | 'places'> {
  const {of} = matching;
  const telling = openTelling();
  const numbers = numbersOf(earlier, later, of);
  const numberOf = (block: TreeBlock) => numbers.get(block) ?? -1;
  const texts = groupTexts(matching);
  const keys = keysOf([...blocksIn(later), ...blocksIn(earlier)], events, telling.keyFor);
  const open = new Map<BlockEvent, OpenChange>();
  const places: DifferencePlace[] = [];

  function children(before: TreeBlock | null, block: TreeBlock | null): readonly DifferenceNode[] {
    const stay = before && block ? staying(before, block, of) : [];
    const nodes: DifferenceNode[] = [];
    let [from, laterFrom] = [0, 0];
    const upTo = (end: number, laterEnd: number): void => {
      for (const one of before?.children.slice(from, end) ?? []) nodes.push(goneOrAway(one));
      for (const one of block?.children.slice(laterFrom, laterEnd) ?? []) nodes.push(draw(one));
    };
    for (const one of stay) {
      const same = of(one);
      if (!same) continue;
      upTo(same.index, one.index);
      nodes.push(draw(one));
      [from, laterFrom] = [same.index + 1, one.index + 1];
    }
    upTo(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    return nodes;
  }

  /** A block of the later text. */
  function draw(block: TreeBlock): DifferenceBlock {
    const same = of(block);
    const changes = eventsOf(block);
    tellPlace(block);
    return {
      ...{is: 'block', number: numberOf(block), type: block.type, attrs: block.attrs},
      where: same ? 'both' : 'later',
      was: same && isOther(same, block) ? {type: same.type, attrs: same.attrs} : null,
      changes: changes.map(({key}) => key),
      content: block.text
        ? runsOf(block, texts.get(block) ?? textOf(block, matching), changes, 'inserted')
        : children(same, block),
    };
  }

  function goneOrAway(block: TreeBlock): DifferenceNode {
    const same = of(block);
    if (same) return away(same);
    const changes = eventsOf(block);
    tellPlace(block);
    const isPart = events.get(block)?.some(({what}) => what === 'joined') ?? false;
    const gone = isPart || !block.text ? [] : cutsOf(block);
    const found = gone.map((cut): Found => ({earlier: cut, later: null}));
    return {
      ...{is: 'block', number: numberOf(block), type: block.type, attrs: block.attrs},
      ...{where: 'earlier', was: null, changes: changes.map(({key}) => key)},
      content: block.text ? runsOf(block, found, changes, 'deleted') : children(block, null),
    };
  }

  /** What moved may be all that is in it. */
  function away(block: TreeBlock): DifferenceAway {
    let moved: BlockEvent | undefined;
    for (let one: TreeBlock | undefined = block; one && !moved; one = one.children[0]) {
      moved = events.get(one)?.find(({what}) => what === 'moved');
      if (!isWrapper(one.type)) break;
    }
    const change = (moved && keys.get(moved)) ?? null;
    return {is: 'away', number: numberOf(block), change};
  }

  function runsOf(
    block: TreeBlock,
    found: readonly Found[],
    changes: readonly OpenChange[],
    side: 'inserted' | 'deleted',
  ): readonly DifferenceRun[] {
    const index = events.get(block)?.findIndex(({what}) => what === side) ?? -1;
    const whole = index < 0 ? null : (changes[index] ?? null);
    if (whole) whole.isApart = true;
    const number = numberOf(block);
    // Most of a text comes from one block.
    let asked: TreeBlock | null = null;
    let where: number | null = null;
    return drawRuns(found, {
      ...{shared: matching.shared, deeds, whole},
      of: ({block: other}) => {
        if (other !== asked) {
          const its = numberOf(of(other) ?? other);
          [asked, where] = [other, its === number ? null : its];
        }
        return where;
      },
      open: (key, detail) =>
        telling.open(telling.keyFor(key), numberOf(block), placeOf(block), detail),
    });
  }

  function eventsOf(block: TreeBlock): readonly OpenChange[] {
    return (events.get(block) ?? []).map((event) => changeOf(event, block));
  }

  function changeOf(event: BlockEvent, block: TreeBlock): OpenChange {
    const known = open.get(event);
    if (known) return known;
    const key = keys.get(event) ?? '';
    const change = telling.open(key, numberOf(block), placeOf(block), detailOf(event));
    open.set(event, change);
    sign(change, deedOf(event, block));
    if (event.what === 'moved') addWords(change, 'text', excerptOf(block), null, null);
    return change;
  }

  function detailOf(event: BlockEvent): ChangeDetail {
    switch (event.what) {
      case 'inserted':
        return {what: 'inserted', of: event.of, text: ''};
      case 'deleted':
        return {what: 'deleted', of: event.of, was: ''};
      case 'moved':
        return {what: 'moved', of: 'block', text: ''};
      case 'split':
      case 'joined':
        return {what: event.what, other: numberOf(event.other)};
      default:
        return event;
    }
  }

  function deedOf(event: BlockEvent, block: TreeBlock): Deed | null {
    switch (event.what) {
      case 'deleted':
      case 'joined':
        return block.id && deeds.deleted(block.id.client, block.id.clock);
      case 'inserted':
        return block.id && deeds.wrote(block.id.client, block.id.clock);
      case 'field':
        return fieldDeed(block, event.field);
      default:
        return arrivalOf(block, deeds);
    }
  }

  function fieldDeed(block: TreeBlock, field: string): Deed | null {
    const now = block.attributeIds.get(field) ?? null;
    const last =
      now && (deeds.deleted(now.client, now.clock) ?? deeds.wrote(now.client, now.clock));
    const same = of(block);
    if (!same || !block.id || sameId(same.id, block.id)) return last;
    // It was put elsewhere in between, by somebody who put all its fields down again.
    const put = deeds.wrote(block.id.client, block.id.clock);
    if (!put || (last && last.seq > put.seq)) return last;
    return deeds.changedAttribute(same.attributeIds.get(field) ?? null, same.id, field, put.seq);
  }

  function tellPlace(block: TreeBlock): void {
    if (!isPlace(block.type)) return;
    const id = block.attrs['id'];
    places.push({
      ...{number: numberOf(block), type: block.type, title: titleOf(block)},
      id: typeof id === 'string' ? id : null,
      parent: block.parent && placeOf(block.parent),
      where:
        numbers.has(block) && of(block) ? 'both' : laterBlocks.has(block) ? 'later' : 'earlier',
    });
  }

  function placeOf(block: TreeBlock): number | null {
    for (let around: TreeBlock | null = block; around; around = around.parent) {
      if (isPlace(around.type)) return numberOf(around);
    }
    return null;
  }

  const laterBlocks: ReadonlySet<TreeBlock> = new Set(blocksIn(later));
  const blocks = children(earlier, later);
  return {blocks, changes: telling.done(), places};
}

/** Who put a block where it is: what it is made of tells, or the words in it. */
function arrivalOf(block: TreeBlock, deeds: Deeds): Deed | null {
  const own = block.id && deeds.wrote(block.id.client, block.id.clock);
  if (own) return own;
  for (const {client, clock, sourceClient, sourceClock} of block.text?.pieces ?? []) {
    const put = deeds.wrote(client, clock);
    if (put && !deeds.wrote(sourceClient, sourceClock)) return put;
  }
  for (const child of block.children) {
    const found = arrivalOf(child, deeds);
    if (found) return found;
  }
  return null;
}

/** Of blocks that were split or joined, which are compared together. */
function groupTexts({of, groups, shared}: Matching) {
  const texts = new Map<TreeBlock, readonly Found[]>();
  for (const group of groups) {
    for (const [block, found] of compareTexts(group, shared, of)) texts.set(block, found);
  }
  return texts;
}

/** Of one block of the later text: made when it is drawn, so that it can be forgotten then. */
function textOf(block: TreeBlock, {of, shared}: Matching): readonly Found[] {
  const same = of(block);
  if (!same) return cutsOf(block).map((cut): Found => ({earlier: null, later: cut}));
  return compareTexts({earlier: [same], later: [block]}, shared, of).get(block) ?? [];
}

/** In the order of the later text; a block that is in both has one number. */
function numbersOf(earlier: TreeBlock, later: TreeBlock, of: Matching['of']) {
  const numbers = new Map<TreeBlock, number>();
  for (const block of blocksIn(later)) numbers.set(block, numbers.size);
  let next = numbers.size;
  for (const block of blocksIn(earlier)) {
    const same = of(block);
    numbers.set(block, (same ? numbers.get(same) : undefined) ?? next++);
  }
  return numbers;
}

function isOther(one: TreeBlock, other: TreeBlock): boolean {
  const said = ({type, attrs}: {readonly type: string; readonly attrs: Attributes}) =>
    JSON.stringify([type, attrs]);
  return said(one) !== said(other);
}

/** Named for the first block of each, so that what stands before it can refer to it. */
function keysOf(
  blocks: readonly TreeBlock[],
  events: BlockEvents,
  keyFor: (wanted: string) => string,
): ReadonlyMap<BlockEvent, string> {
  const keys = new Map<BlockEvent, string>();
  for (const block of blocks) {
    for (const event of events.get(block) ?? []) {
      if (!keys.has(event)) keys.set(event, keyFor(keyOf(event, block)));
    }
  }
  return keys;
}

function keyOf(event: BlockEvent, {id, index}: TreeBlock): string {
  const name = event.what === 'field' ? `field-${event.field}` : event.what;
  return id ? `${name}-${id.client}-${id.clock}` : `${name}-at-${index}`;
}

function sameId(one: Id | null, other: Id): boolean {
  return one?.client === other.client && one.clock === other.clock;
}

function titleOf(block: TreeBlock): string {
  const title = block.children.find(({type}) => type === 'blockTitle');
  return title?.text?.string ?? '';
}

/** The first words in a block. */
function excerptOf(block: TreeBlock): string {
  if (block.text) return block.text.string;
  for (const child of block.children) {
    const words = excerptOf(child);
    if (words !== '') return words;
  }
  return '';
}
