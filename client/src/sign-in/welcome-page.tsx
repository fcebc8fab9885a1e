/** What a visitor without a session sees: one sentence that says what this is, and how to get in. */

import {Page} from '../ui/page.tsx';
import {piece} from '../ui/piece.tsx';
import {general, start} from '../words/index.ts';
import {useWays} from './ways.ts';
import './sign-in.css';

/** Brings fields along, which most visits do without. */
const MailLink = piece(async () => (await import('./mail-link.tsx')).MailLink);

export function WelcomePage() {
  const mailsHere = useWays().data?.mail ?? false;
  return (
    <Page title={general.product} heading="bare">
      <div className="welcome">
        <h1 tabIndex={-1}>{start.title}</h1>
        <p className="welcome-what">{start.what}</p>
        <p>{start.how}</p>
        {mailsHere ? <MailLink /> : null}
      </div>
    </Page>
  );
}
