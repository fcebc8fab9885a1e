/**
 * Moving blocks under the keys and at the hands of others: Alt and an arrow moves the block one is in,
 * and when somebody else moves it, my caret and what I was just typing go along.
 */

import {Extension} from '@tiptap/core';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import {joinDoubles} from './doubles.ts';
import {keepCaret} from './keep-caret.ts';
import {carryLateWords} from './late-words.ts';
import {moveBy} from './block-acts.ts';
import {movableAtCaret} from './movable.ts';
import type {Live} from './move.ts';

declare module '@tiptap/core' {
  interface Storage {
    moving: Live;
  }
  interface EditorEvents {
    /** Something to be read aloud, for who doesn't see it happen. */
    said: {readonly words: string};
  }
}

export interface MovingOptions extends Live {
  readonly now: () => number;
  /** All I wrote is at the server. */
  readonly isSaved: () => boolean;
  readonly after: (ms: number, callback: () => void) => () => void;
  /** Client ids of mine from before a reload, under which something was still unsent. */
  readonly earlier: readonly number[];
}

export const Moving = Extension.create<MovingOptions, Live>({
  name: 'moving',
  priority: 1100,
  addStorage() {
    return {doc: this.options.doc, awareness: this.options.awareness};
  },
  addKeyboardShortcuts() {
    const by = (step: -1 | 1) => () => {
      const block = movableAtCaret(this.editor.state);
      return block !== null && moveBy(this.editor, block.pos, step);
    };
    return {'Alt-ArrowUp': by(-1), 'Alt-ArrowDown': by(1)};
  },
  addProseMirrorPlugins() {
    const {doc, awareness, now, after, isSaved, earlier} = this.options;
    return [
      new Plugin({
        key: new PluginKey('moving'),
        view: (view) => {
          const stops = [
            carryLateWords(doc, now, earlier),
            joinDoubles({doc, awareness, isSaved, after}),
            keepCaret(view, doc),
          ];
          return {destroy: () => stops.forEach((stop) => stop())};
        },
      }),
    ];
  },
});
