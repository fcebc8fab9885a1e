/** Which address shows which screen. Each loads as a piece of its own, at its first visit. */

import {lazy, type ReactNode} from 'react';
import {
  type DocumentId,
  type LabId,
  parseDocumentId,
  parseLabId,
  parseSeq,
} from '@samenspel/shared';
import {Redirect, Route, Switch} from 'wouter';
import {pages} from './app-pages.ts';
import {nowWord, parseFrom, parseUntil, seenWord} from './history/compare/compare-path.ts';
import {historyPath} from './history/moment-path.ts';
import {isReviewerOf, useIsReviewing} from './review/reviewing.ts';
import {useMe} from './sign-in/me.ts';
import {SignedIn} from './sign-in/signed-in.tsx';
import {Loading} from './ui/states.tsx';
import {UnknownPage} from './ui/unknown-page.tsx';

const StartPage = lazy(async () => ({default: await pages.start()}));
const SignInPage = lazy(async () => ({default: await pages.signIn()}));
const AddressPage = lazy(async () => ({default: await pages.address()}));
const ReviewPage = lazy(async () => ({default: await pages.review()}));
const MailOffPage = lazy(async () => ({default: await pages.mailOff()}));
const LabPage = lazy(async () => ({default: await pages.lab()}));
const OverviewPage = lazy(async () => ({default: await pages.overview()}));
const LogPage = lazy(async () => ({default: await pages.log()}));
const QuestionsPage = lazy(async () => ({default: await pages.questions()}));
const FoundingPage = lazy(async () => ({default: await pages.founding()}));
const JoinPage = lazy(async () => ({default: await pages.join()}));
const AccountPage = lazy(async () => ({default: await pages.account()}));
const DocumentPage = lazy(async () => ({default: await pages.document()}));
const VoicePage = lazy(async () => ({default: await pages.voice()}));
const ComparePage = lazy(async () => ({default: await pages.compare()}));
const HistoryPage = lazy(async () => ({default: await pages.history()}));

export function AppRoutes() {
  return (
    <Switch>
      <Route path="/">
        <StartPage />
      </Route>
      <Route path="/inloggen">
        <SignInPage />
      </Route>
      <Route path="/mailadres">
        <AddressPage />
      </Route>
      <Route path="/mail-uit">
        <MailOffPage />
      </Route>
      <Route path="/stichten">
        <FoundingPage />
      </Route>
      <Route path="/meedoen">
        <JoinPage />
      </Route>
      <Route path="/ik">
        <SignedIn>
          <AccountPage />
        </SignedIn>
      </Route>
      <Route path="/labs/:labId">
        {({labId}) => (
          <LabRoute labId={labId} renderPage={(id) => <OneLab key={id} labId={id} />} />
        )}
      </Route>
      <Route path="/labs/:labId/overzicht">
        {({labId}) => (
          <LabRoute labId={labId} renderPage={(id) => <OverviewPage key={id} labId={id} />} />
        )}
      </Route>
      <Route path="/labs/:labId/wat-er-gebeurde">
        {({labId}) => (
          <LabRoute labId={labId} renderPage={(id) => <LogPage key={id} labId={id} />} />
        )}
      </Route>
      <Route path="/labs/:labId/vragen">
        {({labId}) => (
          <LabRoute labId={labId} renderPage={(id) => <QuestionsPage key={id} labId={id} />} />
        )}
      </Route>
      <Route path="/documenten/:id">{({id}) => <DocumentRoute id={id} />}</Route>
      <Route path="/documenten/:id/geschiedenis/:seq?">
        {({id, seq}) => <HistoryRoute id={id} seq={seq} />}
      </Route>
      <Route path="/documenten/:id/stemverhouding">{({id}) => <VoiceRoute id={id} />}</Route>
      {/* Without two moments it is what happened since I was here. */}
      <Route path="/documenten/:id/vergelijken">
        {({id}) => <CompareRoute id={id} from={seenWord} until={nowWord} />}
      </Route>
      <Route path="/documenten/:id/vergelijken/:from/:until">
        {({id, from, until}) => <CompareRoute id={id} from={from} until={until} />}
      </Route>
      <Route>
        <UnknownPage />
      </Route>
    </Switch>
  );
}

interface LabRouteProps {
  readonly labId: string;
  readonly renderPage: (labId: LabId) => ReactNode;
}

function LabRoute({labId, renderPage}: LabRouteProps) {
  const id = parseLabId(labId);
  return id ? <SignedIn>{renderPage(id)}</SignedIn> : <UnknownPage />;
}

/** Who only looks back has a page of their own. */
function OneLab({labId}: {readonly labId: LabId}) {
  const me = useMe().data;
  return isReviewerOf(me, labId) ? <ReviewPage labId={labId} /> : <LabPage labId={labId} />;
}

function DocumentRoute({id}: {readonly id: string}) {
  const documentId = parseDocumentId(id);
  return documentId ? (
    <SignedIn>
      <OneDocument key={documentId} documentId={documentId} />
    </SignedIn>
  ) : (
    <UnknownPage />
  );
}

/** Who only looks back reads it there, as it is now; no editor is fetched. */
function OneDocument({documentId}: {readonly documentId: DocumentId}) {
  const isReviewing = useIsReviewing(documentId);
  if (isReviewing === null) return <Loading />;
  return isReviewing ? (
    <Redirect to={historyPath(documentId)} replace />
  ) : (
    <DocumentPage documentId={documentId} />
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

function VoiceRoute({id}: {readonly id: string}) {
  const documentId = parseDocumentId(id);
  return documentId ? (
    <SignedIn>
      <VoicePage key={documentId} documentId={documentId} />
    </SignedIn>
  ) : (
    <UnknownPage />
  );
}

interface CompareRouteProps {
  readonly id: string;
  readonly from: string;
  readonly until: string;
}

function CompareRoute({id, from, until}: CompareRouteProps) {
  const documentId = parseDocumentId(id);
  const [first, last] = [parseFrom(from), parseUntil(until)];
  if (!documentId || first === null || last === null) return <UnknownPage />;
  return (
    <SignedIn>
      <ComparePage key={documentId} documentId={documentId} from={first} until={last} />
    </SignedIn>
  );
}
