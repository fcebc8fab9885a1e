/** What stands on paper beside the text itself. On paper there is no "today": a date is written out. */

import {fullMoment} from './times.ts';

export const print = {
  print: 'Afdrukken',
  contents: 'Inhoud',
  asItWas: (at: number) => `Zo was het op ${fullMoment(at)}.`,
  writtenBy: 'Geschreven door',
};
