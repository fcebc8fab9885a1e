/** Third task of the example plan: growing up with room of one's own. */

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
  table,
  task,
} from '../build.ts';
import {funds, money} from './funds.ts';

export const growingUp: Block = task(
  'Opgroeien met ruimte om je heen',
  `Een op de drie mensen in de Vlonderbuurt is jonger dan twintig. Ze delen vaak een kamer. Buiten
  is er één veldje en veel asfalt. Wie buiten staat, heet al snel overlast.`,
  goal(
    'Een eigen plek voor jongeren',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'de jongerengroep en de jongerenwerker'],
      ['Wanneer', 'open in mei'],
    ),
    `De fietsenkelder onder blok C staat al jaren leeg. De jongeren hebben hem zelf gevonden, zelf
    opgemeten en zelf op papier gezet. Zij bepalen hoe hij eruitziet en wat de huisregels zijn.`,
    heading(3, 'Wat we weten'),
    bulletList(
      [
        bold('Uit het werk: '),
        `een plek die volwassenen inrichten, staat binnen een half jaar leeg. Een plek zonder
        volwassene gaat binnen een half jaar dicht.`,
      ],
      [
        bold('Uit ervaring: '),
        `we willen iemand die er is als het misgaat en die zijn mond kan houden als het goed
        gaat.`,
      ],
    ),
    heading(3, 'Hoe we weten dat het werkt'),
    quote('Als mijn moeder weet waar ik ben en niet hoeft te bellen.', 'jongere, 16 jaar'),
    quote('Als de buurvrouw van boven gedag zegt.', 'jongere, 14 jaar'),
    action(
      'De fietsenkelder schoonmaken, schilderen en licht aanleggen',
      facts(
        ['Wie', 'de jongerengroep, met een klusser uit de buurt'],
        ['Wanneer', 'maart en april'],
        ['Geld', money(funds.youthPlace)],
      ),
    ),
    action(
      'Twee avonden per week open met jongerenwerk',
      facts(
        ['Wie', 'de welzijnsorganisatie'],
        ['Wanneer', 'woensdag en vrijdag'],
        ['Geld', money(funds.youthEvenings)],
      ),
      'De jongeren spreken mee over wie er komt werken. Zij zitten bij het gesprek en stemmen mee.',
    ),
    action(
      'Kennismaken met de bovenburen',
      facts(['Wie', 'de jongerengroep'], ['Wanneer', 'voordat de kelder opengaat']),
      'De jongeren bakken, de bovenburen stellen vragen. We schrijven samen op hoe laat het stil is.',
    ),
    agreement(
      'Eerst praten, dan bellen',
      facts(
        ['Wie verwacht iets', 'de jongerengroep'],
        ['Van wie', 'de bewoners van blok C en de handhavers'],
        ['Vóór', 'de opening in mei'],
        ['Stand', 'open'],
      ),
      'Is er lawaai, dan appen de bovenburen eerst de kelder. Helpt dat niet binnen een kwartier, dan mag je bellen.',
    ),
  ),
  goal(
    'Huiswerk aan een grote tafel',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'de vadergroep en twee docenten'],
      ['Wanneer', 'na schooltijd'],
    ),
    `Thuis leren lukt niet als er vier mensen in één kamer zitten. Bij de huiswerktafel is het stil,
    is er soep en zit er iemand die iets kan uitleggen of die weet wie dat kan.`,
    heading(3, 'Hoe we weten dat het werkt'),
    quote('Als ik op school mijn vinger opsteek omdat ik het al weet.', 'meisje, 11 jaar'),
    action(
      'Vier middagen per week open',
      facts(
        ['Wie', 'de vadergroep, om en om'],
        ['Wanneer', 'maandag tot en met donderdag'],
        ['Geld', money(funds.homework)],
      ),
    ),
    action(
      'Studenten uit de buurt vragen als maatje',
      facts(['Wie', 'een docent en een oud-leerling'], ['Wanneer', 'vóór de herfst']),
      'Iemand uit je eigen straat die het gelukt is, zegt meer dan een folder.',
    ),
  ),
  goal(
    'Ouders helpen elkaar op weg',
    facts(
      ['Status', 'idee'],
      ['Wie', 'de vadergroep en het ouder- en kindteam'],
      ['Wanneer', 'na de zomer'],
    ),
    'Opvoeden doe je niet alleen. We zoeken een vorm waarin ouders elkaar raad geven, zonder dat iemand de les leest.',
    heading(3, 'Twee manieren van kijken'),
    table(
      ['Wat bewoners zeggen', 'Wat professionals zeggen'],
      ['Een cursus voelt alsof je iets fout doet.', 'Een cursus geeft houvast en wordt betaald.'],
      [
        'We praten het beste terwijl we iets doen: koken, voetbal, kappen en vlechten.',
        'Zonder vast programma is moeilijk te laten zien wat het oplevert.',
      ],
    ),
    'We beginnen met doen en schrijven achteraf samen op wat we merkten. Na een half jaar beslissen we verder.',
    action(
      'Drie proefmiddagen, elke keer een andere vorm',
      facts(
        ['Wie', 'twee vaders, twee moeders en een opvoedadviseur'],
        ['Wanneer', 'september tot november'],
      ),
    ),
    agreement(
      'Geen verslag over gezinnen',
      facts(
        ['Wie verwacht iets', 'de ouders'],
        ['Van wie', 'het ouder- en kindteam'],
        ['Vóór', 'de eerste proefmiddag'],
        ['Stand', 'open'],
      ),
      'Op de middagen wordt niets over gezinnen opgeschreven. Wie zorgen heeft, zegt dat tegen de ouder zelf.',
    ),
  ),
);
