/** The plan in an open text, kept current while it is written, without the typist noticing. */

import type {Plan} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {startTransition, useEffect, useState} from 'react';
import {openLivePlan} from './live-plan.ts';

/** So long after the last change … */
const pauseMs = 300;
/** … and never longer than this after the first: others may be typing all the time. */
const longestMs = 1_500;

export function useLivePlan(editor: Editor): Plan {
  const [read] = useState(openLivePlan);
  const [plan, setPlan] = useState(() => read(editor.state.doc));
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | null = null;
    let longest: ReturnType<typeof setTimeout> | null = null;
    const stop = () => {
      if (pause !== null) clearTimeout(pause);
      if (longest !== null) clearTimeout(longest);
      pause = longest = null;
    };
    const refresh = () => {
      stop();
      // A keystroke that comes meanwhile goes first.
      if (!editor.isDestroyed) startTransition(() => setPlan(read(editor.state.doc)));
    };
    const changed = ({transaction}: {readonly transaction: {readonly docChanged: boolean}}) => {
      if (!transaction.docChanged) return;
      if (pause !== null) clearTimeout(pause);
      pause = setTimeout(refresh, pauseMs);
      longest ??= setTimeout(refresh, longestMs);
    };
    refresh();
    editor.on('transaction', changed);
    return () => {
      stop();
      editor.off('transaction', changed);
    };
  }, [editor, read]);
  return plan;
}
