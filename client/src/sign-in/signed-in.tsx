/** Shows its screen to who is signed in; to others how to get in, at the same address. */

import {type ReactNode, useEffect} from 'react';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {Loading} from '../ui/states.tsx';
import {general} from '../words/index.ts';
import {useMe} from './me.ts';
import {WelcomePage} from './welcome-page.tsx';

export interface SignedInProps {
  /** What the screen is made of, fetched while it is asked who is there. */
  readonly piece?: {ahead(): Promise<unknown>};
  readonly children: ReactNode;
}

export function SignedIn({piece, children}: SignedInProps) {
  const me = useMe();
  useEffect(() => {
    // Not here yet is what it was; the screen tries again, and says so.
    piece?.ahead().catch(() => undefined);
  }, [piece]);
  if (me.data) return children;
  if (me.data === null) return <WelcomePage />;
  return (
    <Page title={general.product} heading="bare">
      {me.isError ? <Trouble error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
    </Page>
  );
}
