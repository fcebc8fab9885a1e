/** Words that more than one screen says. */

import {capital, type Role, roleWord, type Side, sideWord, unreachable} from '@samenspel/shared';

export const general = {
  product: 'Samenspel',
  skip: 'Naar de inhoud',
  loading: 'Even laden…',
  retry: 'Probeer het opnieuw',
  cancel: 'Annuleren',
  close: 'Sluiten',
  me: 'jij',
  home: 'Naar het begin',
  unknownPage: 'Deze pagina is er niet',
  unknownPageWhat: 'Misschien is de link niet helemaal meegekomen. Ga terug en begin opnieuw.',
  unexpected: 'Deze pagina werkt nu niet',
  unexpectedWhat: 'Ververs de pagina. Wat je schreef en verstuurde, staat er nog.',
  reload: 'Ververs de pagina',
};

/** The heading over the people of a side. */
export function sideHeading(side: Side): string {
  return capital(sideWord(side));
}

/** Who they are, in the words of the lab. */
export function sideWhat(side: Side): string {
  switch (side) {
    case 'informal':
      return 'Sleutelpersonen en bewoners';
    case 'formal':
      return 'Professionals';
    default:
      return unreachable(side);
  }
}

/** What stands behind a name: a role other than member, which goes without saying. */
export function roleNote(role: Role): string | null {
  return role === 'member' ? null : roleWord(role);
}

/** "Amina", "Amina en Joris", "Amina, Joris en Fatma". */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('nl-NL', {type: 'conjunction'}).format(names);
}
