/** The money of the example plan: every amount stands here once. */

import type {JSONContent} from '@tiptap/core';
import type {FundSource, FundState, Spender} from '../../plan-fields.ts';
import {fund} from '../build.ts';

interface Money {
  readonly what: string;
  readonly source: FundSource;
  readonly side: Spender;
  readonly euros: number;
  readonly state: FundState;
}

export const money = {
  room: line({
    what: 'Ruimte en koffie voor de inloop',
    ...{source: 'wmo', side: 'formal', euros: 7800, state: 'granted'},
  }),
  hosts: line({
    what: 'Vergoeding voor gastvrouwen en gastheren',
    ...{source: 'buurtbudget', side: 'informal', euros: 5200, state: 'asked'},
  }),
  meals: line({
    what: 'Eten aan de lange tafel',
    ...{source: 'fonds', side: 'informal', euros: 3600, state: 'promised'},
  }),
  visits: line({
    what: 'Langsgaan bij mensen die niet komen',
    ...{source: 'wmo', side: 'both', euros: 4500, state: 'promised'},
  }),
  phones: line({
    what: 'Beltegoed voor de belcirkel',
    ...{source: 'eigen', side: 'informal', euros: 350, state: 'granted'},
  }),
  paidHours: line({
    what: 'Betaalde uren voor zes sleutelpersonen',
    ...{source: 'participatiewet', side: 'formal', euros: 18_000, state: 'asked'},
  }),
  recognition: line({
    what: 'Acht trajecten voor erkenning van ervaring',
    ...{source: 'participatiewet', side: 'formal', euros: 6400, state: 'promised'},
  }),
  papers: line({
    what: 'Papierenmiddag, elke week',
    ...{source: 'wmo', side: 'formal', euros: 5900, state: 'granted'},
  }),
  plainText: line({
    what: 'Tolken en teksten in gewone taal',
    ...{source: 'eigen', side: 'formal', euros: 900, state: 'granted'},
  }),
  youthPlace: line({
    what: 'De oude fietsenkelder opknappen',
    ...{source: 'buurtbudget', side: 'informal', euros: 4750, state: 'granted'},
  }),
  youthEvenings: line({
    what: 'Jongerenwerk op twee avonden',
    ...{source: 'wmo', side: 'formal', euros: 9600, state: 'asked'},
  }),
  homework: line({
    what: 'De huiswerktafel',
    ...{source: 'fonds', side: 'informal', euros: 2400, state: 'granted'},
  }),
  meters: line({
    what: 'Vochtmeters om uit te lenen',
    ...{source: 'fonds', side: 'informal', euros: 1150, state: 'promised'},
  }),
  square: line({
    what: 'Banken, bakken en bollen voor het plein',
    ...{source: 'buurtbudget', side: 'both', euros: 3300, state: 'promised'},
  }),
  childcare: line({
    what: 'Oppas tijdens het overleg',
    ...{source: 'buurtbudget', side: 'informal', euros: 1200, state: 'asked'},
  }),
} as const satisfies Readonly<Record<string, JSONContent>>;

function line({what, euros, ...fields}: Money): JSONContent {
  return fund(what, euros * 100, fields);
}
