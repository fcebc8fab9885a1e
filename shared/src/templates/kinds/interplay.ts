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
      informal: [question('Geef een voorbeeld. Wat merk je ervan?')],
      formal: [question('Geef een voorbeeld. Wat merk je ervan in je werk?')],
      shared: [question('Waar zijn we het over eens?')],
    }),
    card('interplay', untitled, {
      informal: [question('Wat doe je er al aan? Wat lukt niet alleen?')],
      formal: [question('Wat doe je er al aan? Wat lukt niet alleen?')],
      shared: [question('Wat kunnen we alleen samen?')],
    }),
    heading(2, 'Waar we verschillend naar kijken'),
    question('Wat blijft verschillend? Hoe kunnen we daar goed mee leven?'),
  ],
};
