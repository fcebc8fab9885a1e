/**
 * The page behind a sign-in link. It asks before it uses the link, because mail scanners open links
 * too, and a link works once. The token stands in the fragment, which no server log ever sees.
 */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {type ReactNode, useEffect, useState} from 'react';
import {Link, useLocation} from 'wouter';
import {api, failureOf, request} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {Loading} from '../ui/states.tsx';
import {signIn} from '../words/index.ts';
import './sign-in.css';

export function SignInPage() {
  // Read once: the address loses it at once, so that it is neither shared nor kept in the history.
  const [token] = useState(() => globalThis.location.hash.slice(1));
  useEffect(() => {
    if (globalThis.location.hash) {
      globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname);
    }
  }, []);
  return token ? (
    <Confirm token={token} />
  ) : (
    <Dead title={signIn.missing} what={signIn.missingWhat} />
  );
}

function Confirm({token}: {readonly token: string}) {
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const link = useQuery({
    queryKey: ['sign-in', token],
    queryFn: () => request(api['sign-in'].look.$post({json: {token}})),
    staleTime: Infinity,
    gcTime: 0,
  });
  const goOn = useMutation({
    mutationFn: () => request(api['sign-in'].$post({json: {token}})),
    onSuccess: () => {
      // Whoever was signed in here before leaves nothing on the screen.
      queries.clear();
      navigate('/', {replace: true});
    },
  });

  const failure = link.error ?? goOn.error;
  if (failure && failureOf(failure) === 'link_invalid') {
    return <Dead title={signIn.invalid} what={signIn.invalidWhat} />;
  }
  if (link.isPending)
    return <Frame title={signIn.title}>{<Loading words={signIn.looking} />}</Frame>;
  if (link.isError) {
    return (
      <Frame title={signIn.title}>
        <Trouble error={link.error} onRetry={() => void link.refetch()} />
      </Frame>
    );
  }
  return (
    <Frame title={signIn.goOnAs(link.data.name)}>
      {link.data.labName ? <p className="welcome-what">{signIn.inLab(link.data.labName)}</p> : null}
      <p className="muted">{signIn.once}</p>
      {goOn.isError ? <Trouble error={goOn.error} /> : null}
      <div>
        <Button kind="primary" isDisabled={goOn.isPending} onPress={() => goOn.mutate()}>
          {signIn.goOn}
        </Button>
      </div>
    </Frame>
  );
}

function Dead({title, what}: {readonly title: string; readonly what: string}) {
  return (
    <Frame title={title}>
      <p>{what}</p>
      <div>
        <Link href="/" className="button button-primary">
          {signIn.toStart}
        </Link>
      </div>
    </Frame>
  );
}

function Frame({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <Page title={title} heading="bare">
      <div className="welcome">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
    </Page>
  );
}
