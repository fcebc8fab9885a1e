/** News in a plain sentence: on screens and in letters alike. */

import type {DueNews, NewsMatter, SaidNews} from './news.ts';
import {forgottenName} from './people.ts';
import {planDateText} from './plan-date.ts';
import {unreachable} from './unreachable.ts';
import {capital} from './words.ts';

/** "Joris noemt je in ‘Plan voor De Linden’." */
export function newsSentence(news: NewsMatter): string {
  switch (news.kind) {
    case 'mention':
      return `${nameOf(news)} noemt je in ‘${news.document.title}’.`;
    case 'reply':
      return `${nameOf(news)} ${replied(news.did)} in ‘${news.document.title}’.`;
    case 'key':
      return `${nameOf(news)} vraagt om een sleutel van jouw kant.`;
    case 'due':
      return dueSentence(news);
    default:
      return unreachable(news);
  }
}

function replied(did: SaidNews['did']): string {
  switch (did) {
    case 'said':
      return 'schreef in jouw gesprek';
    case 'handled':
      return 'rondde jouw gesprek af';
    case 'reopened':
      return 'heropende jouw gesprek';
    default:
      return unreachable(did);
  }
}

function dueSentence({of, title, until, isLate, document}: DueNews): string {
  const what = of === 'agreement' ? 'afspraak' : 'actie';
  const named = title === '' ? `Je ${what}` : `Je ${what} ‘${title}’`;
  const date = planDateText(until);
  return isLate
    ? `${named} had klaar moeten zijn: ${date}. Het staat in ‘${document.title}’.`
    : `${named} moet klaar zijn: ${date}. Het staat in ‘${document.title}’.`;
}

function nameOf({by}: {readonly by: {readonly name: string} | null}): string {
  return by?.name ?? capital(forgottenName);
}
