/** Where something comes back whose place may be gone: as near as can be to where it stood. */

import * as Y from 'yjs';
import {
  type Child,
  childrenOf,
  type Container,
  containersOf,
  findById,
  findByKey,
  keyOf,
} from './elements.ts';
import type {Side} from './restore.ts';
import {schema} from './schema.ts';

export interface Place {
  readonly container: Container;
  readonly index: number;
}

/** A place in the document of now, in the innermost block that is still there and may hold it. */
export function placeFor(was: Child, name: string, now: Side): Place {
  let inside = was;
  for (const around of containersOf(was)) {
    const container = counterpart(around, now);
    if (container && mayHold(container, name)) {
      return {container, index: indexBehind(inside, around, container)};
    }
    if (!(around instanceof Y.XmlElement)) break;
    inside = around;
  }
  return {container: now.root, index: childrenOf(now.root).length};
}

/** Whether a block of this name holds a line of text. */
export function isLineOfText(name: string): boolean {
  return schema().nodes[name]?.inlineContent ?? false;
}

/** The same block now: by its Yjs id, or, when it was moved, by its `id` attribute. */
function counterpart(container: Container, now: Side): Container | null {
  if (!(container instanceof Y.XmlElement)) return now.root;
  const same = findByKey(now.doc, now.root, keyOf(container));
  if (same instanceof Y.XmlElement) return same;
  const id: unknown = container.getAttribute('id');
  return typeof id === 'string' ? findById(now.root, id) : null;
}

/** Behind the nearest earlier neighbour that is still there, else before the nearest later one. */
function indexBehind(child: Child, around: Container, container: Container): number {
  const neighbours = childrenOf(around);
  const at = neighbours.indexOf(child);
  const present = childrenOf(container).map(names);
  const find = (neighbour: Child) =>
    present.findIndex((known) => names(neighbour).some((name) => known.includes(name)));
  for (const neighbour of neighbours.slice(0, at).toReversed()) {
    const found = find(neighbour);
    if (found >= 0) return found + 1;
  }
  for (const neighbour of neighbours.slice(at + 1)) {
    const found = find(neighbour);
    if (found >= 0) return found;
  }
  return present.length;
}

function names(child: Child): readonly string[] {
  const id: unknown = child instanceof Y.XmlElement ? child.getAttribute('id') : null;
  return typeof id === 'string' ? [keyOf(child), `id ${id}`] : [keyOf(child)];
}

function mayHold(container: Container, name: string): boolean {
  const {nodes, topNodeType} = schema();
  const type = container instanceof Y.XmlElement ? nodes[container.nodeName] : topNodeType;
  const inside = nodes[name];
  return Boolean(type && inside && type.contentMatch.matchType(inside));
}
