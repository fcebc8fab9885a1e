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
    case 'route':
      return 'Ontwikkelroute';
    case 'free':
      return 'Vrij document';
    default:
      return unreachable(kind);
  }
}

/** With a capital, where a sentence or a line begins with it. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
