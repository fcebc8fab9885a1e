/** For who may only read: nothing an editor does by itself, such as mending a table, is an edit. */

import {Extension} from '@tiptap/core';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import {ySyncPluginKey} from '@tiptap/y-tiptap';

export const ReaderOnly = Extension.create({
  name: 'readerOnly',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('readerOnly'),
      filterTransaction: (transaction) =>
        !transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined,
    }),
  ],
});
