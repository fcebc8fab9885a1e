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
        about: [question('Waar ging het over? Waarom wilden jullie hierover praten?')],
        heard: [question('Wat hoorde je van de ander dat je nog niet wist?')],
        next: [question('Hoe gaan jullie verder?')],
      },
      carrier('een bewoner of sleutelpersoon', 'informal'),
      carrier('een professional', 'formal'),
    ),
    heading(2, 'Wat we afspreken'),
    agreement(untitled, question('Wat verwachten jullie nu van elkaar?')),
  ],
};
