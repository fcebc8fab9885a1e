/** What happened in a lab, as sentences: one per kind, none forgotten. */

import {
  capital,
  forgottenName,
  type LogView,
  type PersonView,
  roleWord,
  sideWord,
  unreachable,
} from '@samenspel/shared';

export const log = {
  title: 'Wat er gebeurde',
  titleOf: (labName: string) => `Wat er gebeurde in ${labName}`,
  back: 'Terug naar het lab',
  latest: 'Wat er gebeurde',
  all: 'Alles wat er gebeurde',
  none: 'Er is nog niets gebeurd.',
  earlier: 'Eerder',
  loading: 'Bezig…',
};

/** A whole sentence about one entry; `withKey` when who asked turned their own key at once. */
export function logSentence(entry: LogView, withKey = false): string {
  // Who was forgotten is "iemand", also where a sentence begins.
  return capital(sentence(entry, withKey));
}

function sentence(entry: LogView, withKey: boolean): string {
  const by = nameIn(entry.by);
  const about = nameIn(entry.about);
  const title = entry.document?.title ? `“${entry.document.title}”` : 'een document';
  const side = entry.side ? ` (${sideWord(entry.side)})` : '';
  switch (entry.kind) {
    case 'lab_founded':
      return `${entry.by ? by : 'De beheerder van de server'} begon dit lab.`;
    case 'invited':
      return `${by} nodigde iemand uit${entry.role ? ` als ${roleWord(entry.role)}` : ''}${side}${entry.document ? ` bij ${title}` : ''}.`;
    case 'invitation_withdrawn':
      return `${by} trok een uitnodiging in.`;
    case 'joined':
      return `${entry.about ? about : by} doet mee${entry.document ? ` bij ${title}` : ''}${entry.role ? ` als ${roleWord(entry.role)}` : ''}${side}.`;
    case 'confirmed':
      return `${by} zei van ${about}: dit is een van ons${side}.`;
    case 'confirmed_by_other_side':
      return `${by}, van de andere kant, zei dat ${about} als eerste meetelt${side}.`;
    case 'left':
      return `${by} verliet het lab.`;
    case 'guest_removed':
      return `${by} haalde ${about} weg bij ${title}.`;
    case 'deserted':
      return 'Er doet niemand meer mee. De beheerder van de server kan weer iemand binnenlaten.';
    case 'forgotten':
      return 'Iemand liet zich vergeten. De gezamenlijke tekst blijft staan.';
    case 'asked':
      return `${by} vroeg ${asked(entry, 'om')}${withKey ? ', en draaide meteen een sleutel' : ''}.`;
    case 'key_turned':
      return `${by} draaide een sleutel ${asked(entry, 'voor')}.`;
    case 'key_lapsed':
      return `Een sleutel ${asked(entry, 'voor')} telt niet meer.`;
    case 'question_withdrawn':
      return `De vraag ${asked(entry, 'om')} is ingetrokken${entry.by ? ` door ${by}` : ''}.`;
    case 'act_done':
      return done(entry, about, title);
    case 'document_created':
      return `${by} begon ${title}.`;
    case 'document_renamed':
      return `${by} gaf ${title} een andere naam.`;
    case 'document_archived':
      return `${by} zette ${title} in het archief.`;
    case 'document_brought_back':
      return `${by} haalde ${title} terug uit het archief.`;
    case 'version_named':
      return `${by} gaf een moment van ${title} een naam.`;
    case 'version_removed':
      return `${by} haalde de naam van een moment van ${title} weg.`;
    case 'thread_hidden':
      return `${by} verborg een gesprek bij ${title}.`;
    case 'thread_shown':
      return `${by} liet een verborgen gesprek bij ${title} weer zien.`;
    case 'fund_source_added':
      return `${by} zette een geldbron op de lijst van het lab.`;
    case 'fund_source_removed':
      return `${by} haalde een geldbron van de lijst van het lab.`;
    case 'template_made':
      return `${by} bewaarde een sjabloon voor het lab.`;
    case 'template_brought':
      return `${by} bracht een sjabloon mee uit een bestand.`;
    case 'template_archived':
      return `${by} legde een sjabloon van het lab weg.`;
    case 'template_brought_back':
      return `${by} zette een sjabloon van het lab terug.`;
    case 'operator_link':
      return `De beheerder van de server maakte een inloglink${entry.about ? ` voor ${about}` : ''}.`;
    case 'operator_created':
      return 'De beheerder van de server maakte dit lab aan.';
    case 'operator_looked':
      return 'De beheerder van de server keek wie er meedoen.';
    default:
      return unreachable(entry.kind);
  }
}

/** "om een andere rol voor Joris", "om “Plan” voorgoed te verwijderen". */
function asked({act, about, document}: LogView, preposition: 'om' | 'voor'): string {
  const name = nameIn(about);
  switch (act) {
    case 'remove_member':
      return `om ${name} uit het lab te halen`;
    case 'delete_document':
      return `om ${document?.title ? `“${document.title}”` : 'een document'} voorgoed te verwijderen`;
    case 'close_lab':
      return 'om het lab te sluiten';
    case 'change_role':
      return `${preposition} een andere rol voor ${name}`;
    case 'change_side':
      return `${preposition} een andere kant voor ${name}`;
    case 'sign_in_link':
      return `${preposition} een nieuwe inloglink voor ${name}`;
    case 'change_rules':
      return `${preposition} andere afspraken over het lab`;
    case null:
      return `${preposition} iets waar twee sleutels voor nodig zijn`;
    default:
      return unreachable(act);
  }
}

/** What happened when the last key was turned. */
function done({act, role, side}: LogView, name: string, title: string): string {
  const both = 'Met een sleutel van elke kant:';
  switch (act) {
    case 'remove_member':
      return `${both} ${name} is uit het lab gehaald.`;
    case 'change_role':
      return `${both} ${name} ${role ? `is nu ${roleWord(role)}` : 'heeft een andere rol'}.`;
    case 'change_side':
      return `${both} ${name} staat nu aan de ${side ? `kant ${sideWord(side)}` : 'andere kant'}.`;
    case 'sign_in_link':
      return `${both} er is een nieuwe inloglink voor ${name}.`;
    case 'delete_document':
      return `${both} ${title} is voorgoed verwijderd.`;
    case 'change_rules':
      return `${both} de afspraken over dit lab zijn veranderd.`;
    case 'close_lab':
      return `${both} het lab is gesloten.`;
    case null:
      return `${both} het is gebeurd.`;
    default:
      return unreachable(act);
  }
}

/** Who was forgotten is told by their side alone. */
function nameIn(person: PersonView | null): string {
  if (!person) return forgottenName;
  return person.name === forgottenName
    ? `${forgottenName} (${sideWord(person.side)})`
    : person.name;
}
