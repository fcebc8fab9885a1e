/** For who gave a mail address: a link by mail. Says the same whether the address is known or not. */

import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import {ask} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {looksLikeAddress} from '../ui/text-problem.ts';
import {mailLink as words} from '../words/sign-in.ts';

export function MailLink() {
  const [address, setAddress] = useState('');
  const send = useMutation({
    mutationFn: () => ask<void>('POST', '/sign-in/mail', {address: address.trim()}),
  });
  const problem = looksLikeAddress(address) ? null : words.wrong;
  const {isTried, onSubmit} = useSubmit([problem], () => send.mutate());
  return (
    <section className="mail-link" aria-label={words.title}>
      <form className="way-in-form" onSubmit={onSubmit} noValidate>
        <TextField
          label={words.address}
          hint={words.hint}
          value={address}
          onChange={setAddress}
          error={isTried ? problem : null}
          type="email"
          autoComplete="email"
        />
        {send.isError ? <Trouble error={send.error} /> : null}
        <div>
          <Button type="submit" isDisabled={send.isPending}>
            {words.send}
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {send.isSuccess ? <Message kind="good">{words.sent}</Message> : null}
      </div>
    </section>
  );
}
