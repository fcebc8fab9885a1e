/** A lab: what it is called, what it writes, and who is in it. */

import {Plus} from 'lucide-react';
import {type ReactNode, useState} from 'react';
import {can, type LabId, type LabView} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {lab as words} from '../words/index.ts';
import {useLab} from './lab.ts';
import {LabDocuments} from './lab-documents.tsx';
import {LabPeople} from './lab-people.tsx';
import {NewDocumentDialog} from './new-document-dialog.tsx';
import './labs.css';

export function LabPage({labId}: {readonly labId: LabId}) {
  const lab = useLab(labId);
  if (lab.isError && failureOf(lab.error) === 'not_found') return <UnknownPage />;
  const trouble = lab.isError ? (
    <Trouble error={lab.error} onRetry={() => void lab.refetch()} />
  ) : null;
  // The last list stays readable while the server is away.
  if (lab.data) return <Shown lab={lab.data} trouble={trouble} />;
  return (
    <Page title={words.loading} heading="bare">
      {trouble ?? <Loading />}
    </Page>
  );
}

function Shown({lab, trouble}: {readonly lab: LabView; readonly trouble: ReactNode}) {
  const [isMaking, setMaking] = useState(false);
  const make = can(lab.role, 'document.create') ? (
    <Button kind="primary" icon={<Plus size={20} aria-hidden />} onPress={() => setMaking(true)}>
      {words.newDocument}
    </Button>
  ) : null;
  return (
    <Page title={lab.name} subtitle={lab.neighbourhood} actions={make}>
      {trouble}
      <LabDocuments lab={lab} />
      <LabPeople members={lab.members} />
      <NewDocumentDialog labId={lab.id} isOpen={isMaking} onClose={() => setMaking(false)} />
    </Page>
  );
}
