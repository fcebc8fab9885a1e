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
      question('Waar merk je dat aan? Wie heeft er last van?'),
      goal(
        untitled,
        question('Voor wie maakt dit verschil? Waarom nu?'),
        heading(3, 'Wat we weten'),
        question('Wat weten mensen uit ervaring?'),
        question('Wat weten professionals uit hun werk?'),
        measure(untitled),
        action(untitled, question('Hoe pakken we het aan? Wat is de eerste stap?')),
        agreement(untitled, question('Waarom is dit belangrijk? Wat doen we als het niet lukt?')),
      ),
    ),
    heading(2, 'Waar we het niet over eens zijn'),
    question('Waar kijken we verschillend naar? Schrijf beide kanten op.'),
  ],
};
