/** The Dutch words of the files that people take with them. */

import {
  type DocumentKind,
  type PersonView,
  type Role,
  type Side,
  unreachable,
} from '@samenspel/shared';

const moment = new Intl.DateTimeFormat('nl-NL', {
  ...{day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit'},
  timeZone: 'Europe/Amsterdam',
});

/** "3 mei 2026 om 9.05". */
export function momentWord(at: number): string {
  return moment.format(at).replace(/(?<=\d):(?=\d)/, '.');
}

/** "Samira (informeel)"; somebody whose name is not known any more is "iemand". */
export function personWord(person: Pick<PersonView, 'name' | 'side'> | null): string {
  return person ? `${person.name} (${sideWord(person.side)})` : 'iemand';
}

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

export function blockWord(kind: 'task' | 'goal' | 'action' | 'agreement'): string {
  switch (kind) {
    case 'task':
      return 'Opgave';
    case 'goal':
      return 'Doel';
    case 'action':
      return 'Actie';
    case 'agreement':
      return 'Afspraak';
    default:
      return unreachable(kind);
  }
}
