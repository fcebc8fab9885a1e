/** Shows its screen to who is signed in; to others how to get in, at the same address. */

import type {ReactNode} from 'react';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {Loading} from '../ui/states.tsx';
import {general} from '../words/index.ts';
import {useMe} from './me.ts';
import {WelcomePage} from './welcome-page.tsx';

export function SignedIn({children}: {readonly children: ReactNode}) {
  const me = useMe();
  if (me.data) return children;
  if (me.data === null) return <WelcomePage />;
  return (
    <Page title={general.product} heading="bare">
      {me.isError ? <Trouble error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
    </Page>
  );
}
