/** Asks before text is lost, and says so when signing out did not work. */

import {unreachable} from '@samenspel/shared';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {account, general} from '../words/index.ts';
import type {SignOut} from './sign-out.ts';

export function SignOutDialog({signOut}: {readonly signOut: SignOut}) {
  const {state} = signOut;
  switch (state.kind) {
    case 'warning':
      return (
        <Dialog role="alertdialog" isOpen title={account.unsentTitle} onClose={signOut.stay}>
          <p>{account.unsentWhat(state.unsent)}</p>
          <p>{account.unsentAdvice}</p>
          <DialogButtons>
            <Button kind="primary" onPress={signOut.stay}>
              {account.stay}
            </Button>
            <Button kind="danger" onPress={signOut.leave}>
              {account.signOutAnyway}
            </Button>
          </DialogButtons>
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog isOpen title={account.signOut} onClose={signOut.stay}>
          <Trouble error={state.error} onRetry={state.retry} />
          <DialogButtons>
            <Button onPress={signOut.stay}>{general.cancel}</Button>
            <Button kind="danger" onPress={signOut.leave}>
              {account.signOutAnyway}
            </Button>
          </DialogButtons>
        </Dialog>
      );
    case 'idle':
    case 'leaving':
      return null;
    default:
      return unreachable(state);
  }
}
