/** A lab: what it is called, what it writes, and who is in it. */

import {Plus} from 'lucide-react';
import {lazy, Suspense, useState} from 'react';
import {can, type LabId, type LabView} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {useMe} from '../sign-in/me.ts';
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

/** Brings the code of the device's own copies, which the list itself does without. */
const RescueCopies = lazy(async () => ({
  default: (await import('../sync/index.ts')).RescueCopies,
}));

export function LabPage({labId}: {readonly labId: LabId}) {
  const lab = useLab(labId);
  const [isMaking, setMaking] = useState(false);
  if (lab.isError && failureOf(lab.error) === 'not_found') return <UnknownPage />;
  const {data} = lab;
  const make =
    data && can(data.role, 'document.create') ? (
      <Button kind="primary" icon={<Plus size={20} aria-hidden />} onPress={() => setMaking(true)}>
        {words.newDocument}
      </Button>
    ) : null;
  return (
    <Page title={data?.name ?? words.loading} subtitle={data?.neighbourhood} actions={make}>
      {lab.isError ? <Trouble error={lab.error} onRetry={() => void lab.refetch()} /> : null}
      {lab.isPending ? <Loading /> : null}
      {/* The last list stays readable while the server is away. */}
      {data ? <Shown lab={data} /> : null}
      <NewDocumentDialog labId={labId} isOpen={isMaking} onClose={() => setMaking(false)} />
    </Page>
  );
}

function Shown({lab}: {readonly lab: LabView}) {
  const me = useMe().data?.id;
  return (
    <>
      {me ? (
        <Suspense>
          <RescueCopies personId={me} />
        </Suspense>
      ) : null}
      <LabDocuments lab={lab} />
      <LabPeople members={lab.members} />
    </>
  );
}
