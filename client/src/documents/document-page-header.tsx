/** Above the text and nothing more: the way back, the title, the state of saving, who is here. */

import {can, type DocumentView, type PersonId} from '@samenspel/shared';
import {ArrowLeft, History, Pencil} from 'lucide-react';
import {useRef, useState} from 'react';
import {Link} from 'wouter';
import type {Writer} from '../editor/caret.ts';
import type {SavedState as Saved} from '../sync/saved.ts';
import {IconButton} from '../ui/button.tsx';
import {editor as words} from '../words/editor.ts';
import {DocumentPagePeople} from './document-page-people.tsx';
import {DocumentPageSaved} from './document-page-saved.tsx';
import {WideOrNarrow} from './document-page-width.tsx';
import {DocumentPageTitle} from './document-page-title.tsx';
import {useStickyHeight} from './document-page-sticky.ts';

export interface DocumentPageHeaderProps {
  readonly document: DocumentView;
  readonly labName: string | null;
  readonly saved: Saved;
  readonly present: readonly Writer[];
  readonly me: PersonId;
}

export function DocumentPageHeader({
  document,
  labName,
  saved,
  present,
  me,
}: DocumentPageHeaderProps) {
  const [isRenaming, setRenaming] = useState(false);
  const mayRename = can(document.role, 'document.rename');
  const line = useRef<HTMLElement>(null);
  useStickyHeight(line);
  return (
    <>
      <nav className="document-ways" aria-label={words.ways}>
        <Link href={`/labs/${document.labId}`} className="document-way">
          <ArrowLeft size={18} aria-hidden />
          <WideOrNarrow wide={labName ?? words.lab} narrow={words.labShort} />
        </Link>
        {mayRename && !isRenaming ? (
          <IconButton icon={<Pencil size={18} aria-hidden />} onPress={() => setRenaming(true)}>
            <WideOrNarrow wide={words.rename} narrow={words.renameShort} />
          </IconButton>
        ) : null}
        <DocumentPagePeople present={present} me={me} />
        <Link href={`/documenten/${document.id}/geschiedenis`} className="document-way">
          <History size={18} aria-hidden />
          <span>{words.history}</span>
        </Link>
      </nav>
      <header ref={line} className="document-line">
        {isRenaming ? (
          <DocumentPageTitle document={document} onDone={() => setRenaming(false)} />
        ) : (
          <h1 tabIndex={-1} className="document-title">
            {document.title}
          </h1>
        )}
        <DocumentPageSaved saved={saved} />
      </header>
    </>
  );
}
