/** For an address that leads nowhere, or to something that is none of one's business. */

import {Link} from 'wouter';
import {general} from '../words/index.ts';
import {Page} from './page.tsx';

export function UnknownPage() {
  return (
    <Page title={general.unknownPage} subtitle={general.unknownPageWhat}>
      <div>
        <Link href="/" className="button button-primary">
          {general.home}
        </Link>
      </div>
    </Page>
  );
}
