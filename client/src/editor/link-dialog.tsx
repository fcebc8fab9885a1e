/** Makes, changes, opens or removes the link at the caret. */

import type {Editor} from '@tiptap/core';
import {type SyntheticEvent, useState} from 'react';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {TextField} from '../ui/text-field.tsx';
import {link as words} from '../words/editor.ts';
import {linkAddress} from './link-address.ts';

export interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

export function LinkDialog({editor, onClose}: LinkDialogProps) {
  const [standing] = useState(() => hrefAt(editor));
  const [typed, setTyped] = useState(standing ?? '');
  const [isWrong, setWrong] = useState(false);

  function save(event: SyntheticEvent) {
    event.preventDefault();
    const href = linkAddress(typed);
    if (!href) return setWrong(true);
    setLink(editor, href);
    onClose();
  }

  function remove() {
    editor.chain().extendMarkRange('link').unsetLink().run();
    onClose();
  }

  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <form className="link-form" onSubmit={save} noValidate>
        <TextField
          label={words.address}
          hint={words.hint}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setWrong(false);
          }}
          error={isWrong ? words.wrong : null}
          isFirst
        />
        <DialogButtons>
          <Button kind="primary" type="submit">
            {standing === null ? words.save : words.change}
          </Button>
          {standing === null ? null : (
            <>
              <a className="button" href={standing} target="_blank" rel="noopener noreferrer">
                {words.open}
              </a>
              <Button onPress={remove}>{words.remove}</Button>
            </>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Without selected words the address itself becomes the text. */
function setLink(editor: Editor, href: string): void {
  const {empty} = editor.state.selection;
  if (empty && !editor.isActive('link')) {
    const text = href.replace(/^(?:mailto|tel):/, '');
    editor
      .chain()
      .insertContent({type: 'text', text, marks: [{type: 'link', attrs: {href}}]})
      .run();
  } else {
    editor.chain().extendMarkRange('link').setLink({href}).run();
  }
}

function hrefAt(editor: Editor): string | null {
  const href: unknown = editor.getAttributes('link')['href'];
  return typeof href === 'string' ? href : null;
}
