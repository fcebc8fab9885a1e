/**
 * A document at one moment as a tree of blocks whose text knows its ids and whose words it is. Read
 * straight from Yjs: reading through a schema edits what it reads.
 */

import type {Attributes, ClientId, DifferenceMark, PersonId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import type {Authors} from '../provenance/authors.ts';
import {attributeIds, firstItem, itemOf} from '../provenance/yjs-type.ts';

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export interface TreeBlock {
  readonly type: string;
  readonly attrs: Attributes;
  /** Its Yjs id; null for the document, and for text straight in it. */
  readonly id: Id | null;
  readonly parent: TreeBlock | null;
  /** Where it is among the children of its parent. */
  readonly index: number;
  readonly children: readonly TreeBlock[];
  /** Its text; null when it holds blocks. */
  readonly text: TreeText | null;
  /** The ids under which its attributes were set last, those that are gone included. */
  readonly attributeIds: ReadonlyMap<string, Id>;
}

export interface TreeText {
  /** An inline node is one character in it. */
  readonly string: string;
  readonly pieces: readonly Piece[];
}

/** Characters of one look, with consecutive ids and consecutive sources. */
export interface Piece {
  /** Where it begins in its text. */
  readonly at: number;
  readonly length: number;
  readonly client: ClientId;
  readonly clock: number;
  readonly author: PersonId | null;
  /** The ids under which its characters were typed at first. */
  readonly sourceClient: ClientId;
  readonly sourceClock: number;
  readonly look: Look;
  /** 'text', or the type of the inline node that it is. */
  readonly type: string;
}

/** The marks on a piece of text, and the ids of the formats that set them. */
export interface Look {
  readonly marks: readonly DifferenceMark[];
  /** Equal for looks that are the same. */
  readonly key: string;
  readonly setBy: ReadonlyMap<string, Id>;
  /** Formats that end before it. */
  readonly endedBy: ReadonlyMap<string, Id>;
}

/** Stands for an inline node in a text. */
const inlineCharacter = '\ufffc';
const inlineTypes: ReadonlySet<string> = new Set(['hardBreak']);
const plain: Look = {marks: [], key: '[]', setBy: new Map(), endedBy: new Map()};
const none: TreeBlock['attributeIds'] = new Map();
const hashedMark = /^(.*)--[a-zA-Z0-9+/=]{8}$/;

/**
 * Nothing in it leads back to the document, which may be gone by the time that it is read.
 * @param authors who wrote what, as it was known at the moment that the document shows
 */
export function readTree(doc: Y.Doc, authors: Authors): TreeBlock {
  const looks = new Map<string, DifferenceMark[]>();

  function readBlock(
    type: Y.XmlFragment | Y.XmlElement,
    name: string,
    parent: TreeBlock | null,
    index: number,
  ): TreeBlock {
    const children: TreeBlock[] = [];
    const items = visibleIn(type);
    const holdsText = name !== 'doc' && items.every(isInline);
    const block: TreeBlock = {
      type: name,
      attrs: type instanceof Y.XmlElement ? attributesOf(type) : {},
      id: itemOf(type)?.id ?? null,
      ...{parent, index, children},
      text: holdsText ? readText(items) : null,
      attributeIds: attributeIds(type),
    };
    if (holdsText) return block;
    for (const item of items) {
      const inner = typeIn(item);
      if (isInline(item)) {
        // A stranger's client may have put text straight between blocks.
        children.push(bareText(readText([item]), block, children.length));
      } else if (inner instanceof Y.XmlElement) {
        children.push(readBlock(inner, inner.nodeName, block, children.length));
      }
    }
    return block;
  }

  function readText(items: readonly Y.Item[]): TreeText {
    const strings: string[] = [];
    const pieces: Piece[] = [];
    let at = 0;
    const put = (item: Y.Item, text: string, look: Look, type: string): void => {
      const client = item.id.client as ClientId;
      authors.each(
        client,
        item.id.clock,
        text.length,
        (clock, length, author, sourceClient, sourceClock) => {
          pieces.push({at, length, client, clock, author, sourceClient, sourceClock, look, type});
          at += length;
        },
      );
      strings.push(text);
    };
    for (const item of items) {
      const inner = typeIn(item);
      if (inner instanceof Y.XmlText) readRuns(inner, put);
      else if (inner instanceof Y.XmlElement) put(item, inlineCharacter, plain, inner.nodeName);
    }
    return {string: strings.join(''), pieces};
  }

  function readRuns(
    text: Y.XmlText,
    put: (item: Y.Item, text: string, look: Look, type: string) => void,
  ): void {
    // Few texts have any formatting.
    let formats: Formats | null = null;
    let look: Look | null = plain;
    for (let item = firstItem(text); item; item = item.right) {
      if (item.deleted) continue;
      const {content} = item;
      if (content instanceof Y.ContentFormat) {
        formats ??= {values: new Map(), setBy: new Map(), endedBy: new Map()};
        look = null;
        format(formats, content, item.id);
      } else if (content instanceof Y.ContentString) {
        look ??= formats ? lookOf(formats) : plain;
        put(item, content.str, look, 'text');
      }
    }
  }

  function lookOf({values, setBy, endedBy}: Formats): Look {
    const found = [...values].map(([name, value]) => markOf(name, value)).toSorted(byType);
    const key = JSON.stringify(found);
    const marks = looks.get(key) ?? found;
    looks.set(key, marks);
    return {marks, key, setBy: new Map(setBy), endedBy: new Map(endedBy)};
  }

  return readBlock(doc.getXmlFragment(ROOT_NAME), 'doc', null, 0);
}

interface Formats {
  readonly values: Map<string, unknown>;
  readonly setBy: Map<string, Id>;
  readonly endedBy: Map<string, Id>;
}

function format({values, setBy, endedBy}: Formats, {key, value}: Y.ContentFormat, id: Id): void {
  if (value === null) {
    values.delete(key);
    setBy.delete(key);
    endedBy.set(key, id);
  } else {
    values.set(key, value);
    setBy.set(key, id);
    endedBy.delete(key);
  }
}

/** The name of a mark in Yjs: of marks that may stand on the same text twice, a hash is cut off. */
export function markName(name: string): string {
  return hashedMark.exec(name)?.[1] ?? name;
}

/** Equal for the same id; '' for none. */
export function keyOf(id: Id | null): string {
  return id ? `${id.client}-${id.clock}` : '';
}

/** Every block with text below this one, in reading order. */
export function textsIn(block: TreeBlock, found: TreeBlock[] = []): readonly TreeBlock[] {
  if (block.text) found.push(block);
  for (const child of block.children) textsIn(child, found);
  return found;
}

function visibleIn(type: Y.XmlFragment): readonly Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = firstItem(type); item; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentType) items.push(item);
  }
  return items;
}

function typeIn({content}: Y.Item): unknown {
  return content instanceof Y.ContentType ? content.type : null;
}

function isInline(item: Y.Item): boolean {
  const type = typeIn(item);
  return type instanceof Y.XmlText || (type instanceof Y.XmlElement && isInlineType(type.nodeName));
}

function isInlineType(name: string): boolean {
  return inlineTypes.has(name);
}

function bareText(text: TreeText, parent: TreeBlock, index: number): TreeBlock {
  return {
    ...{type: 'bareText', attrs: {}, id: null, parent, index, children: [], text},
    attributeIds: none,
  };
}

function attributesOf(element: Y.XmlElement): Attributes {
  const attributes = Object.entries(element.getAttributes() as Attributes);
  return Object.fromEntries(
    attributes.filter(([, value]) => value !== undefined && value !== null).toSorted(byName),
  );
}

function markOf(name: string, value: unknown): DifferenceMark {
  const type = markName(name);
  const attrs = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return attrs.length > 0 ? {type, attrs: Object.fromEntries(attrs.toSorted(byName))} : {type};
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function byType(one: DifferenceMark, other: DifferenceMark): number {
  return one.type < other.type ? -1 : 1;
}
