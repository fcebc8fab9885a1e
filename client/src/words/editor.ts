/** The sentences of the document page: its editor, its state of saving, what was rescued. */

import {type Side, sideWord, unreachable} from '@samenspel/shared';
import type {PlanBlockName} from '@samenspel/shared/schema';
import type {SavedState, StopReason} from '../sync/saved.ts';

export const editor = {
  textLabel: (title: string) => `Tekst van ${title}`,
  skip: 'Naar de tekst',
  mine: 'Mijn documenten',
  mineShort: 'Begin',
  labShort: 'Lab',
  ways: 'Rond deze tekst',
  history: 'Geschiedenis',
  rename: 'Titel wijzigen',
  more: 'Meer',
  moreWithIt: 'Meer met dit document',
  titleField: 'Titel',
  save: 'Bewaren',
  cancel: 'Annuleren',
  joining: 'Even laden…',
  notHere: 'Deze tekst staat nog niet op dit apparaat. We halen hem op zodra er verbinding is.',
  untitled: 'Zonder titel',
  emptyDocument: 'Hier is nog niets. Begin met een doel.',
  emptyReader: 'Hier is nog niets geschreven.',
  readerWhy: 'Je leest mee. Alleen leden van het lab schrijven in deze tekst.',
  guestWhy: (name: string) => `Je leest mee. Alleen ${name} schrijft in deze tekst.`,
  closedWhy: 'Dit lab is gesloten. Je kunt alles nog lezen.',
  archivedWhy:
    'Deze tekst is gearchiveerd. Haal hem in het lab terug om er verder in te schrijven.',
  readonlyWhy:
    'De server kan nu niet opslaan. Wat je schreef, staat op dit apparaat. Zodra het weer kan, gaat het vanzelf mee.',
  reload: 'Opnieuw laden',
  toStart: 'Naar het begin',
  present: 'Wie er nu zijn',
  close: 'Sluiten',
  noPictures: 'Plaatjes gaan niet mee. De rest staat erin.',
  me: 'jij',
  caret: (name: string, side: Side) => `${name} · ${sideWord(side)}`,
};

export const toolbar = {
  label: 'Opmaak en blokken',
  plan: 'Plan',
  bold: 'Vet',
  italic: 'Schuin',
  underline: 'Onderstreept',
  strike: 'Doorgestreept',
  text: 'Tekst',
  paragraph: 'Gewone tekst',
  heading: (level: number) => ['Grote kop', 'Kop', 'Kleine kop'][level - 1] ?? 'Kop',
  quote: 'Citaat',
  line: 'Streep tussen stukken',
  list: 'Lijst',
  bulletList: 'Lijst met punten',
  orderedList: 'Lijst met nummers',
  taskList: 'Lijst om af te vinken',
  table: 'Tabel',
  insertTable: 'Tabel invoegen',
  rowAbove: 'Rij erboven',
  rowBelow: 'Rij eronder',
  deleteRow: 'Rij weghalen',
  columnBefore: 'Kolom ervoor',
  columnAfter: 'Kolom erna',
  deleteColumn: 'Kolom weghalen',
  headerRow: 'Bovenste rij is kop',
  deleteTable: 'Tabel weghalen',
  link: 'Link',
  undo: 'Terug',
  redo: 'Opnieuw',
  find: 'Zoeken',
  keys: 'Toetsen',
};

export const link = {
  title: 'Link',
  address: 'Adres',
  hint: 'Bijvoorbeeld https://voorbeeld.nl of een mailadres.',
  wrong: 'Dit adres kennen we niet. Begin met https:// of vul een mailadres of telefoonnummer in.',
  save: 'Link maken',
  change: 'Link wijzigen',
  open: 'Link openen',
  remove: 'Link weghalen',
  cancel: 'Annuleren',
};

export const find = {
  label: 'Zoeken en vervangen',
  field: 'Zoek',
  replaceField: 'Vervang door',
  next: 'Volgende',
  previous: 'Vorige',
  replace: 'Vervang',
  replaceAll: 'Vervang alle',
  matchCase: 'Hoofdletters tellen mee',
  close: 'Sluiten',
  replacing: 'Vervangen',
  count: (current: number, total: number) =>
    total === 0 ? 'Niets gevonden' : `${current} van ${total}`,
};

export const keys = {
  title: 'Toetsen',
  intro: 'Zo schrijf je zonder muis.',
  close: 'Sluiten',
  /** The combination, then what it does. */
  rows: [
    ['Alt + F10', 'naar de knoppen; Escape gaat terug naar de tekst'],
    ['Ctrl + Z', 'jouw laatste wijziging terugdraaien'],
    ['Ctrl + Shift + Z', 'opnieuw doen'],
    ['Ctrl + B, I of U', 'vet, schuin of onderstreept'],
    ['Ctrl + K', 'link maken of wijzigen'],
    ['Ctrl + F', 'zoeken en vervangen'],
    ['Ctrl + Enter', 'wie, wanneer, status en geld van het doel, de actie of de afspraak'],
    ['Ctrl + Alt + 1, 2 of 3', 'grote kop, kop of kleine kop'],
    ['Ctrl + Shift + 8, 7 of 9', 'lijst met punten, nummers of vinkjes'],
    [
      '# en een spatie',
      'kop; - voor een lijst, 1. voor nummers, [ ] voor vinkjes, > voor een citaat',
    ],
    [
      'Alt + Shift + 1 tot 4',
      'zeggen dat woorden rusten op ervaringskennis, professionele kennis, beleid of onderzoek',
    ],
    ['/', 'kiezen wat je invoegt; typ verder om te zoeken'],
    ['Alt + pijl omhoog of omlaag', 'het blok waar je in staat verplaatsen'],
    ['Alt + Enter', 'alles wat je met dat blok kunt doen'],
    ['Ctrl + Alt + M', 'reageren op de gekozen woorden of op het blok waar je in staat'],
    ['F6', 'van de tekst naar de reactie die erbij hoort, en weer terug'],
    ['Tab', 'dieper in een lijst, of naar de volgende cel van een tabel'],
  ],
} as const;

/** What the box before a line of a list says. */
export function checkWord(text: string): string {
  return text ? `Afvinken: ${text}` : 'Afvinken';
}

/** What stands, greyed, where a block's title is still to come. */
export function blockQuestion(name: PlanBlockName): string {
  switch (name) {
    case 'task':
      return 'Wat is er aan de hand in de buurt?';
    case 'goal':
      return 'Wat willen we bereiken?';
    case 'action':
      return 'Wat gaan we doen?';
    case 'agreement':
      return 'Wie verwacht wat van wie?';
    default:
      return unreachable(name);
  }
}

/** The state of saving, always in view. */
export function savedWords(state: SavedState): string {
  switch (state.kind) {
    case 'joining':
      return 'Even laden…';
    case 'saved':
      return 'Opgeslagen';
    case 'saving':
      return 'Opslaan…';
    case 'offline':
      switch (state.device) {
        case 'kept':
          return 'Geen verbinding – je tekst staat op dit apparaat';
        case 'keeping':
          return 'Geen verbinding – we bewaren je tekst op dit apparaat…';
        case 'failed':
          return 'Geen verbinding – laat dit venster open, je tekst is nergens bewaard';
        default:
          return unreachable(state.device);
      }
    case 'readonly':
      return 'Alleen lezen: de server kan nu niet opslaan';
    case 'reader':
      return 'Je leest mee';
    case 'stopped':
      return 'Niet meer verbonden';
    default:
      return unreachable(state);
  }
}

/** Why the line ended for good, and what to do. */
export function stoppedWords(reason: StopReason): string {
  switch (reason) {
    case 'unfitting':
      return 'In deze tekst staat iets dat deze pagina niet kent. Laad de pagina opnieuw, dan krijg je de nieuwste versie.';
    case 'outdated':
      return 'Er is een nieuwe versie van Samenspel. Laad de pagina opnieuw om verder te schrijven.';
    case 'otherSchema':
      return 'De server heeft een oudere versie van Samenspel dan deze pagina. Laad de pagina opnieuw om verder te schrijven.';
    case 'olderEpoch':
      return 'De server is teruggezet naar een eerder moment. Laad de pagina opnieuw om te zien wat er nu staat.';
    case 'signedOut':
      return 'Je bent niet meer ingelogd. Log opnieuw in om verder te schrijven.';
    case 'rightWithdrawn':
      return 'Je kunt niet meer in deze tekst schrijven. Vraag een lid van het lab hoe dat zit.';
    case 'notFound':
      return 'Deze tekst is er niet, of je kunt er niet bij. Vraag je lab of de link klopt.';
    case 'tooLarge':
      return 'Deze tekst is vol. Haal iets weg of begin een nieuwe tekst.';
    case 'frameTooLarge':
      return 'Dit was te veel in één keer. Laad de pagina opnieuw en plak het in stukken.';
    case 'refused':
      return 'De server nam je laatste wijziging niet aan. Laad de pagina opnieuw om verder te schrijven.';
    case 'restarting':
    case 'tryLater':
      return 'De server is even bezig. Laad de pagina zo opnieuw.';
    default:
      return unreachable(reason);
  }
}

export const rescued = {
  title: 'Niet verstuurde tekst',
  what: 'Dit schreef je, maar het kon niet meer mee. Het staat alleen op dit apparaat.',
  homeless: 'Dit schreef je, en het staat nog nergens. Kopieer het voor je verdergaat.',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  discard: 'Weggooien',
  discardSure: 'Weet je het zeker? Daarna is deze tekst weg.',
  keep: 'Bewaren',
  waits: 'Er staat nog tekst van jou op dit apparaat die niet mee kon.',
  look: 'Bekijk die tekst',
  from: (title: string) => `Uit ${title}`,
  waitsForNewer: 'Wat je net schreef, staat op dit apparaat. Het gaat straks vanzelf mee.',
  onlyRemoved: 'Je had alleen tekst weggehaald.',
};

/** For who has already left the document. */
export const unsentHere = {
  which: 'Op dit apparaat staat nog tekst die niet verstuurd is:',
  open: 'Open het document, dan gaat je tekst mee zodra er verbinding is.',
};

/** Who is here, for those who can't see the circles. */
export function presentWords(count: number): string {
  if (count <= 1) return 'Alleen jij bent hier';
  return count === 2 ? 'Twee mensen zijn hier' : `${count} mensen zijn hier`;
}

/** The same where there is little room. */
export function presentShort(count: number): string {
  return `${count} hier`;
}

/** Which reasons leave nothing to load again. */
export function canReload(reason: StopReason): boolean {
  const final: readonly StopReason[] = ['signedOut', 'notFound'];
  return !final.includes(reason);
}
