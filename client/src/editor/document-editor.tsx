/** The text of one document under the hands of one person, with the buttons that go with it. */

import type {DocumentId, LabId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {EditorContent, useEditor} from '@tiptap/react';
import {memo, type ReactNode, useCallback, useEffect, useRef, useState} from 'react';
import type {DocumentSession} from '../sync/document-session.ts';
import {editor as words} from '../words/editor.ts';
import {BlockHandle} from './block-handle.tsx';
import type {BlockTarget} from './block-menu.tsx';
import type {Writer} from './caret.ts';
import {editorExtensions} from './extensions.ts';
import {FindBar} from './find-bar.tsx';
import {foldedHere, keepFolded} from './folded-here.ts';
import {scrollMargins} from './in-sight.ts';
import {LinkDialog} from './link-dialog.tsx';
import {KeysDialog} from './keys-dialog.tsx';
import {MoveDialog} from './move-dialog.tsx';
import {Said} from './said.tsx';
import {PicturesNote} from './paste/pictures-note.tsx';
import {Toolbar} from './toolbar.tsx';
import './prose.css';
import './editor.css';
import './fold.css';
import './sources/sources.css';

export interface DocumentEditorProps {
  readonly documentId: DocumentId;
  readonly labId: LabId;
  readonly session: DocumentSession;
  readonly title: string;
  readonly me: Writer;
  readonly mayWrite: boolean;
  /** What stands beside the text. */
  readonly renderBeside: (editor: Editor) => ReactNode;
}

type Panel = 'none' | 'find' | 'link' | 'keys';

type Wanted = 'toolbar' | 'block' | 'find' | 'link';

/** Drawn anew only when something about it changed: typing is no reason, and nor is saving. */
export const DocumentEditor = memo(function DocumentEditor({
  documentId,
  labId,
  session,
  title,
  me,
  mayWrite,
  renderBeside,
}: DocumentEditorProps) {
  const [panel, setPanel] = useState<Panel>('none');
  const [leftOut, setLeftOut] = useState(false);
  const [moved, setMoved] = useState<BlockTarget | null>(null);
  const tools = useRef<HTMLDivElement>(null);
  const around = useRef<HTMLDivElement>(null);
  const label = words.textLabel(title);
  const editor = useEditor(
    {
      extensions: editorExtensions({
        doc: session.doc,
        awareness: session.awareness,
        ...{me, mayWrite},
        isSaved: () => session.snapshot().saved.kind === 'saved',
        earlier: session.earlierIds(),
        fold: {
          folded: foldedHere(documentId),
          onFold: (folded) => keepFolded(documentId, folded),
        },
        paste: {lab: labId, onPictures: () => setLeftOut(true)},
      }),
      editable: mayWrite,
      // Its style sheet would be inline; ours stands in editor.css.
      injectCSS: false,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: () => textAttributes(label, mayWrite),
        scrollThreshold: scrollMargins,
        scrollMargin: scrollMargins,
        handleKeyDown: (_view, event) => {
          const wanted = panelFor(event, mayWrite);
          if (!wanted) return false;
          event.preventDefault();
          if (wanted === 'toolbar') tools.current?.querySelector('button')?.focus();
          else if (wanted === 'block') openBlockMenu(tools.current);
          else setPanel(wanted);
          return true;
        },
      },
    },
    [session, mayWrite],
  );
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: () => textAttributes(label, mayWrite),
      },
    });
  }, [editor, label, mayWrite]);

  const close = useCallback(() => {
    setPanel('none');
    setMoved(null);
    editor.commands.focus();
  }, [editor]);

  return (
    <>
      {mayWrite ? (
        <Toolbar
          ref={tools}
          editor={editor}
          onLink={() => setPanel('link')}
          onFind={() => setPanel('find')}
          onKeys={() => setPanel('keys')}
          onMoveTo={setMoved}
        />
      ) : null}
      {panel === 'find' ? <FindBar editor={editor} onClose={close} /> : null}
      {panel === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {panel === 'keys' ? <KeysDialog onClose={close} /> : null}
      <PicturesNote isShown={leftOut} onClose={() => setLeftOut(false)} />
      {moved ? <MoveDialog editor={editor} target={moved} onClose={close} /> : null}
      <Said editor={editor} />
      <div className="document-desk">
        <div ref={around} className="document-text">
          <EditorContent editor={editor} className="text" />
          {mayWrite ? <BlockHandle editor={editor} around={around} onMoveTo={setMoved} /> : null}
        </div>
        {/* Drawn before the text; behind it for the Tab key, so that the buttons stay next to it. */}
        {renderBeside(editor)}
      </div>
    </>
  );
});

function textAttributes(label: string, mayWrite: boolean): Record<string, string> {
  return {
    class: 'prose',
    role: mayWrite ? 'textbox' : 'document',
    'aria-label': label,
    ...(mayWrite ? {'aria-multiline': 'true'} : {tabindex: '0'}),
  };
}

/** The same as pressing it: it opens at its button. */
function openBlockMenu(tools: HTMLElement | null): void {
  tools?.querySelector<HTMLElement>('.tool-block button')?.click();
}

function panelFor(event: KeyboardEvent, mayWrite: boolean): Wanted | null {
  if (event.altKey && event.key === 'F10') return 'toolbar';
  if (event.altKey && event.key === 'Enter' && mayWrite) return 'block';
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && event.key.toLowerCase() === 'f' && mayWrite) return 'find';
  if (isCommand && event.key.toLowerCase() === 'k' && mayWrite) return 'link';
  return null;
}
