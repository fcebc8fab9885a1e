/** Puts a new action or agreement where it belongs: in the goal or task around a place, or behind it. */

import type {BlockId, MadeKind, TextId} from '@samenspel/shared';
import * as Y from 'yjs';
import {
  type Child,
  childrenOf,
  type Container,
  findById,
  findByKey,
} from '../history/restore/elements.ts';
import {schema} from '../history/restore/schema.ts';

export interface NewBlock {
  readonly kind: MadeKind;
  readonly id: BlockId;
  readonly title: string;
}

/** What it is to stand with; null is nothing in particular. */
export interface Beside {
  readonly line: TextId | null;
  readonly block: BlockId | null;
}

export function insertBlock(
  doc: Y.Doc,
  root: Y.XmlFragment,
  {kind, id, title}: NewBlock,
  beside: Beside,
): void {
  const {container, index} = placeFor(doc, root, kind, beside);
  const element = new Y.XmlElement(kind);
  const line = new Y.XmlElement('blockTitle');
  container.insert(index, [element]);
  element.setAttribute('id', id);
  element.insert(0, [line]);
  line.insert(0, [new Y.XmlText(title)]);
}

interface Place {
  readonly container: Container;
  readonly index: number;
}

function placeFor(doc: Y.Doc, root: Container, kind: MadeKind, {line, block}: Beside): Place {
  const near = (block && findById(root, block)) ?? (line && findByKey(doc, root, line));
  let inside: Child | null = null;
  for (
    let at: unknown = near;
    at instanceof Y.XmlElement || at instanceof Y.XmlText;
    at = at.parent
  ) {
    if (at instanceof Y.XmlElement && mayHold(at, kind)) return placeIn(at, inside);
    inside = at;
  }
  return placeIn(root, inside);
}

/** In a goal or task at its end; outside of them right behind what it is about. */
function placeIn(container: Container, behind: Child | null): Place {
  const children = childrenOf(container);
  const isBlock = container instanceof Y.XmlElement;
  const at = isBlock || !behind ? children.length : children.indexOf(behind) + 1;
  return {container, index: at};
}

function mayHold({nodeName}: Y.XmlElement, kind: MadeKind): boolean {
  const {nodes} = schema();
  const [type, inside] = [nodes[nodeName], nodes[kind]];
  return Boolean(type && inside && type.contentMatch.matchType(inside));
}
