/** Fourth task of the example plan: a dry house and a square for everybody. */

import {
  type Block,
  action,
  agreement,
  bold,
  bulletList,
  facts,
  goal,
  heading,
  quote,
  task,
  taskList,
} from '../build.ts';
import {funds, money} from './funds.ts';

export const living: Block = task(
  'Droog wonen en prettig buiten zijn',
  `De blokken langs het water zijn oud en slecht geïsoleerd. In veel huizen zit schimmel. Buiten is
  het plein leeg, behalve als er afval ligt. Over allebei wordt al jaren geklaagd. In dit plan gaan
  we niet klagen maar meten, en niet wachten maar beginnen.`,
  goal(
    'Schimmel de kamer uit',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'de bewonersgroep en de corporatie'],
      ['Wanneer', 'vóór de winter'],
    ),
    `Wie over vocht belt, krijgt nu te horen dat hij beter moet luchten. Soms klopt dat. Vaak zit het
    in de muur. Met metingen hoeven we daar niet meer over te bekvechten.`,
    heading(3, 'Wat we weten'),
    bulletList(
      [
        bold('Uit ervaring: '),
        `wij luchten, ook in januari. De plek komt terug, altijd in dezelfde hoek. Twee kinderen
        slapen daarom in de woonkamer.`,
      ],
      [
        bold('Uit het werk: '),
        `de corporatie heeft het dak in twee blokken nagekeken, in drie blokken nog niet. Er staat
        geld klaar voor groot onderhoud, maar pas over vier jaar.`,
      ],
    ),
    heading(3, 'Hoe we weten dat het werkt'),
    quote('Als de jas van mijn zoon niet meer naar kelder ruikt.', 'bewoner van blok A'),
    action(
      'Vochtmeters uitlenen',
      facts(
        ['Wie', 'de bewonersgroep'],
        ['Wanneer', 'oktober tot maart'],
        ['Geld', money(funds.meters)],
      ),
      'Je meet twee weken in je eigen huis. De uitkomst is van jou. Jij beslist wie hem ziet.',
    ),
    action(
      'Met een bouwkundige langs tien huizen',
      facts(['Wie', 'de corporatie, samen met een bewoner die meeloopt'], ['Wanneer', 'november']),
    ),
    action(
      'Een lijst van wat eerst moet',
      facts(['Wie', 'bewoners en corporatie, aan één tafel'], ['Wanneer', 'vóór 15 december']),
      'Huizen met kleine kinderen en mensen met slechte longen staan bovenaan. Dat hoeft niemand te bewijzen met een brief van de dokter.',
    ),
    agreement(
      'Antwoord binnen tien werkdagen',
      facts(
        ['Wie verwacht iets', 'de bewonersgroep'],
        ['Van wie', 'de corporatie'],
        ['Vóór', 'vanaf 1 oktober'],
        ['Stand', 'open'],
      ),
      'Op elke melding over vocht komt een antwoord van een mens, met een datum erin. Ook als het antwoord is dat het nog niet lukt.',
    ),
  ),
  goal(
    'Een plein waar je blijft zitten',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'bewoners, de gebiedsmakelaar en de school'],
      ['Wanneer', 'voorjaar'],
    ),
    `Op het plein staat één bank, met de rug naar de zon. We willen schaduw, een plek voor ouderen,
    en een hoek waar kinderen kunnen ravotten zonder dat iemand schrikt.`,
    heading(3, 'Hoe we weten dat het werkt'),
    quote(
      'Als ik met mijn boodschappen even ga zitten en een uur later pas thuis ben.',
      'bewoner, 68 jaar',
    ),
    action(
      'Banken, plantenbakken en bloembollen',
      facts(
        ['Wie', 'bewoners en het stadsdeel samen'],
        ['Wanneer', 'planten in november, zitten in april'],
        ['Geld', money(funds.square)],
      ),
    ),
    action(
      'Samen vegen, de eerste zaterdag van de maand',
      facts(['Wie', 'wie er is; de school leent bezems uit'], ['Wanneer', 'van tien tot twaalf']),
    ),
    action(
      'De afvalbakken verplaatsen',
      facts(['Wie', 'de gebiedsmakelaar'], ['Wanneer', 'vóór 1 april'], ['Status', 'bezig']),
      'Ze staan nu onder het raam van een slaapkamer. Bewoners hebben drie betere plekken aangewezen.',
    ),
    heading(3, 'Wat er al is gebeurd'),
    taskList(
      [true, 'Met de kinderen een tekening van het plein gemaakt'],
      [true, 'Gevraagd wat ouderen nodig hebben: leuningen en een wc in de buurt'],
      [true, 'De plekken voor de bakken aangewezen'],
      [false, 'De kabels onder de grond laten nakijken'],
      [false, 'Afspreken wie in de zomer water geeft'],
    ),
    agreement(
      'Water geven en onderhoud',
      facts(
        ['Wie verwacht iets', 'het stadsdeel'],
        ['Van wie', 'de pleingroep van bewoners'],
        ['Vóór', '1 mei'],
        ['Stand', 'open'],
      ),
      'De pleingroep geeft water van mei tot oktober. Het stadsdeel zorgt voor een kraan en vervangt wat kapotgaat.',
    ),
  ),
);
