/** The sentences of a plan's facts: who, when, how much, and how it went. */

import {
  type KeptState,
  keptWord,
  type Part,
  type Side,
  sideWord,
  unreachable,
} from '@samenspel/shared';
import type {FactBlockName} from '../editor/plan/block-facts.ts';
import {blockWord} from './blocks.ts';

export {
  cardWord,
  facetWord,
  fundFactsText,
  fundSourceWord,
  fundStateWord,
  keptWord,
  measureWord,
  partWord,
  periodText,
  sourceWord,
  spenderWord,
  statusWord,
} from '@samenspel/shared';

/** On the quiet line under a title. */
export const line = {
  label: (title: string) => (title ? `Over “${title}”` : 'Over dit blok'),
  status: 'status',
  who: 'wie',
  when: 'wanneer',
  money: 'geld',
  before: 'vóór wanneer',
  measure: 'hoe weten we het?',
  kept: 'nagekomen?',
  look: 'kijk na',
  double: 'dubbel',
  doubleWhy: 'Dit staat ook op een andere plek. In het overzicht telt het één keer.',
  parked: 'Gestald. Wacht op iemand die het oppakt.',
  takeUp: 'Oppakken',
};

/** In the text, where something stands beside the words themselves. */
export const facts = {
  unknownSide: 'welke kant?',
  unknownPart: 'wie?',
  nameHint: 'wie?',
  fundHint: 'waarvoor?',
  accountHint: 'hoe ging het?',
  noAmount: 'bedrag?',
  noKept: 'nagekomen?',
  by: (name: string) => `volgens ${name}`,
};

/** The panel in which the facts of one block are filled in. */
export const panel = {
  title: (block: FactBlockName, title: string) => `${blockWord(block)}: ${title || 'zonder titel'}`,
  close: 'Klaar',
  status: 'Status',
  from: 'Vanaf',
  until: 'Tot en met',
  before: 'Vóór wanneer',
  dateHint: 'Een dag, een maand of een jaar: 15 maart 2027, maart 2027 of 2027.',
  dateWrong: 'Deze datum kennen we niet. Schrijf bijvoorbeeld 15 maart 2027, maart 2027 of 2027.',
  periodWrong: 'Dit eindigt voor het begint. Kijk nog eens naar de twee data.',
  name: 'Groep of rol',
  sideOf: (name: string) => `Kant van ${name || 'deze naam'}`,
  addHint: 'Kies iemand uit het lab, of schrijf een groep of rol.',
  add: 'Voeg toe',
  remove: 'Haal weg',
  removeOf: (what: string) => `Haal weg: ${what || 'deze regel'}`,
  money: 'Geld',
  addMoney: 'Geld erbij',
  what: 'Waarvoor',
  amount: 'Bedrag',
  amountWrong: 'Dit bedrag kunnen we niet lezen. Schrijf bijvoorbeeld 1250 of 1.250,50.',
  source: 'Waar komt het vandaan?',
  state: 'Hoe ver is het?',
  spender: 'Wie geeft het uit?',
  moneyLine: (number: number) => `Geld, regel ${number}`,
  accounts: 'Is het nagekomen?',
  addAccount: 'Schrijf hoe het ging',
  accountLine: (number: number) => `Hoe het ging, ${number}`,
  kept: 'Nagekomen?',
  account: 'In eigen woorden',
  by: 'Volgens wie?',
  byPerson: 'Iemand uit het lab',
  byHint: 'Mag, hoeft niet: een kant is genoeg.',
};

/** Over the list of who carries, expects or promises. */
export function partHeading(part: Part): string {
  switch (part) {
    case 'carries':
      return 'Wie';
    case 'expects':
      return 'Wie verwacht het?';
    case 'promises':
      return 'Van wie?';
    default:
      return unreachable(part);
  }
}

/** The field in which somebody is added to such a list. */
export function addWord(part: Part): string {
  switch (part) {
    case 'carries':
      return 'Iemand erbij';
    case 'expects':
      return 'Wie verwacht het ook?';
    case 'promises':
      return 'Wie belooft het ook?';
    default:
      return unreachable(part);
  }
}

/** Whether an agreement was kept, when those who tell of it may differ. */
export function verdictWord(verdict: KeptState | 'differs'): string {
  return verdict === 'differs' ? 'nagekomen? daarover verschillen we' : keptWord(verdict);
}

/** For a screen reader, where a mark shows the side. */
export function sideNote(side: Side | null): string {
  return side === null ? facts.unknownSide : sideWord(side);
}
