/** One document in the list: its name, its kind, its last change, who is in it now. */

import {Archive, Ellipsis, History, Pencil} from 'lucide-react';
import {useState} from 'react';
import {Link} from 'wouter';
import {can, type DocumentView} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {Person} from '../ui/person.tsx';
import {kindWord, lab as words, when} from '../words/index.ts';
import {RenameDialog} from './rename-dialog.tsx';

export interface DocumentRowProps {
  readonly document: DocumentView;
  readonly onArchive: () => void;
  readonly onRenamed: (title: string) => void;
}

export function DocumentRow({document, onArchive, onRenamed}: DocumentRowProps) {
  const [isRenaming, setRenaming] = useState(false);
  const href = `/documenten/${document.id}`;
  const items: MenuItem[] = [];
  if (can(document.role, 'document.rename')) {
    items.push({
      id: 'rename',
      words: words.rename,
      icon: <Pencil size={20} aria-hidden />,
      onChoose: () => setRenaming(true),
    });
  }
  if (can(document.role, 'history.read')) {
    items.push({
      id: 'history',
      words: words.history,
      icon: <History size={20} aria-hidden />,
      href: `${href}/geschiedenis`,
    });
  }
  if (can(document.role, 'document.archive')) {
    items.push({
      id: 'archive',
      words: words.archive,
      icon: <Archive size={20} aria-hidden />,
      onChoose: onArchive,
    });
  }
  return (
    <li className="document-row">
      <div className="document-row-words">
        <h3>
          <Link href={href}>{document.title}</Link>
        </h3>
        <LastChange document={document} />
        <Present document={document} />
      </div>
      <Menu label={words.menuOf(document.title)} items={items}>
        <Ellipsis size={20} aria-hidden />
        <span>{words.more}</span>
      </Menu>
      <RenameDialog
        document={document}
        isOpen={isRenaming}
        onClose={() => setRenaming(false)}
        onRenamed={onRenamed}
      />
    </li>
  );
}

function LastChange({document}: {readonly document: DocumentView}) {
  const now = useNow();
  return (
    <p className="muted">
      {kindWord(document.kind)} ·{' '}
      {words.changed(when(document.changedAt, now), document.changedBy?.name ?? null)}
    </p>
  );
}

function Present({document}: {readonly document: DocumentView}) {
  if (document.present.length === 0) return null;
  return (
    <div className="document-row-present">
      <span className="muted">{words.presentNow}</span>
      <ul className="plain">
        {document.present.map((person) => (
          <li key={person.id}>
            <Person name={person.name} side={person.side} />
          </li>
        ))}
      </ul>
    </div>
  );
}
