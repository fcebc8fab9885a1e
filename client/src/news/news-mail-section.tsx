/** Whether the news of my labs is mailed to me, and when. Never, until I choose otherwise. */

import {mailHows, type MailChoicesView} from '@samenspel/shared';
import {useAddress} from '../account/account.ts';
import {useWays} from '../sign-in/ways.ts';
import {Choice} from '../ui/choice.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {howWords, newsMail as words} from '../words/news.ts';
import {useChooseMail, useMailChoices} from './news-mail.ts';

export function NewsMailSection() {
  const mailsHere = useWays().data?.mail === true;
  const isConfirmed = useAddress().data?.confirmed === true;
  const choices = useMailChoices(mailsHere);
  const labs = choices.data ?? [];
  if (!mailsHere || labs.length === 0) return null;
  return (
    <section className="account-section" aria-labelledby="account-news-mail">
      <h2 id="account-news-mail">{words.title}</h2>
      <p className="muted">{words.what}</p>
      {isConfirmed ? (
        labs.map((lab) => <LabChoice key={lab.labId} {...lab} />)
      ) : (
        <Message>{words.needsAddress}</Message>
      )}
    </section>
  );
}

function LabChoice({labId, labName, how}: MailChoicesView['labs'][number]) {
  const choose = useChooseMail(labId);
  return (
    <>
      <Choice
        label={words.of(labName)}
        options={mailHows.map((value) => ({value, label: howWords(value)}))}
        value={choose.isPending ? choose.variables : how}
        onChange={(value) => choose.mutate(value)}
      />
      {choose.isError ? <Trouble error={choose.error} /> : null}
      <div aria-live="polite">
        {choose.isSuccess ? <Message kind="good">{words.saved(labName)}</Message> : null}
      </div>
    </>
  );
}
