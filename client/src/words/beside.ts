/** What stands beside a text: its contents and its overview, and how to put them away. */

import type {ContentsEntry} from '../editor/contents.ts';
import {blockWord} from './blocks.ts';

export const beside = {
  label: 'Naast de tekst',
  contents: 'Inhoud',
  overview: 'Overzicht',
  fold: 'Verberg',
  noContents: 'Hier komen de koppen, opgaven en doelen van deze tekst te staan.',
};

/** What an entry is, before its words, for who can't see the indent. */
export function entryKind(kind: ContentsEntry['kind']): string {
  return kind === 'heading' ? 'Kop' : blockWord(kind);
}

/** What an entry without a title is called. */
export function entryUntitled(kind: ContentsEntry['kind']): string {
  return `${entryKind(kind)} zonder titel`;
}
