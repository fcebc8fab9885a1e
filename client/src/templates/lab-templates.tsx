/** The templates of a lab: to take along, to put away and bring back, and to bring from a file. */

import {kindWord, type LabId, type TemplateView} from '@samenspel/shared';
import {ArchiveRestore, ArrowLeft, FileUp, X} from 'lucide-react';
import {type ReactNode, useState} from 'react';
import {useNow} from '../app-world.tsx';
import {Button} from '../ui/button.tsx';
import {FileButton} from '../ui/file-button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {useFirstFocus} from '../ui/use-first-focus.ts';
import {when} from '../words/index.ts';
import {templates as words} from '../words/templates.ts';
import {TakeAlong} from './take-along.tsx';
import {fileSentence} from './template-file.ts';
import {useArchiveTemplate, useBringTemplate, useTemplates} from './templates.ts';
import './templates.css';

export interface LabTemplatesProps {
  readonly labId: LabId;
  readonly onBack: () => void;
}

/** What was just done, so that it can be said and undone. */
interface Done {
  readonly template: TemplateView;
  readonly what: 'away' | 'back' | 'brought';
}

export function LabTemplates({labId, onBack}: LabTemplatesProps) {
  const [done, setDone] = useState<Done | null>(null);
  const archive = useArchiveTemplate(labId);
  const top = useFirstFocus<HTMLDivElement>();
  const all = useTemplates(labId);
  const current = all.data?.filter(({archivedAt}) => archivedAt === null) ?? [];
  const away = all.data?.filter(({archivedAt}) => archivedAt !== null) ?? [];

  const move = (template: TemplateView, archived: boolean) =>
    archive.mutate(
      {id: template.id, archived},
      {
        onSuccess: () => {
          setDone({template, what: archived ? 'away' : 'back'});
          // The row that held the focus has gone.
          top.current?.focus();
        },
      },
    );

  return (
    <div className="lab-templates">
      <div ref={top} tabIndex={-1} className="dialog-outcome">
        <p>{words.what}</p>
      </div>
      <div aria-live="polite" className="lab-templates-done">
        {done ? (
          <Message
            kind="good"
            action={
              done.what === 'away' ? (
                <Button onPress={() => move(done.template, false)}>{words.bringBack}</Button>
              ) : null
            }
          >
            {doneSentence(done)}
          </Message>
        ) : null}
      </div>
      {archive.isError ? <Trouble error={archive.error} /> : null}
      {all.isError ? <Trouble error={all.error} onRetry={() => void all.refetch()} /> : null}
      {all.isPending ? <Loading /> : null}
      {all.data && current.length === 0 ? <p className="muted">{words.none}</p> : null}
      <Rows templates={current}>
        {(template) => (
          <>
            <TakeAlong template={template} />
            <Button
              aria-label={words.putAwayOf(template.name)}
              icon={<X size={20} aria-hidden />}
              onPress={() => move(template, true)}
            >
              {words.putAway}
            </Button>
          </>
        )}
      </Rows>
      {away.length > 0 ? (
        <details className="archive">
          <summary>{words.away(away.length)}</summary>
          <Rows templates={away}>
            {(template) => (
              <Button
                aria-label={words.bringBackOf(template.name)}
                icon={<ArchiveRestore size={20} aria-hidden />}
                onPress={() => move(template, false)}
              >
                {words.bringBack}
              </Button>
            )}
          </Rows>
        </details>
      ) : null}
      <FromFile labId={labId} onBrought={(template) => setDone({template, what: 'brought'})} />
      <div>
        <Button icon={<ArrowLeft size={20} aria-hidden />} onPress={onBack}>
          {words.back}
        </Button>
      </div>
    </div>
  );
}

interface RowsProps {
  readonly templates: readonly TemplateView[];
  /** What can be done with one. */
  readonly children: (template: TemplateView) => ReactNode;
}

function Rows({templates, children}: RowsProps) {
  const now = useNow();
  if (templates.length === 0) return null;
  return (
    <ul className="plain">
      {templates.map((template) => (
        <li key={template.id} className="lab-template">
          <div>
            <h3>{template.name}</h3>
            <p className="muted">
              {words.madeBy(
                kindWord(template.kind),
                when(template.createdAt, now),
                template.createdBy?.name ?? null,
              )}
            </p>
          </div>
          <div className="lab-template-buttons">{children(template)}</div>
        </li>
      ))}
    </ul>
  );
}

interface FromFileProps {
  readonly labId: LabId;
  readonly onBrought: (template: TemplateView) => void;
}

function FromFile({labId, onBrought}: FromFileProps) {
  const bring = useBringTemplate(labId);
  const choose = (file: File) => {
    if (!bring.isPending) bring.mutate(file, {onSuccess: onBrought});
  };
  return (
    <>
      {bring.isError ? <Message kind="trouble">{fileSentence(bring.error)}</Message> : null}
      <div>
        <FileButton
          icon={<FileUp size={20} aria-hidden />}
          accept="application/json,.json"
          onChoose={choose}
        >
          {words.fromFile}
        </FileButton>
      </div>
    </>
  );
}

function doneSentence({template: {name}, what}: Done): string {
  if (what === 'brought') return words.brought(name);
  return what === 'away' ? words.wentAway(name) : words.cameBack(name);
}
