/** Going from change to change: by buttons, by keys, and to one that is named. */

import type {Change} from '@samenspel/shared';
import {type RefObject, useCallback, useEffect, useState} from 'react';

export interface Going {
  /** The number of the change one is at, from 1; 0 before the first. */
  readonly at: number;
  readonly current: Change | null;
  readonly step: (by: 1 | -1) => void;
  readonly to: (key: string) => void;
}

/** `changes` in reading order; each is found in the text by its key. */
export function useGoing(text: RefObject<HTMLElement | null>, changes: readonly Change[]): Going {
  const [key, setKey] = useState<string | null>(null);
  const at = changes.findIndex((change) => change.key === key) + 1;
  const to = useCallback(
    (wanted: string) => {
      setKey(wanted);
      const places = placesOf(text.current, wanted);
      const [place] = places;
      showAll(text.current, places);
      place?.scrollIntoView({block: 'center'});
      place?.focus({preventScroll: true});
    },
    [text],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const from = by === -1 && at === 0 ? changes.length + 1 : at;
      const next = changes[from - 1 + by];
      if (next) to(next.key);
    },
    [at, changes, to],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    };
    globalThis.document.addEventListener('keydown', press);
    return () => globalThis.document.removeEventListener('keydown', press);
  }, [step]);
  return {at, current: changes[at - 1] ?? null, step, to};
}

/** A change may be in several pieces: all of them show where one is, the first has the focus. */
function showAll(text: HTMLElement | null, places: readonly HTMLElement[]): void {
  for (const left of text?.querySelectorAll('[data-at-change]') ?? []) {
    left.removeAttribute('data-at-change');
  }
  for (const place of places) place.setAttribute('data-at-change', '');
}

function placesOf(text: HTMLElement | null, key: string): readonly HTMLElement[] {
  return [...(text?.querySelectorAll<HTMLElement>(`[data-change~="${CSS.escape(key)}"]`) ?? [])];
}
