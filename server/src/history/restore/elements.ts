/** Blocks as they are stored: children with their ids, and the few things to ask of them. */

import * as Y from 'yjs';
import {firstItem, itemOf} from '../provenance/yjs-type.ts';

export type Child = Y.XmlElement | Y.XmlText;
export type Container = Y.XmlFragment | Y.XmlElement;

/** What a block shows, in order; by the id of each, for ever the same. */
export function childrenOf(container: Container): readonly Child[] {
  const children: Child[] = [];
  for (let item = firstItem(container); item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const {type} = item.content;
    if (type instanceof Y.XmlText || type instanceof Y.XmlElement) children.push(type);
  }
  return children;
}

/** "client:clock" of the item that holds it; '' for a root. */
export function keyOf(type: Container | Y.XmlText): string {
  const item = itemOf(type);
  return item ? `${item.id.client}:${item.id.clock}` : '';
}

/** The block that is kept under this key and is visible; null when there is none. */
export function findByKey(doc: Y.Doc, root: Container, key: string): Child | null {
  const [client, clock] = key.split(':').map(Number);
  if (client === undefined || clock === undefined) return null;
  if (!Number.isInteger(client) || !Number.isInteger(clock)) return null;
  if (clock >= Y.getState(doc.store, client)) return null;
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(item instanceof Y.Item) || item.id.clock !== clock || item.deleted) return null;
  if (!(item.content instanceof Y.ContentType)) return null;
  const {type} = item.content;
  if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return null;
  return isWithin(type, root) ? type : null;
}

/** The first visible block with this `id` attribute; null when there is none. */
export function findById(container: Container, id: string): Y.XmlElement | null {
  for (const child of childrenOf(container)) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.getAttribute('id') === id) return child;
    const found = findById(child, id);
    if (found) return found;
  }
  return null;
}

/** From the block around it outwards; the last is the root. */
export function containersOf(type: Child): readonly Container[] {
  const found: Container[] = [];
  for (let parent = type.parent; parent instanceof Y.XmlFragment; parent = parent.parent) {
    found.push(parent);
  }
  return found;
}

function isWithin(type: Child, root: Container): boolean {
  for (let at: unknown = type; ;) {
    if (at === root) return true;
    if (!(at instanceof Y.XmlText || at instanceof Y.XmlFragment)) return false;
    if (itemOf(at)?.deleted) return false;
    at = at.parent;
  }
}
