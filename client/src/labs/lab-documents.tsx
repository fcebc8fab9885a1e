/** The documents of a lab as a plain list; what is archived waits folded below. */

import {useRef, useState} from 'react';
import {can, type DocumentView, type LabView} from '@samenspel/shared';
import {Link} from 'wouter';
import {useArchiveDocument} from '../documents/document.ts';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {EmptyState} from '../ui/states.tsx';
import {lab as words} from '../words/index.ts';
import {ArchivedDocuments} from './archived-documents.tsx';
import {DocumentRow} from './document-row.tsx';

/** What was just done, so that it can be said and undone. */
interface Done {
  readonly document: DocumentView;
  readonly archived: boolean;
}

export function LabDocuments({lab}: {readonly lab: LabView}) {
  const [done, setDone] = useState<Done | null>(null);
  const [renamed, setRenamed] = useState<string | null>(null);
  const archive = useArchiveDocument();
  const heading = useRef<HTMLHeadingElement>(null);
  const current = lab.documents.filter((one) => one.archivedAt === null);
  const archived = lab.documents.filter((one) => one.archivedAt !== null);

  const move = (document: DocumentView, toArchive: boolean) => {
    setRenamed(null);
    archive.mutate(
      {id: document.id, archived: toArchive},
      {
        onSuccess: () => {
          setDone({document, archived: toArchive});
          // The row that held the focus has gone.
          heading.current?.focus();
        },
      },
    );
  };

  return (
    <section className="lab-section" aria-labelledby="lab-documents">
      <h2 id="lab-documents" ref={heading} tabIndex={-1}>
        {words.documents}
      </h2>
      <div aria-live="polite" className="lab-done">
        {done ? (
          <Message
            kind="good"
            action={
              done.archived ? (
                <Button onPress={() => move(done.document, false)}>{words.bringBack}</Button>
              ) : null
            }
          >
            {done.archived
              ? words.movedToArchive(done.document.title)
              : words.broughtBack(done.document.title)}
          </Message>
        ) : null}
        {renamed === null ? null : <Message kind="good">{words.renamed(renamed)}</Message>}
      </div>
      {archive.isError ? <Trouble error={archive.error} /> : null}
      {current.length === 0 ? (
        <EmptyState title={words.none} level={3}>
          {can(lab.role, 'document.create') ? words.noneWhat : words.noneToRead}
        </EmptyState>
      ) : (
        <ul className="plain document-list">
          {current.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              isClosed={lab.closedAt !== null}
              onArchive={() => move(document, true)}
              onRenamed={(title) => {
                setDone(null);
                setRenamed(title);
              }}
            />
          ))}
        </ul>
      )}
      <p>
        <Link href={`/labs/${lab.id}/overzicht`} className="lab-way">
          {words.overview}
        </Link>
      </p>
      <ArchivedDocuments
        documents={archived}
        isClosed={lab.closedAt !== null}
        onBringBack={(document) => move(document, false)}
      />
    </section>
  );
}
