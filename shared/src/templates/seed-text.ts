/** Plan-like text of any length, for trying out how much a server can carry. */

import type {JSONContent} from '@tiptap/core';
import {action, goal, plan, task} from './build.ts';

/** As if it were a plan: tasks of three goals, goals of two actions, two paragraphs under each. */
const goalsPerTask = 3;
const actionsPerGoal = 2;
const paragraphsPerBlock = 2;
const sentencesPerParagraph = 4;

const sentences = [
  'We beginnen klein en kijken elke maand samen hoe het gaat.',
  'De bewoners vertellen wat ze zien en de professionals vertellen wat kan.',
  'Niet iedereen komt vanzelf binnen, dus gaan we ook zelf op pad.',
  'Het geld is gevraagd en het antwoord komt in het voorjaar.',
  'Op woensdag staat de deur open en is er thee.',
  'Wie iets belooft, schrijft erbij wanneer het klaar is.',
  'Als het niet lukt, zeggen we dat op tijd en zonder omwegen.',
  'De school doet mee en leent een lokaal uit.',
  'We vragen aan de buren waar zij aan merken dat het beter gaat.',
  'Een uitkering mag geen reden zijn om niet mee te kunnen doen.',
  'Ervaring en vakkennis staan hier naast elkaar op tafel.',
  'Na de zomer beslissen we of we verder gaan en met wie.',
] as const;

/** A document of exactly this many words; null for 0, which leaves nothing in the document. */
export function seedText(
  words: number,
  newId: () => string,
  random: () => number,
): JSONContent | null {
  if (words <= 0) return null;
  const budget = {left: words};

  /** At most the words that are left; '' when there are none. */
  const take = (text: string): string => {
    const taken = text.split(' ').slice(0, budget.left);
    budget.left -= taken.length;
    return taken.join(' ');
  };
  const sentence = () => take(sentences[Math.floor(random() * sentences.length)] ?? sentences[0]);
  const paragraph = () => upTo(sentencesPerParagraph, sentence).join(' ');
  const paragraphs = () => upTo(paragraphsPerBlock, paragraph);
  const nextAction = () => action(take('Actie voor de buurt'), ...paragraphs());
  const nextGoal = () =>
    goal(take('Doel voor de buurt'), ...paragraphs(), ...upTo(actionsPerGoal, nextAction));
  const nextTask = () =>
    task(take('Opgave van de buurt'), ...paragraphs(), ...upTo(goalsPerTask, nextGoal));

  /** So many, or fewer when the words run out. */
  function upTo<Part>(count: number, next: () => Part): readonly Part[] {
    const parts: Part[] = [];
    while (parts.length < count && budget.left > 0) parts.push(next());
    return parts;
  }

  return plan(newId, ...upTo(Number.POSITIVE_INFINITY, nextTask));
}
