/** An open document for as long as a screen shows it. */

import {useCallback, useEffect, useRef, useState, useSyncExternalStore} from 'react';
import {
  type DocumentSession,
  openSession,
  type SessionOptions,
  type SessionSnapshot,
} from './document-session.ts';

export type UseSessionOptions = Omit<SessionOptions, 'syncUrl' | 'world' | 'copy'>;

/** The session, null until it is opened; a new one for another document, person or right. */
export function useSession({
  documentId,
  personId,
  epoch,
  access,
  title,
  onNotice,
}: UseSessionOptions): DocumentSession | null {
  const [session, setSession] = useState<DocumentSession | null>(null);
  // The newest callbacks, without a new session for each of them.
  const callbacks = useRef({title, onNotice});
  useEffect(() => {
    callbacks.current = {title, onNotice};
  }, [title, onNotice]);
  // In an effect, not in a state's initial value: StrictMode would close the one that is kept.
  useEffect(() => {
    const opened = openSession({
      documentId,
      personId,
      epoch,
      access,
      title: () => callbacks.current.title(),
      onNotice: (notice) => callbacks.current.onNotice(notice),
      syncUrl: syncUrl(globalThis.location),
    });
    setSession(opened);
    return () => {
      setSession(null);
      opened.close();
    };
  }, [documentId, personId, epoch, access]);
  return session;
}

const nothingYet: SessionSnapshot = {
  saved: {kind: 'joining'},
  live: false,
  ready: false,
  unsent: false,
  rescuing: false,
  homeless: null,
};

export function useSnapshot(session: DocumentSession | null): SessionSnapshot {
  return usePartOf(session, (snapshot) => snapshot);
}

/**
 * What a screen needs of it: at every key the state of saving goes there and back, and who needs no more
 * than a part is not drawn anew for the rest. The same state must give the same answer, not a new one.
 */
export function usePartOf<T>(
  session: DocumentSession | null,
  part: (snapshot: SessionSnapshot) => T,
): T {
  return useSyncExternalStore(
    useCallback((listener) => session?.watch(listener) ?? (() => undefined), [session]),
    () => part(session?.snapshot() ?? nothingYet),
  );
}

/** Asks before leaving the page while something is unsent. */
export function useLeaveWarning(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsent]);
}

function syncUrl({protocol, host}: {readonly protocol: string; readonly host: string}): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`;
}
