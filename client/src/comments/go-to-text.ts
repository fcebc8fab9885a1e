/** From a thread to its text: the caret for who writes, its sign for who reads, in sight for both. */

import type {ThreadId, ThreadLine} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {TextSelection} from '@tiptap/pm/state';
import {bringInSight} from '../editor/in-sight.ts';
import {placeIn} from './anchors.ts';

/** Whether it has a place in the text to go to. */
export function goToText(editor: Editor, {id, place}: Pick<ThreadLine, 'id' | 'place'>): boolean {
  const range = placeIn(editor.state, id, place);
  if (!range) return false;
  const {view} = editor;
  if (editor.isEditable) {
    const near = TextSelection.near(view.state.doc.resolve(range.from));
    view.dispatch(view.state.tr.setSelection(near));
    // Its own scrolling knows nothing of what sticks above the text.
    view.dom.focus({preventScroll: true});
    view.focus();
  } else {
    signOf(editor, id, place)?.focus({preventScroll: true});
  }
  const {node} = view.domAtPos(range.from);
  const element = node instanceof Element ? node : node.parentElement;
  if (element) bringInSight(element, 'nearest');
  return true;
}

function signOf({view}: Editor, id: ThreadId, place: ThreadLine['place']): HTMLElement | null {
  const selector =
    place.at === 'block'
      ? `[data-comment="${CSS.escape(place.id)}"]`
      : `[data-thread="${CSS.escape(id)}"]`;
  return view.dom.querySelector<HTMLElement>(selector);
}
