/** Fifth task of the example plan: deciding together, the disagreement included. */

import {
  account,
  action,
  agreement,
  type Block,
  bold,
  bulletList,
  carrier,
  goal,
  heading,
  measure,
  paragraph,
  restingOn,
  table,
  task,
} from '../build.ts';
import {money} from './funds.ts';

export const deciding: Block = task(
  'Samen beslissen, ook over geld',
  `Dit is de opgave die onder alle andere ligt. Iedereen wil gelijk aan tafel zitten. Toch merken we
  dat de een het geld heeft en de ander de inbreng mag geven. Dat verander je niet met goede wil
  alleen. Dus spreken we af hoe het gaat.`,
  goal(
    {title: 'Elk bedrag heeft een ja van beide kanten', status: 'underway', from: '2026-02'},
    carrier('bewoners en sleutelpersonen van het lab', 'informal'),
    carrier('professionals van het lab', 'formal'),
    `Over het geld in dit plan beslissen we samen, bij elk besluit. Een besluit geldt als minstens één
    bewoner en één professional ja hebben gezegd en niemand een bezwaar heeft met een goede reden. Wie
    bezwaar maakt, zegt erbij wat het zou wegnemen.`,
    heading(3, 'Wat we weten'),
    bulletList(
      restingOn(
        'policy',
        `De regels voor subsidie noemen een aanvrager, een eindverantwoordelijke en een datum. Samen
        beslissen past daar slecht in, maar het is niet verboden.`,
      ),
      restingOn(
        'lived',
        `Als we horen dat iets nog besproken moet worden, is het meestal al besproken. Alleen niet
        met ons.`,
      ),
    ),
    measure(
      '‘Als ik nee kan zeggen zonder dat ik daarna lastig heet.’ Sleutelpersoon van de hofjes',
    ),
    measure(
      '‘Als ik op kantoor kan uitleggen waarom ik het niet alleen besloten heb.’ Gebiedsmakelaar',
    ),
    action(
      {title: 'Drie keer per jaar een geldavond', status: 'underway', from: '2026-02'},
      carrier('bewoners en sleutelpersonen van het lab', 'informal'),
      carrier('professionals van het lab', 'formal'),
      `In februari, juni en oktober. Om en om zit een andere kant voor. De bedragen hangen groot aan
      de muur. Vragen die dom lijken, stellen we het eerst.`,
    ),
    action(
      {title: 'Oppas tijdens het overleg', status: 'underway', from: '2026-06'},
      carrier('de vrouwengroep', 'informal'),
      'Bij elke avond.',
      money.childcare,
    ),
    agreement(
      {title: 'Niet tegen elkaar op bieden', until: '2026-09'},
      carrier('de bewonersgroepen', 'informal', 'expects'),
      carrier('de welzijnsorganisatie', 'formal', 'expects'),
      carrier('de bewonersgroepen', 'informal', 'promises'),
      carrier('de welzijnsorganisatie', 'formal', 'promises'),
      `Voordat een van ons geld vraagt uit het buurtbudget, vertelt die het hier. Willen we hetzelfde,
      dan vragen we het samen aan. Zo doen we het elke ronde.`,
      account('', 'kept', 'informal'),
      account('', 'kept', 'formal'),
    ),
    agreement(
      {title: 'Tijd om te antwoorden', until: '2026-02'},
      carrier('de bewoners', 'informal', 'expects'),
      carrier('het stadsdeel', 'formal', 'promises'),
      'Stukken komen ten minste twee weken vooraf, op papier en op de telefoon.',
      account(
        `In maart kwam een stuk de avond van tevoren. We hebben die avond niets besloten, en dat was
        goed.`,
        'partly',
        'informal',
      ),
      account('Eén keer lukte het ons niet.', 'partly', 'formal'),
    ),
  ),
  goal(
    {title: 'Gewone taal, aan beide kanten', status: 'underway'},
    carrier('bewoners die schrijven', 'informal'),
    carrier('professionals die schrijven', 'formal'),
    `Een woord dat niet iedereen kent, leggen we uit of we halen het weg. Dat geldt voor ambtelijke
    woorden en ook voor straattaal. Niemand hoeft zich te schamen voor een vraag of een spelfout.`,
    measure(
      '‘Als ik mijn zus dit plan laat lezen en ze belt niet om te vragen wat er staat.’ Bewoner',
    ),
    action(
      {title: 'Een woordenlijst aan de muur', status: 'underway', from: '2026-02'},
      carrier('een bewoner', 'informal'),
      carrier('de opbouwwerker', 'formal'),
      paragraph(
        'Elke avond vijf minuten. Het eerste woord op de lijst was ',
        bold('wijkuitvoeringsplan'),
        '. Onze uitleg: wat we gaan doen, en wie.',
      ),
    ),
    action(
      {title: 'Dit plan hardop lezen', status: 'idea', until: '2027-01'},
      carrier('twee bewoners', 'informal'),
      carrier('twee professionals', 'formal'),
      'Dat doen we voordat het wordt vastgesteld.',
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
