/** What the page says on which a lab begins. */

import {type Side, unreachable} from '@samenspel/shared';

export const founding = {
  title: 'Begin een lab',
  what: 'Een lab is een plek waar bewoners en professionals samen aan plannen voor de wijk schrijven. Iedereen heeft er dezelfde rechten, ook jij die het begint.',
  looking: 'We kijken je link na…',
  labName: 'Hoe heet jullie lab?',
  labNameHint: 'Bijvoorbeeld “Lab Linde”.',
  labNameMissing: 'Geef het lab een naam.',
  neighbourhood: 'Voor welke wijk of buurt?',
  neighbourhoodMissing: 'Vul de wijk of buurt in.',
  name: 'Hoe heet jij?',
  nameHint: 'Je voornaam of een bijnaam is genoeg.',
  nameMissing: 'Vul een naam in. Een bijnaam mag ook.',
  tooLong: (most: number) => `Maak het korter: hoogstens ${most} tekens.`,
  side: 'Hoe doe jij mee?',
  sideMissing: 'Kies hoe je meedoet. Voor je rechten maakt het niet uit.',
  begin: 'Begin het lab',
  beginning: 'Bezig…',
  newLab: 'Nieuw lab',
  invalid: 'Deze link werkt niet meer',
  invalidWhat:
    'Met deze link kan één keer een lab worden begonnen. Is dat al gebeurd, vraag dan iemand uit dat lab om je uit te nodigen. Anders heeft de beheerder van de server een nieuwe link.',
};

/** How somebody says where they stand, in their own words. */
export function sideOfMine(side: Side): string {
  switch (side) {
    case 'informal':
      return 'Ik ben bewoner of sleutelpersoon';
    case 'formal':
      return 'Ik ben hier voor mijn werk';
    default:
      return unreachable(side);
  }
}

export function sideOfMineWhat(side: Side): string {
  switch (side) {
    case 'informal':
      return 'Je weet uit eigen ervaring wat er speelt.';
    case 'formal':
      return 'Bijvoorbeeld bij welzijn, het stadsdeel of de gemeente.';
    default:
      return unreachable(side);
  }
}
