/** The fields of a block in words: what each is called, and what stands in it. */

import {amountText} from './amount.ts';
import {planDateText} from './plan-date.ts';
import {type NamedPeople, somebody} from './plan-facts.ts';
import {
  fundStates,
  keptStates,
  parts,
  readAmountField,
  readChoice,
  readDateField,
  readFundSource,
  readPerson,
  spenders,
  statuses,
} from './plan-fields.ts';
import {sides} from './people.ts';
import {
  cardWord,
  facetWord,
  fieldText,
  fundSourceWord,
  fundStateWord,
  keptWord,
  partWord,
  spenderWord,
  statusWord,
} from './plan-words.ts';
import {cardKinds, facetNames} from './schema/card-kinds.ts';
import {sideWord} from './words.ts';

/** What is written where nothing is filled in. */
const nothing = 'leeg';
/** A value that is none of the choices: some program wrote it, and no screen shows it. */
const unknown = 'onbekend';

/** "de status", "het bedrag": in the middle of a sentence. */
export function fieldName(type: string, field: string): string {
  switch (field) {
    case 'status':
      return 'de status';
    case 'from':
      return 'het begin';
    case 'until':
      return type === 'agreement' ? 'de datum' : 'het einde';
    case 'part':
      return 'de rol';
    case 'side':
      return type === 'fund' ? 'wie het uitgeeft' : 'de kant';
    case 'person':
      return 'de persoon';
    case 'amount':
      return 'het bedrag';
    case 'source':
      return 'waar het geld vandaan komt';
    case 'state':
      return 'hoe ver het geld is';
    case 'kept':
      return 'of het is nagekomen';
    case 'kind':
      return 'de soort kaart';
    case 'name':
      return 'de naam van het deel';
    case 'level':
      return 'de grootte';
    case 'start':
      return 'het eerste nummer';
    case 'colspan':
      return 'de breedte';
    case 'rowspan':
      return 'de hoogte';
    default:
      return 'een instelling';
  }
}

/** What stands in a field, as screens say it; "leeg" when nothing does. */
export function fieldValue(
  type: string,
  field: string,
  value: unknown,
  people: NamedPeople,
): string {
  if (value === null || value === undefined || value === '') return nothing;
  return known(type, field, value, people) || unknown;
}

function known(type: string, field: string, value: unknown, people: NamedPeople): string {
  switch (field) {
    case 'status':
      return chosen(readChoice(statuses, value), statusWord);
    case 'from':
    case 'until':
      return fieldText(readDateField(value), planDateText);
    case 'part':
      return chosen(readChoice(parts, value), partWord);
    case 'side':
      return type === 'fund'
        ? chosen(readChoice(spenders, value), spenderWord)
        : chosen(readChoice(sides, value), sideWord);
    case 'person': {
      const id = readPerson(value);
      return id === null ? '' : (people.get(id) ?? somebody).name;
    }
    case 'amount':
      return fieldText(readAmountField(value), amountText);
    case 'source':
      return chosen(readFundSource(value), fundSourceWord);
    case 'state':
      return chosen(readChoice(fundStates, value), fundStateWord);
    case 'kept':
      return chosen(readChoice(keptStates, value), keptWord);
    case 'kind':
      return chosen(readChoice(cardKinds, value), cardWord);
    case 'name':
      return chosen(readChoice(facetNames, value), facetWord);
    default:
      return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  }
}

function chosen<T>(choice: T | null, word: (choice: T) => string): string {
  return choice === null ? '' : word(choice);
}
