/** Which address shows which screen. The editor and the history each load as a piece of their own. */

import {lazy} from 'react';
import {parseDocumentId, parseLabId, parseSeq} from '@samenspel/shared';
import {Route, Switch} from 'wouter';
import {LabPage} from './labs/lab-page.tsx';
import {SignInPage} from './sign-in/sign-in-page.tsx';
import {SignedIn} from './sign-in/signed-in.tsx';
import {StartPage} from './sign-in/start-page.tsx';
import {UnknownPage} from './ui/unknown-page.tsx';

const DocumentPage = lazy(async () => {
  const [{DocumentPage: default_}] = await Promise.all([
    import('./documents/document-page.tsx'),
    // Signing out asks it what is unsent, also when there is no line to fetch it over.
    import('./sync/index.ts'),
  ]);
  return {default: default_};
});
const HistoryPage = lazy(async () => {
  const {HistoryPage: default_} = await import('./history/history-page.tsx');
  return {default: default_};
});

export function AppRoutes() {
  return (
    <Switch>
      <Route path="/">
        <StartPage />
      </Route>
      <Route path="/inloggen">
        <SignInPage />
      </Route>
      <Route path="/labs/:labId">{({labId}) => <LabRoute labId={labId} />}</Route>
      <Route path="/documenten/:id">{({id}) => <DocumentRoute id={id} />}</Route>
      <Route path="/documenten/:id/geschiedenis/:seq?">
        {({id, seq}) => <HistoryRoute id={id} seq={seq} />}
      </Route>
      <Route>
        <UnknownPage />
      </Route>
    </Switch>
  );
}

function LabRoute({labId}: {readonly labId: string}) {
  const id = parseLabId(labId);
  return id ? (
    <SignedIn>
      <LabPage labId={id} />
    </SignedIn>
  ) : (
    <UnknownPage />
  );
}

function DocumentRoute({id}: {readonly id: string}) {
  const documentId = parseDocumentId(id);
  return documentId ? (
    <SignedIn>
      <DocumentPage key={documentId} documentId={documentId} />
    </SignedIn>
  ) : (
    <UnknownPage />
  );
}

function HistoryRoute({id, seq}: {readonly id: string; readonly seq: string | undefined}) {
  const documentId = parseDocumentId(id);
  const position = seq === undefined ? null : parseSeq(seq);
  if (!documentId || (seq !== undefined && position === null)) return <UnknownPage />;
  return (
    <SignedIn>
      <HistoryPage key={documentId} documentId={documentId} seq={position} />
    </SignedIn>
  );
}
