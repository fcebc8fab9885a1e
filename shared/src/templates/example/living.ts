/** Fourth task of the example plan: a dry house and a square for everybody. */

import {
  account,
  action,
  agreement,
  type Block,
  bulletList,
  carrier,
  goal,
  heading,
  measure,
  restingOn,
  task,
  taskList,
} from '../build.ts';
import {money} from './funds.ts';

export const living: Block = task(
  'Droog wonen en prettig buiten zijn',
  `De blokken langs het water zijn oud en slecht geïsoleerd. In veel huizen zit schimmel. Buiten is
  het plein leeg, behalve als er afval ligt. Over allebei wordt al jaren geklaagd. In dit plan gaan
  we niet klagen maar meten, en niet wachten maar beginnen.`,
  goal(
    {
      title: 'Schimmel de kamer uit',
      ...{status: 'underway', from: '2026-10', until: '2027-10'},
    },
    carrier('de bewonersgroep', 'informal'),
    carrier('de corporatie', 'formal'),
    `Wie over vocht belt, krijgt nu te horen dat hij beter moet luchten. Soms klopt dat. Vaak zit het
    in de muur. Met metingen hoeven we daar niet meer over te bekvechten.`,
    heading(3, 'Wat we weten'),
    bulletList(
      restingOn(
        'lived',
        `Wij luchten, ook in januari. De plek komt terug, altijd in dezelfde hoek. Twee kinderen
        slapen daarom in de woonkamer.`,
      ),
      restingOn(
        'professional',
        `De corporatie heeft het dak in twee blokken nagekeken, in drie blokken nog niet. Er staat
        geld klaar voor groot onderhoud, maar pas over vier jaar.`,
      ),
    ),
    measure('‘Als de jas van mijn zoon niet meer naar kelder ruikt.’ Bewoner van blok A'),
    action(
      {
        title: 'Vochtmeters uitlenen',
        ...{status: 'underway', from: '2026-10', until: '2027-03'},
      },
      carrier('de bewonersgroep', 'informal'),
      'Je meet twee weken in je eigen huis. De uitkomst is van jou. Jij beslist wie hem ziet.',
      money.meters,
    ),
    action(
      {title: 'Met een bouwkundige langs tien huizen', status: 'achieved', until: '2026-11'},
      carrier('de corporatie', 'formal'),
      carrier('een bewoner die meeloopt', 'informal'),
    ),
    action(
      {title: 'Een lijst van wat eerst moet', status: 'underway', until: '2026-12-15'},
      carrier('bewoners', 'informal'),
      carrier('de corporatie', 'formal'),
      `We maken hem aan één tafel. Huizen met kleine kinderen en mensen met slechte longen staan
      bovenaan. Dat hoeft niemand te bewijzen met een brief van de dokter.`,
    ),
    agreement(
      {title: 'Antwoord binnen tien werkdagen', until: '2026-10-01'},
      carrier('de bewonersgroep', 'informal', 'expects'),
      carrier('de corporatie', 'formal', 'promises'),
      'Op elke melding over vocht komt een antwoord van een mens, met een datum erin. Ook als het antwoord is dat het nog niet lukt.',
      account('Elke melding is binnen tien dagen beantwoord.', 'kept', 'formal'),
      account(
        'Er kwam een brief zonder datum. Dat is nog geen antwoord van een mens.',
        'broken',
        'informal',
      ),
    ),
  ),
  goal(
    {
      title: 'Een plein waar je blijft zitten',
      ...{status: 'underway', from: '2026-05', until: '2027-05'},
    },
    carrier('bewoners', 'informal'),
    carrier('de gebiedsmakelaar en de school', 'formal'),
    `Op het plein staat één bank, met de rug naar de zon. We willen schaduw, een plek voor ouderen,
    en een hoek waar kinderen kunnen ravotten zonder dat iemand schrikt.`,
    measure(
      `‘Als ik met mijn boodschappen even ga zitten en een uur later pas thuis ben.’ Bewoner, 68
      jaar`,
    ),
    action(
      {
        title: 'Banken, plantenbakken en bloembollen',
        ...{status: 'underway', from: '2026-11', until: '2027-04'},
      },
      carrier('bewoners', 'informal'),
      carrier('het stadsdeel', 'formal'),
      'We planten in november en zitten in april.',
      money.square,
    ),
    action(
      {title: 'Samen vegen, de eerste zaterdag van de maand', status: 'underway'},
      carrier('wie er is', 'informal'),
      carrier('de school', 'formal'),
      'Van tien tot twaalf. De school leent bezems uit.',
    ),
    action(
      {title: 'De afvalbakken verplaatsen', status: 'underway', until: '2026-04-01'},
      carrier('de gebiedsmakelaar', 'formal'),
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
      {title: 'Water geven en onderhoud', until: '2027-05-01'},
      carrier('het stadsdeel', 'formal', 'expects'),
      carrier('de pleingroep van bewoners', 'informal', 'promises'),
      'De pleingroep geeft water van mei tot oktober. Het stadsdeel zorgt voor een kraan en vervangt wat kapotgaat.',
    ),
  ),
);
