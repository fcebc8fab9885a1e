/** The screen of one document: its text, who is here, and whether what you wrote is safe. */

import {useQueryClient} from '@tanstack/react-query';
import {
  can,
  type DocumentId,
  type DocumentView,
  type LabId,
  type MeView,
  type Notice,
  parseThreadId,
  type PersonId,
  type ThreadId,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useCallback, useEffect, useMemo, useState} from 'react';
import {fetchAroundDocument} from '../app-pages.ts';
import {useWorld} from '../app-world.tsx';
import {CommentsAround} from '../comments/comments-around.tsx';
import {lookAgain} from '../comments/look-again.ts';
import {type TellingLine, threadsKey} from '../comments/threads.ts';
import {DocumentEditor} from '../editor/document-editor.tsx';
import {PlanFields} from '../editor/plan/plan-fields.tsx';
import {newsKey} from '../news/news.ts';
import {SinceDocument} from '../news/since-document.tsx';
import {WhoWroteLive} from '../history/authors/who-wrote-live.tsx';
import type {DocumentSession, SessionSnapshot} from '../sync/document-session.ts';
import {useLeaveWarning, usePartOf, useSession, useSnapshot} from '../sync/use-session.ts';
import {failureOf} from '../api.ts';
import {DocumentPaper} from '../print/document-paper.tsx';
import {useMe} from '../sign-in/me.ts';
import {Message, Trouble} from '../ui/message.tsx';
import {Page, usePageTitle} from '../ui/page.tsx';
import {useMedia} from '../ui/use-media.ts';
import {Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {editor as words} from '../words/editor.ts';
import {useIsClosed} from '../labs/lab.ts';
import {useDocument} from './document.ts';
import {DocumentBeside} from './document-beside.tsx';
import {DocumentPageGone} from './document-page-gone.tsx';
import {DocumentPageHeader} from './document-page-header.tsx';
import {DocumentPageStopped} from './document-page-stopped.tsx';
import {DocumentPageRescued} from './document-page-rescued.tsx';
import {usePresent} from './document-page-present.ts';
import './document-page.css';

export function DocumentPage({documentId}: {readonly documentId: DocumentId}) {
  const me = useMe();
  const document = useDocument(documentId);
  if (me.data && document.data) return <OpenDocument me={me.data} document={document.data} />;
  const error = me.error ?? document.error;
  if (me.data && document.error && failureOf(document.error) === 'not_found') {
    return (
      <UnknownPage>
        <DocumentPageGone personId={me.data.id} documentId={documentId} />
      </UnknownPage>
    );
  }
  return (
    <Page title={words.untitled} heading="bare">
      <h1 tabIndex={-1} className="visually-hidden">
        {words.untitled}
      </h1>
      {error ? (
        <Trouble error={error} onRetry={() => void document.refetch()} />
      ) : (
        <Loading words={words.joining} />
      )}
    </Page>
  );
}

interface OpenDocumentProps {
  readonly me: MeView;
  readonly document: DocumentView;
}

function OpenDocument({me, document}: OpenDocumentProps) {
  const lab = me.labs.find(({id}) => id === document.labId);
  const loose = me.documents.find(({id}) => id === document.id);
  const isClosed = useIsClosed(lab?.id ?? null);
  const mayWrite =
    can(document.role, 'document.write') && document.archivedAt === null && !isClosed;
  // The one in which it was opened: after a restore the screen first says what happened.
  const [epoch] = useState(document.epoch);
  const session = useSession({
    documentId: document.id,
    personId: me.id,
    epoch,
    access: mayWrite ? 'write' : 'read',
    title: () => document.title,
    onNotice: useNotices(document),
  });
  const ready = usePartOf(session, (now) => now.ready);
  const line = usePartOf(session, lineOf);
  const telling = usePartOf(session, tellingOf);
  const side = lab?.side ?? loose?.side ?? 'informal';
  const self = useMemo(() => ({id: me.id, name: me.name, side}), [me.id, me.name, side]);
  const present = usePresent(session, self);
  usePageTitle(document.title);
  const isWide = useMedia('(min-width: 60rem)');
  const [sheet, setSheet] = useState<string | null>(null);
  const {whenIdle} = useWorld();
  useEffect(() => (ready ? whenIdle(fetchAroundDocument) : undefined), [ready, whenIdle]);
  const [documentId, labId, labName] = [document.id, lab?.id ?? null, lab?.name ?? null];
  const {title} = document;
  // The same as long as it draws the same: the text and its buttons are drawn anew with it.
  const renderBeside = useCallback(
    (editor: Editor) => (
      <CommentsAround
        editor={editor}
        document={document}
        me={me.id}
        isClosed={isClosed}
        line={telling}
      >
        <DocumentBeside
          editor={editor}
          documentId={documentId}
          isWide={isWide}
          sheet={sheet}
          onCloseSheet={() => setSheet(null)}
        />
        <PlanFields editor={editor} documentId={documentId} labId={labId} />
        <WhoWroteLive editor={editor} documentId={documentId} session={session} />
        <DocumentPaper editor={editor} {...{documentId, title, labName}} />
      </CommentsAround>
    ),
    [document, me.id, isClosed, telling, session, documentId, labId, labName, title, isWide, sheet],
  );

  return (
    <div className="document-page">
      <a className="skip-link" href="#inhoud">
        {words.skip}
      </a>
      <DocumentPageHeader
        document={document}
        labName={labName}
        session={session}
        present={present}
        me={me.id}
        isClosed={isClosed}
        hasText={session !== null && ready}
        onSheet={isWide || !session || !ready ? null : setSheet}
      />
      <main id="inhoud" className="document-main" tabIndex={-1}>
        {line === 'stopped' ? (
          <Stopped document={document} personId={me.id} session={session} />
        ) : (
          <>
            {whyReading(document, isClosed, line)}
            <DocumentPageRescued personId={me.id} documentId={document.id} />
            <SinceDocument documentId={document.id} />
            {session && ready ? (
              <DocumentEditor
                documentId={document.id}
                labId={document.labId}
                session={session}
                title={document.title}
                me={self}
                mayWrite={mayWrite}
                renderBeside={renderBeside}
              />
            ) : (
              <div className="document-waiting">
                {line === 'offline' ? (
                  <Message>{words.notHere}</Message>
                ) : (
                  <Loading words={words.joining} />
                )}
              </div>
            )}
          </>
        )}
      </main>
      <AskBeforeLeaving session={session} />
    </div>
  );
}

/** What of the line changes the page; whether something is on its way is told by the header alone. */
function lineOf({saved: {kind}}: SessionSnapshot) {
  return kind === 'stopped' || kind === 'offline' || kind === 'readonly' ? kind : 'other';
}

/** Whether we are told of what happens beside the text. */
function tellingOf({live, saved: {kind}}: SessionSnapshot): TellingLine {
  if (live) return 'live';
  return kind === 'offline' ? 'away' : 'joining';
}

interface StoppedProps {
  readonly document: DocumentView;
  readonly personId: PersonId;
  readonly session: DocumentSession | null;
}

function Stopped({document, personId, session}: StoppedProps) {
  const {saved, unsent, rescuing, homeless} = useSnapshot(session);
  if (saved.kind !== 'stopped') return null;
  return (
    <DocumentPageStopped
      {...{document, personId, unsent, rescuing, homeless}}
      reason={saved.reason}
    />
  );
}

function AskBeforeLeaving({session}: {readonly session: DocumentSession | null}) {
  const {saved, unsent, rescuing, homeless} = useSnapshot(session);
  // Once it has stopped, what is unsent is kept elsewhere, or stands there to be copied.
  const isLeft = saved.kind === 'stopped' && !rescuing;
  useLeaveWarning((unsent && !isLeft) || homeless !== null);
  return null;
}

/** Why one can't write here now; null when one can. */
function whyReading(document: DocumentView, isClosed: boolean, saved: string) {
  if (isClosed) return <Why words={words.closedWhy} />;
  if (document.archivedAt !== null) return <Why words={words.archivedWhy} />;
  if (!can(document.role, 'document.write')) {
    return <Why words={document.owner ? words.guestWhy(document.owner.name) : words.readerWhy} />;
  }
  return saved === 'readonly' ? <Why words={words.readonlyWhy} /> : null;
}

function Why({words: sentence}: {readonly words: string}) {
  return (
    <div className="document-why">
      <Message>{sentence}</Message>
    </div>
  );
}

/** What changed beside the text is asked again; the text itself comes over the line. */
function useNotices(document: DocumentView): (notice: Notice) => void {
  const queries = useQueryClient();
  const {id, labId} = document;
  return useCallback(
    (notice: Notice) => {
      const thread = notice.kind === 'comments' ? threadIn(notice) : null;
      if (thread) void lookAgain(queries, id, [thread]);
      else
        for (const queryKey of changedBy(notice, id, labId))
          void queries.invalidateQueries({queryKey});
    },
    [queries, id, labId],
  );
}

/** Null when it is told without: then any of them may have changed. */
function threadIn({thread}: Notice): ThreadId | null {
  return typeof thread === 'string' ? parseThreadId(thread) : null;
}

function changedBy({kind}: Notice, id: DocumentId, labId: LabId): readonly (readonly string[])[] {
  switch (kind) {
    case 'versions':
      return [['versions', id]];
    case 'comments':
      return [threadsKey(id)];
    case 'news':
      return [newsKey];
    default:
      return [['document', id], ['lab', labId], ['me'], newsKey];
  }
}
