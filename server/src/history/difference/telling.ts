/** The list of changes, as they are found while the text is drawn: who, when, where and how much of it. */

import {
  type Change,
  type ChangeBase,
  type ChangeDetail,
  type InWord,
  type PersonId,
  unreachable,
} from '@samenspel/shared';
import type {Deed} from './acts.ts';

/** A change that is still being found. */
export interface OpenChange {
  readonly key: string;
  readonly block: number;
  readonly place: number | null;
  readonly detail: ChangeDetail;
  /** What came and what went by it, as much as is told of it. */
  text: string;
  was: string;
  /** Letters right before and right behind it that stayed. */
  before: string;
  after: string;
  /** What comes or goes next stands in another block. */
  isApart: boolean;
  /** Who did how much of it; nobody in particular doesn't count. */
  readonly shares: {readonly person: PersonId; length: number}[];
  last: Deed | null;
  /** Who did it, when no words tell. */
  signed: Deed | null;
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
  const open: OpenChange[] = [];
  const keys = new Set<string>();

  return {
    keyFor(wanted) {
      let key = wanted;
      for (let count = 2; keys.has(key); count++) key = `${wanted}-${count}`;
      keys.add(key);
      return key;
    },
    open(key, block, place, detail) {
      const change: OpenChange = {
        key,
        block,
        place,
        detail,
        text: '',
        was: '',
        before: '',
        after: '',
        isApart: false,
        shares: [],
        last: null,
        signed: null,
      };
      open.push(change);
      return change;
    },
    done: () => open.map(changeOf),
  };
}

/** These words came or went by it. */
export function addWords(
  change: OpenChange,
  side: 'text' | 'was',
  words: string,
  by: PersonId | null,
  deed: Deed | null,
): void {
  change.last = laterDeed(change.last, deed);
  if (by) {
    const share = change.shares.find(({person}) => person === by);
    if (share) share.length += words.length;
    else change.shares.push({person: by, length: words.length});
  }
  if (words === '') return;
  if (side === 'text') {
    if (change.text.length > maxExcerpt) return;
    change.text = longer(change.text, words, change.isApart);
  } else {
    if (change.was.length > maxExcerpt) return;
    change.was = longer(change.was, words, change.isApart);
  }
  change.isApart = false;
}

function longer(said: string, words: string, isApart: boolean): string {
  return isApart && said !== '' ? `${said} ${words}` : said + words;
}

export function sign(change: OpenChange, deed: Deed | null): void {
  change.signed = laterDeed(change.signed, deed);
}

function changeOf(open: OpenChange): Change {
  const {key, block, place, detail, signed} = open;
  const by = peopleOf(open);
  const deed = open.last ?? signed;
  const base: ChangeBase = {key, block, place, by, seq: deed?.seq ?? null, at: deed?.at ?? null};
  const [text, was] = [cut(open.text), cut(open.was)];
  // What was told of a change in text when it began was one of them, until both are known.
  switch (detail.what) {
    case 'inserted':
      if (was !== '') return {...base, what: 'replaced', text, was, ...inWord(open)};
      return {...base, what: 'inserted', of: detail.of, text, ...inWord(open)};
    case 'deleted':
      if (text !== '') return {...base, what: 'replaced', text, was, ...inWord(open)};
      return {...base, what: 'deleted', of: detail.of, was, ...inWord(open)};
    case 'replaced':
      return {...base, what: 'replaced', text, was, ...inWord(open)};
    case 'went':
      return {...base, what: 'went', was};
    case 'moved':
      return {...base, what: 'moved', of: detail.of, text};
    case 'formatted':
      return {...base, what: 'formatted', added: detail.added, removed: detail.removed, text};
    case 'retyped':
    case 'field':
    case 'split':
    case 'joined':
      return {...base, ...detail};
    default:
      return unreachable(detail);
  }
}

const beginsInWord = /^[\p{L}\p{N}]/u;
const endsInWord = /[\p{L}\p{N}]$/u;

/** The letters around it that are of a word with its first or its last ones. */
function inWord(change: OpenChange): InWord {
  const {text, was} = change;
  if (change.before + change.after === '') return {};
  const before = beginsInWord.test(text) || beginsInWord.test(was) ? change.before : '';
  const after = endsInWord.test(text) || endsInWord.test(was) ? change.after : '';
  const isShort = Math.max(text.length, was.length) + before.length + after.length <= maxExcerpt;
  return isShort && before + after !== '' ? {word: {before, after}} : {};
}

/** Who did most of it first. */
function peopleOf({shares, signed}: OpenChange): readonly PersonId[] {
  const [first] = shares;
  if (!first) return signed?.actor ? [signed.actor] : [];
  if (shares.length === 1) return [first.person];
  return shares.toSorted((a, b) => b.length - a.length).map(({person}) => person);
}

export function laterDeed(one: Deed | null, other: Deed | null): Deed | null {
  return one && (!other || one.seq >= other.seq) ? one : other;
}

function cut(words: string): string {
  return words.length > maxExcerpt ? `${words.slice(0, maxExcerpt - 1).trimEnd()}…` : words;
}
