/** Where I am signed in, and the way out of each and of all. */

import {useState} from 'react';
import type {DeviceView, PersonId} from '@samenspel/shared';
import {ask} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {account, dayWords, general} from '../words/index.ts';
import {me as words} from '../words/me.ts';
import {useDevices, useSignOutDevice} from './account.ts';
import {useLeave, useUnsent} from './leave.ts';

export function AccountDevices({me}: {readonly me: PersonId}) {
  const [gone, setGone] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const devices = useDevices();
  const signOut = useSignOutDevice();
  return (
    <section className="account-section" aria-labelledby="account-devices">
      <h2 id="account-devices">{words.devices}</h2>
      <p className="muted">{words.devicesWhat}</p>
      <div aria-live="polite">
        {gone === null ? null : <Message kind="good">{words.signedOut(gone)}</Message>}
      </div>
      {signOut.isError ? <Trouble error={signOut.error} /> : null}
      {devices.isError ? (
        <Trouble error={devices.error} onRetry={() => void devices.refetch()} />
      ) : null}
      {devices.isPending ? <Loading /> : null}
      <ul className="plain account-devices">
        {devices.data?.map((device) => (
          <Device
            key={device.id}
            device={device}
            isBusy={signOut.isPending}
            onSignOut={() => signOut.mutate(device.id, {onSuccess: () => setGone(device.label)})}
          />
        ))}
      </ul>
      <div>
        <Button onPress={() => setAsking(true)}>{words.everywhere}</Button>
      </div>
      <EverywhereDialog me={me} isOpen={isAsking} onClose={() => setAsking(false)} />
    </section>
  );
}

interface DeviceProps {
  readonly device: DeviceView;
  readonly isBusy: boolean;
  readonly onSignOut: () => void;
}

function Device({device, isBusy, onSignOut}: DeviceProps) {
  const now = useNow();
  const {label, current, onlyLabName, lastDay} = device;
  const facts = [
    words.deviceLast(dayWords(lastDay, now)),
    onlyLabName === null ? null : words.deviceOnly(onlyLabName),
  ].filter((fact) => fact !== null);
  return (
    <li className="account-device">
      <div>
        <p>
          {label} {current ? <span className="muted">({words.deviceCurrent})</span> : null}
        </p>
        <p className="muted">{facts.join(' · ')}</p>
      </div>
      {/* The way out of this one is in the menu, which first looks for unsent text. */}
      {current ? null : (
        <Button aria-label={words.signOutDeviceOf(label)} isDisabled={isBusy} onPress={onSignOut}>
          {words.signOutDevice}
        </Button>
      )}
    </li>
  );
}

interface EverywhereDialogProps {
  readonly me: PersonId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function EverywhereDialog({me, isOpen, onClose}: EverywhereDialogProps) {
  return (
    <Dialog role="alertdialog" title={words.everywhereTitle} isOpen={isOpen} onClose={onClose}>
      <EverywhereForm me={me} onClose={onClose} />
    </Dialog>
  );
}

function EverywhereForm({me, onClose}: Omit<EverywhereDialogProps, 'isOpen'>) {
  const unsent = useUnsent(me);
  const leave = useLeave(me, () => ask<void>('POST', '/me/sign-out-everywhere'));
  return (
    <>
      <p>{words.everywhereWhat}</p>
      {unsent > 0 ? <Message kind="trouble">{account.unsentWhat(unsent)}</Message> : null}
      {leave.isError ? <Trouble error={leave.error} /> : null}
      <DialogButtons>
        <Button kind="danger" isDisabled={leave.isPending} onPress={() => leave.mutate()}>
          {words.everywhere}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </>
  );
}
