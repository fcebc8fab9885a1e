/** Goes to a place in the text: the caret for who writes, the focus for who reads, both in view. */

import type {BlockId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Selection} from '@tiptap/pm/state';
import {bringInSight} from './in-sight.ts';
import {placeOf} from './plan/places.ts';

/** A block by its id, or a position in the document. */
export type Place = BlockId | number;

/** Does nothing for a block that is gone. */
export function jumpTo(editor: Editor, place: Place): void {
  const pos = typeof place === 'number' ? place : placeOfBlock(editor.state.doc, place);
  const node = pos === null ? null : editor.state.doc.nodeAt(pos);
  if (pos === null || !node) return;
  const {view} = editor;
  const element = view.nodeDOM(pos);
  if (editor.isEditable) {
    const near = Selection.near(view.state.doc.resolve(pos + 1));
    view.dispatch(view.state.tr.setSelection(near));
    // Its own scrolling knows nothing of what sticks above the text.
    view.dom.focus({preventScroll: true});
    view.focus();
  } else if (element instanceof HTMLElement) {
    element.tabIndex = -1;
    element.focus({preventScroll: true});
  }
  if (element instanceof Element) bringInSight(element, 'top');
}

/** Before the block; null when it isn't there. The first, where an id stands twice. */
export function placeOfBlock(doc: ProseMirrorNode, id: BlockId): number | null {
  return placeOf(doc, id)?.pos ?? null;
}
