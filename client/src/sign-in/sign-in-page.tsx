/**
 * The page behind a sign-in link. It asks before it uses the link, because mail scanners open links
 * too, and a link works once. The token stands in the fragment, which no server log ever sees.
 */

import type {SignInLookView} from '@samenspel/shared';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useLocation} from 'wouter';
import {ask, failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {signIn} from '../words/index.ts';
import {useLinkToken} from './link-token.ts';
import {DeadEnd, WayIn} from './way-in.tsx';

export function SignInPage() {
  const token = useLinkToken();
  return token ? (
    <Confirm key={token} token={token} />
  ) : (
    <DeadEnd title={signIn.missing} what={signIn.missingWhat} />
  );
}

function Confirm({token}: {readonly token: string}) {
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const link = useQuery({
    queryKey: ['sign-in', token],
    queryFn: () => ask<SignInLookView>('POST', '/sign-in/look', {token}),
    staleTime: Infinity,
    gcTime: 0,
  });
  const goOn = useMutation({
    mutationFn: () => ask('POST', '/sign-in', {token}),
    onSuccess: () => {
      // Whoever was signed in here before leaves nothing on the screen.
      queries.clear();
      navigate('/', {replace: true});
    },
  });

  const failure = link.error ?? goOn.error;
  if (failure && failureOf(failure) === 'link_invalid') {
    return <DeadEnd title={signIn.invalid} what={signIn.invalidWhat} />;
  }
  if (link.isPending)
    return <WayIn title={signIn.title}>{<Loading words={signIn.looking} />}</WayIn>;
  if (link.isError) {
    return (
      <WayIn title={signIn.title}>
        <Trouble error={link.error} onRetry={() => void link.refetch()} />
      </WayIn>
    );
  }
  return (
    <WayIn title={signIn.goOnAs(link.data.name)}>
      {link.data.labName ? <p className="welcome-what">{signIn.inLab(link.data.labName)}</p> : null}
      <p className="muted">{signIn.once}</p>
      {goOn.isError ? <Trouble error={goOn.error} /> : null}
      <div>
        <Button kind="primary" isDisabled={goOn.isPending} onPress={() => goOn.mutate()}>
          {signIn.goOn}
        </Button>
      </div>
    </WayIn>
  );
}
