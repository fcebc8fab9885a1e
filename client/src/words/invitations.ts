/** What inviting and being invited says. */

import {
  capital,
  type InvitationView,
  type Role,
  roleWord,
  type Side,
  sidePerson,
  sideWord,
  unreachable,
} from '@samenspel/shared';

export const joining = {
  invitation: 'Uitnodiging',
  looking: 'We kijken je uitnodiging na…',
  title: (labName: string) => `Doe mee met ${labName}`,
  documentTitle: (title: string) => `Lees mee in “${title}”`,
  inLab: (labName: string, neighbourhood: string) => `${labName}, ${neighbourhood}`,
  name: 'Hoe heet je?',
  nameHint: 'Je voornaam of een bijnaam is genoeg.',
  nameMissing: 'Vul een naam in. Een bijnaam mag ook.',
  nameTooLong: (most: number) => `Maak je naam korter: hoogstens ${most} tekens.`,
  address: 'Je mailadres (hoeft niet)',
  addressHint:
    'Alleen om later weer binnen te komen. Niemand anders ziet het. We mailen je eerst of het klopt.',
  addressWrong: 'Dit lijkt geen mailadres. Kijk het na, of laat het leeg.',
  join: 'Doe mee',
  joinAs: (name: string) => `Doe mee als ${name}`,
  joining: 'Bezig…',
  invalid: 'Deze uitnodiging werkt niet meer',
  invalidWhat:
    'Misschien is hij al gebruikt, verlopen of ingetrokken. Vraag iemand uit het lab om een nieuwe. Deed je al mee, dan kom je binnen met je eigen inloglink.',
  missing: 'Er zit geen code in deze uitnodiging',
  missingWhat:
    'Misschien is de link niet helemaal meegekomen. Open hem opnieuw vanuit het bericht, of scan de code nog een keer.',
};

/** What somebody is asked to be. */
export function invitedAs(role: Role, side: Side): string {
  const who = sidePerson(side);
  switch (role) {
    case 'member':
      return `Je doet mee als ${who}. Je schrijft, reageert en beslist mee, met dezelfde rechten als iedereen.`;
    case 'commenter':
      return `Je leest mee als ${who}. Je leest de teksten en kunt erop reageren.`;
    case 'reviewer':
      return `Je kijkt mee als ${who}. Je leest de teksten en hoe ze zijn ontstaan.`;
    default:
      return unreachable(role);
  }
}

export const inviting = {
  invite: 'Nodig iemand uit',
  share: 'Delen',
  title: 'Nodig iemand uit',
  documentTitle: (title: string) => `Nodig iemand uit bij “${title}”`,
  documentWhat: 'Deze persoon ziet alleen dit document, niet de rest van het lab.',
  role: 'Wat gaat deze persoon doen?',
  side: 'Hoe doet deze persoon mee?',
  sideMissing: 'Kies hoe deze persoon meedoet. Voor de rechten maakt het niet uit.',
  more: (role: string) => `Meer: ${role.toLocaleLowerCase('nl')}`,
  use: 'Voor wie is de link?',
  once: 'Voor één persoon',
  onceWhat: 'Werkt één keer, een week lang.',
  meeting: 'Voor een bijeenkomst',
  meetingWhat: 'Wie de code scant doet mee, tot een tijdstip dat je kiest.',
  until: 'Tot hoe laat?',
  untilMissing: 'Kies een tijdstip.',
  email: 'Mailadres (hoeft niet)',
  emailHint: 'Dan mailen we de uitnodiging ook.',
  emailWrong: 'Dit lijkt geen mailadres. Kijk het na, of laat het leeg.',
  make: 'Maak de uitnodiging',
  making: 'Bezig…',
  ready: 'De uitnodiging is klaar',
  readyWhat: 'Geef deze link of code door. We laten hem maar één keer zien.',
  mailed: (address: string) => `We mailen de uitnodiging ook naar ${address}.`,
  link: 'Link van de uitnodiging',
  qr: 'Code om te scannen: opent de uitnodiging',
  done: 'Klaar',
  list: (count: number) => `Uitnodigingen (${count})`,
  listWhat: 'Iedereen in het lab ziet deze uitnodigingen en kan ze intrekken.',
  by: (name: string, when: string) => `Door ${name}, ${when}`,
  bySomeone: (when: string) => `Gemaakt ${when}`,
  withdraw: 'Trek in',
  withdrawOf: (what: string) => `Trek in: ${what}`,
  withdrawn: 'De uitnodiging is ingetrokken. De link werkt niet meer.',
  uses: (count: number) =>
    count === 0
      ? 'nog niet gebruikt'
      : count === 1
        ? 'door één persoon gebruikt'
        : `door ${count} mensen gebruikt`,
  openUntil: (when: string) => `werkt tot ${when}`,
};

export function roleChoice(role: Role): {readonly label: string; readonly hint: string} {
  switch (role) {
    case 'member':
      return {label: 'Meeschrijven', hint: 'Lid: schrijft, reageert en beslist mee.'};
    case 'commenter':
      return {label: 'Meelezen', hint: 'Meelezer: leest en reageert, maar schrijft niet.'};
    case 'reviewer':
      return {label: 'Terugkijken', hint: 'Reviewer: leest de teksten en hun geschiedenis.'};
    default:
      return unreachable(role);
  }
}

/** Somebody else's side, in ordinary words. */
export function sideChoice(side: Side): string {
  switch (side) {
    case 'informal':
      return 'Als bewoner of sleutelpersoon';
    case 'formal':
      return 'Voor het werk, als professional';
    default:
      return unreachable(side);
  }
}

/** "Lid, formeel", "Meelezer van “Plan”, informeel". */
export function invitationWords({role, side, document}: InvitationView): string {
  const where = document ? ` bij “${document.title}”` : '';
  return `${capital(roleWord(role))}${where}, ${sideWord(side)}`;
}
