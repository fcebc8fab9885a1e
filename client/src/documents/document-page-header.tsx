/** Above the text and nothing more: the way back, the title, the state of saving, who is here. */

import type {DocumentView, PersonId} from '@samenspel/shared';
import {ArrowLeft, BookmarkPlus, Ellipsis, History, Pencil, Printer, Share2} from 'lucide-react';
import {useRef, useState} from 'react';
import {Link} from 'wouter';
import type {Writer} from '../editor/caret.ts';
import type {DocumentSession} from '../sync/document-session.ts';
import {IconButton} from '../ui/button.tsx';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {NewsBell} from '../news/news-bell.tsx';
import {AccountMenu} from '../sign-in/account-menu.tsx';
import {editor as words} from '../words/editor.ts';
import {print} from '../words/print.ts';
import {sharing} from '../words/sharing.ts';
import {documentPanels} from './document-panels.tsx';
import {DocumentPagePeople} from './document-page-people.tsx';
import {DocumentPageSaved} from './document-page-saved.tsx';
import {WideOrNarrow} from './document-page-width.tsx';
import {DocumentPageTitle} from './document-page-title.tsx';
import {useStickyHeight} from './document-page-sticky.ts';
import {ShareDialog} from './share-dialog.tsx';
import {SaveTemplateDialog} from '../templates/save-template-dialog.tsx';
import {savingTemplate} from '../words/templates.ts';
import {mayIn} from './whose.ts';

export interface DocumentPageHeaderProps {
  readonly document: DocumentView;
  readonly labName: string | null;
  readonly session: DocumentSession | null;
  readonly present: readonly Writer[];
  readonly me: PersonId;
  /** Its lab is closed: everybody reads. */
  readonly isClosed: boolean;
  /** There is a text to print. */
  readonly hasText: boolean;
  /** Opens a panel as a sheet; null where they stand beside the text, or there is no text yet. */
  readonly onSheet: ((panel: string) => void) | null;
}

export function DocumentPageHeader({
  document,
  labName,
  session,
  present,
  me,
  isClosed,
  hasText,
  onSheet,
}: DocumentPageHeaderProps) {
  const [isRenaming, setRenaming] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const mayRename = mayIn(document, me, 'document.rename') && !isClosed;
  const mayShare = mayIn(document, me, 'invitation.create') && !isClosed;
  const mayKeep = mayIn(document, me, 'template.create') && !isClosed && hasText;
  const history = `/documenten/${document.id}/geschiedenis`;
  const withText: readonly MenuItem[] = [
    ...(hasText
      ? [
          {
            id: 'print',
            words: print.print,
            icon: <Printer size={20} aria-hidden />,
            onChoose: () => window.print(),
          },
        ]
      : []),
    ...(mayKeep
      ? [
          {
            id: 'template',
            words: savingTemplate.item,
            icon: <BookmarkPlus size={20} aria-hidden />,
            onChoose: () => setKeeping(true),
          },
        ]
      : []),
  ];
  // The same as on the line, which on a phone has no room for them.
  const choices: readonly MenuItem[] = [
    ...(onSheet
      ? documentPanels.map(({id, words: word, icon: Icon}) => ({
          id,
          words: word,
          icon: <Icon size={20} aria-hidden />,
          onChoose: () => onSheet(id),
        }))
      : []),
    ...(mayRename && !isRenaming
      ? [
          {
            id: 'rename',
            words: words.rename,
            icon: <Pencil size={20} aria-hidden />,
            onChoose: () => setRenaming(true),
          },
        ]
      : []),
    {
      id: 'history',
      words: words.history,
      icon: <History size={20} aria-hidden />,
      href: history,
    },
    ...(mayShare
      ? [
          {
            id: 'share',
            words: sharing.share,
            icon: <Share2 size={20} aria-hidden />,
            onChoose: () => setSharing(true),
          },
        ]
      : []),
    ...withText,
  ];
  const line = useRef<HTMLElement>(null);
  useStickyHeight(line);
  return (
    <>
      <nav className="document-ways" aria-label={words.ways}>
        {labName === null ? (
          // A guest of this one document has no lab to go to.
          <Link href="/" className="document-way">
            <ArrowLeft size={18} aria-hidden />
            <WideOrNarrow wide={words.mine} narrow={words.mineShort} />
          </Link>
        ) : (
          <Link href={`/labs/${document.labId}`} className="document-way">
            <ArrowLeft size={18} aria-hidden />
            <WideOrNarrow wide={labName} narrow={words.labShort} />
          </Link>
        )}
        <div className="document-wide">
          {mayRename && !isRenaming ? (
            <IconButton icon={<Pencil size={18} aria-hidden />} onPress={() => setRenaming(true)}>
              {words.rename}
            </IconButton>
          ) : null}
        </div>
        <DocumentPagePeople present={present} me={me} />
        <NewsBell />
        <div className="document-wide">
          {onSheet
            ? documentPanels.map(({id, words: word, icon: Icon}) => (
                <IconButton
                  key={id}
                  icon={<Icon size={18} aria-hidden />}
                  onPress={() => onSheet(id)}
                >
                  {word}
                </IconButton>
              ))
            : null}
          <Link href={history} className="document-way">
            <History size={18} aria-hidden />
            <span>{words.history}</span>
          </Link>
          {mayShare ? (
            <IconButton icon={<Share2 size={18} aria-hidden />} onPress={() => setSharing(true)}>
              {sharing.share}
            </IconButton>
          ) : null}
          {withText.length > 0 ? (
            <Menu label={words.moreWithIt} items={withText}>
              <Ellipsis size={18} aria-hidden />
              <span>{words.more}</span>
            </Menu>
          ) : null}
          <AccountMenu />
        </div>
        <div className="document-narrow">
          <AccountMenu more={{words: words.more, items: choices}} />
        </div>
      </nav>
      <ShareDialog document={document} isOpen={isSharing} onClose={() => setSharing(false)} />
      <SaveTemplateDialog
        document={document}
        isOpen={isKeeping}
        onClose={() => setKeeping(false)}
      />
      <header ref={line} className="document-line">
        {isRenaming ? (
          <DocumentPageTitle document={document} onDone={() => setRenaming(false)} />
        ) : (
          <h1 tabIndex={-1} className="document-title">
            {document.title}
          </h1>
        )}
        <DocumentPageSaved session={session} />
      </header>
    </>
  );
}
