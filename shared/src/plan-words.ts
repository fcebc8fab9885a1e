/** What the choices in a plan are called: on screens, in files and in what a moment shows alike. */

import {amountText} from './amount.ts';
import {planDateText} from './plan-date.ts';
import {
  type Field,
  type FundSource,
  fundSources,
  type FundState,
  type KeptState,
  type Part,
  type Period,
  type Spender,
  type Status,
} from './plan-fields.ts';
import type {CardKind, FacetName} from './schema/card-kinds.ts';
import type {SourceKind} from './schema/source-kinds.ts';
import {unreachable} from './unreachable.ts';
import {sideWord} from './words.ts';

export function statusWord(status: Status): string {
  switch (status) {
    case 'idea':
      return 'idee';
    case 'underway':
      return 'bezig';
    case 'achieved':
      return 'gelukt';
    case 'parked':
      return 'gestald';
    default:
      return unreachable(status);
  }
}

/** Before the name of who carries, expects or promises. */
export function partWord(part: Part): string {
  switch (part) {
    case 'carries':
      return 'draagt';
    case 'expects':
      return 'verwacht';
    case 'promises':
      return 'belooft';
    default:
      return unreachable(part);
  }
}

/** What a passage rests on. */
export function sourceWord(kind: SourceKind): string {
  switch (kind) {
    case 'lived':
      return 'ervaringskennis';
    case 'professional':
      return 'professionele kennis';
    case 'policy':
      return 'beleid';
    case 'research':
      return 'onderzoek';
    default:
      return unreachable(kind);
  }
}

/** Where money comes from: our words for ours, a lab's own words as they are. */
export function fundSourceWord(source: string): string {
  const ours = fundSources.find((one) => one === source);
  return ours ? ourSourceWord(ours) : source;
}

function ourSourceWord(source: FundSource): string {
  switch (source) {
    case 'wmo':
      return 'Wmo';
    case 'participatiewet':
      return 'Participatiewet';
    case 'buurtbudget':
      return 'buurtbudget';
    case 'fonds':
      return 'fonds';
    case 'eigen':
      return 'eigen geld';
    default:
      return unreachable(source);
  }
}

export function fundStateWord(state: FundState): string {
  switch (state) {
    case 'asked':
      return 'gevraagd';
    case 'promised':
      return 'toegezegd';
    case 'granted':
      return 'toegekend';
    default:
      return unreachable(state);
  }
}

/** Which side spends the money. */
export function spenderWord(spender: Spender): string {
  return spender === 'both' ? 'samen' : sideWord(spender);
}

export function keptWord(kept: KeptState): string {
  switch (kept) {
    case 'kept':
      return 'nagekomen';
    case 'partly':
      return 'deels nagekomen';
    case 'broken':
      return 'niet nagekomen';
    default:
      return unreachable(kept);
  }
}

export function cardWord(kind: CardKind): string {
  switch (kind) {
    case 'image':
      return 'Beeld';
    case 'interplay':
      return 'Samenspel';
    case 'talk':
      return 'Gesprek';
    case 'wall':
      return 'Muur en sleutel';
    default:
      return unreachable(kind);
  }
}

/** The heading over a card's part. */
export function facetWord(name: FacetName): string {
  switch (name) {
    case 'image':
      return 'Het beeld';
    case 'truth':
      return 'Wat klopt ervan?';
    case 'change':
      return 'Wat willen we veranderen?';
    case 'informal':
      return 'Zo zien bewoners en sleutelpersonen het';
    case 'formal':
      return 'Zo zien professionals het';
    case 'shared':
      return 'Dit zien we hetzelfde';
    case 'about':
      return 'Waar ging het over?';
    case 'heard':
      return 'Wat hoorden we?';
    case 'next':
      return 'Hoe gaan we verder?';
    case 'wall':
      return 'De muur';
    case 'key':
      return 'De sleutel';
    default:
      return unreachable(name);
  }
}

/** Over the line that says how we will know that a goal worked. */
export const measureWord = 'Hoe weten we dat het werkt?';

/** "maart 2027 t/m juni 2028", "vanaf maart 2027", "t/m 2028", as typed where unreadable; '' when empty. */
export function periodText({from, until}: Period): string {
  const [first, last] = [fieldText(from, planDateText), fieldText(until, planDateText)];
  if (first === '') return last === '' ? '' : `t/m ${last}`;
  if (last === '') return `vanaf ${first}`;
  return first === last ? first : `${first} t/m ${last}`;
}

/** What stands in a field, also when it can't be read; '' when nothing does. */
export function fieldText<T>(field: Field<T>, inWords: (value: T) => string): string {
  switch (field.kind) {
    case 'empty':
      return '';
    case 'read':
      return inWords(field.value);
    case 'unreadable':
      return field.typed;
    default:
      return unreachable(field);
  }
}

/** "€ 1.250 · buurtbudget · toegezegd · informeel": what is known of a line of money, in this order. */
export function fundFactsText(fund: {
  readonly amount: Field<number>;
  readonly source: string | null;
  readonly state: FundState | null;
  readonly side: Spender | null;
}): string {
  const known = [
    fieldText(fund.amount, amountText),
    fund.source === null ? '' : fundSourceWord(fund.source),
    fund.state === null ? '' : fundStateWord(fund.state),
    fund.side === null ? '' : spenderWord(fund.side),
  ];
  return known.filter((word) => word !== '').join(' · ');
}
