/** The screen of one document: its text, who is here, and whether what you wrote is safe. */

import {useQueryClient} from '@tanstack/react-query';
import {can, type DocumentId, type DocumentView, type MeView, type Notice} from '@samenspel/shared';
import {useCallback, useEffect, useState} from 'react';
import {fetchAroundDocument} from '../app-pages.ts';
import {useWorld} from '../app-world.tsx';
import {DocumentEditor} from '../editor/document-editor.tsx';
import {PlanFields} from '../editor/plan/plan-fields.tsx';
import {useLeaveWarning, useSession, useSnapshot} from '../sync/use-session.ts';
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
  const {saved, ready, unsent, rescuing, homeless} = useSnapshot(session);
  const self = {id: me.id, name: me.name, side: lab?.side ?? loose?.side ?? 'informal'} as const;
  const present = usePresent(session, self);
  usePageTitle(document.title);
  // Once it has stopped, what is unsent is kept elsewhere, or stands there to be copied.
  const isLeft = saved.kind === 'stopped' && !rescuing;
  useLeaveWarning((unsent && !isLeft) || homeless !== null);
  const isWide = useMedia('(min-width: 60rem)');
  const [sheet, setSheet] = useState<string | null>(null);
  const {whenIdle} = useWorld();
  useEffect(() => (ready ? whenIdle(fetchAroundDocument) : undefined), [ready, whenIdle]);

  return (
    <div className="document-page">
      <a className="skip-link" href="#inhoud">
        {words.skip}
      </a>
      <DocumentPageHeader
        document={document}
        labName={lab?.name ?? null}
        saved={saved}
        present={present}
        me={me.id}
        isClosed={isClosed}
        hasText={session !== null && ready}
        onSheet={isWide || !session || !ready ? null : setSheet}
      />
      <main id="inhoud" className="document-main" tabIndex={-1}>
        {saved.kind === 'stopped' ? (
          <DocumentPageStopped
            document={document}
            personId={me.id}
            reason={saved.reason}
            unsent={unsent}
            rescuing={rescuing}
            homeless={homeless}
          />
        ) : (
          <>
            {whyReading(document, isClosed, saved.kind)}
            <DocumentPageRescued personId={me.id} documentId={document.id} />
            {session && ready ? (
              <DocumentEditor
                documentId={document.id}
                labId={document.labId}
                session={session}
                title={document.title}
                me={self}
                mayWrite={mayWrite}
                renderBeside={(editor) => (
                  <>
                    <DocumentBeside
                      editor={editor}
                      documentId={document.id}
                      isWide={isWide}
                      sheet={sheet}
                      onCloseSheet={() => setSheet(null)}
                    />
                    <PlanFields editor={editor} documentId={document.id} labId={lab?.id ?? null} />
                    <DocumentPaper
                      editor={editor}
                      documentId={document.id}
                      title={document.title}
                      labName={lab?.name ?? null}
                    />
                  </>
                )}
              />
            ) : (
              <div className="document-waiting">
                {saved.kind === 'offline' ? (
                  <Message>{words.notHere}</Message>
                ) : (
                  <Loading words={words.joining} />
                )}
              </div>
            )}
          </>
        )}
      </main>
    </div>
  );
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
      const keys =
        notice.kind === 'versions' ? [['moments', id]] : [['document', id], ['lab', labId], ['me']];
      for (const queryKey of keys) void queries.invalidateQueries({queryKey});
    },
    [queries, id, labId],
  );
}
