/** What the two keys say: what is asked, what it waits for, and why one can't turn a key. */

import {
  type Hindrance,
  type QuestionView,
  roleWord,
  type Side,
  sidePerson,
  sides,
  sideWord,
  unreachable,
} from '@samenspel/shared';

export const questions = {
  heading: 'Wacht op een sleutel',
  what: 'Dit gebeurt pas als van elke kant iemand de sleutel draait.',
  turn: 'Draai de sleutel',
  turnOf: (what: string) => `Draai de sleutel: ${what}`,
  withdraw: 'Trek de vraag in',
  withdrawOf: (what: string) => `Trek de vraag in: ${what}`,
  askedBy: (name: string, when: string) => `Gevraagd door ${name}, ${when}`,
  askedBySomeone: (when: string) => `Gevraagd ${when}`,
  turnedBy: (name: string, when: string) => `sleutel gedraaid door ${name}, ${when}`,
  turnedBySomeone: (when: string) => `sleutel gedraaid, ${when}`,
  notTurned: 'nog geen sleutel',
  neverTurned: 'geen sleutel gedraaid',
  noReason: 'De reden is niet bewaard.',
  done: (what: string) => `Beide sleutels zijn gedraaid: ${what}.`,
  turned: 'Jouw sleutel is gedraaid.',
  withdrawn: 'De vraag is ingetrokken.',
  proposal: 'Het voorstel:',
  emptyRules: 'Geen afspraken.',
  linkTitle: (name: string) => `Een inloglink voor ${name}`,
  linkWhat: (name: string) =>
    `Geef deze link aan ${name}. Hij werkt één keer, alleen voor dit lab. We laten hem maar één keer zien.`,
  link: (name: string) => `Inloglink voor ${name}`,
  qr: (name: string) => `Code om te scannen: laat ${name} inloggen`,
  linkDone: 'Klaar',
};

export const finished = {
  title: 'Eerdere vragen',
  titleOf: (labName: string) => `Eerdere vragen in ${labName}`,
  back: 'Terug naar het lab',
  all: 'Eerdere vragen en sleutels',
  none: 'Er zijn nog geen vragen afgerond',
  noneWhat:
    'Wat van elke kant een sleutel nodig heeft, komt hier te staan als het gebeurd of ingetrokken is.',
};

/** How a question ended; `at` is when, in words. */
export function outcomeWords(state: QuestionView['state'], at: string): string {
  switch (state) {
    case 'done':
      return `Gebeurd met een sleutel van elke kant, ${at}.`;
    case 'withdrawn':
      return `Ingetrokken, ${at}. Er is niets veranderd.`;
    case 'open':
      return questions.heading;
    default:
      return unreachable(state);
  }
}

export const asking = {
  why: 'Waarom vraag je dit?',
  whyHint: 'Iedereen in het lab leest dit.',
  whyMissing: 'Schrijf kort waarom. Dan kan de andere kant meedenken.',
  twoKeys: 'Dit vraag je aan het lab. Het gebeurt pas als van elke kant iemand de sleutel draait.',
  ask: 'Vraag dit aan het lab',
  asking: 'Bezig…',
  asked: 'Je vraag staat bij het lab',
  done: 'Klaar',
  alreadyAsked: 'Dit is al gevraagd, of het is niet meer nodig. Kijk bij “Wacht op een sleutel”.',
  remove: (name: string) => `Vraag: ${name} uit het lab halen`,
  removeWhat: (name: string) =>
    `${name} kan dan niet meer in dit lab lezen of schrijven. Wat ${name} schreef, blijft staan.`,
  role: (name: string) => `Vraag: een andere rol voor ${name}`,
  roleChoice: 'Welke rol?',
  roleMissing: 'Kies een rol.',
  side: (name: string) => `Vraag: ${name} naar de andere kant`,
  sideWhat: (name: string, side: Side) =>
    `${name} staat dan aan de kant ${sideWord(side)}. Daar moet iemand eerst zeggen: dit is een van ons.`,
  link: (name: string) => `Vraag: een nieuwe inloglink voor ${name}`,
  linkWhat: (name: string) =>
    `Voor als ${name} niet meer binnenkomt. Wie de laatste sleutel draait, krijgt de link om door te geven. Hij opent alleen dit lab.`,
  delete: (title: string) => `Vraag: “${title}” voorgoed verwijderen`,
  deleteWhat:
    'De tekst en de hele geschiedenis verdwijnen dan echt. Wil je het alleen uit de weg hebben, zet het dan in het archief.',
  rules: 'Vraag: andere afspraken over dit lab',
  rulesField: 'Zo worden de afspraken',
  rulesHint: 'Bijvoorbeeld hoe jullie vergaderen, of wie de verslagen maakt.',
  rulesSame: 'Er is nog niets veranderd aan de afspraken.',
  close: 'Vraag: dit lab sluiten',
  closeWhat: 'Iedereen kan dan alles nog lezen, maar niemand kan er nog schrijven.',
};

/** What happens when both keys are turned. */
export function actWords({act, about, document}: QuestionView): string {
  const name = about?.name ?? 'iemand';
  switch (act.kind) {
    case 'remove_member':
      return `${name} gaat uit het lab`;
    case 'change_role':
      return `${name} wordt ${roleWord(act.role)}`;
    case 'change_side':
      return `${name} gaat naar de kant ${sideWord(act.side)}`;
    case 'sign_in_link':
      return `een nieuwe inloglink voor ${name}`;
    case 'delete_document':
      return document?.title
        ? `“${document.title}” wordt voorgoed verwijderd`
        : 'een document wordt voorgoed verwijderd';
    case 'change_rules':
      return 'andere afspraken over dit lab';
    case 'close_lab':
      return 'het lab gaat dicht';
    default:
      return unreachable(act);
  }
}

/** Which keys it still waits for. */
export function waitsFor({keys}: Pick<QuestionView, 'keys'>): string {
  const open = sides.filter((side) => !keys[side]);
  const [only] = open;
  return open.length === 1 && only
    ? `Wacht op een sleutel van een ${sidePerson(only)}.`
    : 'Wacht op een sleutel van elke kant.';
}

/** What stands instead of the button; null when there is nothing to say. */
export function hindranceWords(hindrance: Hindrance): string | null {
  switch (hindrance) {
    case 'closed':
      return null;
    case 'not_a_member':
      return 'Alleen leden draaien een sleutel.';
    case 'not_counting':
      return 'Je kunt een sleutel draaien zodra iemand van jouw kant heeft gezegd: dit is een van ons.';
    case 'about_yourself':
      return 'Dit gaat over jou. Daarom draaien anderen de sleutels.';
    case 'side_has_turned':
      return 'Van jouw kant is de sleutel al gedraaid.';
    default:
      return unreachable(hindrance);
  }
}

/** A lab with people of one side only: what waits. */
export function missingWords(missing: readonly Side[]): string | null {
  const [only, ...others] = missing;
  if (!only) return null;
  if (others.length > 0) {
    return 'In dit lab kan nog niemand een sleutel draaien. Schrijven kan wel; wat van twee kanten een sleutel nodig heeft, wacht.';
  }
  return `Er doet nog niemand mee die hier als ${sidePerson(only)} meetelt. Schrijven kan gewoon; wat van twee kanten een sleutel nodig heeft, wacht.`;
}
