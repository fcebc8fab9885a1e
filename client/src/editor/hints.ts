/**
 * Grey words where something is still to come: in a block's empty title, in an empty document, and the
 * questions of a template until they are answered.
 */

import {Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Plugin, PluginKey, type Transaction} from '@tiptap/pm/state';
import {Decoration, DecorationSet} from '@tiptap/pm/view';
import {cardQuestion} from '../words/blocks.ts';
import {blockQuestion} from '../words/editor.ts';
import {changedIn, eachTouched} from './changed.ts';
import {isPlanBlock} from './plan-labels.ts';

export interface HintsOptions {
  readonly emptyDocument: string;
}

const key = new PluginKey<DecorationSet>('hints');

export const Hints = Extension.create<HintsOptions>({
  name: 'hints',
  addOptions: () => ({emptyDocument: ''}),
  addProseMirrorPlugins() {
    const {emptyDocument} = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, {doc}) => hintsIn(doc, emptyDocument),
          apply: (tr, hints) => (tr.docChanged ? after(tr, hints, emptyDocument) : hints),
        },
        props: {decorations: (state) => key.getState(state)},
      }),
    ];
  },
});

/** Only where something changed: a long text has hundreds of places to look at, at every key. */
function after(tr: Transaction, hints: DecorationSet, emptyDocument: string): DecorationSet {
  const isShort = tr.doc.childCount === 1 || tr.before.childCount === 1;
  if (isShort) return hintsIn(tr.doc, emptyDocument);
  const changed = changedIn(tr);
  if (!changed) return hints;
  const found: Decoration[] = [];
  const gone: Decoration[] = [];
  const kept = hints.map(changed.mapping, tr.doc);
  eachTouched(tr.doc, changed.pieces, (node, pos, parent) => {
    if (!node.isTextblock) return;
    const end = pos + node.nodeSize;
    // What only touches it belongs to its neighbour.
    gone.push(...kept.find(pos, end).filter(({from, to}) => from < end && to > pos));
    const words = questionFor(node, parent);
    if (words !== null) found.push(hint(pos, node, words));
  });
  return kept.remove(gone).add(tr.doc, found);
}

function hintsIn(doc: ProseMirrorNode, emptyDocument: string): DecorationSet {
  const hints: Decoration[] = [];
  const only = doc.childCount === 1 ? doc.firstChild : null;
  if (only?.type.name === 'paragraph' && only.content.size === 0)
    hints.push(hint(0, only, emptyDocument));
  doc.descendants((node, pos, parent) => {
    if (!node.isTextblock) return true;
    const words = questionFor(node, parent);
    if (words !== null) hints.push(hint(pos, node, words));
    return false;
  });
  return DecorationSet.create(doc, hints);
}

/** What an empty line asks; null when it asks nothing, or is answered. */
function questionFor(node: ProseMirrorNode, parent: ProseMirrorNode | null): string | null {
  if (node.content.size > 0) return null;
  const question: unknown = node.type.name === 'paragraph' ? node.attrs['question'] : null;
  if (typeof question === 'string' && question !== '') return question;
  if (node.type.name !== 'blockTitle' || !parent) return null;
  if (parent.type.name === 'card') return cardQuestion;
  return isPlanBlock(parent.type.name) ? blockQuestion(parent.type.name) : null;
}

function hint(pos: number, node: ProseMirrorNode, words: string): Decoration {
  return Decoration.node(pos, pos + node.nodeSize, {
    class: 'hint',
    'data-hint': words,
    'aria-description': words,
  });
}
