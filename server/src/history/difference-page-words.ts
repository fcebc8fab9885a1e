/** The Dutch words of a comparison on a page. */

import {type Change, unreachable} from '@samenspel/shared';

export const pageWords = {
  title: (title: string) => `Wat er veranderde in ${title}`,
  from: 'Van',
  until: 'Tot',
  theBeginning: 'het begin, toen er nog niets stond',
  who: 'Veranderd door',
  made: (onDay: string) => `Gemaakt op ${onDay}.`,
  nothing: 'Tussen deze twee momenten is niets veranderd.',
  legend: 'Zo lees je dit',
  comes: 'is erbij gekomen',
  goes: 'is weggehaald',
  moves: 'is verplaatst; een streepjeslijn ernaast: een heel stuk is hierheen verplaatst',
  looks: 'zag er eerst anders uit',
  informal: 'door iemand van de informele kant: puntjes en het woord informeel',
  formal: 'door iemand van de formele kant: streepjes en het woord formeel',
  summary: 'In het kort',
  text: 'De hele tekst',
  stoodHere: 'Stond hier',
};

/** Behind or above what changed, before who did it. */
export function deedWord(change: Change): string {
  switch (change.what) {
    case 'inserted':
      return `${ofWord(change.of)}erbij`;
    case 'deleted':
      return `${ofWord(change.of)}weg`;
    case 'replaced':
      return 'veranderd';
    case 'moved':
      return 'hierheen verplaatst';
    case 'went':
      return 'naar een andere plek';
    case 'formatted':
      return 'andere opmaak';
    case 'retyped':
      return 'anders';
    case 'field':
      return 'ingevuld';
    case 'split':
      return 'nieuwe alinea';
    case 'joined':
      return 'samengevoegd';
    default:
      return unreachable(change);
  }
}

function ofWord(of: Extract<Change, {what: 'inserted'}>['of']): string {
  switch (of) {
    case 'row':
      return 'rij ';
    case 'column':
      return 'kolom ';
    case 'block':
    case 'text':
      return '';
    default:
      return unreachable(of);
  }
}
