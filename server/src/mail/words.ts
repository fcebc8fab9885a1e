/** Every sentence that is mailed: short, without names of people beyond what the reader needs. */

import {type Role, type Side, sidePerson} from '@samenspel/shared';
import type {Letter} from './post.ts';

type Words = Omit<Letter, 'to'>;

export interface SignInWords {
  /** One per person that shares the address. */
  readonly people: readonly {readonly name: string; readonly link: string}[];
}

export interface AddressWords {
  readonly name: string;
  readonly link: string;
}

export interface InvitationWords {
  readonly labName: string;
  readonly neighbourhood: string;
  readonly inviter: string;
  readonly role: Role;
  readonly side: Side;
  /** Of the one document it is for; null when it is for the whole lab. */
  readonly documentTitle: string | null;
  readonly link: string;
  /** In words. */
  readonly until: string;
}

export interface NewsWords {
  readonly labName: string;
  /** Each with the address of the place that it is about. */
  readonly items: readonly {readonly sentence: string; readonly link: string}[];
  /** Where mail of this lab is switched off. */
  readonly offLink: string;
}

const roleWords: Readonly<Record<Role, string>> = {
  member: 'Je schrijft en beslist mee.',
  commenter: 'Je leest mee en kunt reageren.',
  reviewer: 'Je leest de teksten en hoe ze zijn ontstaan.',
};

export function addressWords({name, link}: AddressWords): Words {
  return letter('Is dit jouw mailadres?', [
    {
      text: `${name} gaf in Samenspel dit mailadres, om later weer binnen te komen. Ben jij dat? Zeg dan met deze link dat het jouw adres is. De link werkt drie dagen.`,
      link,
    },
    {text: 'Ben jij dat niet? Dan hoef je niets te doen. We mailen dan niets meer naar dit adres.'},
  ]);
}

export function signInWords({people}: SignInWords): Words {
  return letter('Je link om verder te gaan', [
    {
      text: 'Je vroeg om een link om verder te gaan in Samenspel. Hij werkt één keer, een dag lang.',
    },
    ...people.map(({name, link}) => ({text: `Ga verder als ${name}:`, link})),
    {text: 'Heb je hier niet om gevraagd? Dan hoef je niets te doen.'},
  ]);
}

export function invitationWords(words: InvitationWords): Words {
  const {labName, neighbourhood, inviter, role, side, documentTitle, link, until} = words;
  const what = documentTitle === null ? `${labName} (${neighbourhood})` : `‘${documentTitle}’`;
  return letter(`${inviter} nodigt je uit`, [
    {text: `${inviter} nodigt je uit voor ${what}, als ${sidePerson(side)}. ${roleWords[role]}`},
    {text: 'Doe mee:', link},
    {text: `De link werkt tot ${until}. Een voornaam of bijnaam is genoeg om mee te doen.`},
    {text: 'Ken je de afzender niet? Dan hoef je niets te doen.'},
  ]);
}

/** Says who and where, never what: words that are withdrawn later would stay in a mailbox. */
export function newsWords({labName, items, offLink}: NewsWords): Words {
  const [first, ...others] = items;
  const subject = first && others.length === 0 ? first.sentence : `Nieuws voor jou in ${labName}`;
  return letter(subject.replace(/\.$/, ''), [
    ...(others.length > 0 ? [{text: `Dit is nieuw voor jou in ${labName}.`}] : []),
    ...items.map(({sentence, link}) => ({text: sentence, link})),
    {text: `Wil je geen mail meer over ${labName}? Zet het hier uit:`, link: offLink},
  ]);
}

interface Paragraph {
  readonly text: string;
  readonly link?: string;
}

function letter(subject: string, paragraphs: readonly Paragraph[]): Words {
  const html = paragraphs.map(({text, link}) => {
    const address = link && escaped(link);
    return `<p>${escaped(text)}${address ? `<br><a href="${address}">${address}</a>` : ''}</p>`;
  });
  return {
    subject,
    text: `${paragraphs.map(({text, link}) => (link ? `${text}\n${link}` : text)).join('\n\n')}\n`,
    html: `<!doctype html><html lang="nl"><body>${html.join('')}</body></html>`,
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
