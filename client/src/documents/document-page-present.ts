/** Who is in the document now, as the server vouches for them. */

import {useEffect, useState} from 'react';
import {type Writer, writerOf} from '../editor/caret.ts';
import type {DocumentSession} from '../sync/document-session.ts';

/** Each person once, oneself first. */
export function usePresent(session: DocumentSession | null, me: Writer): readonly Writer[] {
  const [others, setOthers] = useState<readonly Writer[]>([]);
  useEffect(() => {
    if (!session) return undefined;
    const {awareness} = session;
    const read = () => {
      const found = [...awareness.getStates()]
        .filter(([clientId]) => clientId !== awareness.clientID)
        .flatMap(([, state]) => writerOf(state['user']) ?? []);
      setOthers((before) => (isSame(before, found) ? before : found));
    };
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [session]);
  const people = new Map([me, ...others].map((person) => [person.id, person]));
  return [...people.values()];
}

function isSame(a: readonly Writer[], b: readonly Writer[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
