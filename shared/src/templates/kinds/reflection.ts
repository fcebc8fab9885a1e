/** Looking back on working together from four places; what has to be built comes out as tasks. */

import {goal, heading, measure, question, task} from '../build.ts';
import {type Beginning, untitled} from './beginning.ts';

export const reflection: Beginning = {
  title: 'Praatplaat',
  blocks: [
    heading(1, 'Praatplaat'),
    question('Welk voorbeeld uit het werk leggen we op tafel?'),
    heading(2, 'De bewoner'),
    question('Wat betekende dit voor de bewoner? Wie luisterde er echt?'),
    heading(2, 'De professional'),
    question('Wat kon de professional doen? Wat hield hem of haar tegen?'),
    heading(2, 'De organisatie'),
    question('Wat hielp in de organisatie? Welke regel of gewoonte zat in de weg?'),
    heading(2, 'Het beleid'),
    question('Wat wilde het beleid? Wat kwam daarvan terecht in de buurt?'),
    heading(2, 'Bouwopgaven'),
    task(
      untitled,
      question('Wat moeten we samen bouwen, zodat het een volgende keer beter gaat?'),
      goal(untitled, question('Wat is er dan anders, en voor wie?'), measure(untitled)),
    ),
  ],
};
