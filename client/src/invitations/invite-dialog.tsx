/** Asks somebody in: to the lab, or to one document; ends with a link and a code to hand over. */

import {
  type DocumentId,
  type InvitationMade,
  type LabId,
  type Role,
  roles,
  type Side,
} from '@samenspel/shared';
import {useState} from 'react';
import {useWorld} from '../app-world.tsx';
import {SideChoice} from '../labs/side-choice.tsx';
import {useWays} from '../sign-in/ways.ts';
import {Button} from '../ui/button.tsx';
import {Choice} from '../ui/choice.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {HandOver} from '../ui/hand-over.tsx';
import {Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {looksLikeAddress} from '../ui/text-problem.ts';
import {general} from '../words/index.ts';
import {inviting as words, roleChoice, sideChoice} from '../words/invitations.ts';
import {useInvite} from './invitations.ts';
import {nextTime, usualEnd} from './until.ts';
import './invitations.css';

export interface InviteDialogProps {
  readonly labId: LabId;
  /** The one document that the invitation opens; the whole lab when it is left out. */
  readonly document?: {readonly id: DocumentId; readonly title: string};
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Ready extends InvitationMade {
  /** null when it was not mailed. */
  readonly mailedTo: string | null;
}

export function InviteDialog({isOpen, onClose, ...rest}: InviteDialogProps) {
  const [ready, setReady] = useState<Ready | null>(null);
  const close = () => {
    setReady(null);
    onClose();
  };
  const {document} = rest;
  if (ready) {
    return (
      // The link is shown once, so a press beside it does not take it away.
      <Dialog role="alertdialog" title={words.ready} isOpen={isOpen} onClose={close}>
        <p>{words.readyWhat}</p>
        <HandOver link={ready.link} label={words.link} qrLabel={words.qr} />
        {ready.mailedTo === null ? null : <p>{words.mailed(ready.mailedTo)}</p>}
        <DialogButtons>
          <Button onPress={close}>{words.done}</Button>
        </DialogButtons>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={document ? words.documentTitle(document.title) : words.title}
      isOpen={isOpen}
      onClose={close}
    >
      <InviteForm {...rest} onReady={setReady} onClose={close} />
    </Dialog>
  );
}

interface InviteFormProps extends Omit<InviteDialogProps, 'isOpen'> {
  readonly onReady: (ready: Ready) => void;
}

type Use = 'once' | 'meeting';

const uses: readonly {readonly value: Use; readonly label: string; readonly hint: string}[] = [
  {value: 'once', label: words.once, hint: words.onceWhat},
  {value: 'meeting', label: words.meeting, hint: words.meetingWhat},
];

function InviteForm({labId, document, onReady, onClose}: InviteFormProps) {
  const world = useWorld();
  const mailsHere = useWays().data?.mail ?? false;
  // Who writes in one document only would be a member of nothing.
  const offered = document ? roles.filter((role) => role !== 'member') : roles;
  const [role, setRole] = useState<Role>(document ? 'commenter' : 'member');
  const [side, setSide] = useState<Side | null>(null);
  const [use, setUse] = useState<Use>('once');
  const [until, setUntil] = useState(() => usualEnd(world.now()));
  const [email, setEmail] = useState('');
  const invite = useInvite({labId, documentId: document?.id ?? null});
  const mayMail = mailsHere && use === 'once';
  const problems = {
    side: side === null ? words.sideMissing : null,
    until: use === 'meeting' && nextTime(until, world.now()) === null ? words.untilMissing : null,
    email: mayMail && email.trim() && !looksLikeAddress(email) ? words.emailWrong : null,
  };
  const {isTried, onSubmit} = useSubmit(Object.values(problems), () => {
    const end = use === 'meeting' ? nextTime(until, world.now()) : null;
    const address = mayMail ? email.trim() : '';
    if (side === null || invite.isPending) return;
    invite.mutate(
      {
        ...{role, side, use},
        ...(end === null ? {} : {until: end}),
        ...(address ? {email: address} : {}),
      },
      {onSuccess: (made) => onReady({...made, mailedTo: address || null})},
    );
  });
  const said = (problem: string | null) => (isTried ? problem : null);

  return (
    <form onSubmit={onSubmit} noValidate>
      {document ? <p>{words.documentWhat}</p> : null}
      <SideChoice
        label={words.side}
        value={side}
        onChange={setSide}
        words={sideChoice}
        error={said(problems.side)}
      />
      <Choice label={words.use} options={uses} value={use} onChange={setUse} />
      {use === 'meeting' ? (
        <TextField
          label={words.until}
          value={until}
          onChange={setUntil}
          error={said(problems.until)}
          type="time"
        />
      ) : null}
      {mayMail ? (
        <TextField
          label={words.email}
          hint={words.emailHint}
          value={email}
          onChange={setEmail}
          error={said(problems.email)}
          type="email"
        />
      ) : null}
      <details className="invite-more">
        <summary>{words.more(roleChoice(role).label)}</summary>
        <Choice
          label={words.role}
          options={offered.map((one) => ({value: one, ...roleChoice(one)}))}
          value={role}
          onChange={setRole}
        />
      </details>
      {invite.isError ? <Trouble error={invite.error} /> : null}
      <DialogButtons>
        <Button kind="primary" type="submit" isDisabled={invite.isPending}>
          {invite.isPending ? words.making : words.make}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
