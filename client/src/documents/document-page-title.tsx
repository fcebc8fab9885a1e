/** Changing the title where it stands. */

import type {DocumentView} from '@samenspel/shared';
import {type KeyboardEvent, type SyntheticEvent, useState} from 'react';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {TextField} from '../ui/text-field.tsx';
import {editor as words} from '../words/editor.ts';
import {useRenameDocument} from './document.ts';

export interface DocumentPageTitleProps {
  readonly document: DocumentView;
  readonly onDone: () => void;
}

export function DocumentPageTitle({document, onDone}: DocumentPageTitleProps) {
  const [title, setTitle] = useState(document.title);
  const [isEmpty, setEmpty] = useState(false);
  const rename = useRenameDocument(document.id);

  function save(event: SyntheticEvent) {
    event.preventDefault();
    const wanted = title.trim();
    if (!wanted) return setEmpty(true);
    if (wanted === document.title) return onDone();
    rename.mutate(wanted, {onSuccess: onDone});
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onDone();
  }

  return (
    <form className="document-rename" onSubmit={save} onKeyDown={onKeyDown} noValidate>
      <h1 className="visually-hidden">{document.title}</h1>
      <TextField
        label={words.titleField}
        value={title}
        onChange={(value) => {
          setTitle(value);
          setEmpty(false);
        }}
        error={isEmpty ? words.titleEmpty : null}
        isFirst
      />
      <Button kind="primary" type="submit" isPending={rename.isPending}>
        {words.save}
      </Button>
      <Button onPress={onDone}>{words.cancel}</Button>
      {rename.error ? <Trouble error={rename.error} /> : null}
    </form>
  );
}
