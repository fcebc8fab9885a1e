/** What the page of who looks back at a lab's work says. */

import {listNames} from './general.ts';

export const review = {
  documents: 'Documenten om in terug te kijken',
  what: 'Je leest mee en kijkt terug. Hier zie je wat er veranderde sinds je vorige bezoek.',
  none: 'Er zijn nog geen documenten',
  noneWhat: 'Zodra het lab begint te schrijven, zie je het hier.',
  never: 'Je hebt dit nog niet bekeken.',
  nothingNew: 'Niets nieuws sinds je hier was.',
  unwritten: 'Hier heeft nog niemand geschreven.',
  show: 'Wat veranderde er?',
  showOf: (title: string) => `Wat veranderde er? ${title}`,
  hide: 'Verberg',
  hideOf: (title: string) => `Verberg: ${title}`,
  compare: 'Bekijk het in de tekst',
  compareOf: (title: string) => `Bekijk het in de tekst: ${title}`,
  history: 'Lees en kijk terug',
  looking: 'We zoeken uit wat er veranderde…',
  same: 'De tekst is weer zoals je hem zag.',
};

/** "Nieuw, gisteren om 14.10. Geschreven door Samira en Joost." */
export function newsWords(when: string, names: readonly string[]): string {
  const what = `Nieuw: veranderd ${when}.`;
  return names.length === 0 ? what : `${what} Geschreven door ${listNames(names)}.`;
}
