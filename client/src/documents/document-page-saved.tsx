/** The state of saving in words, always in view. */

import {CloudOff, LoaderCircle, ShieldCheck, TriangleAlert} from 'lucide-react';
import {unreachable} from '@samenspel/shared';
import type {DocumentSession} from '../sync/document-session.ts';
import type {SavedState} from '../sync/saved.ts';
import {useSnapshot} from '../sync/use-session.ts';
import {savedWords} from '../words/editor.ts';

/** By itself: it changes twice at every key, and nothing else needs to be drawn for that. */
export function DocumentPageSaved({session}: {readonly session: DocumentSession | null}) {
  const {saved} = useSnapshot(session);
  const isRoutine = saved.kind === 'saved' || saved.kind === 'saving';
  return (
    <output
      // Read aloud at every pause in typing it would drown the text; trouble and its end are read.
      aria-live={isRoutine ? 'off' : 'polite'}
      className={`saved saved-${saved.kind}`}
    >
      {iconOf(saved)}
      <span>{savedWords(saved)}</span>
    </output>
  );
}

function iconOf(saved: SavedState) {
  switch (saved.kind) {
    case 'saved':
      return <ShieldCheck size={18} aria-hidden />;
    case 'joining':
    case 'saving':
      return <LoaderCircle size={18} aria-hidden />;
    case 'offline':
      return <CloudOff size={18} aria-hidden />;
    case 'readonly':
    case 'stopped':
      return <TriangleAlert size={18} aria-hidden />;
    case 'reader':
      return null;
    default:
      return unreachable(saved);
  }
}
