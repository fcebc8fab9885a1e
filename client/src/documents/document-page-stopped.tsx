/** In place of a text that can't go on: why, the way on, and what was saved from it. */

import type {DocumentView, PersonId} from '@samenspel/shared';
import {renewByItself} from '../sync/renew.ts';
import type {StopReason} from '../sync/saved.ts';
import {useEffect} from 'react';
import {RescueCopies, RescuedText} from '../sync/rescue-copies.tsx';
import {Button} from '../ui/button.tsx';
import {Message} from '../ui/message.tsx';
import {canReload, editor as words, rescued, stoppedWords} from '../words/editor.ts';

export interface DocumentPageStoppedProps {
  readonly document: DocumentView;
  readonly personId: PersonId;
  readonly reason: StopReason;
  /** Something typed here is not on the server's disk. */
  readonly unsent: boolean;
  /** The words are on their way to a rescue copy: leaving must wait a moment. */
  readonly rescuing: boolean;
  readonly homeless: string | null;
}

export function DocumentPageStopped({
  document,
  personId,
  reason,
  unsent,
  rescuing,
  homeless,
}: DocumentPageStoppedProps) {
  // Nobody is in the middle of a sentence: there is nothing to ask.
  const mayRenew = reason === 'outdated' && !unsent && !rescuing;
  useEffect(() => {
    if (mayRenew) renewByItself();
  }, [mayRenew]);
  const waits = reason === 'outdated' && unsent && homeless === null;
  return (
    <div className="document-stopped">
      <Message kind="trouble">
        {stoppedWords(reason)}
        {waits ? ` ${rescued.waitsForNewer}` : null}
      </Message>
      <div>
        {canReload(reason) ? (
          <Button kind="primary" isDisabled={rescuing} onPress={() => location.reload()}>
            {words.reload}
          </Button>
        ) : (
          <a className="button button-primary" href="/">
            {words.toStart}
          </a>
        )}
      </div>
      {homeless ? (
        <>
          <p>{rescued.homeless}</p>
          <RescuedText title={document.title} text={homeless} />
        </>
      ) : null}
      <RescueCopies personId={personId} documentId={document.id} />
    </div>
  );
}
