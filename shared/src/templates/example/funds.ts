/** The money of the example plan: every amount stands here once, so that text and sums agree. */

import type {JSONContent} from '@tiptap/core';
import {bold, table} from '../build.ts';

const states = ['gevraagd', 'toegezegd', 'toegekend'] as const;
const sources = ['Wmo', 'Participatiewet', 'buurtbudget', 'fonds', 'eigen'] as const;

interface FundLine {
  readonly purpose: string;
  readonly source: (typeof sources)[number];
  readonly spentBy: string;
  readonly euros: number;
  readonly state: (typeof states)[number];
}

export const funds = {
  room: {
    purpose: 'Ruimte en koffie voor de inloop',
    source: 'Wmo',
    spentBy: 'de welzijnsorganisatie',
    euros: 7800,
    state: 'toegekend',
  },
  hosts: {
    purpose: 'Vergoeding voor gastvrouwen en gastheren',
    source: 'buurtbudget',
    spentBy: 'de vrouwengroep',
    euros: 5200,
    state: 'gevraagd',
  },
  meals: {
    purpose: 'Eten aan de lange tafel',
    source: 'fonds',
    spentBy: 'de vrouwengroep',
    euros: 3600,
    state: 'toegezegd',
  },
  visits: {
    purpose: 'Langsgaan bij mensen die niet komen',
    source: 'Wmo',
    spentBy: 'sleutelpersonen en het sociaal team samen',
    euros: 4500,
    state: 'toegezegd',
  },
  phones: {
    purpose: 'Beltegoed voor de belcirkel',
    source: 'eigen',
    spentBy: 'de bewonersgroep',
    euros: 350,
    state: 'toegekend',
  },
  paidHours: {
    purpose: 'Betaalde uren voor zes sleutelpersonen',
    source: 'Participatiewet',
    spentBy: 'de afdeling werk en inkomen',
    euros: 18000,
    state: 'gevraagd',
  },
  recognition: {
    purpose: 'Acht trajecten voor erkenning van ervaring',
    source: 'Participatiewet',
    spentBy: 'de afdeling werk en inkomen',
    euros: 6400,
    state: 'toegezegd',
  },
  papers: {
    purpose: 'Papierenmiddag, elke week',
    source: 'Wmo',
    spentBy: 'de welzijnsorganisatie',
    euros: 5900,
    state: 'toegekend',
  },
  youthPlace: {
    purpose: 'De oude fietsenkelder opknappen',
    source: 'buurtbudget',
    spentBy: 'de jongerengroep',
    euros: 4750,
    state: 'toegekend',
  },
  youthEvenings: {
    purpose: 'Jongerenwerk op twee avonden',
    source: 'Wmo',
    spentBy: 'de welzijnsorganisatie',
    euros: 9600,
    state: 'gevraagd',
  },
  homework: {
    purpose: 'De huiswerktafel',
    source: 'fonds',
    spentBy: 'de vadergroep',
    euros: 2400,
    state: 'toegekend',
  },
  meters: {
    purpose: 'Vochtmeters om uit te lenen',
    source: 'fonds',
    spentBy: 'de bewonersgroep',
    euros: 1150,
    state: 'toegezegd',
  },
  square: {
    purpose: 'Banken, bakken en bollen voor het plein',
    source: 'buurtbudget',
    spentBy: 'bewoners en het stadsdeel samen',
    euros: 3300,
    state: 'toegezegd',
  },
  childcare: {
    purpose: 'Oppas tijdens het overleg',
    source: 'buurtbudget',
    spentBy: 'de vrouwengroep',
    euros: 1200,
    state: 'gevraagd',
  },
  plainText: {
    purpose: 'Tolken en teksten in gewone taal',
    source: 'eigen',
    spentBy: 'het stadsdeel',
    euros: 900,
    state: 'toegekend',
  },
} as const satisfies Readonly<Record<string, FundLine>>;

const lines: readonly FundLine[] = Object.values(funds);

/** The amount in a sentence: "€ 7.800 (Wmo, toegekend)". */
export function money({euros, source, state}: FundLine): string {
  return `${amount(euros)} (${source}, ${state})`;
}

/** Every amount on a row of its own, in the column of how far it is, with the sums below. */
export function fundsByPurpose(): JSONContent {
  return table(
    ['Waarvoor', 'Bron', 'Wie besteedt het', ...states.map(capital)],
    ...lines.map((line) => [
      line.purpose,
      line.source,
      line.spentBy,
      ...states.map((state) => (line.state === state ? amount(line.euros) : '–')),
    ]),
    [
      [bold('Samen')],
      [],
      [],
      ...states.map((state) => [bold(amount(sum(lines.filter((line) => line.state === state))))]),
    ],
  );
}

/** The same amounts, one row per source. */
export function fundsBySource(): JSONContent {
  return table(
    ['Bron', ...states.map(capital), 'Samen'],
    ...sources.map((source) => [source, ...sums(lines.filter((line) => line.source === source))]),
    ['Samen', ...sums(lines)].map((text) => [bold(text)]),
  );
}

function sums(some: readonly FundLine[]): readonly string[] {
  return [...states.map((state) => some.filter((line) => line.state === state)), some].map((part) =>
    amount(sum(part)),
  );
}

function sum(some: readonly FundLine[]): number {
  return some.reduce((total, {euros}) => total + euros, 0);
}

/** Whole euros the Dutch way; written out here because locale data differs between machines. */
function amount(euros: number): string {
  return `€ ${String(euros).replaceAll(/\B(?=(?:\d{3})+$)/g, '.')}`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
