/**
 * The page behind the way out in a letter. It asks before it does anything, because mail scanners open
 * links too, and needs no signing in.
 */

import {useMutation} from '@tanstack/react-query';
import {Link} from 'wouter';
import {ask, failureOf} from '../api.ts';
import {useLinkToken} from '../sign-in/link-token.ts';
import {DeadEnd, WayIn} from '../sign-in/way-in.tsx';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {mailOff as words} from '../words/news.ts';
import {signIn} from '../words/sign-in.ts';

export function MailOffPage() {
  const token = useLinkToken();
  return token ? (
    <AskOff key={token} token={token} />
  ) : (
    <DeadEnd title={signIn.missing} what={words.invalidWhat} />
  );
}

function AskOff({token}: {readonly token: string}) {
  const off = useMutation({
    mutationFn: () => ask<void>('POST', `/mail/off/${encodeURIComponent(token)}`, {}),
  });
  if (off.isSuccess) {
    return (
      <WayIn title={words.done}>
        <p>{words.doneWhat}</p>
        <div>
          <Link href="/" className="button button-primary">
            {signIn.toStart}
          </Link>
        </div>
      </WayIn>
    );
  }
  if (off.error && failureOf(off.error) === 'link_invalid') {
    return <DeadEnd title={signIn.invalid} what={words.invalidWhat} />;
  }
  return (
    <WayIn title={words.title}>
      <p>{words.what}</p>
      {off.isError ? <Trouble error={off.error} /> : null}
      <div>
        <Button kind="primary" isDisabled={off.isPending} onPress={() => off.mutate()}>
          {words.off}
        </Button>
      </div>
    </WayIn>
  );
}
