/** Words that more than one screen says. */

import {type Role, type Side, unreachable} from '@samenspel/shared';

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

/** The word for a side; it always stands beside its pattern and colour. */
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

/** The heading over the people of a side. */
export function sideHeading(side: Side): string {
  switch (side) {
    case 'informal':
      return 'Informeel';
    case 'formal':
      return 'Formeel';
    default:
      return unreachable(side);
  }
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

/** The word for a role other than member, which goes without saying. */
export function roleWord(role: Role): string | null {
  switch (role) {
    case 'member':
      return null;
    case 'commenter':
      return 'meelezer';
    case 'reviewer':
      return 'reviewer';
    default:
      return unreachable(role);
  }
}

/** "Amina", "Amina en Joris", "Amina, Joris en Fatma". */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('nl-NL', {type: 'conjunction'}).format(names);
}
