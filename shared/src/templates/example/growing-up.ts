/** Third task of the example plan: growing up with room of one's own. */

import {
  action,
  agreement,
  type Block,
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

export const growingUp: Block = task(
  'Opgroeien met ruimte om je heen',
  paragraph(
    restingOn('research', 'Een op de drie mensen in de Vlonderbuurt is jonger dan twintig.'),
    ` Ze delen vaak een kamer. Buiten is er één veldje en veel asfalt. Wie buiten staat, heet al snel
    overlast.`,
  ),
  goal(
    {
      title: 'Een eigen plek voor jongeren',
      ...{status: 'underway', from: '2026-11', until: '2027-05'},
    },
    carrier('de jongerengroep', 'informal'),
    carrier('de jongerenwerker', 'formal'),
    `De fietsenkelder onder blok C staat al jaren leeg. De jongeren hebben hem zelf gevonden, zelf
    opgemeten en zelf op papier gezet. Zij bepalen hoe hij eruitziet en wat de huisregels zijn.`,
    heading(3, 'Wat we weten'),
    bulletList(
      restingOn(
        'professional',
        `Een plek die volwassenen inrichten, staat binnen een half jaar leeg. Een plek zonder
        volwassene gaat binnen een half jaar dicht.`,
      ),
      restingOn(
        'lived',
        `We willen iemand die er is als het misgaat en die zijn mond kan houden als het goed gaat.`,
      ),
    ),
    measure('‘Als mijn moeder weet waar ik ben en niet hoeft te bellen.’ Jongere, 16 jaar'),
    measure('‘Als de buurvrouw van boven gedag zegt.’ Jongere, 14 jaar'),
    action(
      {
        title: 'De fietsenkelder schoonmaken, schilderen en licht aanleggen',
        ...{status: 'idea', from: '2027-03', until: '2027-04'},
      },
      carrier('de jongerengroep', 'informal'),
      carrier('een klusser uit de buurt', 'informal'),
      money.youthPlace,
    ),
    action(
      {title: 'Twee avonden per week open met jongerenwerk', status: 'idea', from: '2027-05'},
      carrier('de welzijnsorganisatie', 'formal'),
      `Op woensdag en vrijdag. De jongeren spreken mee over wie er komt werken. Zij zitten bij het
      gesprek en stemmen mee.`,
      money.youthEvenings,
    ),
    action(
      {title: 'Kennismaken met de bovenburen', status: 'idea', until: '2027-04'},
      carrier('de jongerengroep', 'informal'),
      'De jongeren bakken, de bovenburen stellen vragen. We schrijven samen op hoe laat het stil is.',
    ),
    agreement(
      {title: 'Eerst praten, dan bellen', until: '2027-05'},
      carrier('de jongerengroep', 'informal', 'expects'),
      carrier('de bewoners van blok C', 'informal', 'promises'),
      carrier('de handhavers', 'formal', 'promises'),
      'Is er lawaai, dan appen de bovenburen eerst de kelder. Helpt dat niet binnen een kwartier, dan mag je bellen.',
    ),
  ),
  goal(
    {title: 'Huiswerk aan een grote tafel', status: 'achieved', from: '2026-09'},
    carrier('de vadergroep', 'informal'),
    carrier('twee docenten', 'formal'),
    `Thuis leren lukt niet als er vier mensen in één kamer zitten. Bij de huiswerktafel is het stil,
    is er soep en zit er iemand die iets kan uitleggen of die weet wie dat kan.`,
    measure('‘Als ik op school mijn vinger opsteek omdat ik het al weet.’ Meisje, 11 jaar'),
    action(
      {title: 'Vier middagen per week open', status: 'achieved', from: '2026-09'},
      carrier('de vadergroep', 'informal'),
      'Van maandag tot en met donderdag, om en om.',
      money.homework,
    ),
    action(
      {title: 'Studenten uit de buurt vragen als maatje', status: 'idea', until: '2027-09'},
      carrier('een docent', 'formal'),
      carrier('een oud-leerling', 'informal'),
      'Iemand uit je eigen straat die het gelukt is, zegt meer dan een folder.',
    ),
  ),
  goal(
    {title: 'Ouders helpen elkaar op weg', status: 'idea', from: '2027-09'},
    carrier('de vadergroep', 'informal'),
    carrier('het ouder- en kindteam', 'formal'),
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
      {
        title: 'Drie proefmiddagen, elke keer een andere vorm',
        ...{status: 'idea', from: '2027-09', until: '2027-11'},
      },
      carrier('twee vaders en twee moeders', 'informal'),
      carrier('een opvoedadviseur', 'formal'),
    ),
    agreement(
      {title: 'Geen verslag over gezinnen', until: '2027-09'},
      carrier('de ouders', 'informal', 'expects'),
      carrier('het ouder- en kindteam', 'formal', 'promises'),
      'Op de middagen wordt niets over gezinnen opgeschreven. Wie zorgen heeft, zegt dat tegen de ouder zelf.',
    ),
  ),
);
