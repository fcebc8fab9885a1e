/** What the overview of a plan says, beside a text and across all texts of a lab. */

import {
  amountText,
  amsterdamDay,
  capital,
  facetWord,
  type Field,
  fieldText,
  type FundGap,
  fundFactsText,
  fundSourceWord,
  type FundState,
  fundStateWord,
  type KeptState,
  keptWord,
  type PlacedFund,
  type PlanDate,
  planDateText,
  readPlanDate,
  type SourceKind,
  sourceWord,
  type Spender,
  spenderWord,
  type Status,
  statusWord,
  unreachable,
  type UnfinishedCard,
} from '@samenspel/shared';
import {time} from './times.ts';

export const overview = {
  title: 'Overzicht',
  titleOf: (labName: string) => `Overzicht van ${labName}`,
  back: 'Terug naar het lab',
  nothing:
    'Hier komt het overzicht van deze tekst, zodra er doelen, acties, afspraken of geld in staan.',
  nothingInLab:
    'Hier komt het overzicht van alle teksten van het lab, zodra er doelen, acties, afspraken of geld in staan.',
  noDocuments: 'Er zijn nog geen documenten.',
  personal:
    'Persoonlijke documenten tellen hier niet mee, ook die van jezelf niet. Het archief ook niet.',
  unreadable: (titles: readonly string[]) =>
    titles.length === 1
      ? `“${titles.join('')}” kunnen we nu niet lezen. Dat telt hier niet mee.`
      : `Deze documenten kunnen we nu niet lezen, en tellen hier niet mee: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  print: 'Druk dit overzicht af',
  // On paper there is no "today".
  madeOn: (at: number) => `Zoals het was op ${fullDate(at)} om ${time(at)}.`,
  in: (title: string) => `in “${title}”`,
  untitled: {
    task: 'Opgave zonder titel',
    goal: 'Doel zonder titel',
    action: 'Actie zonder titel',
    agreement: 'Afspraak zonder titel',
    card: 'Kaart zonder titel',
    any: 'Blok zonder titel',
  },

  goals: 'Doelen',
  noGoals: 'Er zijn nog geen doelen.',
  carrier: 'Wie draagt het',
  everybody: 'Iedereen',
  nobody: 'Nog niemand',
  noneOfThese: 'Hier staan geen doelen bij.',

  funds: 'Middelen',
  noFunds: 'Er staat nog geen geld in.',
  source: 'Bron',
  amount: 'Bedrag',
  all: 'Alles samen',
  together: 'Samen',
  chart:
    'Staven: hoeveel geld er per bron is gevraagd, toegezegd en toegekend. De tabel hieronder zegt hetzelfde.',
  table: 'Geld per bron',
  unclear: 'Nog niet meegeteld',
  unclearWhat: (cents: number) =>
    cents === 0
      ? 'Bij deze regels ontbreekt nog iets.'
      : `Bij deze regels ontbreekt nog iets. Samen is dat ${amountText(cents)}.`,

  ownSources: 'Eigen geldbronnen',
  ownSourcesWhat:
    'Deze woorden kun je kiezen bij geld, naast Wmo, Participatiewet, buurtbudget, fonds en eigen geld.',
  noOwnSources: 'Er zijn nog geen eigen geldbronnen.',
  newSource: 'Nieuwe geldbron',
  addSource: 'Voeg toe',
  removeSource: 'Haal weg',
  removeSourceOf: (name: string) => `Haal weg: ${name}`,
  sourceAdded: (name: string) => `“${name}” staat nu op de lijst.`,
  sourceRemoved: (name: string) =>
    `“${name}” staat niet meer op de lijst. Waar het al stond, blijft het staan.`,
  putBack: 'Zet terug',
  sourceMissing: 'Schrijf de naam van de geldbron.',
  sourceTooLong: (most: number) => `Maak de naam korter: hoogstens ${most} tekens.`,
  sourceKnown: 'Deze geldbron staat er al.',

  promises: 'Wie beloofde wat',
  noPromises: 'Er zijn nog geen afspraken of acties.',
  lateFirst: 'Te laat',
  late: 'te laat',
  done: 'gedaan',
  agreement: 'afspraak',
  action: 'actie',

  parked: 'Gestald',
  parkedWhat: 'Dit wacht op iemand die het oppakt. Iedereen mag.',
  noParked: 'Er is niets gestald.',
  takeUp: 'Oppakken',
  takeUpOf: (title: string) => `Oppakken: ${title}`,
  takenUp: (title: string) => `“${title}” is opgepakt. Het staat nu op bezig.`,

  sources: 'Waar het op rust',
  sourcesWhat: 'Doelen waarvan alles wat gemarkeerd is op één soort bron rust.',
  noSources: 'Er is geen doel dat maar op één soort bron rust.',
  restsOnly: 'Rust alleen op',
  anySource: 'Alle soorten',

  cards: 'Nog open',
  cardsWhat: 'Kaarten waarvan een deel nog leeg is.',
  doubles: 'Dubbel',
  doublesWhat: 'Dit staat twee keer in de tekst. Het telt één keer mee.',
};

function fullDate(at: number): string {
  const date = readPlanDate(amsterdamDay(at));
  return date ? planDateText(date) : '';
}

/** Over a group of goals. */
export function statusHeading(status: Status | null): string {
  return status === null ? 'Geen status' : capital(statusWord(status));
}

/** Over a row of money. */
export function fundSourceHeading(source: string): string {
  return capital(fundSourceWord(source));
}

export function fundStateHeading(state: FundState): string {
  return capital(fundStateWord(state));
}

export function spenderHeading(spender: Spender | null): string {
  // “Samen” alone would be read as a sum.
  if (spender === 'both') return 'Beide kanten samen';
  return spender === null ? 'Niet gezegd' : capital(spenderWord(spender));
}

export function sourceHeading(kind: SourceKind): string {
  return capital(sourceWord(kind));
}

/** What a line of money is called: what it is for, or the action it stands in. */
export function fundTitle({what, action}: PlacedFund): string {
  return what || action.title || 'Een regel geld';
}

/** What is known of a line of money, and why it is in no sum: "€ 700 · er staat geen bron bij". */
export function gapWords(fund: PlacedFund, gaps: readonly FundGap[]): string {
  const known = gaps.includes('unreadable') ? '' : fundFactsText(fund);
  return [known, ...gaps.map((gap) => gapWord(gap, fund))].filter(Boolean).join(' · ');
}

function gapWord(gap: FundGap, {amount}: PlacedFund): string {
  switch (gap) {
    case 'amount':
      return 'er staat geen bedrag bij';
    case 'unreadable':
      return `“${amount.kind === 'unreadable' ? amount.typed : ''}” kunnen we niet lezen als bedrag`;
    case 'source':
      return 'er staat geen bron bij';
    case 'state':
      return 'er staat niet bij of het gevraagd, toegezegd of toegekend is';
    default:
      return unreachable(gap);
  }
}

/** "t/m 15 maart 2027", as typed when it can't be read; '' without a date. */
export function dueWords(until: Field<PlanDate>): string {
  const words = fieldText(until, planDateText);
  return words === '' ? '' : `t/m ${words}`;
}

/** How an agreement went, by all accounts; '' without any. */
export function verdictText(verdict: KeptState | 'differs' | null): string {
  if (verdict === null) return '';
  return verdict === 'differs' ? 'daarover verschillen we' : keptWord(verdict);
}

/** "Nog leeg: Wat klopt ervan? · De sleutel" */
export function emptyPartsText({empty}: UnfinishedCard): string {
  return `Nog leeg: ${empty.map(facetWord).join(' · ')}`;
}
