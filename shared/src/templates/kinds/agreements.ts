/** Agreements between the two sides: the first two go both ways, so that nobody only promises. */

import {agreement, carrier, heading, question} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const agreements: Beginning = {
  title: 'Onze afspraken',
  blocks: [
    heading(1, 'Samenwerkingsafspraken'),
    question('Wie maken deze afspraken met elkaar? Waarom nu?'),
    heading(2, 'Wat we van elkaar verwachten'),
    agreement(
      untitled,
      carrier('bewoners en sleutelpersonen', 'informal', 'expects'),
      carrier('professionals', 'formal', 'promises'),
      question('Wat heb je nodig van de ander? Waarom is dat belangrijk voor je?'),
    ),
    agreement(
      untitled,
      carrier('professionals', 'formal', 'expects'),
      carrier('bewoners en sleutelpersonen', 'informal', 'promises'),
      question('Wat heb je nodig van de ander? Waarom is dat belangrijk voor je?'),
    ),
    heading(2, 'Hoe we met elkaar omgaan'),
    question('Hoe kan iedereen meepraten, ook wie weinig tijd heeft?'),
    question('Hoe beslissen we samen, ook over geld?'),
    question('Wat doen we als iets niet lukt, of als het schuurt?'),
    heading(2, 'Wanneer we terugkijken'),
    question('Wanneer lezen we dit samen terug? Wie begint daarover?'),
  ],
};
