/** Brings what stood in a deleted block, and only I knew of, into the one that came in its place. */

import * as Y from 'yjs';
import {matchedIn} from './matched.ts';
import {attributesOf, idIn, itemsOf, type PastType, typeOf, valueOf} from './past-types.ts';

/** How a deleted block is to be read. */
export interface Past {
  /** It stood there until this very transaction. */
  readonly stood: (item: Y.Item) => boolean;
  /** I wrote it, and who moved the block may not have seen it. */
  readonly unseen: (item: Y.Item) => boolean;
  /** Whether a choice is brought; what is unseen when left out. */
  readonly chosen?: (item: Y.Item, name: string, fresh: Y.XmlElement) => boolean;
  /** How alike two without an id are, of the same name; by what was seen when left out. */
  readonly alike?: Alike;
  /** How a text is brought into the other; letter by letter when left out. */
  readonly carryText?: (old: Y.XmlText, copy: Y.XmlText) => void;
}

/** From 0 for another one to 9 for the same. */
export type Alike = (old: Y.XmlElement, copy: Y.XmlElement) => number;

interface Child {
  readonly item: Y.Item;
  readonly type: PastType;
}

export function carry(old: Y.XmlElement, fresh: Y.XmlElement, past: Past): void {
  for (const [name, item] of attributesOf(old)) {
    const isBrought = past.chosen ? past.chosen(item, name, fresh) : past.unseen(item);
    if (past.stood(item) && isBrought) setAttribute(fresh, name, item);
  }
  const children = itemsOf(old).flatMap((item): readonly Child[] => {
    const type = past.stood(item) ? typeOf(item) : null;
    return type ? [{item, type}] : [];
  });
  const copies = fresh.toArray();
  const matches = matchedIn(children, copies, (child, copy) => likeness(child, copy, past));
  // What is added pushes the copies on.
  let added = 0;
  let at = 0;
  for (const [place, {item, type}] of children.entries()) {
    const found = matches[place] ?? null;
    if (found === null) {
      if (!past.unseen(item)) continue;
      fresh.insert(at, [copyOf(type, past)]);
      added += 1;
      at += 1;
      continue;
    }
    at = found + added + 1;
    const copy = copies[found];
    if (type instanceof Y.XmlText) {
      if (copy instanceof Y.XmlText) (past.carryText ?? carryText)(type, copy, past);
    } else if (copy instanceof Y.XmlElement) carry(type, copy, past);
  }
}

/** Whether there is anything to bring. */
export function hasUnseen(type: PastType, past: Past): boolean {
  const attributes = attributesOf(type).map(([, item]) => item);
  return [...itemsOf(type), ...attributes].some((item) => {
    if (!past.stood(item)) return false;
    const inside = typeOf(item);
    return past.unseen(item) || (inside !== null && hasUnseen(inside, past));
  });
}

/** My words that the copy lacks, each at its place; what I struck goes from the copy too. */
function carryText(old: Y.XmlText, copy: Y.XmlText, past: Past): void {
  const letters = lettersOf(old, past);
  const there = Array.from(plain(copy));
  const matches = matchedIn(letters, there, (letter, other) => {
    if (letter.text !== other) return 0;
    // What the mover must have seen, before what I just typed, before what I struck.
    if (!letter.stood) return 1;
    return letter.unseen ? 2 : 3;
  });
  const placeOf = placesOf(there);
  let at = placeOf[there.length] ?? 0;
  let run = '';
  const put = () => {
    if (run !== '') copy.insert(at, run);
    run = '';
  };
  // From the end, so that the places before stay where they are.
  for (const [back, letter] of letters.toReversed().entries()) {
    const found = matches[letters.length - 1 - back] ?? null;
    if (found === null) {
      if (letter.stood && letter.unseen) run = letter.text + run;
      continue;
    }
    put();
    at = placeOf[found] ?? 0;
    if (!letter.stood) copy.delete(at, letter.text.length);
  }
  put();
}

interface Letter {
  readonly text: string;
  readonly stood: boolean;
  readonly unseen: boolean;
}

/** Also those that were struck earlier, as far as they are still known. */
function lettersOf(text: Y.XmlText, past: Past): readonly Letter[] {
  return itemsOf(text).flatMap((item) => {
    if (!(item.content instanceof Y.ContentString)) return [];
    const [stood, unseen] = [past.stood(item), past.unseen(item)];
    return Array.from(item.content.str, (letter) => ({text: letter, stood, unseen}));
  });
}

/** Where each letter begins, and last where the text ends: some are two long. */
function placesOf(letters: readonly string[]): readonly number[] {
  const places = [0];
  for (const letter of letters) places.push((places.at(-1) ?? 0) + letter.length);
  return places;
}

/** As the deleted type stood, for what only I know of. */
function copyOf(type: PastType, past: Past): PastType {
  if (type instanceof Y.XmlText) {
    const text = new Y.XmlText();
    const letters = lettersOf(type, past).filter(({stood}) => stood);
    text.insert(0, letters.map((letter) => letter.text).join(''));
    return text;
  }
  const element = new Y.XmlElement(type.nodeName);
  for (const [name, item] of attributesOf(type)) {
    if (past.stood(item)) setAttribute(element, name, item);
  }
  const children = itemsOf(type).flatMap((item) => {
    const inside = past.stood(item) ? typeOf(item) : null;
    return inside ? [copyOf(inside, past)] : [];
  });
  element.insert(0, children);
  return element;
}

/** Yjs knows only texts by type; a number is one of the values that it carries all the same. */
function setAttribute(element: Y.XmlElement, name: string, item: Y.Item): void {
  const value = valueOf(item);
  if (value !== null) element.setAttribute(name, value as string);
}

/** How surely a deleted child and one of the copy are the same: 0 for not at all. */
function likeness({item, type}: Child, copy: unknown, past: Past): number {
  if (type instanceof Y.XmlText) return copy instanceof Y.XmlText ? 1 : 0;
  if (!(copy instanceof Y.XmlElement) || type.nodeName !== copy.nodeName) return 0;
  const [mine, theirs] = [idIn(type), idIn(copy)];
  if (mine !== null || theirs !== null) return mine === theirs ? 9 : 0;
  if (past.alike && type instanceof Y.XmlElement) return past.alike(type, copy);
  // What I only just made can hardly be in it.
  return past.unseen(item) ? 1 : 5;
}

/** Its words without formatting. */
export function plain(text: Y.XmlText): string {
  const parts = text.toDelta() as readonly {readonly insert: unknown}[];
  return parts.map(({insert}) => (typeof insert === 'string' ? insert : '')).join('');
}
