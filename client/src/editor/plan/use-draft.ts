/** What somebody is typing in a field that is read only when they are done with it. */

import {useEffect, useRef, useState} from 'react';

export interface Draft {
  /** What the field shows: what is being typed, or what stands in the document. */
  readonly shown: string;
  readonly isTyping: boolean;
  readonly type: (typed: string) => void;
  /** Hands over what was typed, or this. */
  readonly commit: (typed?: string) => void;
}

/** `onCommit` is called when it was changed and left, also by closing what it stands in. */
export function useDraft(value: string, onCommit: (typed: string) => void): Draft {
  // null while nobody is typing: then it shows what others make of it.
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<() => void>(() => undefined);
  const handOver = (typed: string | null) => {
    if (typed !== null && typed !== value) onCommit(typed);
  };
  useEffect(() => {
    pending.current = () => handOver(draft);
  });
  useEffect(() => () => pending.current(), []);
  return {
    shown: draft ?? value,
    isTyping: draft !== null,
    type: setDraft,
    commit(typed) {
      handOver(typed ?? draft);
      setDraft(null);
    },
  };
}
