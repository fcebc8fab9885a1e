/** About me: what I am called, how I come in, where I am signed in, and what is kept of me. */

import {Download} from 'lucide-react';
import {useMe} from '../sign-in/me.ts';
import {NewsMailSection} from '../news/news-mail-section.tsx';
import {Message} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {me as words} from '../words/me.ts';
import {AccountAddress} from './account-address.tsx';
import {AccountDevices} from './account-devices.tsx';
import {AccountForget} from './account-forget.tsx';
import {AccountName} from './account-name.tsx';
import {useDevices} from './account.ts';
import './account.css';

export function AccountPage() {
  const me = useMe().data;
  const current = useDevices().data?.find((device) => device.current);
  if (!me) return null;
  const onlyLab = current?.onlyLabName ?? null;
  // Not before it is known: what a link for one lab does not open is not shown for a moment either.
  const isOwn = current?.onlyLabName === null;
  return (
    <Page title={words.title}>
      {onlyLab === null ? null : <Message>{words.oneLab(onlyLab)}</Message>}
      {isOwn ? (
        <>
          <AccountName name={me.name} />
          <AccountAddress />
          <NewsMailSection />
        </>
      ) : null}
      <AccountDevices me={me.id} />
      {isOwn ? (
        <>
          <section className="account-section" aria-labelledby="account-data">
            <h2 id="account-data">{words.data}</h2>
            <p className="muted">{words.dataWhat}</p>
            <div className="account-buttons">
              <a className="button" href="/api/me/export.html" download>
                <Download size={20} aria-hidden /> {words.dataRead}
              </a>
              <a className="button" href="/api/me/export.json" download>
                <Download size={20} aria-hidden /> {words.dataJson}
              </a>
            </div>
          </section>
          <AccountForget me={me} />
        </>
      ) : null}
    </Page>
  );
}
