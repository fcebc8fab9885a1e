/**
 * The page behind the letter that asks "is this your address". It asks before it uses the link, because
 * mail scanners open links too. It signs nobody in: whoever reads the mailbox says that it is theirs.
 */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link} from 'wouter';
import {ask, failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {mailAddress as words, signIn} from '../words/sign-in.ts';
import {useLinkToken} from './link-token.ts';
import {DeadEnd, WayIn} from './way-in.tsx';

export function AddressPage() {
  const token = useLinkToken();
  return token ? (
    <Confirm key={token} token={token} />
  ) : (
    <DeadEnd title={signIn.missing} what={signIn.missingWhat} />
  );
}

function Confirm({token}: {readonly token: string}) {
  const queries = useQueryClient();
  const proof = useQuery({
    queryKey: ['address', token],
    queryFn: () => ask<{readonly name: string}>('POST', '/address/look', {token}),
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: () => ask<void>('POST', '/address/confirm', {token}),
    onSuccess: () => queries.invalidateQueries({queryKey: ['me', 'address']}),
  });

  if (confirm.isSuccess) {
    return (
      <WayIn title={words.confirmed}>
        <p>{words.confirmedWhat}</p>
        <div>
          <Link href="/" className="button button-primary">
            {signIn.toStart}
          </Link>
        </div>
      </WayIn>
    );
  }
  const failure = proof.error ?? confirm.error;
  if (failure && failureOf(failure) === 'link_invalid') {
    return <DeadEnd title={signIn.invalid} what={words.invalidWhat} />;
  }
  if (proof.isPending) {
    return (
      <WayIn title={words.title}>
        <Loading words={signIn.looking} />
      </WayIn>
    );
  }
  if (proof.isError) {
    return (
      <WayIn title={words.title}>
        <Trouble error={proof.error} onRetry={() => void proof.refetch()} />
      </WayIn>
    );
  }
  return (
    <WayIn title={words.title}>
      <p className="welcome-what">{words.what(proof.data.name)}</p>
      <p className="muted">{words.notYou}</p>
      {confirm.isError ? <Trouble error={confirm.error} /> : null}
      <div>
        <Button kind="primary" isDisabled={confirm.isPending} onPress={() => confirm.mutate()}>
          {words.confirm}
        </Button>
      </div>
    </WayIn>
  );
}
