/** Fifth task of the example plan: deciding together, the disagreement included. */

import {
  type Block,
  action,
  agreement,
  bold,
  bulletList,
  facts,
  goal,
  heading,
  paragraph,
  quote,
  table,
  task,
} from '../build.ts';
import {funds, money} from './funds.ts';

export const deciding: Block = task(
  'Samen beslissen, ook over geld',
  `Dit is de opgave die onder alle andere ligt. Iedereen wil gelijk aan tafel zitten. Toch merken we
  dat de een het geld heeft en de ander de inbreng mag geven. Dat verander je niet met goede wil
  alleen. Dus spreken we af hoe het gaat.`,
  goal(
    'Elk bedrag heeft een ja van beide kanten',
    facts(['Status', 'bezig'], ['Wie', 'het hele lab'], ['Wanneer', 'bij elk besluit']),
    `Over het geld in dit plan beslissen we samen. Een besluit geldt als minstens één bewoner en één
    professional ja hebben gezegd en niemand een bezwaar heeft met een goede reden. Wie bezwaar maakt,
    zegt erbij wat het zou wegnemen.`,
    heading(3, 'Wat we weten'),
    bulletList(
      [
        bold('Uit het werk: '),
        `de regels voor subsidie noemen een aanvrager, een eindverantwoordelijke en een datum. Samen
        beslissen past daar slecht in, maar het is niet verboden.`,
      ],
      [
        bold('Uit ervaring: '),
        `als we horen dat iets nog besproken moet worden, is het meestal al besproken. Alleen niet
        met ons.`,
      ],
    ),
    heading(3, 'Hoe we weten dat het werkt'),
    quote(
      'Als ik nee kan zeggen zonder dat ik daarna lastig heet.',
      'sleutelpersoon van de hofjes',
    ),
    quote(
      'Als ik op kantoor kan uitleggen waarom ik het niet alleen besloten heb.',
      'gebiedsmakelaar',
    ),
    action(
      'Drie keer per jaar een geldavond',
      facts(
        ['Wie', 'het lab; om en om zit een andere kant voor'],
        ['Wanneer', 'februari, juni en oktober'],
      ),
      'De bedragen hangen groot aan de muur. Vragen die dom lijken, stellen we het eerst.',
    ),
    action(
      'Oppas tijdens het overleg',
      facts(
        ['Wie', 'de vrouwengroep'],
        ['Wanneer', 'bij elke avond'],
        ['Geld', money(funds.childcare)],
      ),
    ),
    agreement(
      'Niet tegen elkaar op bieden',
      facts(
        ['Wie verwacht iets', 'de bewonersgroepen en de welzijnsorganisatie, van elkaar'],
        ['Vóór', 'elke ronde van het buurtbudget'],
        ['Stand', 'nagekomen'],
      ),
      'Voordat een van ons geld vraagt uit het buurtbudget, vertelt die het hier. Willen we hetzelfde, dan vragen we het samen aan.',
    ),
    agreement(
      'Tijd om te antwoorden',
      facts(
        ['Wie verwacht iets', 'de bewoners'],
        ['Van wie', 'het stadsdeel'],
        ['Vóór', 'vanaf nu'],
        ['Stand', 'één keer niet nagekomen'],
      ),
      `Stukken komen ten minste twee weken vooraf, op papier en op de telefoon. In maart kwam een stuk
      de avond van tevoren. We hebben die avond niets besloten, en dat was goed.`,
    ),
  ),
  goal(
    'Gewone taal, aan beide kanten',
    facts(['Status', 'bezig'], ['Wie', 'iedereen die schrijft'], ['Wanneer', 'altijd']),
    `Een woord dat niet iedereen kent, leggen we uit of we halen het weg. Dat geldt voor ambtelijke
    woorden en ook voor straattaal. Niemand hoeft zich te schamen voor een vraag of een spelfout.`,
    heading(3, 'Hoe we weten dat het werkt'),
    quote(
      'Als ik mijn zus dit plan laat lezen en ze belt niet om te vragen wat er staat.',
      'bewoner',
    ),
    action(
      'Een woordenlijst aan de muur',
      facts(['Wie', 'een bewoner en de opbouwwerker'], ['Wanneer', 'elke avond vijf minuten']),
      paragraph(
        'Het eerste woord op de lijst was ',
        bold('wijkuitvoeringsplan'),
        '. Onze uitleg: wat we gaan doen, en wie.',
      ),
    ),
    action(
      'Dit plan hardop lezen',
      facts(
        ['Wie', 'twee bewoners en twee professionals'],
        ['Wanneer', 'voordat het wordt vastgesteld'],
      ),
    ),
  ),
  heading(2, 'Waar we het niet over eens zijn'),
  `Over één ding zijn we er niet uit: moet een betaalde sleutelpersoon een verklaring omtrent gedrag
  hebben? We schrijven het op zoals het is. Het is geen fout in het plan. Het is iets waar we nog
  over praten.`,
  table(
    ['De ene kijk', 'De andere kijk'],
    [
      `Wie achter de voordeur komt bij kwetsbare mensen, moet zo’n verklaring hebben. Dat beschermt
      bewoners en ook de sleutelpersoon zelf.`,
      `Juist wie vroeger een fout maakte, weet hoe je eruit komt en wordt vertrouwd door mensen die
      niemand anders binnenlaten. Een stempel van toen mag daar niet tussen komen.`,
    ],
    [
      'Zonder verklaring wil de verzekeraar niet betalen als er iets misgaat.',
      'Dan moeten we met de verzekeraar praten, en niet zomaar een mens buitensluiten.',
    ],
  ),
  `De twee kijken kregen allebei bijval, van bewoners en van professionals. Tot we het eens zijn,
  gaat iemand zonder verklaring nooit alleen op bezoek. Daar kunnen we allemaal mee leven. In oktober
  praten we verder, met iemand van de verzekeraar erbij.`,
);
