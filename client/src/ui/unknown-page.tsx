/** For an address that leads nowhere, or to something that is none of one's business. */

import type {ReactNode} from 'react';
import {Link} from 'wouter';
import {general} from '../words/index.ts';
import {Page} from './page.tsx';

/** `children` is what of it is still here, such as text that could not be sent. */
export function UnknownPage({children}: {readonly children?: ReactNode}) {
  return (
    <Page title={general.unknownPage} subtitle={general.unknownPageWhat}>
      <div>
        <Link href="/" className="button button-primary">
          {general.home}
        </Link>
      </div>
      {children}
    </Page>
  );
}
