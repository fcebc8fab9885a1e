/** A lab: what waits for a key, what it writes, who is in it, and what it agreed. */

import {Plus, UserPlus} from 'lucide-react';
import {useState} from 'react';
import {can, type LabId, type LabView} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {InviteDialog} from '../invitations/invite-dialog.tsx';
import {SinceLab} from '../news/since-lab.tsx';
import {OpenQuestions} from '../questions/open-questions.tsx';
import {useMe} from '../sign-in/me.ts';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {piece} from '../ui/piece.tsx';
import {Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {lab as words, when} from '../words/index.ts';
import {inviting} from '../words/invitations.ts';
import {about, people} from '../words/people.ts';
import {missingWords} from '../words/questions.ts';
import {useLab} from './lab.ts';
import {LabAbout} from './lab-about.tsx';
import {LabDocuments} from './lab-documents.tsx';
import {LabPeople} from './lab-people.tsx';
import {NewDocumentDialog} from './new-document-dialog.tsx';
import './labs.css';

/** Brings the code of the device's own copies, which the list itself does without. */
const RescueCopies = piece(async () => (await import('../sync/index.ts')).RescueCopies);
const UnsentHere = piece(async () => (await import('../sync/index.ts')).UnsentHere);

export function LabPage({labId}: {readonly labId: LabId}) {
  const lab = useLab(labId);
  if (lab.isError && failureOf(lab.error) === 'not_found') return <UnknownPage />;
  const {data} = lab;
  return (
    <Page
      title={data?.name ?? words.loading}
      subtitle={data?.neighbourhood}
      actions={data && data.closedAt === null ? <Actions lab={data} /> : null}
    >
      {lab.isError ? <Trouble error={lab.error} onRetry={() => void lab.refetch()} /> : null}
      {lab.isPending ? <Loading /> : null}
      {/* The last list stays readable while the server is away. */}
      {data ? <Shown lab={data} /> : null}
    </Page>
  );
}

function Actions({lab}: {readonly lab: LabView}) {
  const [open, setOpen] = useState<'document' | 'invitation' | null>(null);
  const close = () => setOpen(null);
  const mayCreate = can(lab.role, 'document.create');
  const mayInvite = can(lab.role, 'invitation.create');
  if (!mayCreate && !mayInvite) return null;
  return (
    <div className="page-actions">
      {mayCreate ? (
        <Button
          kind="primary"
          icon={<Plus size={20} aria-hidden />}
          onPress={() => setOpen('document')}
        >
          {words.newDocument}
        </Button>
      ) : null}
      {mayInvite ? (
        <Button icon={<UserPlus size={20} aria-hidden />} onPress={() => setOpen('invitation')}>
          {inviting.invite}
        </Button>
      ) : null}
      <NewDocumentDialog labId={lab.id} isOpen={open === 'document'} onClose={close} />
      <InviteDialog labId={lab.id} isOpen={open === 'invitation'} onClose={close} />
    </div>
  );
}

function Shown({lab}: {readonly lab: LabView}) {
  const me = useMe().data?.id;
  const now = useNow();
  const missing = missingWords(lab.missingSides);
  return (
    <>
      {lab.closedAt === null ? null : <Message>{about.closed(when(lab.closedAt, now))}</Message>}
      {missing !== null && lab.closedAt === null ? <Message>{missing}</Message> : null}
      {me ? (
        <>
          <UnsentHere personId={me} documents={lab.documents} />
          <RescueCopies personId={me} />
        </>
      ) : null}
      {me ? <SinceLab labId={lab.id} me={me} /> : null}
      <Newcomers lab={lab} />
      <OpenQuestions lab={lab} />
      <LabDocuments lab={lab} />
      <LabPeople lab={lab} />
      <LabAbout lab={lab} />
    </>
  );
}

/** Near the top, because a newcomer waits for it: whom I can vouch for. */
function Newcomers({lab}: {readonly lab: LabView}) {
  const names = lab.members.filter(({confirmable}) => confirmable).map(({name}) => name);
  if (names.length === 0 || lab.closedAt !== null || !can(lab.role, 'member.confirm')) return null;
  return (
    <Message
      action={
        <a className="button" href="#lab-people">
          {people.toPeople}
        </a>
      }
    >
      {people.someoneWaits(names)}
    </Message>
  );
}
