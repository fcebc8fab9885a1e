/** An empty wijkuitvoeringsplan: the frame of one, with questions that help you begin. */

import type {JSONContent} from '@tiptap/core';
import {action, agreement, facts, goal, heading, italic, paragraph, plan, task} from './build.ts';

/** The block asks for its name itself, in the place where it comes. */
const untitled = '';

export function planContent(newId: () => string): JSONContent {
  return plan(
    newId,
    heading(1, 'Wijkuitvoeringsplan'),
    question('Om welke buurt gaat het? Wie schrijven er mee, van welke kant?'),
    heading(2, 'Wat we gaan doen'),
    task(
      untitled,
      question('Wat speelt er in de buurt? Waar merk je dat aan?'),
      goal(
        untitled,
        question('Wat moet er anders zijn over een jaar?'),
        heading(3, 'Wat we weten'),
        question('Wat weten mensen uit ervaring? Wat weten professionals uit hun werk?'),
        heading(3, 'Hoe we weten dat het werkt'),
        question('Waaraan merken bewoners het, in hun eigen woorden?'),
        action(
          untitled,
          facts(['Wie', '…'], ['Wanneer', '…'], ['Geld', '…']),
          question('Wat gaan we precies doen?'),
        ),
        agreement(
          untitled,
          facts(['Wie verwacht iets', '…'], ['Van wie', '…'], ['Vóór', '…'], ['Stand', 'open']),
          question('Wat verwachten we van elkaar?'),
        ),
      ),
    ),
    heading(2, 'Waar we het niet over eens zijn'),
    question('Waar kijken we verschillend naar? Schrijf beide kanten op.'),
    heading(2, 'Het geld op een rij'),
    question('Welk geld is gevraagd, toegezegd of toegekend? Uit welke bron?'),
  );
}

/** A helping question stands in italics, where the answer will come. */
function question(text: string): JSONContent {
  return paragraph(italic(text));
}
