/**
 * Gives every block and line that can be moved and counted an id of its own: a copy gets a new one, what
 * is moved keeps its own. Only what is done here is looked at; what others did, their own editor looked at.
 */

import {identifiedNames} from '@samenspel/shared/schema';
import {Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {type EditorState, Plugin, PluginKey, type Transaction} from '@tiptap/pm/state';
import {ySyncPluginKey} from '@tiptap/y-tiptap';
import {byChild, eachIn} from './by-child.ts';

export interface BlockIdsOptions {
  readonly newId: () => string;
}

export const BlockIds = Extension.create<BlockIdsOptions>({
  name: 'blockIds',
  addOptions: () => ({newId: () => crypto.randomUUID()}),
  addProseMirrorPlugins() {
    const {newId} = this.options;
    return [
      new Plugin({
        key: new PluginKey('blockIds'),
        appendTransaction: (transactions, before, state) =>
          transactions.some(isLocalChange) ? withIds(transactions, before, state, newId) : null,
      }),
    ];
  },
});

const identified: ReadonlySet<string> = new Set(identifiedNames);

interface Block {
  readonly pos: number;
  readonly id: string | null;
}

function withIds(
  transactions: readonly Transaction[],
  before: EditorState,
  state: EditorState,
  newId: () => string,
): Transaction | null {
  const older = whereIdsWere(before.doc, transactions);
  const seen = new Map<string, Block>();
  const renewed: Block[] = [];
  for (const block of blocksOf(state.doc)) {
    if (block.id === null) {
      renewed.push(block);
      continue;
    }
    const other = seen.get(block.id);
    if (!other) {
      seen.set(block.id, block);
      continue;
    }
    // Both stood here before: made elsewhere by two simultaneous moves, not a copy of ours.
    const was = older.get(block.id);
    if (was && was.count > 1) continue;
    // The one that stands where it stood keeps the id, wherever the copy was put.
    const isFirstTheOriginal = was === undefined || was.pos !== block.pos;
    renewed.push(isFirstTheOriginal ? block : other);
    if (!isFirstTheOriginal) seen.set(block.id, block);
  }
  if (renewed.length === 0) return null;
  const tr = state.tr;
  for (const {pos} of renewed) tr.setNodeAttribute(pos, 'id', newId());
  return tr;
}

/** Where each id stood before, in the places of now, and how often it stood there. */
function whereIdsWere(
  doc: ProseMirrorNode,
  transactions: readonly Transaction[],
): ReadonlyMap<string, {readonly pos: number; readonly count: number}> {
  const places = new Map<string, {readonly pos: number; readonly count: number}>();
  for (const {pos, id} of blocksOf(doc)) {
    if (id === null) continue;
    const now = transactions.reduce((at, transaction) => transaction.mapping.map(at), pos);
    places.set(id, {pos: now, count: (places.get(id)?.count ?? 0) + 1});
  }
  return places;
}

const blocksOf = byChild(readBlocks, ({pos, id}, by) => ({pos: pos + by, id}));

function readBlocks(child: ProseMirrorNode): readonly Block[] {
  const blocks: Block[] = [];
  eachIn(child, (node, pos) => {
    if (identified.has(node.type.name)) {
      const id: unknown = node.attrs['id'];
      blocks.push({pos, id: typeof id === 'string' && id !== '' ? id : null});
    }
    return !node.isTextblock;
  });
  return blocks;
}

function isLocalChange(transaction: Transaction): boolean {
  if (!transaction.docChanged) return false;
  const sync = transaction.getMeta(ySyncPluginKey) as
    {readonly isChangeOrigin?: boolean} | undefined;
  return !sync?.isChangeOrigin;
}
