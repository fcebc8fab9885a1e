/** A meeting with another initiative: what we recognise in their way of working, what we add to it. */

import {action, heading, question} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const meeting: Beginning = {
  title: 'Bijeenkomst',
  blocks: [
    heading(1, 'Bijeenkomst'),
    question('Wanneer was het, en waar? Met welk initiatief?'),
    heading(2, 'Hoe zij werken'),
    question('Uit welke onderdelen bestaat hun aanpak?'),
    question('Wat maakt dat het bij hen lukt?'),
    heading(2, 'Wat we herkennen'),
    question('Welke onderdelen doen wij ook? Hoe heet dat bij ons?'),
    heading(2, 'Wat we toevoegen'),
    question('Wat doen wij dat zij nog niet doen?'),
    question('Wat zouden we samen kunnen maken?'),
    heading(2, 'Wat we meenemen'),
    question('Wat gaan we zelf proberen? Wat past niet bij ons?'),
    action(untitled, question('Wat is de eerste stap na deze bijeenkomst? Wie zet die?')),
  ],
};
