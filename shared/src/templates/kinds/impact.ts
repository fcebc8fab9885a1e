/** What became better, in the eyes of everybody who has to do with it; stories beside figures. */

import {goal, heading, measure, question, table} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const impact: Beginning = {
  title: 'Impact',
  blocks: [
    heading(1, 'Impact'),
    question('Over welk werk gaat dit, en over welke tijd?'),
    heading(2, 'Wat bewoners zelf vooruitgang vinden'),
    question('Wat is er anders in je leven? Vertel het in je eigen woorden.'),
    question('Wat werd er niet beter?'),
    heading(2, 'Wat initiatiefnemers zien'),
    question('Wat zie je bij mensen gebeuren? Waar ben je trots op?'),
    heading(2, 'Wat partners en geldgevers zien'),
    question('Wat merken zij ervan? Wat willen zij graag weten?'),
    heading(2, 'Verhalen en cijfers naast elkaar'),
    table(
      ['Verhaal', 'Cijfer'],
      [question('Wat vertelt iemand?'), question('Welk cijfer hoort daarbij?')],
      [question('Wat kun je niet tellen?'), question('Wat zegt het cijfer niet?')],
    ),
    heading(2, 'Waar we nu op letten'),
    goal(untitled, question('Voor wie maakt dat verschil?'), measure(untitled)),
  ],
};
