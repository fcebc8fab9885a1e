/** The state of saving in words, always in view. */

import {CloudOff, LoaderCircle, type LucideIcon, ShieldCheck, TriangleAlert} from 'lucide-react';
import {unreachable} from '@samenspel/shared';
import type {SavedState} from '../sync/saved.ts';
import {savedWords} from '../words/editor.ts';

export function DocumentPageSaved({saved}: {readonly saved: SavedState}) {
  const Icon = iconOf(saved);
  const isRoutine = saved.kind === 'saved' || saved.kind === 'saving';
  return (
    <p
      role="status"
      // Read aloud at every pause in typing it would drown the text; trouble and its end are read.
      aria-live={isRoutine ? 'off' : 'polite'}
      className={`saved saved-${saved.kind}`}
    >
      {Icon ? <Icon size={18} aria-hidden /> : null}
      <span>{savedWords(saved)}</span>
    </p>
  );
}

function iconOf(saved: SavedState): LucideIcon | null {
  switch (saved.kind) {
    case 'saved':
      return ShieldCheck;
    case 'joining':
    case 'saving':
      return LoaderCircle;
    case 'offline':
      return CloudOff;
    case 'readonly':
    case 'stopped':
      return TriangleAlert;
    case 'reader':
      return null;
    default:
      return unreachable(saved);
  }
}
