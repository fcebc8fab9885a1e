/** What comes from the clipboard: structure stays, the rest goes, and where a copy was made is known. */

import {Extension} from '@tiptap/core';
import {DOMSerializer, type Fragment, type Schema} from '@tiptap/pm/model';
import {Plugin, PluginKey} from '@tiptap/pm/state';
import {cleanHtml} from './clean-html.ts';
import {labAttribute} from './own-attributes.ts';

export interface PasteOptions {
  /** Of the document; '' for one outside of any lab that I am in. */
  readonly lab: string;
  /** Pictures were left out. */
  readonly onPictures: () => void;
}

export const Paste = Extension.create<PasteOptions>({
  name: 'foreignPaste',
  addOptions: () => ({lab: '', onPictures: () => undefined}),
  addProseMirrorPlugins() {
    const {lab, onPictures} = this.options;
    return [
      new Plugin({
        key: new PluginKey('paste'),
        props: {
          clipboardSerializer: new ClipboardSerializer(this.editor.schema, lab),
          transformPastedHTML(html) {
            const clean = cleanHtml(html, lab);
            if (clean.pictures > 0) onPictures();
            return clean.html;
          },
          handlePaste(_view, event, slice) {
            // A picture by itself: the editor would do nothing, and say nothing.
            const files = [...(event.clipboardData?.files ?? [])];
            if (slice.size > 0 || !files.some(({type}) => type.startsWith('image/'))) return false;
            onPictures();
            return true;
          },
        },
      }),
    ];
  },
});

/** Notes on the outermost elements in which lab they were copied. */
class ClipboardSerializer extends DOMSerializer {
  private readonly lab: string;

  constructor(schema: Schema, lab: string) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
    this.lab = lab;
  }

  override serializeFragment(
    fragment: Fragment,
    options?: {document?: Document},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const drawn = super.serializeFragment(fragment, options, target);
    if (!target) {
      for (const element of drawn.children) element.setAttribute(labAttribute, this.lab);
    }
    return drawn;
  }
}
