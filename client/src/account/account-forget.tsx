/** Being forgotten: what goes, what stays, and one's own name typed to be sure. */

import type {MeView} from '@samenspel/shared';
import {useState} from 'react';
import {ask} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {general} from '../words/index.ts';
import {me as words} from '../words/me.ts';
import {useLeave, useUnsent} from './leave.ts';

export function AccountForget({me}: {readonly me: MeView}) {
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <section className="account-section" aria-labelledby="account-forget">
      <h2 id="account-forget">{words.forget}</h2>
      <p className="muted">{words.forgetWhat}</p>
      <div>
        <Button kind="danger" onPress={() => setAsking(true)}>
          {words.forget}
        </Button>
      </div>
      <Dialog role="alertdialog" title={words.forgetTitle} isOpen={isAsking} onClose={close}>
        <ForgetForm me={me} onClose={close} />
      </Dialog>
    </section>
  );
}

function ForgetForm({me, onClose}: {readonly me: MeView; readonly onClose: () => void}) {
  const [typed, setTyped] = useState('');
  const unsent = useUnsent(me.id);
  const forget = useLeave<string>(me.id, (name) => ask<void>('POST', '/me/forget', {name}));
  const problem = typed.trim() === me.name ? null : words.forgetWrong;
  const {isTried, onSubmit} = useSubmit([problem], () => {
    if (!forget.isPending) forget.mutate(typed.trim());
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <p>{words.forgetGoes}</p>
      <p>{words.forgetStays}</p>
      <p>{words.forgetBackups}</p>
      <p>{words.forgetFinal}</p>
      {unsent > 0 ? <Message kind="trouble">{words.forgetUnsent(unsent)}</Message> : null}
      <TextField
        label={words.forgetType(me.name)}
        value={typed}
        onChange={setTyped}
        error={isTried ? problem : null}
      />
      {forget.isError ? <Trouble error={forget.error} /> : null}
      <DialogButtons>
        <Button kind="danger" type="submit" isDisabled={forget.isPending}>
          {forget.isPending ? words.forgetting : words.forgetDo}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </form>
  );
}
