/** A conversation between somebody of each side: how to hold it, and what came of it. */

import {agreement, bulletList, card, carrier, heading, question} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const conversation: Beginning = {
  title: 'Gespreksverslag',
  blocks: [
    heading(1, 'Gespreksverslag'),
    heading(2, 'Zo voer je het gesprek'),
    bulletList(
      'Kies samen een plek waar jullie allebei rustig kunnen praten.',
      'Laat eerst de een vertellen, en dan de ander. Vraag door en geef nog geen raad.',
      'Schrijf alleen op wat de ander goed vindt. Laat namen weg, of vraag het eerst.',
      'Lees samen terug wat er staat.',
    ),
    heading(2, 'Het gesprek'),
    question('Wanneer spraken jullie elkaar? Hoe was het om te doen?'),
    card(
      'talk',
      untitled,
      {
        about: [question('Waarom wilden jullie hierover praten?')],
        heard: [question('Wat wist je nog niet van de ander?')],
        next: [question('Wat is de eerste stap? Wie zet die?')],
      },
      carrier('een bewoner of sleutelpersoon', 'informal'),
      carrier('een professional', 'formal'),
    ),
    heading(2, 'Wat we afspreken'),
    agreement(untitled, question('Waarom is dit belangrijk voor je?')),
  ],
};
