/** Where a document is gone, by a restore for instance: what was typed in it and not sent is not. */

import {useEffect} from 'react';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {rescueOtherEpochs} from '../sync/other-epochs.ts';
import {RescueCopies} from '../sync/rescue-copies.tsx';
import {world} from '../sync/world.ts';
import {editor as words} from '../words/editor.ts';

export interface DocumentPageGoneProps {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
}

export function DocumentPageGone({personId, documentId}: DocumentPageGoneProps) {
  useEffect(() => {
    const all = {personId, documentId, epoch: null, title: words.untitled, at: world.now()};
    // A browser that keeps nothing has nothing to set aside.
    rescueOtherEpochs(all).catch(() => undefined);
  }, [personId, documentId]);
  return <RescueCopies personId={personId} documentId={documentId} />;
}
