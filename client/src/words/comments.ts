/** The sentences about comments: beside the text, in the list, and where one writes them. */

import {
  type MadeKind,
  type ReactionKind,
  type Side,
  sideWord,
  unreachable,
} from '@samenspel/shared';
import type {Failure} from '../api.ts';
import {sentenceFor} from './errors.ts';
import {listNames} from './general.ts';

export const comments = {
  title: 'Reacties',
  beside: 'Reacties naast de tekst',
  show: 'Reacties',
  fold: 'Verberg de reacties',
  none: 'Er zijn nog geen reacties.',
  noneHow: 'Druk op Reageer bij een doel, of kies woorden in de tekst.',
  nothingFound: 'Hier zijn geen reacties bij.',
  comment: 'Reageer',
  tool: 'Reageren',
  commentAll: 'Reageer op het hele document',
  commentChosen: 'Reageer op de gekozen woorden',
  chosenHow: 'Kies woorden om daarop te reageren.',
  readerBar: 'Meelezen en reageren',
  unplaced: (count: number) =>
    count === 1 ? '1 reactie zonder plek in de tekst' : `${count} reacties zonder plek in de tekst`,
  // Where a thread is.
  onDocument: 'Op het hele document',
  at: (block: string) => `Bij ${block}`,
  goneShort: 'Weggehaald',
  gone: 'Deze tekst is weggehaald. Je reactie staat er nog.',
  goneTheirs: 'Deze tekst is weggehaald. De reactie staat er nog.',
  goneWords: 'Hier stond:',
  untitled: 'zonder titel',
  goneBlock: 'wat er niet meer staat',
  toText: 'Naar de tekst',
  closeThread: 'Klap in',
  isHidden: 'Deze reactie is verborgen.',
  handled: 'afgehandeld',
  withProposal: 'met een voorstel',
  // What one can do with a thread.
  more: 'Meer',
  moreOf: (name: string) => `Meer over de reactie van ${name}`,
  moreThread: 'Meer met deze reactie',
  handle: 'Afgehandeld',
  handleTitle: 'Is dit afgehandeld?',
  handleField: 'Wat is ermee gedaan?',
  handleDo: 'Zet op afgehandeld',
  reopen: 'Heropen',
  hide: 'Verberg voor iedereen',
  hideTitle: 'Deze reactie verbergen?',
  hideWhat: 'Leden kunnen haar weer laten zien. In het logboek van het lab staat wie haar verborg.',
  hideField: 'Waarom?',
  hideDo: 'Verberg',
  showAgain: 'Laat weer zien',
  attach: 'Zet bij andere tekst',
  attachHow: 'Kies in de tekst waar deze reactie bij hoort.',
  attachHere: 'Hier hoort het bij',
  attachNowhere: 'Kies eerst woorden, of zet je plek in een doel.',
  turnInto: (kind: MadeKind) =>
    kind === 'action' ? 'Maak er een actie van' : 'Maak er een afspraak van',
  turnField: (kind: MadeKind) =>
    kind === 'action' ? 'Wat gaan we doen?' : 'Wie verwacht wat van wie?',
  turnDo: 'Zet in de tekst',
  made: 'Hieruit kwam:',
  wasHere: (who: string) => `${who} zette dit op afgehandeld`,
  reopened: (who: string) => `${who} heropende dit`,
  hiddenBy: (who: string) => `Verborgen door ${who}`,
  // One comment.
  edited: 'gewijzigd',
  withdrawn: 'Deze reactie is ingetrokken.',
  edit: 'Wijzig',
  withdraw: 'Trek in',
  withdrawTitle: 'Je reactie intrekken?',
  withdrawWhat: 'De woorden zijn dan voorgoed weg. Er blijft staan dat er een reactie was.',
  proposes: 'Voorstel voor andere tekst',
  proposesNothing: 'Voorstel om deze woorden weg te laten',
  nowStands: 'Er staat:',
  couldStand: 'Het kan worden:',
  nowReads: 'Het werd:',
  take: 'Neem over',
  taken: (who: string) => `Overgenomen door ${who}`,
  // Writing.
  newThread: 'Nieuwe reactie',
  field: 'Je reactie',
  reply: 'Antwoord',
  replyField: 'Je antwoord',
  hint: 'Met @ noem je iemand, met # verwijs je naar een doel.',
  send: 'Plaats',
  save: 'Bewaar',
  missing: 'Schrijf eerst je reactie.',
  tooLong: (most: number) => `Maak je reactie korter: hoogstens ${most} tekens.`,
  sentenceMissing: 'Schrijf een korte zin.',
  propose: 'Stel andere tekst voor',
  proposal: 'Zo kan het er staan',
  proposalHint: 'Laat leeg om voor te stellen dat deze woorden weg kunnen.',
  noProposal: 'Toch geen andere tekst',
  people: 'Wie noem je?',
  goals: 'Naar welk doel verwijs je?',
  choices: (count: number) => (count === 1 ? '1 keuze' : `${count} keuzes`),
  // What waits.
  waiting: 'Nog niet verstuurd. Het staat op dit apparaat en gaat vanzelf mee.',
  drop: 'Gooi weg',
  again: 'Probeer opnieuw',
  placed: 'Je reactie staat er.',
  // The list.
  threads: (count: number) => (count === 1 ? '1 gesprek' : `${count} gesprekken`),
  moreThreads: 'Laat meer zien',
  filter: 'Welke reacties',
  filterGoal: 'Bij welk doel',
  filterSide: 'Van wie',
  anyGoal: 'Overal',
  anySide: 'Van iedereen',
  bySide: (side: Side) => `Van de kant ${sideWord(side)}`,
};

export type ShownThreads = 'open' | 'mine' | 'unanswered' | 'handled' | 'all';

export function shownWord(shown: ShownThreads): string {
  switch (shown) {
    case 'open':
      return 'Open';
    case 'mine':
      return 'Waar ik bij ben';
    case 'unanswered':
      return 'Al een week zonder antwoord';
    case 'handled':
      return 'Afgehandeld';
    case 'all':
      return 'Alle';
    default:
      return unreachable(shown);
  }
}

export function reactionWord(kind: ReactionKind): string {
  switch (kind) {
    case 'agree':
      return 'Akkoord';
    case 'thanks':
      return 'Dank';
    default:
      return unreachable(kind);
  }
}

/** "Akkoord: Amina en Joris". */
export function reactionsWords(kind: ReactionKind, names: readonly string[]): string {
  const word = reactionWord(kind);
  return names.length === 0 ? word : `${word}: ${listNames(names)}`;
}

export function countWords(count: number): string {
  return count === 1 ? '1 reactie' : `${count} reacties`;
}

/** What the button of a block shows. */
export function blockButtonWord(count: number): string {
  return count === 0 ? comments.comment : countWords(count);
}

export function blockButtonLabel(kind: string, title: string, count: number): string {
  const block = blockWords(kind, title);
  return count === 0 ? `Reageer op ${block}` : `${countWords(count)} bij ${block}`;
}

/** doel “Een open inloop”. */
export function blockWords(kind: string, title: string): string {
  return `${kind.toLowerCase()} ${title === '' ? comments.untitled : `“${title}”`}`;
}

export function anchorLabel(words: string, count: number): string {
  return `${countWords(count)} bij “${short(words)}”`;
}

/** What a thread in the list or beside the text is called. */
export function threadLabel(name: string, where: string): string {
  return `Reactie van ${name}: ${where}`;
}

/** Why something about a comment did not happen; `what` says when the general sentence falls short. */
export function commentTrouble(failure: Failure, what: 'take' | 'attach' | 'other'): string {
  if (failure === 'conflict' && what === 'take')
    return 'De woorden zijn intussen veranderd of weg. Kijk wat er nu staat en doe zo nodig een nieuw voorstel.';
  if (failure === 'conflict' && what === 'attach')
    return 'Deze woorden zijn net veranderd. Kies ze opnieuw.';
  if (failure === 'conflict') return 'Iemand was je voor. Kijk hoe het er nu staat.';
  return sentenceFor(failure);
}

/** Whether `short` leaves something out. */
export function isLong(words: string): boolean {
  return words.length > longest;
}

const longest = 60;

export function short(words: string): string {
  const plain = words.replaceAll(/\s+/g, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
}
