/** What sides, roles and kinds of documents are called: on screens, in files and in letters alike. */

import type {Role, Side} from './people.ts';
import {unreachable} from './unreachable.ts';
import type {DocumentKind} from './views.ts';

/** On a screen it always stands beside its pattern and colour. */
export function sideWord(side: Side): string {
  switch (side) {
    case 'informal':
      return 'informeel';
    case 'formal':
      return 'formeel';
    default:
      return unreachable(side);
  }
}

/** Somebody of this side, after "als": what they are, not what they may do. */
export function sidePerson(side: Side): string {
  switch (side) {
    case 'informal':
      return 'bewoner of sleutelpersoon';
    case 'formal':
      return 'professional';
    default:
      return unreachable(side);
  }
}

export function roleWord(role: Role): string {
  switch (role) {
    case 'member':
      return 'lid';
    case 'commenter':
      return 'meelezer';
    case 'reviewer':
      return 'reviewer';
    default:
      return unreachable(role);
  }
}

export function kindWord(kind: DocumentKind): string {
  switch (kind) {
    case 'plan':
      return 'Wijkuitvoeringsplan';
    case 'agreements':
      return 'Samenwerkingsafspraken';
    case 'values':
      return 'Waarden en beelden';
    case 'interplay':
      return 'Samenspel';
    case 'route':
      return 'Ontwikkelroute';
    case 'approach':
      return 'Werkwijze';
    case 'conversation':
      return 'Gespreksverslag';
    case 'impact':
      return 'Impact';
    case 'meeting':
      return 'Bijeenkomst';
    case 'reflection':
      return 'Praatplaat';
    case 'free':
      return 'Vrij document';
    default:
      return unreachable(kind);
  }
}

/** One sentence for who chooses a kind. */
export function kindHint(kind: DocumentKind): string {
  switch (kind) {
    case 'plan':
      return 'Wat gaan we doen in de buurt, wie doet het, wanneer en met welk geld?';
    case 'agreements':
      return 'Wat verwachten we van elkaar, wie belooft het, en is het gelukt?';
    case 'values':
      return 'Welke beelden hebben we van elkaar, en wat willen we anders?';
    case 'interplay':
      return 'Waar zien bewoners en professionals hetzelfde, en waar niet?';
    case 'route':
      return 'Jouw eigen weg naar werk: welke muren kwam je tegen, en wat hielp?';
    case 'approach':
      return 'Hoe werken wij van binnenuit, van bereiken tot kansen maken?';
    case 'conversation':
      return 'Wie praat met wie, en wat hebben we van elkaar gehoord?';
    case 'impact':
      return 'Wat is er beter geworden, en wie vindt dat?';
    case 'meeting':
      return 'Wat herkennen we bij een ander initiatief, en wat voegen we toe?';
    case 'reflection':
      return 'Samen terugkijken op het werk, van vier kanten.';
    case 'free':
      return 'Een lege pagina, alles kan erop.';
    default:
      return unreachable(kind);
  }
}

/** With a capital, where a sentence or a line begins with it. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
