/** A mail address, if one wants: only a way back in, once one said in the mailbox that it is theirs. */

import type {AddressView} from '@samenspel/shared';
import {useState} from 'react';
import {useWays} from '../sign-in/ways.ts';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {looksLikeAddress} from '../ui/text-problem.ts';
import {me as words} from '../words/me.ts';
import {useAddress, useSetAddress} from './account.ts';

export function AccountAddress() {
  const address = useAddress();
  const mailsHere = useWays().data?.mail;
  const set = useSetAddress();
  const given = address.data?.address ?? null;
  return (
    <section className="account-section" aria-labelledby="account-address">
      <h2 id="account-address">{words.address}</h2>
      <p className="muted">{mailsHere === false ? words.addressNoMail : words.addressWhat}</p>
      {address.isError ? (
        <Trouble error={address.error} onRetry={() => void address.refetch()} />
      ) : null}
      {/* Who gave one before the server stopped mailing can still take it away. */}
      {address.isSuccess && (mailsHere || given !== null) ? (
        <AddressForm key={`form ${given}`} address={given} set={set} />
      ) : null}
      {set.isError ? <Trouble error={set.error} /> : null}
      <div aria-live="polite">
        {set.isSuccess ? (
          <Message kind="good">
            {set.variables === null ? words.addressRemoved : words.addressSaved}
          </Message>
        ) : null}
      </div>
      {address.data && mailsHere ? (
        <Confirmation key={`confirmation ${given}`} given={address.data} />
      ) : null}
    </section>
  );
}

interface AddressFormProps {
  readonly address: string | null;
  readonly set: ReturnType<typeof useSetAddress>;
}

function AddressForm({address, set}: AddressFormProps) {
  const [wanted, setWanted] = useState(address ?? '');
  const problem = looksLikeAddress(wanted) ? null : words.addressWrong;
  const {isTried, onSubmit} = useSubmit([problem], () => set.mutate(wanted.trim()));
  return (
    <form className="account-form" onSubmit={onSubmit} noValidate>
      <TextField
        label={words.addressField}
        value={wanted}
        onChange={setWanted}
        error={isTried ? problem : null}
        type="email"
        autoComplete="email"
      />
      <Button type="submit" isDisabled={set.isPending || wanted.trim() === address}>
        {words.addressSave}
      </Button>
      {address === null ? null : (
        <Button isDisabled={set.isPending} onPress={() => set.mutate(null)}>
          {words.addressRemove}
        </Button>
      )}
    </form>
  );
}

/** Whether it is confirmed; until then, that a letter waits in the mailbox, and a way to get another. */
function Confirmation({given: {address, confirmed}}: {readonly given: AddressView}) {
  const again = useSetAddress();
  if (address === null) return null;
  if (confirmed) return <p className="muted">{words.addressConfirmed}</p>;
  return (
    <>
      <Message
        action={
          <Button isDisabled={again.isPending} onPress={() => again.mutate(address)}>
            {words.addressAgain}
          </Button>
        }
      >
        {words.addressWaits(address)}
      </Message>
      {again.isError ? <Trouble error={again.error} /> : null}
      <div aria-live="polite">
        {again.isSuccess ? <Message kind="good">{words.addressSentAgain}</Message> : null}
      </div>
    </>
  );
}
