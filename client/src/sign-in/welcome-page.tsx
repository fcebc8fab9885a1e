/** What a visitor without a session sees: one sentence that says what this is, and how to get in. */

import {Page} from '../ui/page.tsx';
import {general, start} from '../words/index.ts';

export function WelcomePage() {
  return (
    <Page title={general.product} heading="bare">
      <div className="welcome">
        <h1 tabIndex={-1}>{start.title}</h1>
        <p className="welcome-what">{start.what}</p>
        <p>{start.how}</p>
      </div>
    </Page>
  );
}
