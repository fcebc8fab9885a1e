/** Who reads along in this document, and asking somebody in for this document only. */

import type {DocumentView} from '@samenspel/shared';
import {UserPlus} from 'lucide-react';
import {useState} from 'react';
import {InvitationList} from '../invitations/invitation-list.tsx';
import {InviteDialog} from '../invitations/invite-dialog.tsx';
import {useMe} from '../sign-in/me.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {Person} from '../ui/person.tsx';
import {Loading} from '../ui/states.tsx';
import {general, roleNote} from '../words/index.ts';
import {sharing as words} from '../words/sharing.ts';
import {useGuests, useRemoveGuest} from './guests.ts';
import {mayIn} from './whose.ts';
import './share.css';

export interface ShareDialogProps {
  readonly document: DocumentView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ShareDialog({document, isOpen, onClose}: ShareDialogProps) {
  const me = useMe().data?.id;
  const [isInviting, setInviting] = useState(false);
  const close = () => {
    setInviting(false);
    onClose();
  };
  return (
    <>
      <Dialog title={words.title(document.title)} isOpen={isOpen && !isInviting} onClose={close}>
        <p>{document.owner ? words.personal : words.ofLab}</p>
        {mayIn(document, me, 'guest.read') ? (
          <Guests document={document} mayRemove={mayIn(document, me, 'guest.remove')} />
        ) : null}
        {mayIn(document, me, 'invitation.read') ? (
          <InvitationList
            place={{labId: document.labId, documentId: document.id}}
            mayWithdraw={mayIn(document, me, 'invitation.withdraw')}
          />
        ) : null}
        <DialogButtons>
          <Button
            kind="primary"
            icon={<UserPlus size={20} aria-hidden />}
            onPress={() => setInviting(true)}
          >
            {words.invite}
          </Button>
          <Button onPress={close}>{general.close}</Button>
        </DialogButtons>
      </Dialog>
      <InviteDialog
        labId={document.labId}
        document={document}
        isOpen={isOpen && isInviting}
        onClose={close}
      />
    </>
  );
}

interface GuestsProps {
  readonly document: DocumentView;
  readonly mayRemove: boolean;
}

function Guests({document, mayRemove}: GuestsProps) {
  const [removed, setRemoved] = useState<string | null>(null);
  const guests = useGuests(document.id);
  const remove = useRemoveGuest(document.id);
  if (guests.isPending) return <Loading />;
  if (guests.isError) {
    return <Trouble error={guests.error} onRetry={() => void guests.refetch()} />;
  }
  return (
    <section aria-labelledby="share-guests">
      <h3 id="share-guests">{words.guests}</h3>
      <div aria-live="polite">
        {removed === null ? null : <Message kind="good">{words.removed(removed)}</Message>}
      </div>
      {remove.isError ? <Trouble error={remove.error} /> : null}
      {guests.data.length === 0 ? <p className="muted">{words.noGuests}</p> : null}
      <ul className="plain share-guests">
        {guests.data.map(({id, name, side, role}) => (
          <li key={id}>
            <Person name={name} side={side} note={roleNote(role)} />
            {mayRemove ? (
              <Button
                aria-label={words.removeOf(name)}
                isDisabled={remove.isPending}
                onPress={() => remove.mutate(id, {onSuccess: () => setRemoved(name)})}
              >
                {words.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
