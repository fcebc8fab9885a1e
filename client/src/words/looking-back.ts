/** What looking back over a document's life says: the line, its handle, and how to go along it. */

import {unreachable} from '@samenspel/shared';
import type {Stride} from '../history/film/life.ts';
import {listNames} from './general.ts';

export const lookingBack = {
  slider: 'Moment in het leven van deze tekst',
  help: 'Pijltjes: één wijziging. Shift en een pijltje: één pauze. Page Up en Page Down: één dag. Komma en punt: een versie met een naam. Spatie: afspelen.',
  play: 'Afspelen',
  pause: 'Stop',
  pace: 'Tempo',
  stride: 'Stap',
  more: 'Meer',
  moreChoices: 'Meer: stap en tempo',
  olderDays: 'Laat eerdere dagen zien',
  acts: 'Wat kun je met dit moment?',
  voice: 'Stemverhouding',
  compareWithNow: 'Vergelijk met nu',
  compareMoments: 'Vergelijk twee momenten',
  takeAlong: 'De hele geschiedenis meenemen',
  takeAlongWhat:
    'Een bestand voor een ander programma, met alles wat hier ooit is geschreven en een controle of het klopt. Zonder namen van wie schreef.',
  takeAlongDo: 'Neem de geschiedenis mee',
  compareSince: 'Wat is er veranderd sinds ik hier was?',
};

/** Where the handle stands: "3 mei om 14.10, Samira". */
export function standing(moment: string, names: readonly string[]): string {
  return names.length === 0 ? moment : `${moment}, ${listNames(names)}`;
}

export function strideWord(stride: Stride): string {
  switch (stride) {
    case 'change':
      return 'één wijziging';
    case 'pause':
      return 'tot een pauze';
    case 'day':
      return 'één dag';
    case 'version':
      return 'versie met een naam';
    default:
      return unreachable(stride);
  }
}

export const paces = ['calm', 'usual', 'quick'] as const;
export type Pace = (typeof paces)[number];

export function paceWord(pace: Pace): string {
  switch (pace) {
    case 'calm':
      return 'rustig';
    case 'usual':
      return 'gewoon';
    case 'quick':
      return 'snel';
    default:
      return unreachable(pace);
  }
}

/** How much was written on a day, in words. */
export function busyWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'even geschreven';
  return minutes === 1 ? 'een minuut geschreven' : `${minutes} minuten geschreven`;
}
