/**
 * Tables of which rows have become unequal, because two people changed columns at once. A browser shows
 * them as they are, and their cells lose nothing. They are mended by whoever changes something in them
 * next, never because of what came from somebody else: then everybody would mend at once, each would add
 * what the others had added already, and it would never end.
 */

import {Extension} from '@tiptap/core';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import {fixTablesKey} from '@tiptap/pm/tables';
import {ySyncPluginKey} from '@tiptap/y-tiptap';

/** Whether the last change came from elsewhere. */
const key = new PluginKey<boolean>('tableMending');

export const TableMending = Extension.create({
  name: 'tableMending',
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: {
        init: () => true,
        apply: (tr, isForeign) =>
          tr.docChanged ? tr.getMeta(ySyncPluginKey) !== undefined : isForeign,
      },
      filterTransaction: (tr, state) =>
        tr.getMeta(fixTablesKey) === undefined || !key.getState(state),
    }),
  ],
});
