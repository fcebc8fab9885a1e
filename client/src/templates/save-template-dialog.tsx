/** Keeps a document's text for the lab to begin others with, and offers it as a file. */

import type {DocumentView, TemplateView} from '@samenspel/shared';
import {maxTemplateName} from '@samenspel/shared/templates/size';
import {useState} from 'react';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {textProblem} from '../ui/text-problem.ts';
import {useFirstFocus} from '../ui/use-first-focus.ts';
import {general} from '../words/index.ts';
import {savingTemplate as words} from '../words/templates.ts';
import {TakeAlong} from './take-along.tsx';
import {useSaveTemplate} from './templates.ts';

export interface SaveTemplateDialogProps {
  readonly document: DocumentView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SaveTemplateDialog({document, isOpen, onClose}: SaveTemplateDialogProps) {
  const [saved, setSaved] = useState<TemplateView | null>(null);
  const close = () => {
    setSaved(null);
    onClose();
  };
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={close}>
      {saved ? (
        <Saved template={saved} onClose={close} />
      ) : (
        <SaveForm document={document} onSaved={setSaved} onClose={close} />
      )}
    </Dialog>
  );
}

interface SaveFormProps {
  readonly document: DocumentView;
  readonly onSaved: (template: TemplateView) => void;
  readonly onClose: () => void;
}

function SaveForm({document, onSaved, onClose}: SaveFormProps) {
  const [name, setName] = useState(document.title.slice(0, maxTemplateName));
  const save = useSaveTemplate(document.labId, document.id);
  const problem = textProblem(name, maxTemplateName, {
    missing: words.nameMissing,
    tooLong: words.nameTooLong,
  });
  const {isTried, onSubmit} = useSubmit([problem], () => {
    if (!save.isPending) save.mutate(name.trim(), {onSuccess: onSaved});
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <p>{words.what}</p>
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        error={isTried ? problem : null}
        isFirst
      />
      <Message>{words.check}</Message>
      {save.isError ? <Trouble error={save.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={save.isPending}>
          {save.isPending ? words.saving : words.save}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}

function Saved({
  template,
  onClose,
}: {
  readonly template: TemplateView;
  readonly onClose: () => void;
}) {
  const outcome = useFirstFocus<HTMLDivElement>();
  return (
    <>
      <div ref={outcome} tabIndex={-1} className="dialog-outcome">
        <Message kind="good">{words.saved(template.name)}</Message>
      </div>
      <DialogButtons>
        <Button kind="primary" onPress={onClose}>
          {words.done}
        </Button>
        <TakeAlong template={template} />
      </DialogButtons>
    </>
  );
}
