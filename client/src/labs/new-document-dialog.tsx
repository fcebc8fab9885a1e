/** Asks for a name and a beginning, then opens the new document. */

import type {LabId} from '@samenspel/shared';
import {LayoutTemplate} from 'lucide-react';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {useCreateDocument} from '../documents/document.ts';
import {beginningOf, beginnings, type BeginningValue} from '../templates/beginning.ts';
import {LabTemplates} from '../templates/lab-templates.tsx';
import {useTemplates} from '../templates/templates.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {GroupedChoice} from '../ui/grouped-choice.tsx';
import {Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {general, newDocument as words} from '../words/index.ts';
import {templates as templateWords} from '../words/templates.ts';
import {titleProblem} from './title.ts';

export interface NewDocumentDialogProps {
  readonly labId: LabId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What was filled in, kept while one looks at the templates. */
interface Draft {
  readonly title: string;
  readonly beginning: BeginningValue;
}

const empty: Draft = {title: '', beginning: 'plan'};

export function NewDocumentDialog({labId, isOpen, onClose}: NewDocumentDialogProps) {
  const [draft, setDraft] = useState(empty);
  const [isManaging, setManaging] = useState(false);
  const close = () => {
    setDraft(empty);
    setManaging(false);
    onClose();
  };
  return (
    <Dialog
      title={isManaging ? templateWords.title : words.title}
      isOpen={isOpen}
      onClose={close}
      isWide
    >
      {isManaging ? (
        <LabTemplates labId={labId} onBack={() => setManaging(false)} />
      ) : (
        <NewDocumentForm
          labId={labId}
          draft={draft}
          onDraft={setDraft}
          onManage={() => setManaging(true)}
          onClose={close}
        />
      )}
    </Dialog>
  );
}

interface NewDocumentFormProps {
  readonly labId: LabId;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onManage: () => void;
  readonly onClose: () => void;
}

function NewDocumentForm({labId, draft, onDraft, onManage, onClose}: NewDocumentFormProps) {
  const [, navigate] = useLocation();
  const create = useCreateDocument(labId);
  const groups = beginnings(useTemplates(labId).data ?? []);
  const problem = titleProblem(draft.title);
  // What was chosen may have been put away meanwhile.
  const isThere = groups.some(({options}) => options.some(({value}) => value === draft.beginning));
  const beginning = isThere ? draft.beginning : empty.beginning;
  const {isTried, onSubmit} = useSubmit([problem], () => {
    if (create.isPending) return;
    create.mutate(
      {title: draft.title.trim(), template: beginningOf(beginning)},
      {onSuccess: ({id}) => navigate(`/documenten/${id}`)},
    );
  });

  return (
    <form onSubmit={onSubmit} noValidate className="dialog-buttons-sticky">
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={draft.title}
        onChange={(title) => onDraft({...draft, title})}
        error={isTried ? problem : null}
        isFirst
      />
      <GroupedChoice
        label={words.startWith}
        groups={groups}
        value={beginning}
        onChange={(chosen) => onDraft({...draft, beginning: chosen})}
      />
      <div>
        <Button icon={<LayoutTemplate size={20} aria-hidden />} onPress={onManage}>
          {templateWords.manage}
        </Button>
      </div>
      {create.isError ? <Trouble error={create.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={create.isPending}>
          {create.isPending ? words.making : words.make}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
