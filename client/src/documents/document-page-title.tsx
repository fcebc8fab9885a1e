/** Changing the title where it stands. */

import type {DocumentView} from '@samenspel/shared';
import {type SyntheticEvent, useRef, useState} from 'react';
import {useKeys} from '../editor/use-keys.ts';
import {titleProblem} from '../labs/title.ts';
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
  const [isAsked, setAsked] = useState(false);
  const problem = titleProblem(title);
  const rename = useRenameDocument(document.id);
  const form = useRef<HTMLFormElement>(null);
  useKeys(form, ({key}) => {
    if (key === 'Escape') onDone();
  });

  function save(event: SyntheticEvent) {
    event.preventDefault();
    const wanted = title.trim();
    if (problem !== null) return setAsked(true);
    if (wanted === document.title) return onDone();
    rename.mutate(wanted, {onSuccess: onDone});
  }

  return (
    <form ref={form} className="document-rename" onSubmit={save} noValidate>
      <h1 className="visually-hidden">{document.title}</h1>
      <TextField
        label={words.titleField}
        value={title}
        onChange={setTitle}
        error={isAsked ? problem : null}
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
