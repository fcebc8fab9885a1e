/** The list of changes, as they are found while the text is drawn: who, when, where and how much of it. */

import {
  type Change,
  type ChangeDetail,
  type PersonId,
  type Seq,
  unreachable,
} from '@samenspel/shared';
import {byMost, type Deed} from './deeds.ts';

export interface Share {
  readonly by: PersonId | null;
  readonly length: number;
  readonly deed: Deed | null;
}

/** A change that is still being found. */
export interface OpenChange {
  readonly key: string;
  /** What came or went by it. */
  add(side: 'text' | 'was', words: string, share: Share): void;
  /** What comes or goes next stands in another block. */
  nextBlock(): void;
  /** Who did it, when no words tell. */
  sign(deed: Deed | null): void;
}

export interface Telling {
  /** The key itself, or one like it when that is taken. */
  keyFor(wanted: string): string;
  open(key: string, block: number, place: number | null, detail: ChangeDetail): OpenChange;
  /** In the order in which they were opened. */
  done(): readonly Change[];
}

/** Enough to know which words are meant. */
const maxExcerpt = 160;

export function openTelling(): Telling {
  const open: (() => Change)[] = [];
  const keys = new Set<string>();

  return {
    keyFor(wanted) {
      let key = wanted;
      for (let count = 2; keys.has(key); count++) key = `${wanted}-${count}`;
      keys.add(key);
      return key;
    },
    open(key, block, place, detail) {
      const shares: Share[] = [];
      const said = {text: '', was: ''};
      let signed: Deed | null = null;
      let isApart = false;
      open.push(() => {
        const last = shares.reduce<Deed | null>((latest, {deed}) => later(latest, deed), null);
        const words = byMost(shares);
        const deed = last ?? signed;
        const by = words.length === 0 && signed?.actor ? [signed.actor] : words;
        const seq: Seq | null = deed?.seq ?? null;
        return {key, block, place, by, seq, at: deed?.at ?? null, ...detailOf(detail, said)};
      });
      return {
        key,
        add(side, words, share) {
          shares.push(share);
          if (words === '' || said[side].length >= maxExcerpt) return;
          said[side] += isApart && said[side] !== '' ? ` ${words}` : words;
          isApart = false;
        },
        nextBlock: () => (isApart = true),
        sign: (deed) => (signed = later(signed, deed)),
      };
    },
    done: () => open.map((finish) => finish()),
  };
}

function later(one: Deed | null, other: Deed | null): Deed | null {
  return one && (!other || one.seq >= other.seq) ? one : other;
}

/** What was told of a change in text when it began: one of them, until both are known. */
function detailOf(
  detail: ChangeDetail,
  {text, was}: {readonly text: string; readonly was: string},
): ChangeDetail {
  switch (detail.what) {
    case 'inserted':
      return was === '' ? {...detail, text: cut(text)} : replaced(text, was);
    case 'deleted':
      return text === '' ? {...detail, was: cut(was)} : replaced(text, was);
    case 'replaced':
      return replaced(text, was);
    case 'went':
      return {...detail, was: cut(was)};
    case 'moved':
    case 'formatted':
      return {...detail, text: cut(text)};
    case 'retyped':
    case 'field':
    case 'split':
    case 'joined':
      return detail;
    default:
      return unreachable(detail);
  }
}

function replaced(text: string, was: string): ChangeDetail {
  return {what: 'replaced', text: cut(text), was: cut(was)};
}

function cut(words: string): string {
  return words.length > maxExcerpt ? `${words.slice(0, maxExcerpt - 1).trimEnd()}…` : words;
}
