/** What the parts of the comments share around one open text: what is known, what is open, what one may. */

import {useQueryClient} from '@tanstack/react-query';
import type {
  AskedAnchor,
  DocumentId,
  PersonId,
  SaidView,
  ThreadId,
  ThreadLine,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import {useWorld} from '../app-world.tsx';
import type {Letter, LetterTarget} from '../sync/device.ts';
import {sendLetter} from './acts.ts';
import type {Draft} from './draft.ts';

import {openOutbox, type Outbox} from './outbox.ts';
import {lookAgain} from './look-again.ts';
import {type TellingLine, useThreads} from './threads.ts';

/** What is open: a thread, or the place of a new one. */
export type Opened =
  | {readonly kind: 'nothing'}
  | {readonly kind: 'thread'; readonly id: ThreadId; readonly takesFocus: boolean}
  | {readonly kind: 'new'; readonly anchor: AskedAnchor}
  /** Looks for another place for this thread. */
  | {readonly kind: 'attach'; readonly id: ThreadId};

export const nothingOpened: Opened = {kind: 'nothing'};

export interface CommentRights {
  readonly mayComment: boolean;
  readonly mayHide: boolean;
  /** To put words into the text itself. */
  readonly mayWrite: boolean;
}

export interface CommentDesk extends CommentRights {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly me: PersonId;
  readonly threads: readonly ThreadLine[];
  /** There is room for threads beside the text. */
  readonly hasMargin: boolean;
  /** Said here and not yet at the server, oldest first. */
  readonly letters: readonly Letter[];
  readonly opened: Opened;
  readonly open: (opened: Opened) => void;
  /** Null when it has to wait, or will not be taken: then it stands among the letters. */
  readonly say: (
    target: LetterTarget,
    words: string,
    proposal: string | null,
  ) => Promise<SaidView | null>;
  readonly outbox: Outbox;
  /** What one was writing, by where; kept while the page is open. */
  readonly drafts: Map<string, Draft>;
}

const DeskContext = createContext<CommentDesk | null>(null);

/** @throws Error outside a CommentDeskProvider */
export function useCommentDesk(): CommentDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk for comments around this component');
  return desk;
}

export interface CommentDeskProviderProps extends CommentRights {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly me: PersonId;
  readonly line: TellingLine;
  readonly hasMargin: boolean;
  readonly children: ReactNode;
}

export function CommentDeskProvider({
  editor,
  documentId,
  me,
  line,
  hasMargin,
  mayComment,
  mayHide,
  mayWrite,
  children,
}: CommentDeskProviderProps) {
  const threads = useThreads(documentId, line);
  const outbox = useOutbox(documentId, me, line);
  const letters = useLetters(outbox);
  const [opened, open] = useState<Opened>(nothingOpened);
  const [drafts] = useState(() => new Map<string, Draft>());
  const {now} = useWorld();
  const say = useCallback<CommentDesk['say']>(
    (target, words, proposal) => {
      const key = crypto.randomUUID();
      const at = now();
      const letter = {key, personId: me, documentId, at, target, words, proposal};
      return outbox.put(letter);
    },
    [outbox, me, documentId, now],
  );
  const desk = useMemo<CommentDesk>(
    () => ({
      ...{editor, documentId, me, threads, letters, opened, open, say, outbox, drafts},
      ...{mayComment, mayHide, mayWrite, hasMargin},
    }),
    // prettier-ignore
    [
      editor, documentId, me, threads, letters, opened, say, outbox, drafts,
      mayComment, mayHide, mayWrite, hasMargin,
    ],
  );
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

function useOutbox(documentId: DocumentId, me: PersonId, line: TellingLine): Outbox {
  const queries = useQueryClient();
  const [outbox] = useState(() =>
    openOutbox({
      ...{personId: me, documentId, send: sendLetter},
      onSent: ({threadId}) => void lookAgain(queries, documentId, [threadId]),
    }),
  );
  useEffect(() => outbox.start(), [outbox]);
  useEffect(() => {
    if (line === 'live') void outbox.flush();
  }, [line, outbox]);
  return outbox;
}

function useLetters(outbox: Outbox): readonly Letter[] {
  return useSyncExternalStore(
    useCallback((listener) => outbox.watch(listener), [outbox]),
    () => outbox.letters(),
  );
}
