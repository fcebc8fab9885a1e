/** What was put away, folded; it can always come back. */

import {ArchiveRestore} from 'lucide-react';
import {Link} from 'wouter';
import type {DocumentView} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {mayIn} from '../documents/whose.ts';
import {useMe} from '../sign-in/me.ts';
import {Button} from '../ui/button.tsx';
import {lab as words, when} from '../words/index.ts';

export interface ArchivedDocumentsProps {
  readonly documents: readonly DocumentView[];
  /** What is put away in a closed lab stays there. */
  readonly isClosed: boolean;
  readonly onBringBack: (document: DocumentView) => void;
}

export function ArchivedDocuments({documents, isClosed, onBringBack}: ArchivedDocumentsProps) {
  const now = useNow();
  const me = useMe().data?.id;
  if (documents.length === 0) return null;
  return (
    <details className="archive">
      <summary>{words.archived(documents.length)}</summary>
      <p className="muted">{words.archivedWhat}</p>
      <ul className="plain document-list">
        {documents.map((document) => (
          <li key={document.id} className="document-row">
            <div className="document-row-words">
              <h3>
                <Link href={`/documenten/${document.id}`}>{document.title}</Link>
              </h3>
              <p className="muted">
                {words.archivedAt(when(document.archivedAt ?? document.changedAt, now))}
              </p>
            </div>
            {!isClosed && mayIn(document, me, 'document.archive') ? (
              <Button
                aria-label={words.bringBackOf(document.title)}
                icon={<ArchiveRestore size={20} aria-hidden />}
                onPress={() => onBringBack(document)}
              >
                {words.bringBack}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
