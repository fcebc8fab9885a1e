/** What is said about how the voices of the two sides are balanced in a text. */

import {type Side, sideWord} from '@samenspel/shared';

export const voice = {
  title: 'Stemverhouding',
  titleOf: (title: string) => `Stemverhouding in ${title}`,
  back: 'Terug naar de geschiedenis',
  what: 'Hoeveel van de tekst komt van welke kant? Dit is een begin voor een gesprek, geen score. Veel schrijven is niet hetzelfde als veel te zeggen hebben. Het gaat over de twee kanten samen, nooit over één persoon, en alleen leden zien het.',
  now: 'De hele tekst, nu',
  tasks: 'Per opgave',
  untitled: 'Opgave zonder titel',
  past: 'In de tijd',
  pastWhat: 'Van links naar rechts: van vroeger naar nu.',
  pastTable: 'Dezelfde momenten als lijst',
  moment: 'Moment',
  ours: 'tekst van Samenspel',
  nothing: 'Hier staat nog geen tekst.',
};

/** "informeel 42%": the sides and our own text, whole percents that come to a hundred together. */
export function shareWords(part: Side | 'ours', percent: number, isSome: boolean): string {
  const share = isSome && percent === 0 ? 'minder dan 1%' : `${percent}%`;
  return `${part === 'ours' ? voice.ours : sideWord(part)} ${share}`;
}
