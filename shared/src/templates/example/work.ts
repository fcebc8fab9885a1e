/** Second task of the example plan: what people can do counts, and is paid. */

import {
  account,
  action,
  agreement,
  type Block,
  bulletList,
  carrier,
  goal,
  heading,
  link,
  measure,
  paragraph,
  restingOn,
  task,
} from '../build.ts';
import {money} from './funds.ts';

export const work: Block = task(
  'Wat je kunt, telt mee',
  `In onze buurt wordt veel gewerkt dat geen werk heet. Vertalen bij de dokter, ruzies sussen op de
  trap, iemand meenemen naar het loket. Wie dat doet, heeft vaak een uitkering en geen diploma. Wie
  het uit een boek geleerd heeft, krijgt er salaris voor. Dat wringt, en dat zeggen beide kanten.`,
  goal(
    {
      title: 'Sleutelpersonen worden herkend en betaald',
      ...{status: 'underway', from: '2026-03', until: '2027'},
    },
    carrier('sleutelpersonen', 'informal'),
    carrier('de klantmanager', 'formal'),
    'We willen zes sleutelpersonen een contract geven, ook als ze niet het papier hebben dat erbij hoort.',
    heading(3, 'Wat we weten'),
    bulletList(
      restingOn(
        'lived',
        `Wij worden gebeld als het vastloopt. Daarna gaat de opdracht naar een bureau dat ons vraagt
        om mee te denken, zonder betaling.`,
      ),
      restingOn(
        'policy',
        'Een functie zonder diploma past niet in de schalen die wij mogen gebruiken.',
      ),
      restingOn(
        'professional',
        `Het kan wel met een erkenning van ervaring, een EVC, maar bijna niemand kent die weg.`,
      ),
    ),
    measure(
      `‘Als ik op een feestje zeg wat ik doe, en niemand vraagt wat ik er dan mee ga doen.’
      Sleutelpersoon van de vrouwengroep`,
    ),
    measure(
      `‘Als ik niet meer hoef te kiezen tussen de buurt helpen en solliciteren.’ Sleutelpersoon van
      de vadergroep`,
    ),
    action(
      {
        title: 'Betaalde uren voor zes sleutelpersonen',
        ...{status: 'underway', until: '2027-06-01'},
      },
      carrier('de klantmanager', 'formal'),
      carrier('sleutelpersonen', 'informal'),
      `De klantmanager vraagt aan, sleutelpersonen schrijven mee. Twaalf uur per week, met behoud van
      toeslagen. Eerst rekenen, dan tekenen: niemand mag erop achteruitgaan.`,
      money.paidHours,
    ),
    action(
      {
        title: 'Acht trajecten om ervaring te laten erkennen',
        ...{status: 'idea', from: '2027-09'},
      },
      carrier('sleutelpersonen die dat willen', 'informal'),
      carrier('een begeleider naar keuze', 'formal'),
      paragraph(
        'Hoe zo’n traject gaat, staat in deze ',
        link('uitleg in gewone taal', 'https://example.org/ervaring-erkennen'),
        '.',
      ),
      money.recognition,
    ),
    action(
      {
        title: 'Vacatures in de buurt nalezen op de diploma-eis',
        ...{status: 'underway', from: '2026-10'},
      },
      carrier('een sleutelpersoon', 'informal'),
      carrier('een personeelsadviseur', 'formal'),
      `Elk kwartaal. Bij elke vacature stellen we één vraag: is dit papier echt nodig, of zijn we het
      zo gewend?`,
    ),
    agreement(
      {title: 'Niet meer gratis meedenken', until: '2026-05'},
      carrier('de sleutelpersonen', 'informal', 'expects'),
      carrier('stadsdeel, welzijn en werk en inkomen', 'formal', 'promises'),
      'Wie voor overleg wordt gevraagd, hoort vooraf wat het oplevert.',
      account(
        'Twee keer wel. De derde keer zaten we er weer voor een broodje.',
        'broken',
        'informal',
      ),
      account('Eén keer is het vergeten. Dat is alsnog betaald.', 'partly', 'formal'),
    ),
  ),
  goal(
    {title: 'Papieren die je begrijpt', status: 'underway', from: '2026-02'},
    carrier('de welzijnsorganisatie', 'formal'),
    carrier('vrijwilligers', 'informal'),
    `Een blauwe envelop mag geen slapeloze nacht kosten. Je kunt langskomen met elke brief, ook als
    hij al drie maanden in de la ligt.`,
    measure('‘Als ik de brief zelf openmaak, thuis, zonder eerst iemand te bellen.’ Bewoner'),
    action(
      {title: 'Papierenmiddag in de oude wasserij', status: 'underway', from: '2026-02'},
      carrier('een sociaal raadsvrouw', 'formal'),
      carrier('drie bewoners', 'informal'),
      'Elke woensdag van één tot vijf.',
      money.papers,
    ),
    action(
      {title: 'Zes brieven herschrijven', status: 'underway', until: '2027-06'},
      carrier('bewoners', 'informal'),
      carrier('de afdeling werk en inkomen', 'formal'),
      `We nemen de brieven waar mensen het vaakst mee komen. Een bewoner leest hardop voor. Waar de
      stem stokt, moet de zin anders.`,
      money.plainText,
    ),
    agreement(
      {title: 'Een brief eerst laten lezen', until: '2027-05-01'},
      carrier('de papierengroep', 'informal', 'expects'),
      carrier('de afdeling werk en inkomen', 'formal', 'promises'),
      'Voordat een nieuwe standaardbrief de deur uitgaat, lezen twee bewoners hem en krijgen ze daarvoor betaald.',
    ),
  ),
  goal(
    {title: 'Koken voor de buurt, als eigen zaak', status: 'parked'},
    `Vijf vrouwen wilden samen een kleine keuken beginnen, voor vergaderingen en feesten. Het recept
    was er, de klanten ook. De keuken die we konden huren bleek te duur, en een van de trekkers kreeg
    een baan. Daar zijn we blij om. Dit plan staat nu stil. Het is niet mislukt: het wacht. Iedereen
    mag het weer oppakken.`,
    action(
      {title: 'De berekening en de lijst met klanten bewaren', status: 'achieved'},
      carrier('de opbouwwerker', 'formal'),
      'Alles ligt in de blauwe map in de voorkamer. Wie wil beginnen, hoeft niet bij nul te beginnen.',
    ),
  ),
);
