/** The plan in a page: its blocks and cards with the word above them, its facts as lines of words. */

import {
  accountFacts,
  cardKinds,
  cardWord,
  carrierFacts,
  facetNames,
  facetWord,
  fundText,
  keptWord,
  measureWord,
  type NamedPeople,
  partWord,
  readChoice,
  type Side,
  sideWord,
  stateText,
} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {type Html, html} from './html.ts';
import {blockWord} from './words.ts';

type Draw = (inside: readonly Html[], node: JSONContent, people: NamedPeople) => Html;

export const planHtml = {
  blockTitle: (inside) => html`<p><strong>${inside}</strong></p> `,
  task: planBlock('task'),
  goal: planBlock('goal'),
  action: planBlock('action'),
  agreement: planBlock('agreement'),
  card(inside, {attrs = {}}) {
    const kind = readChoice(cardKinds, attrs['kind']);
    return block(kind ? cardWord(kind) : '', inside);
  },
  facet(inside, {attrs = {}}) {
    const name = readChoice(facetNames, attrs['name']);
    return name
      ? html`<p class="quiet">${facetWord(name)}</p>
          ${inside}`
      : html`${inside}`;
  },
  measure: (inside) => line(measureWord, inside),
  carrier(inside, {attrs = {}}, people) {
    const {part, person, side} = carrierFacts(attrs, people);
    return line(partWord(part), [person ? html`${person.name}` : html`${inside}`, sideHtml(side)]);
  },
  fund: (inside, {attrs = {}}) => line(fundText(attrs), inside),
  account(inside, {attrs = {}}, people) {
    const {kept, person, side} = accountFacts(attrs, people);
    const who = person ? html`${person.name}` : html``;
    return line(kept ? keptWord(kept) : '', [who, sideHtml(side), ...inside]);
  },
} satisfies Readonly<Record<string, Draw>>;

function planBlock(kind: 'task' | 'goal' | 'action' | 'agreement'): Draw {
  return (inside, {attrs = {}}) => {
    const state = stateText(attrs);
    return block(state === '' ? blockWord(kind) : `${blockWord(kind)} · ${state}`, inside);
  };
}

function block(word: string, inside: readonly Html[]): Html {
  return html`<section>
    ${word === '' ? null : html`<p class="quiet">${word}</p> `}${inside}
  </section> `;
}

/** One line: the word for what it is, then its text. */
function line(word: string, inside: readonly Html[]): Html {
  return html`<p>${word === '' ? null : html`<span class="quiet">${word}</span> `}${inside}</p> `;
}

function sideHtml(side: Side | null): Html {
  return side ? html` <span class="quiet">(${sideWord(side)})</span> ` : html``;
}
