/** The page behind an invitation: what it is for, what one is called, and one button that goes on. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {InvitedView, JoinedView} from '@samenspel/shared';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {ask, failureOf} from '../api.ts';
import {useLinkToken} from '../sign-in/link-token.ts';
import {useMe} from '../sign-in/me.ts';
import {DeadEnd, WayIn} from '../sign-in/way-in.tsx';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Loading} from '../ui/states.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {looksLikeAddress, textProblem} from '../ui/text-problem.ts';
import {invitedAs, joining as words} from '../words/invitations.ts';
import {useWays} from '../sign-in/ways.ts';

export function JoinPage() {
  const token = useLinkToken();
  return token ? (
    <Invited key={token} token={token} />
  ) : (
    <DeadEnd title={words.missing} what={words.missingWhat} />
  );
}

interface Joining {
  readonly name?: string;
  readonly email?: string;
}

function Invited({token}: {readonly token: string}) {
  const me = useMe();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask<InvitedView>('POST', '/invitations/look', {token}),
    staleTime: Infinity,
    gcTime: 0,
  });
  const join = useMutation({
    mutationFn: (joining: Joining) =>
      ask<JoinedView>('POST', '/invitations/accept', {token, ...joining}),
    onSuccess: async ({labId, documentId}) => {
      await queries.refetchQueries({queryKey: ['me']});
      navigate(documentId ? `/documenten/${documentId}` : `/labs/${labId}`, {replace: true});
    },
  });
  const failure = invitation.error ?? join.error;
  if (failure && failureOf(failure) === 'link_invalid') {
    return <DeadEnd title={words.invalid} what={words.invalidWhat} />;
  }
  if (invitation.isError) {
    return (
      <WayIn title={words.invitation}>
        <Trouble error={invitation.error} onRetry={() => void invitation.refetch()} />
      </WayIn>
    );
  }
  if (invitation.isPending || me.isPending) {
    return (
      <WayIn title={words.invitation}>
        <Loading words={words.looking} />
      </WayIn>
    );
  }
  const {labName, neighbourhood, role, side, documentTitle} = invitation.data;
  return (
    <WayIn
      title={
        documentTitle === undefined ? words.title(labName) : words.documentTitle(documentTitle)
      }
    >
      <p className="muted">{words.inLab(labName, neighbourhood)}</p>
      <p className="welcome-what">{invitedAs(role, side)}</p>
      {me.data ? (
        <>
          {join.isError ? <Trouble error={join.error} /> : null}
          <div>
            <Button kind="primary" isDisabled={join.isPending} onPress={() => join.mutate({})}>
              {join.isPending ? words.joining : words.joinAs(me.data.name)}
            </Button>
          </div>
        </>
      ) : (
        <NewcomerForm join={join} />
      )}
    </WayIn>
  );
}

interface NewcomerFormProps {
  readonly join: {
    mutate(joining: Joining): void;
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
  };
}

const maxNameLength = 60;

function NewcomerForm({join}: NewcomerFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const mailsHere = useWays().data?.mail ?? false;
  const problems = {
    name: textProblem(name, maxNameLength, {
      missing: words.nameMissing,
      tooLong: words.nameTooLong,
    }),
    email: email.trim() && !looksLikeAddress(email) ? words.addressWrong : null,
  };
  const {isTried, onSubmit} = useSubmit(Object.values(problems), () => {
    if (join.isPending) return;
    join.mutate({name: name.trim(), ...(email.trim() ? {email: email.trim()} : {})});
  });
  return (
    <form className="way-in-form" onSubmit={onSubmit} noValidate>
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={setName}
        error={isTried ? problems.name : null}
        autoComplete="given-name"
      />
      {mailsHere ? (
        <TextField
          label={words.address}
          hint={words.addressHint}
          value={email}
          onChange={setEmail}
          error={isTried ? problems.email : null}
          type="email"
          autoComplete="email"
        />
      ) : null}
      {join.isError ? <Trouble error={join.error} /> : null}
      <div>
        <Button kind="primary" type="submit" isDisabled={join.isPending}>
          {join.isPending ? words.joining : words.join}
        </Button>
      </div>
    </form>
  );
}
