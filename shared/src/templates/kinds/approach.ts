/** A way of working from within, by its six ingredients. */

import {heading, question} from '../build.ts';
import type {Beginning} from './beginning.ts';

export const approach: Beginning = {
  title: 'Onze werkwijze',
  blocks: [
    heading(1, 'Werkwijze'),
    question('Voor wie werken jullie? Hoe is het begonnen?'),
    heading(2, 'Bereiken'),
    question('Waar vind je mensen die niet vanzelf komen?'),
    question('Waarom doen ze voor jou de deur open?'),
    heading(2, 'Luisteren'),
    question('Hoe begin je een gesprek? Wat vraag je juist niet?'),
    heading(2, 'Een band opbouwen'),
    question('Hoe groeit het vertrouwen? Hoeveel tijd kost dat?'),
    heading(2, 'Samen doen'),
    question('Wat doe je samen, in plaats van voor iemand?'),
    heading(2, 'Groeien'),
    question('Wat leren mensen hier? Hoe merk je dat?'),
    heading(2, 'Kansen verruimen'),
    question('Welke deuren gaan open? Wie moet daarbij helpen?'),
    heading(2, 'Wat een ander moet weten'),
    question('Wat gaat vaak mis? Wat zou je een nieuwe groep aanraden?'),
  ],
};
