/** The frame of the pages behind a link: one sentence that says what this is, one button that goes on. */

import type {ReactNode} from 'react';
import {Link} from 'wouter';
import {Page} from '../ui/page.tsx';
import {signIn} from '../words/index.ts';
import './sign-in.css';

export function WayIn({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <Page title={title} heading="bare">
      <div className="welcome">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
    </Page>
  );
}

/** For a link that leads nowhere: why, and what to do. */
export function DeadEnd({title, what}: {readonly title: string; readonly what: string}) {
  return (
    <WayIn title={title}>
      <p>{what}</p>
      <div>
        <Link href="/" className="button button-primary">
          {signIn.toStart}
        </Link>
      </div>
    </WayIn>
  );
}
