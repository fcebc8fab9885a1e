/** The beginning: straight to one's lab, a list when there are several, a welcome when signed out. */

import {MapPin} from 'lucide-react';
import {Link, Redirect} from 'wouter';
import type {LabSummary} from '@samenspel/shared';
import {Page} from '../ui/page.tsx';
import {EmptyState} from '../ui/states.tsx';
import {start} from '../words/index.ts';
import {useMe} from './me.ts';
import {SignedIn} from './signed-in.tsx';
import './sign-in.css';

export function StartPage() {
  return (
    <SignedIn>
      <Labs />
    </SignedIn>
  );
}

function Labs() {
  const labs = useMe().data?.labs ?? [];
  const [only, ...others] = labs;
  if (!only) {
    return (
      <Page title={start.labs}>
        <EmptyState title={start.noLabs}>{start.noLabsWhat}</EmptyState>
      </Page>
    );
  }
  return others.length === 0 ? (
    <Redirect to={`/labs/${only.id}`} replace />
  ) : (
    <Page title={start.labs}>
      <ul className="plain lab-choice">
        {labs.map((lab) => (
          <LabChoice key={lab.id} lab={lab} />
        ))}
      </ul>
    </Page>
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
