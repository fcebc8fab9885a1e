/** What one is writing somewhere; it is still there after closing and opening again. */

import {useCallback, useState} from 'react';
import {useCommentDesk} from './comment-desk.tsx';
import {type Draft, emptyDraft} from './draft.ts';

/** A draft, how to change it, and how to be done with it. */
export function useDraft(
  place: string,
  first: Draft = emptyDraft,
): readonly [Draft, (draft: Draft) => void, () => void] {
  const {drafts} = useCommentDesk();
  const [draft, setDraft] = useState(() => drafts.get(place) ?? first);
  const change = useCallback(
    (next: Draft) => {
      drafts.set(place, next);
      setDraft(next);
    },
    [drafts, place],
  );
  const done = useCallback(() => {
    drafts.delete(place);
    setDraft(first);
  }, [drafts, place, first]);
  return [draft, change, done];
}
