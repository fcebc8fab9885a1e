/** The images that the sides hold of each other: one card about each side to begin with. */

import {card, heading, question} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const values: Beginning = {
  title: 'Waarden en beelden',
  blocks: [
    heading(1, 'Waarden en beelden'),
    question('Wie zitten er aan tafel, van welke kant?'),
    heading(2, 'Wat we belangrijk vinden'),
    question('Waar word je blij van in dit werk? Wat raakt je?'),
    question('Welke waarden delen we? Welke niet?'),
    heading(2, 'Beelden die we van elkaar hebben'),
    card('image', untitled, {
      image: [question('Wat hoor je mensen zeggen over bewoners?')],
      truth: [question('Waar komt dit vandaan? Wat is juist anders?')],
      change: [question('Wat doen we de volgende keer anders?')],
    }),
    card('image', untitled, {
      image: [question('Wat hoor je mensen zeggen over professionals?')],
      truth: [question('Waar komt dit vandaan? Wat is juist anders?')],
      change: [question('Wat doen we de volgende keer anders?')],
    }),
    heading(2, 'Wat we meenemen'),
    question('Wat weet je nu over elkaar dat je eerst niet wist?'),
  ],
};
