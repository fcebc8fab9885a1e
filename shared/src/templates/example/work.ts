/** Second task of the example plan: what people can do counts, and is paid. */

import {
  type Block,
  action,
  agreement,
  bold,
  bulletList,
  facts,
  goal,
  heading,
  link,
  paragraph,
  quote,
  task,
} from '../build.ts';
import {funds, money} from './funds.ts';

export const work: Block = task(
  'Wat je kunt, telt mee',
  `In onze buurt wordt veel gewerkt dat geen werk heet. Vertalen bij de dokter, ruzies sussen op de
  trap, iemand meenemen naar het loket. Wie dat doet, heeft vaak een uitkering en geen diploma. Wie
  het uit een boek geleerd heeft, krijgt er salaris voor. Dat wringt, en dat zeggen beide kanten.`,
  goal(
    'Sleutelpersonen worden herkend en betaald',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'sleutelpersonen en de klantmanager'],
      ['Wanneer', 'dit jaar'],
    ),
    'We willen zes sleutelpersonen een contract geven, ook als ze niet het papier hebben dat erbij hoort.',
    heading(3, 'Wat we weten'),
    bulletList(
      [
        bold('Uit ervaring: '),
        `wij worden gebeld als het vastloopt. Daarna gaat de opdracht naar een bureau dat ons vraagt
        om mee te denken, zonder betaling.`,
      ],
      [
        bold('Uit het werk: '),
        `een functie zonder diploma past niet in de schalen die wij mogen gebruiken. Het kan wel met
        een erkenning van ervaring, een EVC, maar bijna niemand kent die weg.`,
      ],
    ),
    heading(3, 'Hoe we weten dat het werkt'),
    quote(
      'Als ik op een feestje zeg wat ik doe, en niemand vraagt wat ik er dan mee ga doen.',
      'sleutelpersoon van de vrouwengroep',
    ),
    quote(
      'Als ik niet meer hoef te kiezen tussen de buurt helpen en solliciteren.',
      'sleutelpersoon van de vadergroep',
    ),
    action(
      'Betaalde uren voor zes sleutelpersonen',
      facts(
        ['Wie', 'de klantmanager vraagt aan, sleutelpersonen schrijven mee'],
        ['Wanneer', 'antwoord vóór 1 juni'],
        ['Geld', money(funds.paidHours)],
      ),
      'Twaalf uur per week, met behoud van toeslagen. Eerst rekenen, dan tekenen: niemand mag erop achteruitgaan.',
    ),
    action(
      'Acht trajecten om ervaring te laten erkennen',
      facts(
        ['Wie', 'sleutelpersonen die dat willen, met een begeleider naar keuze'],
        ['Wanneer', 'start in september'],
        ['Geld', money(funds.recognition)],
      ),
      paragraph(
        'Hoe zo’n traject gaat, staat in deze ',
        link('uitleg in gewone taal', 'https://example.org/ervaring-erkennen'),
        '.',
      ),
    ),
    action(
      'Vacatures in de buurt nalezen op de diploma-eis',
      facts(['Wie', 'een sleutelpersoon en een personeelsadviseur'], ['Wanneer', 'elk kwartaal']),
      'Bij elke vacature stellen we één vraag: is dit papier echt nodig, of zijn we het zo gewend?',
    ),
    agreement(
      'Niet meer gratis meedenken',
      facts(
        ['Wie verwacht iets', 'de sleutelpersonen'],
        ['Van wie', 'stadsdeel, welzijn en werk en inkomen'],
        ['Vóór', 'meteen'],
        ['Stand', 'twee keer nagekomen, één keer niet'],
      ),
      'Wie voor overleg wordt gevraagd, hoort vooraf wat het oplevert. Eén keer is dat vergeten. Dat is alsnog betaald.',
    ),
  ),
  goal(
    'Papieren die je begrijpt',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'de welzijnsorganisatie en vrijwilligers'],
      ['Wanneer', 'elke woensdag'],
    ),
    `Een blauwe envelop mag geen slapeloze nacht kosten. Je kunt langskomen met elke brief, ook als
    hij al drie maanden in de la ligt.`,
    heading(3, 'Hoe we weten dat het werkt'),
    quote('Als ik de brief zelf openmaak, thuis, zonder eerst iemand te bellen.', 'bewoner'),
    action(
      'Papierenmiddag in de oude wasserij',
      facts(
        ['Wie', 'een sociaal raadsvrouw en drie bewoners'],
        ['Wanneer', 'woensdag van één tot vijf'],
        ['Geld', money(funds.papers)],
      ),
    ),
    action(
      'Zes brieven herschrijven',
      facts(
        ['Wie', 'bewoners en de afdeling werk en inkomen'],
        ['Wanneer', 'vóór de zomer'],
        ['Geld', money(funds.plainText)],
      ),
      `We nemen de brieven waar mensen het vaakst mee komen. Een bewoner leest hardop voor. Waar de
      stem stokt, moet de zin anders.`,
    ),
    agreement(
      'Een brief eerst laten lezen',
      facts(
        ['Wie verwacht iets', 'de papierengroep'],
        ['Van wie', 'de afdeling werk en inkomen'],
        ['Vóór', '1 mei'],
        ['Stand', 'open'],
      ),
      'Voordat een nieuwe standaardbrief de deur uitgaat, lezen twee bewoners hem en krijgen ze daarvoor betaald.',
    ),
  ),
  goal(
    'Koken voor de buurt, als eigen zaak',
    facts(['Status', 'gestald'], ['Wie', 'nog niemand'], ['Wanneer', 'zodra iemand het oppakt']),
    `Vijf vrouwen wilden samen een kleine keuken beginnen, voor vergaderingen en feesten. Het recept
    was er, de klanten ook. De keuken die we konden huren bleek te duur, en een van de trekkers kreeg
    een baan. Daar zijn we blij om. Dit plan staat nu stil. Het is niet mislukt: het wacht. Iedereen
    mag het weer oppakken.`,
    action(
      'De berekening en de lijst met klanten bewaren',
      facts(['Wie', 'de opbouwwerker'], ['Status', 'gelukt']),
      'Alles ligt in de blauwe map in de voorkamer. Wie wil beginnen, hoeft niet bij nul te beginnen.',
    ),
  ),
);
