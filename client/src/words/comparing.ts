/** What the page says on which two moments are compared. */

import {unreachable} from '@samenspel/shared';
import type {How} from '../history/compare/marked.ts';

/** Thousands apart: 6.915. */
const counted = (count: number) => count.toLocaleString('nl-NL');

export const comparing = {
  title: 'Vergelijken',
  titleOf: (title: string) => `Vergelijken in ${title}`,
  back: 'Terug naar de geschiedenis',
  from: 'Van',
  until: 'Tot en met',
  now: 'nu',
  sinceIWasHere: 'toen ik hier voor het laatst was',
  beginning: 'het begin',
  version: (name: string) => `versie “${name}”`,
  choices: 'Kiezen en meenemen',
  view: 'Laat zien als',
  oneText: 'één tekst',
  sideBySide: 'twee teksten naast elkaar',
  who: 'Wie',
  everybody: 'iedereen',
  side: 'Kant',
  bothSides: 'beide kanten',
  place: 'Waar',
  everywhere: 'overal',
  previous: 'Vorige',
  next: 'Volgende',
  previousChange: 'Vorige wijziging',
  nextChange: 'Volgende wijziging',
  keys: 'Alt en een pijl omhoog of omlaag: naar de vorige of volgende wijziging.',
  count: (at: number, all: number) => `Wijziging ${counted(at)} van ${counted(all)}.`,
  total: (all: number) => (all === 1 ? 'Eén wijziging.' : `${counted(all)} wijzigingen.`),
  none: 'Er is niets veranderd',
  noneWhat: 'Tussen deze twee momenten is de tekst hetzelfde gebleven.',
  nothingPasses: 'Van deze keuze zijn er geen wijzigingen.',
  nothingNew: 'Er is niets nieuws sinds je hier was',
  nothingNewWhat: 'Wil je toch vergelijken? Kies hierboven een ander moment.',
  firstTime: 'Je bent hier voor het eerst. Dit is wat er sinds het begin is gebeurd.',
  takeAlong: 'Meenemen',
  takeAlongWhat: 'Een bestand om te bewaren of af te drukken.',
  summary: 'Wat er veranderde',
  text: 'De tekst met de wijzigingen',
  earlier: 'Eerst',
  later: 'Daarna',
  goTo: 'Ga erheen',
  wentElsewhere: 'Stond hier eerst.',
  wrongOrder: 'Het eerste moment ligt na het tweede.',
  turn: 'Draai ze om',
};

/** Before words that changed, for who hears them; a sighted reader sees how they look. */
export function howWord(how: How): string {
  switch (how) {
    case 'inserted':
      return 'toegevoegd';
    case 'deleted':
      return 'weggehaald';
    case 'movedHere':
      return 'hierheen verplaatst';
    case 'movedAway':
      return 'van hier verplaatst';
    case 'altered':
      return 'veranderd';
    default:
      return unreachable(how);
  }
}

export const howEnds = 'einde';
