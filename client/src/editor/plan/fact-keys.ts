/** How the lines of facts behave under the keys: like lines of text, without losing what they know. */

import type {BlockId} from '@samenspel/shared';
import {type Editor, Extension} from '@tiptap/core';
import {type Command, Plugin, PluginKey, Selection, TextSelection} from '@tiptap/pm/state';
import {isFact} from './block-facts.ts';
import {openAtCaret} from './open-fields.ts';
import {placeOf} from './places.ts';
import {addFact, isBlank} from './set-field.ts';

export const FactKeys = Extension.create({
  name: 'factKeys',
  // Before the keys of titles and paragraphs, and before the one that breaks a line.
  priority: 1110,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => {
      const {state, view} = this.editor;
      return command(state, view.dispatch, view);
    };
    return {
      'Mod-Enter': () => openAtCaret(this.editor),
      Enter: run(nextLine),
      Backspace: run((...args) => removeEmpty(...args) || stayAtStart(...args)),
      Delete: run(stayAtEnd),
      Tab: () => toLine(this.editor),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('factKeys'),
      props: {
        handleTextInput: (view, from, _to, text) => {
          const {parent} = view.state.doc.resolve(from);
          if (parent.type.name !== 'carrier' || !parent.attrs['person']) return false;
          // The name of a person of the lab is theirs: what is typed there is somebody else.
          return besides(text)(view.state, view.dispatch);
        },
      },
    }),
  ],
});

/** The caret in the line that says how we will know; a new one when there is none. */
export function writeMeasure(editor: Editor, id: BlockId): void {
  addFact(editor, id, 'measure');
  const place = placeOf(editor.state.doc, id);
  let at = -1;
  place?.node.forEach((child, offset) => {
    if (child.type.name === 'measure') at = place.pos + 1 + offset + child.nodeSize - 1;
  });
  if (at !== -1) editor.chain().setTextSelection(at).focus().scrollIntoView().run();
}

/** Behind money comes more money, behind who comes who; behind the others, and an empty one, text. */
const nextLine: Command = (state, dispatch) => {
  const {$from, $to} = state.selection;
  const {parent} = $from;
  const paragraph = state.schema.nodes['paragraph'];
  if (!isFact(parent.type.name) || !$from.sameParent($to) || !paragraph) return false;
  if (!dispatch) return true;
  const {tr} = state;
  const repeats = parent.type.name === 'carrier' || parent.type.name === 'fund';
  const isNobody = parent.type.name === 'carrier' && !parent.attrs['person'];
  if (repeats && parent.content.size === 0 && (isNobody || isBlank(parent))) {
    tr.setNodeMarkup($from.before(), paragraph, null);
  } else {
    tr.deleteSelection();
    const next = repeats
      ? {
          type: parent.type,
          attrs: parent.type.name === 'carrier' ? {part: parent.attrs['part']} : {},
        }
      : {type: paragraph};
    const isPerson = parent.attrs['person'];
    if (isPerson) {
      tr.insert($from.after(), parent.type.create(next.attrs));
      tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1));
    } else tr.split(tr.selection.from, 1, [next]);
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/** An empty line goes away with one Backspace, the caret to what stands before it. */
const removeEmpty: Command = (state, dispatch) => {
  const {$from, empty} = state.selection;
  const {parent} = $from;
  if (!empty || !isFact(parent.type.name) || parent.content.size > 0) return false;
  // Money that is known is more than an empty line; who, without a name, is nobody.
  if (parent.type.name !== 'carrier' && !isBlank(parent)) return false;
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after());
    tr.setSelection(
      Selection.near(tr.doc.resolve(Math.min($from.before(), tr.doc.content.size)), -1),
    );
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** Joining would lose what the line knows: at its start Backspace moves to what stands before it. */
const stayAtStart: Command = (state, dispatch) => {
  const {$from, empty} = state.selection;
  if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false;
  const before = Selection.findFrom(state.doc.resolve($from.before()), -1, true);
  const isAfterFact = before !== null && isFact(before.$from.parent.type.name);
  if (!isFact($from.parent.type.name) && !isAfterFact) return false;
  // An empty line of text behind a fact goes away like any other.
  if (!isFact($from.parent.type.name) && $from.parent.content.size === 0) return false;
  if (before && dispatch) dispatch(state.tr.setSelection(before).scrollIntoView());
  return true;
};

/** The same for Delete at the end. */
const stayAtEnd: Command = (state, dispatch) => {
  const {$from, empty} = state.selection;
  const {parent} = $from;
  if (!empty || $from.parentOffset < parent.content.size || !parent.isTextblock) return false;
  const behind = Selection.findFrom(state.doc.resolve($from.after()), 1, true);
  const isBeforeFact = behind !== null && isFact(behind.$from.parent.type.name);
  if (!isFact(parent.type.name) && !isBeforeFact) return false;
  if (behind && dispatch) dispatch(state.tr.setSelection(behind).scrollIntoView());
  return true;
};

/** A line of the same kind behind this one, with this text. */
function besides(text: string): Command {
  return (state, dispatch) => {
    const {$from} = state.selection;
    if (dispatch) {
      const {type, attrs} = $from.parent;
      const node = type.create({part: attrs['part']}, state.schema.text(text));
      const tr = state.tr.insert($from.after(), node);
      tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1 + text.length));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Tab in a title goes to the line of facts under it. */
function toLine(editor: Editor): boolean {
  const {$from} = editor.state.selection;
  if ($from.parent.type.name !== 'blockTitle') return false;
  const dom = editor.view.nodeDOM($from.before());
  const first = dom instanceof Element ? dom.querySelector<HTMLElement>('.facts button') : null;
  first?.focus();
  return first !== null;
}

/** Along a line of facts with the arrows, and back to the text with Escape. */
export function alongLine(editor: Editor, head: Element, event: KeyboardEvent): void {
  const buttons = [...head.querySelectorAll<HTMLElement>('button')];
  const at = buttons.findIndex((button) => button === event.target);
  switch (event.key) {
    case 'ArrowRight':
      buttons[at + 1]?.focus();
      break;
    case 'ArrowLeft':
      buttons[at - 1]?.focus();
      break;
    case 'Escape':
    case 'ArrowUp':
    case 'ArrowDown':
      editor.commands.focus();
      break;
    default:
      return;
  }
  event.preventDefault();
}
