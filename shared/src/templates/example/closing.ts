/** How the example plan ends: the money in one view, and what is next. */

import {type Block, heading, link, paragraph, taskList} from '../build.ts';

export const closing: readonly Block[] = [
  heading(2, 'Het geld op een rij'),
  `Elk bedrag staat bij de actie waar het voor is. Het overzicht naast de tekst telt alles op: per
  bron, en per kant die het besteedt. Gevraagd is nog geen geld. Toegezegd is een belofte. Toegekend
  is geld dat er is.`,
  heading(2, 'De volgende stappen'),
  taskList(
    [true, 'Alle doelen voorgelezen in de voorkamer'],
    [true, 'De bedragen nagerekend, door een bewoner en door de gebiedsmakelaar'],
    [false, 'Het plan voorleggen aan beide kanten'],
    [false, 'Iemand zoeken die de buurtkeuken weer oppakt'],
    [false, 'Een feest geven, wat er ook uit komt'],
  ),
  paragraph(
    'Heb je iets te zeggen over dit plan? Kom op dinsdag langs, of schrijf naar ',
    link('de voorkamer', 'mailto:voorkamer@example.org'),
    '. Je kunt ook gewoon hierboven beginnen te typen.',
  ),
];
