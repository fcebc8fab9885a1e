/** What one Yjs transaction did to the text, read before the content of what it deleted is let go. */

import * as Y from 'yjs';
import {buildPassage, type Passage} from './passage.ts';
import {firstItem, itemOf} from './yjs-type.ts';

/** Text that stands together and came in this transaction. */
export interface InsertedRun extends Passage {
  readonly block: Y.Text;
  readonly items: readonly Y.Item[];
}

/** Text that stood together before this transaction and was deleted by it. */
export interface DeletedRun extends Passage {
  readonly block: Y.Text;
}

export interface TextEdit {
  readonly inserted: readonly InsertedRun[];
  readonly deleted: readonly DeletedRun[];
  /** Whether this block came in this transaction. */
  isNew(block: Y.Text): boolean;
  /** The text of a block before and after this transaction. */
  before(block: Y.Text): Passage;
  after(block: Y.Text): Passage;
}

/** Text on both sides of more deleted characters than this doesn't stand together. */
const maxGap = 512;

/** To be called in `afterTransaction`, on a document that collects garbage. */
export function readTextEdit(transaction: Y.Transaction): TextEdit {
  const {beforeState, doc} = transaction;
  const isFresh = ({id}: Y.Item) => id.clock >= (beforeState.get(id.client) ?? 0);
  // Text that was deleted earlier has lost its content: what is deleted and has it, went just now.
  const wasThere = (item: Y.Item) => isText(item) && !isFresh(item);
  const isThere = (item: Y.Item) => isText(item) && !item.deleted;
  const read = (block: Y.Text, shown: (item: Y.Item) => boolean) => {
    const passage = buildPassage();
    for (let item = firstItem(block); item; item = item.right) if (shown(item)) add(passage, item);
    return passage.done();
  };
  return {
    inserted: runsOf(insertedItems(transaction, doc), isThere, isFresh),
    deleted: runsOf(deletedItems(transaction, doc), wasThere, (item) => item.deleted),
    isNew(block) {
      const item = itemOf(block);
      return item !== null && isFresh(item);
    },
    before: (block) => read(block, wasThere),
    after: (block) => read(block, isThere),
  };
}

type TextItem = Y.Item & {readonly content: Y.ContentString; readonly parent: Y.Text};

function isText(item: Y.Item): item is TextItem {
  return item.content instanceof Y.ContentString && item.parent instanceof Y.Text;
}

function insertedItems({beforeState, afterState}: Y.Transaction, doc: Y.Doc): readonly TextItem[] {
  const items: TextItem[] = [];
  for (const [client, end] of afterState) {
    const from = beforeState.get(client) ?? 0;
    if (end === from) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index];
      if (struct instanceof Y.Item && !struct.deleted && isText(struct)) items.push(struct);
    }
  }
  return items;
}

function deletedItems({deleteSet, beforeState}: Y.Transaction, doc: Y.Doc): readonly TextItem[] {
  const items: TextItem[] = [];
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    const known = beforeState.get(client) ?? 0;
    for (const {clock, len} of ranges) {
      if (clock >= known) continue;
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index];
        if (!struct || struct.id.clock >= clock + len || struct.id.clock >= known) break;
        if (struct instanceof Y.Item && isText(struct)) items.push(struct);
      }
    }
  }
  return items;
}

/**
 * Joins items into the runs they make in their block.
 * @param shown whether an item's text is there at the side that is looked at
 * @param chosen whether text that is there is one of these items
 */
function runsOf(
  items: readonly TextItem[],
  shown: (item: Y.Item) => boolean,
  chosen: (item: Y.Item) => boolean,
): readonly InsertedRun[] {
  const runs: InsertedRun[] = [];
  const done = new Set<Y.Item>();
  const next = (item: Y.Item, side: 'left' | 'right') =>
    items.length === 1 ? null : neighbour(item, side, shown, chosen);
  for (const item of items) {
    if (done.has(item)) continue;
    let first: Y.Item = item;
    for (let left = next(first, 'left'); left; left = next(left, 'left')) first = left;
    const passage = buildPassage();
    const joined: Y.Item[] = [];
    for (let one: Y.Item | null = first; one; one = next(one, 'right')) {
      add(passage, one);
      joined.push(one);
      if (items.length > 1) done.add(one);
    }
    runs.push({...passage.done(), block: item.parent, items: joined});
  }
  return runs;
}

/** The chosen text directly beside this one; null when something else is there. */
function neighbour(
  item: Y.Item,
  side: 'left' | 'right',
  shown: (item: Y.Item) => boolean,
  chosen: (item: Y.Item) => boolean,
): Y.Item | null {
  // Counted in characters: how Yjs joins what is deleted depends on what it has seen.
  let gap = 0;
  for (let other = item[side]; other && gap <= maxGap; other = other[side]) {
    if (shown(other)) return chosen(other) ? other : null;
    const {content} = other;
    if (content instanceof Y.ContentType || content instanceof Y.ContentEmbed) return null;
    gap += other.length;
  }
  return null;
}

function add(passage: ReturnType<typeof buildPassage>, item: Y.Item): void {
  if (item.content instanceof Y.ContentString) {
    passage.add(item.content.str, item.id.client, item.id.clock);
  }
}
