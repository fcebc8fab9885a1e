/**
 * Moves a block in the live document. Yjs has no move: what moves is made anew elsewhere, and what
 * others write in the old one at that moment would be lost. So among siblings those are made anew in
 * which nobody writes, and words that still come too late are carried over (`late-words.ts`).
 */

import {ROOT_NAME} from '@samenspel/shared/schema';
import type {EditorState} from '@tiptap/pm/state';
import {ySyncPluginKey, yUndoPluginKey} from '@tiptap/y-tiptap';
import type {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';
import type {Gap, Movable} from './movable.ts';

/** The live document behind an editor, and who else is in it. */
export interface Live {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

/** False when it already stands there, or can't be found in the live document. */
export function moveBlock(live: Live, state: EditorState, block: Movable, gap: Gap): boolean {
  const root = live.doc.getXmlFragment(ROOT_NAME);
  const from = holderAt(root, state, block.parentPos);
  const to = holderAt(root, state, gap.parentPos);
  const element = from?.get(block.index);
  if (!from || !to || !(element instanceof Y.XmlElement)) return false;
  if (element.nodeName !== block.node.type.name) return false;
  if (from === to && (gap.index === block.index || gap.index === block.index + 1)) return false;
  inOneStep(live.doc, state, () => {
    if (from === to) moveAmong(live, from, block.index, gap.index);
    else {
      const copy = element.clone();
      from.delete(block.index, 1);
      fillIfEmpty(from);
      to.insert(gap.index, [copy]);
    }
  });
  return true;
}

/** Either it crosses the ones between, or they cross it: whichever disturbs nobody, or moves less. */
function moveAmong(live: Live, parent: Holder, from: number, gap: number): void {
  const [first, end] = from < gap ? [from + 1, gap] : [gap, from];
  const between = parent.slice(first, end);
  const [itself] = parent.slice(from, from + 1);
  if (!itself) return;
  const isBusy = busyIn(live);
  const [busyHere, busyThere] = [isBusy([itself]), isBusy(between)];
  const isLarger = lengthOf([itself]) > lengthOf(between);
  if (busyHere === busyThere ? isLarger : busyHere) {
    const copies = between.map(cloned);
    // Those further on first, so that the places before them stay.
    if (from < gap) {
      parent.delete(first, end - first);
      parent.insert(from, copies);
    } else {
      parent.insert(from + 1, copies);
      parent.delete(first, end - first);
    }
    return;
  }
  const copy = cloned(itself);
  parent.delete(from, 1);
  parent.insert(from < gap ? gap - 1 : gap, [copy]);
}

type Holder = Y.XmlFragment | Y.XmlElement;
type Child = ReturnType<Y.XmlFragment['slice']>[number];

/** One update on the wire and one step to take back. */
function inOneStep(doc: Y.Doc, state: EditorState, change: () => void): void {
  const {undoManager} = yUndoPluginKey.getState(state) as {readonly undoManager: Y.UndoManager};
  // Yjs joins what follows within half a second to the step before.
  undoManager.stopCapturing();
  // The origin of the editor's own edits, which is what can be taken back.
  doc.transact(change, ySyncPluginKey);
  undoManager.stopCapturing();
}

/** The element of the node that begins at this position; the root for null. */
function holderAt(root: Y.XmlFragment, state: EditorState, pos: number | null): Holder | null {
  if (pos === null) return root;
  const $pos = state.doc.resolve(pos);
  let holder: Holder = root;
  for (let depth = 0; depth <= $pos.depth; depth += 1) {
    const child: unknown = holder.get($pos.index(depth));
    if (!(child instanceof Y.XmlElement)) return null;
    holder = child;
  }
  return holder;
}

/** Whether somebody else's caret stands in any of these. */
function busyIn({doc, awareness}: Live): (elements: readonly Child[]) => boolean {
  const around = new Set<unknown>();
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const cursor: unknown = state['cursor'];
    const head = typeof cursor === 'object' && cursor !== null ? Reflect.get(cursor, 'head') : null;
    let type = typeAt(doc, head);
    for (; type; type = parentOf(type)) around.add(type);
  }
  return (elements) => elements.some((element) => around.has(element));
}

/** Anybody may send anything as their place. */
function typeAt(doc: Y.Doc, place: unknown): Y.AbstractType<unknown> | null {
  if (typeof place !== 'object' || place === null) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(place);
    return Y.createAbsolutePositionFromRelativePosition(relative, doc)?.type ?? null;
  } catch {
    return null;
  }
}

function parentOf(type: Y.AbstractType<unknown>): Y.AbstractType<unknown> | null {
  const {parent} = type;
  return parent instanceof Y.AbstractType ? parent : null;
}

function lengthOf(elements: readonly Child[]): number {
  return elements.reduce((sum, element) => sum + element.toString().length, 0);
}

function cloned(child: Child): Y.XmlElement | Y.XmlText {
  return child.clone();
}

/** No block may be without anything in it, the document neither. */
function fillIfEmpty(holder: Holder): void {
  if (holder.length === 0) holder.insert(0, [new Y.XmlElement('paragraph')]);
}
