/** The beginning: straight to one's lab, a list when there are several, a welcome when signed out. */

import {MapPin, Plus} from 'lucide-react';
import {Link, Redirect} from 'wouter';
import type {LabSummary, LooseDocumentView, PersonId} from '@samenspel/shared';
import {Page} from '../ui/page.tsx';
import {piece} from '../ui/piece.tsx';
import {EmptyState} from '../ui/states.tsx';
import {start} from '../words/index.ts';
import {LooseDocuments} from './loose-documents.tsx';
import {useMe} from './me.ts';
import {SignedIn} from './signed-in.tsx';
import './sign-in.css';

/** Brings the code of the device's own copies, which the list itself does without. */
const RescueCopies = piece(async () => (await import('../sync/index.ts')).RescueCopies);
const UnsentHere = piece(async () => (await import('../sync/index.ts')).UnsentHere);

export function StartPage() {
  return (
    <SignedIn>
      <Labs />
    </SignedIn>
  );
}

function Labs() {
  const me = useMe().data;
  if (!me) return null;
  const {labs, documents} = me;
  const [only, ...others] = labs;
  if (only && others.length === 0 && documents.length === 0) {
    return <Redirect to={`/labs/${only.id}`} replace />;
  }
  const newLab = (
    <Link href="/stichten" className="button">
      <Plus size={20} aria-hidden /> {start.newLab}
    </Link>
  );
  // Who only reads along in single documents is shown those, and nothing that is not theirs.
  if (!only) {
    return documents.length > 0 ? (
      <Page title={headingOf(documents)}>
        <Unsent me={me.id} documents={documents} />
        <LooseDocuments me={me.id} documents={documents} />
      </Page>
    ) : (
      <Page title={start.labs}>
        <EmptyState title={start.noLabs} action={newLab}>
          {start.noLabsWhat}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={start.labs} actions={newLab}>
      {documents.length > 0 ? <Unsent me={me.id} documents={documents} /> : null}
      <ul className="plain lab-choice">
        {labs.map((lab) => (
          <LabChoice key={lab.id} lab={lab} />
        ))}
      </ul>
      {documents.length > 0 ? (
        <section className="start-section" aria-labelledby="loose-documents">
          <h2 id="loose-documents">{headingOf(documents)}</h2>
          <LooseDocuments me={me.id} documents={documents} />
        </section>
      ) : null}
    </Page>
  );
}

/** Who left a lab keeps what is theirs there. */
function headingOf(documents: readonly LooseDocumentView[]): string {
  return documents.some(({role}) => role === 'member') ? start.myDocuments : start.documents;
}

interface UnsentProps {
  readonly me: PersonId;
  readonly documents: readonly LooseDocumentView[];
}

/** What a lab's page says of its documents is said here of those without a lab around them. */
function Unsent({me, documents}: UnsentProps) {
  return (
    <>
      <UnsentHere personId={me} documents={documents} />
      <RescueCopies personId={me} />
    </>
  );
}

function LabChoice({lab}: {readonly lab: LabSummary}) {
  return (
    <li>
      <Link href={`/labs/${lab.id}`}>{lab.name}</Link>
      <p className="muted">
        <MapPin size={16} aria-hidden /> {lab.neighbourhood}
      </p>
    </li>
  );
}
