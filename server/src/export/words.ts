/** The Dutch words of the files that people take with them. */

import {type PersonView, sideWord, unreachable} from '@samenspel/shared';

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
