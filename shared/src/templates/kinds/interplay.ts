/** What the two sides see, side by side, and where they see the same. */

import {card, heading, question} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const interplay: Beginning = {
  title: 'Samenspel',
  blocks: [
    heading(1, 'Samenspel'),
    question('Waar willen we het over hebben? Noem een voorbeeld uit de buurt.'),
    heading(2, 'Wat we zien'),
    card('interplay', untitled, {
      informal: [question('Hoe ziet dit eruit voor bewoners en sleutelpersonen?')],
      formal: [question('Hoe ziet dit eruit voor professionals?')],
      shared: [question('Wat zien we allebei?')],
    }),
    card('interplay', untitled, {
      informal: [question('Wat doen bewoners hier al aan? Wat lukt ze niet alleen?')],
      formal: [question('Wat doen professionals hier al aan? Wat lukt ze niet alleen?')],
      shared: [question('Wat kunnen we alleen samen?')],
    }),
    heading(2, 'Waar we verschillend naar kijken'),
    question('Wat blijft verschillend? Hoe kunnen we daar goed mee leven?'),
  ],
};
