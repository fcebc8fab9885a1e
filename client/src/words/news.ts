/** What news says: the bell, what happened since one was here, and how it is mailed. */

import {type MailHow, unreachable} from '@samenspel/shared';
import {listNames} from './general.ts';

export const news = {
  bell: 'Nieuws',
  unreadCount: 'ongelezen',
  title: 'Nieuws voor jou',
  none: 'Er is geen nieuws',
  noneWhat:
    'Noemt iemand je, reageert iemand op je, wacht er iets op jouw sleutel, of is er iets klaar te maken? Dan staat het hier.',
  unread: 'nieuw',
  allRead: 'Alles gelezen',
  quote: (begins: string) => `“${begins}”`,
};

export const since = {
  title: 'Sinds je hier was',
  forYou: 'Voor jou',
  /** As short as it can be said. */
  sum: (places: number, mine: number) =>
    [
      ...(places > 0 ? [places === 1 ? '1 plek veranderd' : `${places} plekken veranderd`] : []),
      ...(mine > 0 ? [`${mine} voor jou`] : []),
    ].join(', '),
  read: 'Gelezen',
  wrote: (names: readonly string[]) =>
    `${listNames(names)} ${names.length === 1 ? 'schreef' : 'schreven'} hierin.`,
  more: (count: number) => (count === 1 ? 'En nog op 1 plek.' : `En nog op ${count} plekken.`),
  moreDocuments: (count: number) =>
    count === 1 ? 'En nog in 1 document.' : `En nog in ${count} documenten.`,
  compare: 'Bekijk het in de tekst',
  looking: 'We zoeken uit wat er veranderde…',
};

export const newsMail = {
  title: 'Mail met nieuws',
  what: 'Als iemand je noemt of op je reageert, als er een sleutel nodig is, of als iets klaar moet zijn. In de mail staat nooit wat er gezegd is.',
  needsAddress: 'Geef eerst een mailadres en bevestig het. Tot dan mailen we geen nieuws.',
  of: (labName: string) => `Nieuws van ${labName}`,
  saved: (labName: string) => `Bewaard voor ${labName}.`,
};

export const mailOff = {
  title: 'Geen mail meer van dit lab?',
  what: 'Je krijgt dan geen mail meer met nieuws van dit lab. In Samenspel zie je het nieuws nog wel.',
  off: 'Zet de mail uit',
  done: 'De mail staat uit',
  doneWhat: 'Je krijgt geen mail meer met nieuws van dit lab. Weer aanzetten kan bij “Over jou”.',
  invalidWhat:
    'Kijk of de link uit de mail helemaal is meegekomen, of zet de mail uit bij “Over jou”.',
};

/** When news of a lab is mailed. */
export function howWords(how: MailHow): string {
  switch (how) {
    case 'at_once':
      return 'Meteen';
    case 'daily':
      return 'Elke ochtend, als er nieuws is';
    case 'weekly':
      return 'Elke maandag, als er nieuws is';
    case 'never':
      return 'Nooit';
    default:
      return unreachable(how);
  }
}
