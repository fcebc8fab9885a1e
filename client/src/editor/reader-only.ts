/** For who may only read: nothing an editor does by itself, such as mending a table, is an edit. */

import {Extension} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import {Decoration, DecorationSet} from '@tiptap/pm/view';
import {ySyncPluginKey} from '@tiptap/y-tiptap';
import {toolbar as words} from '../words/editor.ts';

export const ReaderOnly = Extension.create({
  name: 'readerOnly',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('readerOnly'),
      filterTransaction: (transaction) =>
        !transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined,
      props: {decorations: ({doc}) => scrollableTables(doc)},
    }),
  ],
});

/** Without a caret to walk with, a wide table must be reached by Tab to be scrolled (WCAG 2.1.1). */
function scrollableTables(doc: ProseMirrorNode): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'table') {
      const attributes = {role: 'group', tabindex: '0', 'aria-label': words.table};
      found.push(Decoration.node(at, at + node.nodeSize, attributes));
    }
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}
