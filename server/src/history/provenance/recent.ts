/** What was removed lately: where undo, and cutting and pasting, take their words from. */

import type {ClientId} from '@samenspel/shared';
import {type Characters, maxRemovals, maxRemovedLength, type RemovedRun} from '../provenance.ts';
import {openHaystack, type Piece} from './match.ts';
import {maxFragments} from './passage.ts';
import {rangeMap} from './ranges.ts';

/** What it knows depends on the latest removals only: handing in those makes it whole again. */
export interface Recent {
  readonly empty: boolean;
  /** What one entry removed; returns what is forgotten for it. */
  add(removed: readonly RemovedRun[]): readonly Characters[];
  /** Whether the characters from this id on were removed, and read like this. */
  reads(text: string, client: ClientId, clock: number): boolean;
  /** The latest run that reads like this as a whole; null if none. */
  exactly(text: string): RemovedRun | null;
  /** Pieces of runs that stand in this part of a text, none shorter than `leastRemembered`. */
  cover(text: string, start: number, end: number): readonly Piece<RemovedRun>[];
}

/** Shorter pieces than this are found by chance. */
export const leastRemembered = 24;

export function openRecent(): Recent {
  const entries: (readonly RemovedRun[])[] = [];
  const byId = rangeMap<{readonly run: RemovedRun; readonly at: number}>();
  const byText = new Map<string, RemovedRun[]>();
  const pieces = openHaystack<RemovedRun>(leastRemembered);
  let length = 0;

  function put(run: RemovedRun): void {
    let at = 0;
    for (const characters of run.characters) {
      byId.set(characters.client, characters.clock, characters.length, {run, at});
      at += characters.length;
    }
    const same = byText.get(run.text);
    if (same) same.push(run);
    else byText.set(run.text, [run]);
    if (run.characters.length <= maxFragments) pieces.add(run);
    length += run.text.length;
  }

  function drop(run: RemovedRun): void {
    for (const one of run.characters) byId.clear(one.client, one.clock, one.length);
    const left = byText.get(run.text)?.filter((other) => other !== run) ?? [];
    if (left.length > 0) byText.set(run.text, left);
    else byText.delete(run.text);
    pieces.remove(run);
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
      for (const part of byId.find(client, clock, text.length)) {
        if (part.clock !== clock + at) return false;
        const start = part.value.at + part.offset;
        const removed = part.value.run.text.slice(start, start + part.length);
        if (!text.startsWith(removed, at)) return false;
        at += part.length;
      }
      return at === text.length;
    },
    exactly: (text) => byText.get(text)?.at(-1) ?? null,
    cover: pieces.cover,
  };
}
