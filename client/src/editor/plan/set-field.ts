/**
 * Changes to the facts of a plan. Each touches one attribute or one line and nothing around it, so that
 * what two people fill in at once is both there afterwards; each is taken back by itself.
 */

import type {BlockId} from '@samenspel/shared';
import type {FactName} from '@samenspel/shared/schema';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {yUndoPluginKey} from '@tiptap/y-tiptap';
import type {UndoManager} from 'yjs';
import {placeOf} from './places.ts';

export type FieldValue = string | number | null;

/** In which order facts are read, where they stand together under a title. */
const order: readonly string[] = ['blockTitle', 'carrier', 'measure', 'fund', 'account'];

/** False when the block is gone or has no such field. */
export function setField(editor: Editor, id: BlockId, field: string, value: FieldValue): boolean {
  const place = placeOf(editor.state.doc, id);
  if (!place || !(field in place.node.attrs) || field === 'id') return false;
  if (place.node.attrs[field] === value) return true;
  onItsOwn(editor, () =>
    editor.view.dispatch(editor.state.tr.setNodeAttribute(place.pos, field, value)),
  );
  return true;
}

/** Adds a line of facts behind the others of its kind; its id, or null when it can't stand there. */
export function addFact(
  editor: Editor,
  blockId: BlockId,
  name: FactName,
  {text = '', attrs = {}}: {text?: string; attrs?: Readonly<Record<string, FieldValue>>} = {},
): BlockId | null {
  const place = placeOf(editor.state.doc, blockId);
  const type = editor.schema.nodes[name];
  if (!place || !type || !place.node.type.contentMatch.matchType(type)) return null;
  const id = crypto.randomUUID() as BlockId;
  const words = text === '' ? null : editor.schema.text(text);
  const node = type.create('id' in (type.spec.attrs ?? {}) ? {...attrs, id} : attrs, words);
  const at = place.pos + 1 + offsetFor(place.node, name);
  onItsOwn(editor, () => editor.view.dispatch(editor.state.tr.insert(at, node)));
  return id;
}

/** False when it is gone already. */
export function removeFact(editor: Editor, id: BlockId): boolean {
  const place = placeOf(editor.state.doc, id);
  if (!place) return false;
  onItsOwn(editor, () =>
    editor.view.dispatch(editor.state.tr.delete(place.pos, place.pos + place.node.nodeSize)),
  );
  return true;
}

/** Takes a line away that says nothing at all. */
export function removeBlank(editor: Editor, id: BlockId): void {
  const place = editor.isDestroyed ? null : placeOf(editor.state.doc, id);
  if (place && isBlank(place.node)) removeFact(editor, id);
}

/** Whether nothing was written or chosen in a line yet. */
export function isBlank({content, attrs}: ProseMirrorNode): boolean {
  const chosen = Object.entries(attrs).filter(([name, value]) => name !== 'id' && value !== null);
  return content.size === 0 && chosen.length === 0;
}

/** Makes the line say this, by changing only what differs: what others type beside it stays. */
export function setWords(editor: Editor, id: BlockId, words: string): boolean {
  const place = placeOf(editor.state.doc, id);
  if (!place) return false;
  const old = place.node.textBetween(0, place.node.content.size, undefined, leafMark);
  const {from, to, insert} = difference(old, words);
  if (from === to && insert === '') return true;
  const start = place.pos + 1;
  editor.view.dispatch(editor.state.tr.insertText(insert, start + from, start + to));
  return true;
}

/** The words of a line as `setWords` counts them: whatever is no text takes one place. */
export function wordsIn(node: ProseMirrorNode): string {
  return node.textBetween(0, node.content.size, undefined, leafMark);
}

const leafMark = ' ';

/** The stretch in which two texts differ. */
export function difference(
  old: string,
  now: string,
): {readonly from: number; readonly to: number; readonly insert: string} {
  const most = Math.min(old.length, now.length);
  let from = 0;
  while (from < most && old[from] === now[from]) from += 1;
  // Never between the two halves of one character.
  if (isFirstHalf(old[from - 1])) from -= 1;
  let behind = 0;
  while (behind < most - from && old.at(-1 - behind) === now.at(-1 - behind)) behind += 1;
  if (behind > 0 && isSecondHalf(old.at(-behind))) behind -= 1;
  return {from, to: old.length - behind, insert: now.slice(from, now.length - behind)};
}

function isFirstHalf(unit = ''): boolean {
  return /^[\uD800-\uDBFF]$/.test(unit);
}

function isSecondHalf(unit = ''): boolean {
  return /^[\uDC00-\uDFFF]$/.test(unit);
}

/** Behind the last of its kind, or behind what is read before it. */
function offsetFor(block: ProseMirrorNode, name: FactName): number {
  let offset = 0;
  let best = 0;
  let bestRank = -1;
  const rank = order.indexOf(name);
  block.forEach((child) => {
    offset += child.nodeSize;
    const own = order.indexOf(child.type.name);
    if (own === -1 || own > rank || own < bestRank) return;
    best = offset;
    bestRank = own;
  });
  return best;
}

/** One step back undoes this and nothing else. */
function onItsOwn(editor: Editor, change: () => void): void {
  const manager = undoManager(editor);
  manager?.stopCapturing();
  change();
  manager?.stopCapturing();
}

function undoManager(editor: Editor): UndoManager | null {
  const state = yUndoPluginKey.getState(editor.state) as {undoManager: UndoManager} | undefined;
  return state?.undoManager ?? null;
}
