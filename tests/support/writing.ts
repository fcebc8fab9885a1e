/** A real editor on a real Yjs document, as the document page has it, without a server. */

import {editorExtensions} from '@samenspel/client/editor/extensions.ts';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {Editor, type JSONContent} from '@tiptap/core';
import {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';

const me = {id: 'person-amina', name: 'Amina', side: 'informal'} as const;

export interface Desk {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  /** Who is in it; other people's carets come in by it. */
  readonly awareness: Awareness;
}

/** An editor over this document; `content` is written by the editor itself. */
export function openDesk(
  content?: readonly JSONContent[],
  doc = new Y.Doc(),
  mayWrite = true,
  earlier: readonly number[] = [],
  isSaved = () => true,
): Desk {
  const awareness = new Awareness(doc);
  const place = document.createElement('div');
  document.body.append(place);
  const editor = new Editor({
    element: place,
    extensions: editorExtensions({doc, awareness, me, mayWrite, earlier, isSaved}),
    editable: mayWrite,
    injectCSS: false,
  });
  if (content) editor.commands.setContent({type: 'doc', content: [...content]});
  return {editor, doc, awareness};
}

/** Two documents that hear each other at once. */
export function connect(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  a.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'line') Y.applyUpdate(b, update, 'line');
  });
  b.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'line') Y.applyUpdate(a, update, 'line');
  });
}

export function rootOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(ROOT_NAME);
}

/** Puts the caret behind (or, with an offset, inside) the first place where these words stand. */
export function caretAt(editor: Editor, words: string, offset = words.length): void {
  let place = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (place === -1 && at !== -1) place = pos + at + offset;
  });
  if (place === -1) throw new Error(`No such words: ${words}`);
  editor.commands.setTextSelection(place);
}

/** Presses a key as a keyboard does; tells whether the editor did something with it. */
export function press(editor: Editor, key: string, extra: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...extra});
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false;
}

export const paragraph = (text = ''): JSONContent => ({
  type: 'paragraph',
  ...(text ? {content: [{type: 'text', text}]} : {}),
});

export const block = (
  type: 'task' | 'goal' | 'action' | 'agreement',
  title: string,
  ...content: readonly JSONContent[]
): JSONContent => ({
  type,
  content: [
    {type: 'blockTitle', ...(title ? {content: [{type: 'text', text: title}]} : {})},
    ...content,
  ],
});

/** The document as an outline: `goal(blockTitle"Inloop" paragraph"Elke week")`. */
export function outline(editor: Editor): string {
  const draw = (node: JSONContent): string => {
    if (node.type === 'text') return `"${node.text}"`;
    const inside = (node.content ?? []).map(draw);
    const isText = node.content?.some(({type}) => type === 'text');
    return isText ? `${node.type}${inside.join('')}` : `${node.type}(${inside.join(' ')})`;
  };
  return (editor.getJSON().content ?? []).map(draw).join(' ');
}
