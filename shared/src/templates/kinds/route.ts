/** Somebody's own path to work: the walls they met and the keys that opened them. */

import {action, card, goal, heading, measure, question} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const route: Beginning = {
  title: 'Mijn ontwikkelroute',
  blocks: [
    heading(1, 'Mijn ontwikkelroute'),
    'Dit is van jou. Alleen jij ziet het, en wie jij uitnodigt.',
    heading(2, 'Waar ik vandaan kom'),
    question('Waar begon je? Wat deed je toen al voor anderen?'),
    heading(2, 'Muren en sleutels'),
    card('wall', untitled, {
      wall: [question('Waar liep je tegenaan?')],
      key: [question('Wat of wie hielp je verder?')],
    }),
    card('wall', untitled, {
      wall: [question('Waar loop je nu nog tegenaan?')],
      key: [question('Wat zou kunnen helpen?')],
    }),
    heading(2, 'Wat ik kan'),
    question('Wat kun je goed? Wie zegt dat ook van jou?'),
    question('Hoe heb je dat geleerd? Waar kun je het laten zien?'),
    heading(2, 'Waar ik naartoe wil'),
    goal(
      untitled,
      question('Welk werk wil je doen? Waarom past dat bij je?'),
      measure(untitled),
      action(untitled, question('Wat is je eerste stap? Wie kan je daarbij helpen?')),
    ),
  ],
};
