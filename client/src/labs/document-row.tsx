/** One document in the list: its name, its kind, its last change, who is in it now. */

import {Archive, BookmarkPlus, Ellipsis, History, Pencil, Share2, Trash2} from 'lucide-react';
import {useState} from 'react';
import {Link} from 'wouter';
import {
  type Action,
  type DocumentView,
  kindWord,
  outlivesLab,
  type PersonId,
} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {DeleteOwnDialog} from '../documents/delete-own-dialog.tsx';
import {ShareDialog} from '../documents/share-dialog.tsx';
import {mayIn, whose} from '../documents/whose.ts';
import {AskDialog} from '../questions/ask-dialog.tsx';
import {useMe} from '../sign-in/me.ts';
import {SaveTemplateDialog} from '../templates/save-template-dialog.tsx';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {Person} from '../ui/person.tsx';
import {lab as words, when} from '../words/index.ts';
import {asking} from '../words/questions.ts';
import {deleting, sharing} from '../words/sharing.ts';
import {savingTemplate} from '../words/templates.ts';
import {RenameDialog} from './rename-dialog.tsx';

export interface DocumentRowProps {
  readonly document: DocumentView;
  /** In a closed lab everybody reads, and that is all. */
  readonly isClosed: boolean;
  readonly onArchive: () => void;
  readonly onRenamed: (title: string) => void;
}

type Open = 'rename' | 'share' | 'template' | 'delete' | 'ask' | null;

export function DocumentRow({document, isClosed, onArchive, onRenamed}: DocumentRowProps) {
  const me = useMe().data?.id;
  const [open, setOpen] = useState<Open>(null);
  const href = `/documenten/${document.id}`;
  const close = () => setOpen(null);
  const items = choices({document, me, isClosed, href, onArchive, open: setOpen});
  return (
    <li className="document-row">
      <div className="document-row-words">
        <h3>
          <Link href={href}>{document.title}</Link>
        </h3>
        <LastChange document={document} me={me} />
        <Present document={document} />
      </div>
      <Menu label={words.menuOf(document.title)} items={items}>
        <Ellipsis size={20} aria-hidden />
        <span>{words.more}</span>
      </Menu>
      <RenameDialog
        document={document}
        isOpen={open === 'rename'}
        onClose={close}
        onRenamed={onRenamed}
      />
      <ShareDialog document={document} isOpen={open === 'share'} onClose={close} />
      <SaveTemplateDialog document={document} isOpen={open === 'template'} onClose={close} />
      <DeleteOwnDialog document={document} isOpen={open === 'delete'} onClose={close} />
      <AskDialog
        labId={document.labId}
        title={asking.delete(document.title)}
        what={asking.deleteWhat}
        act={{kind: 'delete_document', document: document.id}}
        isOpen={open === 'ask'}
        onClose={close}
      />
    </li>
  );
}

interface ChoicesFor {
  readonly document: DocumentView;
  readonly me: PersonId | undefined;
  readonly isClosed: boolean;
  readonly href: string;
  readonly onArchive: () => void;
  readonly open: (what: Open) => void;
}

/** What I may do with it; what I may not is not there. */
function choices({document, me, isClosed, href, onArchive, open}: ChoicesFor): readonly MenuItem[] {
  const may = (action: Action) => mayIn(document, me, action) && (!isClosed || outlivesLab(action));
  const mine = whose(document, me);
  const item = (isOffered: boolean, one: MenuItem) => (isOffered ? [one] : []);
  return [
    ...item(may('document.rename'), {
      id: 'rename',
      words: words.rename,
      icon: <Pencil size={20} aria-hidden />,
      onChoose: () => open('rename'),
    }),
    ...item(may('history.read'), {
      id: 'history',
      words: words.history,
      icon: <History size={20} aria-hidden />,
      href: `${href}/geschiedenis`,
    }),
    ...item(may('invitation.create'), {
      id: 'share',
      words: sharing.share,
      icon: <Share2 size={20} aria-hidden />,
      onChoose: () => open('share'),
    }),
    ...item(may('template.create'), {
      id: 'template',
      words: savingTemplate.item,
      icon: <BookmarkPlus size={20} aria-hidden />,
      onChoose: () => open('template'),
    }),
    ...item(may('document.archive'), {
      id: 'archive',
      words: words.archive,
      icon: <Archive size={20} aria-hidden />,
      onChoose: onArchive,
    }),
    ...item(may('document.delete'), {
      id: 'delete',
      words: deleting.own,
      icon: <Trash2 size={20} aria-hidden />,
      onChoose: () => open('delete'),
    }),
    ...item(mine === 'lab' && may('question.ask'), {
      id: 'ask',
      words: deleting.ask,
      icon: <Trash2 size={20} aria-hidden />,
      onChoose: () => open('ask'),
    }),
  ];
}

interface LastChangeProps {
  readonly document: DocumentView;
  readonly me: PersonId | undefined;
}

function LastChange({document, me}: LastChangeProps) {
  const now = useNow();
  const {owner} = document;
  const of = owner && (owner.id === me ? sharing.own : sharing.ofSomeone(owner.name));
  return (
    <p className="muted">
      {kindWord(document.kind)} · {of ? <>{of} · </> : null}
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
