/**
 * Makes one of two blocks that two people made by moving one at the same time, with the words of both. One
 * of those who are here does it, and only while their line holds: two who did it at once, each with what
 * they had heard so far, could take away both. Why: docs/decisions/0009.
 */

import {ROOT_NAME} from '@samenspel/shared/schema';
import type {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {type Alike, carry, plain} from './late-words-carry.ts';
import {matchedIn} from './matched.ts';
import {isMovable} from './movable.ts';
import {idIn} from './past-types.ts';

export interface DoublesOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** All I wrote is at the server, and what comes from there comes here. */
  readonly isSaved: () => boolean;
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** By then everybody knows who is here. */
const graceMs = 1_500;

/** Returns its stop. */
export function joinDoubles({doc, awareness, isSaved, after}: DoublesOptions): () => void {
  let stop: (() => void) | null = null;

  function later(): void {
    stop?.();
    stop = doublesIn(doc).length === 0 ? null : after(graceMs, join);
  }

  function join(): void {
    stop = null;
    if (!isSaved()) later();
    else if (isFirst(awareness)) doc.transact(() => doublesIn(doc).forEach(joinPair));
  }

  function look(transaction: Y.Transaction): void {
    if (bringsBlocks(transaction)) later();
  }

  function left({removed}: {readonly removed: readonly number[]}): void {
    if (removed.length > 0) later();
  }

  awareness.setLocalStateField(joins, true);
  doc.on('afterTransaction', look);
  awareness.on('change', left);
  return () => {
    stop?.();
    doc.off('afterTransaction', look);
    awareness.off('change', left);
  };
}

/** Who only reads can't. */
const joins = 'joins';

function isFirst({clientID, states}: Awareness): boolean {
  return [...states].every(([client, state]) => state[joins] !== true || client >= clientID);
}

interface Pair {
  readonly stays: Y.XmlElement;
  readonly goes: Y.XmlElement;
}

/** The outermost come first; nobody may go that holds the one that stays. */
function doublesIn(doc: Y.Doc): readonly Pair[] {
  const first = new Map<string, Y.XmlElement>();
  const pairs: Pair[] = [];
  eachBlock(doc.getXmlFragment(ROOT_NAME), (block, id) => {
    const other = first.get(id);
    if (!other) {
      first.set(id, block);
      return;
    }
    const [stays, goes] = isOlder(other, block) ? [other, block] : [block, other];
    first.set(id, stays);
    if (!isIn(stays, goes)) pairs.push({stays, goes});
  });
  return pairs;
}

function joinPair({stays, goes}: Pair): void {
  // With the one around it went this one too.
  if (!isLive(stays) || !isLive(goes)) return;
  carry(goes, stays, {
    stood: ({deleted}) => !deleted,
    unseen: () => true,
    // What came in the place of something, or where nothing was: the copy itself chose nothing.
    chosen: (item, name, fresh) => item.left !== null || !fresh.hasAttribute(name),
    alike,
    carryText: carryWords,
  });
  const {parent} = goes;
  if (!(parent instanceof Y.XmlFragment)) return;
  parent.delete(parent.toArray().indexOf(goes), 1);
  if (parent.length === 0) parent.insert(0, [new Y.XmlElement('paragraph')]);
}

/** Lines that say something else are two lines. What stands once in a block is always the same one. */
const alike: Alike = (one, other) => {
  if (!lines.has(one.nodeName)) return 5;
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.join(' ') === theirs.join(' ')) return 8;
  if (mine.length === 0 || theirs.length === 0) return 2;
  const shared = mine.filter((word) => theirs.includes(word)).length;
  return shared * 2 >= Math.min(mine.length, theirs.length) ? 4 : 0;
};

const lines: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem', 'taskItem']);

function wordsOf(element: Y.XmlElement): readonly string[] {
  const words: string[] = [];
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlElement) words.push(...wordsOf(child));
    else if (child instanceof Y.XmlText) words.push(...(plain(child).match(/\S+/g) ?? []));
  }
  return words;
}

/** Word by word: letters that two people typed at one place would mix. */
function carryWords(old: Y.XmlText, copy: Y.XmlText): void {
  const mine = plain(old).match(/\S+/g) ?? [];
  const theirs = [...plain(copy).matchAll(/\S+/g)];
  const matches = matchedIn(mine, theirs, (word, [other]) => (word === other ? 1 : 0));
  // Both have them, at other places.
  const elsewhere = theirs.filter((_, index) => !matches.includes(index)).map(([word]) => word);
  let at = copy.length;
  let run: string[] = [];
  const put = () => {
    const [words, around] = [run.join(' '), plain(copy)];
    run = [];
    if (words === '') return;
    const before = at > 0 && !isSpace(around[at - 1]) ? ' ' : '';
    const behind = at < around.length && !isSpace(around[at]) ? ' ' : '';
    copy.insert(at, `${before}${words}${behind}`);
  };
  // From the end, so that the places before stay where they are.
  for (let index = mine.length - 1; index >= 0; index -= 1) {
    const found = matches[index] ?? null;
    if (found === null) {
      const place = elsewhere.indexOf(mine[index] ?? '');
      if (place === -1) run = [mine[index] ?? '', ...run];
      else elsewhere.splice(place, 1);
      continue;
    }
    put();
    at = theirs[found]?.index ?? at;
  }
  // Before the first that both have, where it stood; where they share nothing, behind.
  put();
}

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /\s/.test(letter);
}

/** Whether a block with an id came. */
function bringsBlocks({changed, beforeState}: Y.Transaction): boolean {
  for (const [type, names] of changed) {
    if (!names.has(null) || !(type instanceof Y.XmlFragment)) continue;
    for (const child of type.toArray()) {
      const {_item: item} = child;
      if (!item || item.id.clock < (beforeState.get(item.id.client) ?? 0)) continue;
      if (child instanceof Y.XmlElement && isMovable(child.nodeName)) return true;
    }
  }
  return false;
}

function eachBlock(parent: Y.XmlFragment, visit: (block: Y.XmlElement, id: string) => void): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement) || !isMovable(child.nodeName)) continue;
    const id = idIn(child);
    if (id !== null) visit(child, id);
    eachBlock(child, visit);
  }
}

/** By when and where it was made, which never changes: everybody's answer is the same. */
function isOlder({_item: one}: Y.XmlElement, {_item: other}: Y.XmlElement): boolean {
  if (!one || !other) return one === null;
  return one.id.client === other.id.client
    ? one.id.clock < other.id.clock
    : one.id.client < other.id.client;
}

function isLive({_item: item}: Y.XmlElement): boolean {
  return item !== null && !item.deleted;
}

function isIn(inner: Y.XmlElement, outer: Y.XmlElement): boolean {
  for (let type: unknown = inner.parent; type instanceof Y.AbstractType; type = type.parent) {
    if (type === outer) return true;
  }
  return false;
}
