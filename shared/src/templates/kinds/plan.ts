/** An empty wijkuitvoeringsplan: the frame of one, with questions that help you begin. */

import {action, agreement, goal, heading, measure, question, task} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const plan: Beginning = {
  title: 'Nieuw wijkuitvoeringsplan',
  blocks: [
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
        question('Wat weten mensen uit ervaring?'),
        question('Wat weten professionals uit hun werk?'),
        measure(untitled),
        action(untitled, question('Wat gaan we precies doen?')),
        agreement(untitled, question('Wat verwachten we hiervoor van elkaar?')),
      ),
    ),
    heading(2, 'Waar we het niet over eens zijn'),
    question('Waar kijken we verschillend naar? Schrijf beide kanten op.'),
  ],
};
