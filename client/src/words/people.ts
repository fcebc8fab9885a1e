/** What stands beside the people of a lab. */

import {listNames} from './general.ts';

export const people = {
  me: 'jij',
  waits: 'wacht op bevestiging',
  waitsMe:
    'Je kunt meteen meeschrijven. Je telt mee voor een sleutel zodra iemand van jouw kant je bevestigt.',
  waitsMeFirst:
    'Je kunt meteen meeschrijven. Je bent de eerste van jouw kant: je telt mee voor een sleutel zodra iemand van de andere kant je bevestigt.',
  someoneWaits: (names: readonly string[]) =>
    names.length === 1
      ? `${listNames(names)} wacht op bevestiging. Hoort die erbij? Zeg dan: dit is een van ons.`
      : `${listNames(names)} wachten op bevestiging. Horen ze erbij? Zeg dan: dit is een van ons.`,
  toPeople: 'Kijk bij de mensen',
  confirm: 'Dit is een van ons',
  confirmOf: (name: string) => `Dit is een van ons: ${name}`,
  confirmed: (name: string) => `${name} telt nu mee voor de sleutel van deze kant.`,
  menuOf: (name: string) => `Vraag iets over ${name}`,
  more: 'Vraag',
  askRole: 'Een andere rol',
  askSide: 'Naar de andere kant',
  askLink: 'Een nieuwe inloglink',
  askRemove: 'Uit het lab halen',
};

/** What a lab says about itself, and the ways out of it. */
export const about = {
  heading: 'Over dit lab',
  rules: 'Onze afspraken',
  noRules: 'Er zijn nog geen afspraken opgeschreven.',
  askRules: 'Vraag om andere afspraken',
  rulesTaken: 'Dit lab heeft geen afspraken meer.',
  export: 'Download het hele lab',
  exportWhat: 'Alle documenten en wat er gebeurde, in één zipbestand.',
  leave: 'Verlaat dit lab',
  leaveTitle: (labName: string) => `${labName} verlaten?`,
  leaveWhat:
    'Je kunt dan niet meer in dit lab lezen of schrijven. Wat je schreef, blijft staan. Om terug te komen heb je een uitnodiging nodig.',
  leaveDo: 'Verlaat het lab',
  stay: 'Blijf',
  close: 'Vraag om dit lab te sluiten',
  closed: (when: string) => `Dit lab is gesloten, ${when}. Je kunt alles nog lezen.`,
};
