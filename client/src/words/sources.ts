/** What is said of what words rest on: to mark them, and to see it. */

import {capital, type SourceKind, sourceWord, unreachable} from '@samenspel/shared';
import type {SourceView} from '../editor/sources/sources.ts';

export const sources = {
  menu: 'Bron',
  panel: 'Bronnen',
  view: 'Bronnen tonen',
  legend: 'Zo herken je ze',
  how: 'Kies woorden in de tekst en zeg bij “Bron” waar ze op rusten. Alle soorten tellen even zwaar.',
};

/** In the menu: what pressing it does with the chosen words. */
export function sourceChoice(kind: SourceKind, isOn: boolean): string {
  return isOn ? `${capital(sourceWord(kind))} – haal weg` : capital(sourceWord(kind));
}

export function sourceViewWords(view: SourceView): string {
  switch (view) {
    case 'quiet':
      return 'Alleen een lijntje eronder';
    case 'words':
      return 'Met het woord erbij';
    case 'single':
      return 'Doelen die op één soort rusten';
    case 'lived':
    case 'professional':
    case 'policy':
    case 'research':
      return `Alleen wat op ${sourceWord(view)} rust`;
    default:
      return unreachable(view);
  }
}

/** Above a goal, when that is asked for. */
export function restsOnOne(kind: SourceKind): string {
  return `Rust alleen op ${sourceWord(kind)}`;
}
