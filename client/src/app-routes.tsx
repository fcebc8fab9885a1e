/** Which address shows which screen. Each loads as a piece of its own, at its first visit. */

import type {ComponentType} from 'react';
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
import {Page} from './ui/page.tsx';
import {type Piece, piece} from './ui/piece.tsx';
import {Loading} from './ui/states.tsx';
import {UnknownPage} from './ui/unknown-page.tsx';
import {general} from './words/index.ts';

const StartPage = piece(pages.start, Waiting);
const SignInPage = piece(pages.signIn, Waiting);
const AddressPage = piece(pages.address, Waiting);
const ReviewPage = piece(pages.review, Waiting);
const MailOffPage = piece(pages.mailOff, Waiting);
const LabPage = piece(pages.lab, Waiting);
const OverviewPage = piece(pages.overview, Waiting);
const LogPage = piece(pages.log, Waiting);
const QuestionsPage = piece(pages.questions, Waiting);
const FoundingPage = piece(pages.founding, Waiting);
const JoinPage = piece(pages.join, Waiting);
const AccountPage = piece(pages.account, Waiting);
const DocumentPage = piece(pages.document, Waiting);
const VoicePage = piece(pages.voice, Waiting);
const ComparePage = piece(pages.compare, Waiting);
const HistoryPage = piece(pages.history, Waiting);

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
        <SignedIn piece={AccountPage}>
          <AccountPage />
        </SignedIn>
      </Route>
      <Route path="/labs/:labId">
        {({labId}) => <LabRoute labId={labId} of={OneLab} piece={LabPage} />}
      </Route>
      <Route path="/labs/:labId/overzicht">
        {({labId}) => <LabRoute labId={labId} of={OverviewPage} piece={OverviewPage} />}
      </Route>
      <Route path="/labs/:labId/wat-er-gebeurde">
        {({labId}) => <LabRoute labId={labId} of={LogPage} piece={LogPage} />}
      </Route>
      <Route path="/labs/:labId/vragen">
        {({labId}) => <LabRoute labId={labId} of={QuestionsPage} piece={QuestionsPage} />}
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
  readonly of: ComponentType<{readonly labId: LabId}>;
  readonly piece: Piece<{readonly labId: LabId}>;
}

function LabRoute({labId, of: LabScreen, piece: main}: LabRouteProps) {
  const id = parseLabId(labId);
  return id ? (
    <SignedIn piece={main}>
      <LabScreen key={id} labId={id} />
    </SignedIn>
  ) : (
    <UnknownPage />
  );
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
    <SignedIn piece={HistoryPage}>
      <HistoryPage key={documentId} documentId={documentId} seq={position} />
    </SignedIn>
  );
}

function VoiceRoute({id}: {readonly id: string}) {
  const documentId = parseDocumentId(id);
  return documentId ? (
    <SignedIn piece={VoicePage}>
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
    <SignedIn piece={ComparePage}>
      <ComparePage key={documentId} documentId={documentId} from={first} until={last} />
    </SignedIn>
  );
}

function Waiting() {
  return (
    <Page title={general.product} heading="bare">
      <Loading />
    </Page>
  );
}
