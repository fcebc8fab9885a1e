/**
 * Keeps React from reading the whole text whenever it draws anything on the page. Before it changes the
 * page it remembers the selection of what has the focus, and in a text it counts to it through every letter,
 * from the first to the last: in a hundred pages that was a fifth of all work at every key. The editor looks
 * after its own selection.
 */

import {Extension} from '@tiptap/core';
import {Plugin, PluginKey} from '@tiptap/pm/state';

export const Unwalked = Extension.create({
  name: 'unwalked',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('unwalked'),
      view: ({dom}) => {
        // As of a field, which React only asks where its selection is.
        for (const name of ['selectionStart', 'selectionEnd']) {
          Object.defineProperty(dom, name, {
            configurable: true,
            get: () => 0,
            set() {
              // It would put it back where the focus was lost meanwhile.
            },
          });
        }
        Object.defineProperty(dom, 'value', {configurable: true, value: ''});
        return {};
      },
    }),
  ],
});
