/** What was removed lately: where undo, and cutting and pasting, take their words from. */

import type {ClientId} from '@samenspel/shared';
import {type Characters, maxRemovals, maxRemovedLength, type RemovedRun} from '../provenance.ts';
import {haystack, type Haystack} from './match.ts';
import {charactersIn, type Passage} from './passage.ts';
import {rangeMap} from './ranges.ts';

export interface Recent {
  readonly empty: boolean;
  /** What one entry removed; returns what is forgotten for it. */
  add(removed: readonly RemovedRun[]): readonly Characters[];
  /** Whether the characters from this id on were removed, and read like this. */
  reads(text: string, client: ClientId, clock: number): boolean;
  /** The characters of a whole removed run that reads like this, the latest; null if none. */
  exactly(text: string): RemovedRun | null;
  /** Everything that was removed, in one text. */
  all(): Pool;
}

/** Passages laid end to end, to be searched as one. */
export interface Pool {
  readonly hay: Haystack;
  /** The ids of these characters; fewer when the place spans two passages. */
  characters(from: number, length: number): readonly Characters[];
}

/** Stands between passages; nobody types it, and who forges it gains nothing. */
const separator = '\uffff';

/** Shorter pieces than this are found by chance. */
export const leastRemembered = 24;

export function openRecent(): Recent {
  const entries: (readonly RemovedRun[])[] = [];
  const byId = rangeMap<{readonly run: RemovedRun; readonly at: number}>();
  const byText = new Map<string, RemovedRun[]>();
  let length = 0;
  let pooled: Pool | null = null;

  function put(run: RemovedRun): void {
    let at = 0;
    for (const characters of run.characters) {
      byId.set(characters.client, characters.clock, characters.length, {run, at});
      at += characters.length;
    }
    const same = byText.get(run.text);
    if (same) same.push(run);
    else byText.set(run.text, [run]);
    length += run.text.length;
  }

  function drop(run: RemovedRun): void {
    for (const one of run.characters) byId.clear(one.client, one.clock, one.length);
    const left = byText.get(run.text)?.filter((other) => other !== run) ?? [];
    if (left.length > 0) byText.set(run.text, left);
    else byText.delete(run.text);
    length -= run.text.length;
  }

  return {
    get empty() {
      return entries.length === 0;
    },
    add(removed) {
      if (removed.length === 0) return [];
      entries.push(removed);
      removed.forEach(put);
      pooled = null;
      const forgotten: Characters[] = [];
      while (entries.length > maxRemovals || (length > maxRemovedLength && entries.length > 1)) {
        for (const run of entries.shift() ?? []) {
          drop(run);
          forgotten.push(...run.characters);
        }
      }
      return forgotten;
    },
    reads(text, client, clock) {
      let at = 0;
      for (const {clock: from, length: covered, value, offset} of byId.find(
        client,
        clock,
        text.length,
      )) {
        if (from !== clock + at) return false;
        const start = value.at + offset;
        if (!text.startsWith(value.run.text.slice(start, start + covered), at)) return false;
        at += covered;
      }
      return at === text.length;
    },
    exactly: (text) => byText.get(text)?.at(-1) ?? null,
    all() {
      pooled ??= pool(entries.flat(), leastRemembered);
      return pooled;
    },
  };
}

export function pool(passages: readonly Passage[], least: number): Pool {
  const starts: number[] = [];
  let end = 0;
  for (const {text} of passages) {
    starts.push(end);
    end += text.length + 1;
  }
  return {
    hay: haystack(passages.map(({text}) => text).join(separator), least),
    characters(from, length) {
      const index = lastStartUpTo(starts, from);
      const passage = passages[index];
      const start = starts[index];
      if (!passage || start === undefined) return [];
      return charactersIn(passage, from - start, from - start + length);
    },
  };
}

function lastStartUpTo(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
