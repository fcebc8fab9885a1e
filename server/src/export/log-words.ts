/** What happened in a lab, in sentences: one for every kind of entry. */

import {type KeyAct, type LogView, roleWord, sideWord, unreachable} from '@samenspel/shared';
import {personWord} from './words.ts';

/** Who did what; somebody's own words, if there are any, are not in it. */
export function logSentence(entry: LogView): string {
  const by = personWord(entry.by);
  const about = personWord(entry.about);
  const document = entry.document?.title ? `‘${entry.document.title}’` : 'een document';
  const act = entry.act ? actWord(entry.act) : 'iets dat twee sleutels vraagt';
  const place = entry.document ? document : 'het lab';
  const as =
    entry.role && entry.side ? ` als ${roleWord(entry.role)}, ${sideWord(entry.side)}` : '';
  switch (entry.kind) {
    case 'lab_founded':
      return entry.by ? `${by} begon dit lab` : 'Dit lab begon';
    case 'invited':
      return `${by} nodigde iemand uit voor ${place}${as}`;
    case 'invitation_withdrawn':
      return `${by} trok een uitnodiging voor ${place} in`;
    case 'joined':
      return `${by} kwam bij ${place}${as}`;
    case 'confirmed':
      return `${by} zei van ${about}: dit is een van ons`;
    case 'confirmed_by_other_side':
      return `${by} zei van ${about}, de eerste van die kant: dit klopt`;
    case 'left':
      return `${by} ging weg uit ${place}`;
    case 'guest_removed':
      return `${by} liet ${about} niet meer meelezen in ${place}`;
    case 'deserted':
      return 'Er is niemand meer in dit lab';
    case 'forgotten':
      return `${by} ging weg en wilde vergeten worden`;
    case 'asked':
      return `${by} vroeg om ${act}`;
    case 'key_turned':
      return `${by} draaide een sleutel voor ${act}`;
    case 'key_lapsed':
      return `De sleutel van ${about} verviel`;
    case 'question_withdrawn':
      return entry.by ? `${by} trok de vraag om ${act} in` : `De vraag om ${act} verviel`;
    case 'act_done':
      return `Twee sleutels: ${act} is gedaan`;
    case 'document_created':
      return `${by} maakte ${document}`;
    case 'document_renamed':
      return `${by} gaf ${document} een andere naam`;
    case 'document_archived':
      return `${by} legde ${document} in het archief`;
    case 'document_brought_back':
      return `${by} haalde ${document} terug uit het archief`;
    case 'version_named':
      return `${by} gaf een moment van ${document} een naam`;
    case 'version_removed':
      return `${by} haalde de naam van een moment van ${document} weg`;
    case 'thread_hidden':
      return `${by} verborg een gesprek bij ${document}`;
    case 'thread_shown':
      return `${by} liet een verborgen gesprek bij ${document} weer zien`;
    case 'fund_source_added':
      return `${by} zette een geldbron op de lijst van het lab`;
    case 'fund_source_removed':
      return `${by} haalde een geldbron van de lijst van het lab`;
    case 'template_made':
      return `${by} bewaarde een sjabloon`;
    case 'template_brought':
      return `${by} bracht een sjabloon mee uit een bestand`;
    case 'template_archived':
      return `${by} legde een sjabloon weg`;
    case 'template_brought_back':
      return `${by} zette een sjabloon terug`;
    case 'operator_link':
      return `De beheerder van de server maakte een inloglink voor ${about}`;
    case 'operator_looked':
      return 'De beheerder van de server zocht op wie er in dit lab zijn';
    case 'operator_created':
      return 'De beheerder van de server maakte dit lab';
    default:
      return unreachable(entry.kind);
  }
}

export function actWord(act: KeyAct['kind']): string {
  switch (act) {
    case 'remove_member':
      return 'een lid uit het lab halen';
    case 'change_role':
      return 'een andere rol voor een lid';
    case 'change_side':
      return 'een andere kant voor een lid';
    case 'sign_in_link':
      return 'een nieuwe inloglink voor een lid';
    case 'delete_document':
      return 'een document voor altijd verwijderen';
    case 'change_rules':
      return 'andere afspraken van het lab';
    case 'close_lab':
      return 'het lab sluiten';
    default:
      return unreachable(act);
  }
}
