/** An address may name a place in a text: `#blok=…`. It is gone to once, as soon as it is there. */

import type {BlockId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useEffect} from 'react';
import {jumpTo, placeOfBlock} from '../editor/jump.ts';

const name = 'blok';

/** The address of a place in a document; without a block that of the document. */
export function placeHref(documentId: string, block: BlockId | null): string {
  const place = block === null ? '' : `#${name}=${encodeURIComponent(block)}`;
  return `/documenten/${documentId}${place}`;
}

export function useAskedPlace(editor: Editor): void {
  useEffect(() => {
    const asked = askedIn(window.location.hash);
    if (asked === null) return undefined;
    // The text is drawn a moment after the editor is there; a block that is gone never is.
    const go = () => {
      if (placeOfBlock(editor.state.doc, asked) === null) return;
      editor.off('transaction', go);
      // Going back or reloading must not take the reader there again.
      const {pathname, search} = window.location;
      window.history.replaceState(window.history.state, '', pathname + search);
      requestAnimationFrame(() => {
        if (!editor.isDestroyed) jumpTo(editor, asked);
      });
    };
    editor.on('transaction', go);
    go();
    return () => {
      editor.off('transaction', go);
    };
  }, [editor]);
}

function askedIn(hash: string): BlockId | null {
  const asked = new URLSearchParams(hash.slice(1)).get(name);
  return asked ? (asked as BlockId) : null;
}
