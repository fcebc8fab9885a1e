/**
 * Grey words where something is still to come: in a block's empty title, in an empty document, and the
 * questions of a template until they are answered.
 */

import {Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import {Decoration, DecorationSet} from '@tiptap/pm/view';
import {cardQuestion} from '../words/blocks.ts';
import {blockQuestion} from '../words/editor.ts';
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
          apply: (tr, hints) => (tr.docChanged ? hintsIn(tr.doc, emptyDocument) : hints),
        },
        props: {decorations: (state) => key.getState(state)},
      }),
    ];
  },
});

function hintsIn(doc: ProseMirrorNode, emptyDocument: string): DecorationSet {
  const hints: Decoration[] = [];
  const only = doc.childCount === 1 ? doc.firstChild : null;
  if (only?.type.name === 'paragraph' && only.content.size === 0)
    hints.push(hint(0, only, emptyDocument));
  doc.descendants((node, pos, parent) => {
    const question: unknown = node.type.name === 'paragraph' ? node.attrs['question'] : null;
    if (typeof question === 'string' && question !== '' && node.content.size === 0)
      hints.push(hint(pos, node, question));
    if (node.type.name !== 'blockTitle' || node.content.size > 0) return !node.isTextblock;
    if (parent && isPlanBlock(parent.type.name))
      hints.push(hint(pos, node, blockQuestion(parent.type.name)));
    if (parent?.type.name === 'card') hints.push(hint(pos, node, cardQuestion));
    return false;
  });
  return DecorationSet.create(doc, hints);
}

function hint(pos: number, node: ProseMirrorNode, words: string): Decoration {
  return Decoration.node(pos, pos + node.nodeSize, {
    class: 'hint',
    'data-hint': words,
    'aria-description': words,
  });
}
