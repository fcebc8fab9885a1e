/** Where a lab begins: by the link that an empty server prints, or by somebody who is signed in. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {LabSummary} from '@samenspel/shared';
import {useLocation} from 'wouter';
import {ask, failureOf} from '../api.ts';
import {useLinkToken} from '../sign-in/link-token.ts';
import {SignedIn} from '../sign-in/signed-in.tsx';
import {DeadEnd, WayIn} from '../sign-in/way-in.tsx';
import {Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {founding as words} from '../words/founding.ts';
import {type Founded, FoundingForm} from './founding-form.tsx';

export function FoundingPage() {
  const token = useLinkToken();
  return token ? (
    <ByLink key={token} token={token} />
  ) : (
    <SignedIn>
      <BySignedIn />
    </SignedIn>
  );
}

function ByLink({token}: {readonly token: string}) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const link = useQuery({
    queryKey: ['founding', token],
    // null: a query has to answer something.
    queryFn: async () => (await ask<void>('POST', '/founding/look', {token})) ?? null,
    staleTime: Infinity,
    gcTime: 0,
  });
  const begin = useMutation({
    mutationFn: ({labName, neighbourhood, name, side}: Founded) =>
      ask<LabSummary>('POST', '/founding', {token, labName, neighbourhood, name, side}),
    onSuccess: (lab) => {
      // Whoever was signed in here before leaves nothing on the screen.
      queries.clear();
      navigate(`/labs/${lab.id}`, {replace: true});
    },
  });
  const failure = link.error ?? begin.error;
  if (failure && failureOf(failure) === 'link_invalid') {
    return <DeadEnd title={words.invalid} what={words.invalidWhat} />;
  }
  return (
    <WayIn title={words.title}>
      {link.isPending ? <Loading words={words.looking} /> : null}
      {link.isError ? <Trouble error={link.error} onRetry={() => void link.refetch()} /> : null}
      {link.isSuccess ? (
        <>
          <p className="welcome-what">{words.what}</p>
          <FoundingForm asksName begin={begin} />
        </>
      ) : null}
    </WayIn>
  );
}

function BySignedIn() {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const begin = useMutation({
    mutationFn: ({labName, neighbourhood, side}: Founded) =>
      ask<LabSummary>('POST', '/labs', {name: labName, neighbourhood, side}),
    onSuccess: async (lab) => {
      await queries.invalidateQueries({queryKey: ['me']});
      navigate(`/labs/${lab.id}`);
    },
  });
  return (
    <WayIn title={words.title}>
      <p className="welcome-what">{words.what}</p>
      <FoundingForm asksName={false} begin={begin} />
    </WayIn>
  );
}
