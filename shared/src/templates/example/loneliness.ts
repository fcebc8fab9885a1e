/** First task of the example plan: nobody has to be alone. */

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
  task,
} from '../build.ts';
import {funds, money} from './funds.ts';

export const loneliness: Block = task(
  'Niemand hoeft alleen te blijven',
  `In de Vlonderbuurt wonen veel mensen die hun buren niet kennen. Sommigen willen dat zo. Maar we
  kennen allemaal iemand die de hele dag naar de deur kijkt. Van buiten zie je dat niet: de
  gordijnen zijn open en de vuilnis staat op tijd buiten.`,
  goal(
    'Een open inloop, waar je niets hoeft',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'de vrouwengroep en de opbouwwerker'],
      ['Wanneer', 'elke week'],
    ),
    `Een kamer waar de deur open is en de koffie klaarstaat. Je hoeft je niet op te geven, je hoeft
    geen probleem te hebben en niemand vraagt wat je komt doen.`,
    heading(3, 'Wat we weten'),
    bulletList(
      [
        bold('Uit ervaring: '),
        `wie zich één keer niet welkom voelde, komt geen tweede keer. Een lijst bij de deur is
        genoeg om iemand te laten omdraaien.`,
      ],
      [
        bold('Uit het werk: '),
        `de vorige inloop stopte na een jaar, omdat er alleen geld was voor mensen met een
        doorverwijzing.`,
      ],
    ),
    heading(3, 'Hoe we weten dat het werkt'),
    quote(
      'Als ik een week niet kom, belt er iemand. Niet om te controleren. Om te vragen.',
      'bewoner, 71 jaar',
    ),
    quote(
      'Als er mensen zijn die ik nog nooit gezien heb, en die zelf koffie pakken.',
      'gastvrouw',
    ),
    action(
      'De deur openzetten op dinsdag en donderdag',
      facts(
        ['Wie', 'twee gastvrouwen en een gastheer uit de buurt'],
        ['Wanneer', 'van tien tot drie uur, ook in de vakantie'],
        ['Geld', money(funds.room)],
      ),
      'De opbouwwerker is er ook, maar zit niet aan het hoofd van de tafel.',
    ),
    action(
      'Gastvrouwen en gastheren een vergoeding geven',
      facts(
        ['Wie', 'de vrouwengroep vraagt aan, de gebiedsmakelaar denkt mee'],
        ['Wanneer', 'vóór 1 maart'],
        ['Geld', money(funds.hosts)],
      ),
      'Wie elke week klaarstaat, werkt. Een bos bloemen in december is aardig, maar geen vergoeding.',
    ),
    action(
      'Elke maand eten aan de lange tafel',
      facts(
        ['Wie', 'de vrouwengroep kookt, wie wil helpt mee'],
        ['Wanneer', 'de laatste vrijdag van de maand'],
        ['Geld', money(funds.meals)],
      ),
    ),
    agreement(
      'De sleutel van de voorkamer',
      facts(
        ['Wie verwacht iets', 'de vrouwengroep'],
        ['Van wie', 'de welzijnsorganisatie'],
        ['Vóór', '15 januari'],
        ['Stand', 'niet op tijd, wel gedaan'],
      ),
      `Twee gastvrouwen krijgen een eigen sleutel, zodat de deur ook opengaat als er geen
      beroepskracht is. Het duurde tot half februari, omdat de verzekering het eerst niet goed vond.
      De welzijnsorganisatie heeft gezegd dat ze dat eerder had moeten melden.`,
    ),
  ),
  goal(
    'Bellen en langsgaan bij wie niet komt',
    facts(
      ['Status', 'bezig'],
      ['Wie', 'het sociaal team en sleutelpersonen'],
      ['Wanneer', 'vanaf april'],
    ),
    `Een inloop helpt wie de straat op durft. Voor de anderen gaan we zelf op pad, met iemand die zij
    al kennen of die hun taal spreekt.`,
    heading(3, 'Wat we weten'),
    bulletList(
      [
        bold('Uit het werk: '),
        `een brief met een aanbod voor huisbezoek wordt zelden beantwoord. Na een bezoek met een
        bekende komt bijna altijd een tweede gesprek.`,
      ],
      [
        bold('Uit ervaring: '),
        `je doet niet open voor een tas met een logo. Je doet open voor de buurvrouw die soep
        brengt.`,
      ],
    ),
    heading(3, 'Hoe we weten dat het werkt'),
    quote('Als ik op zondag iemand kan bellen, en het is niet de dokter.', 'bewoner van de hofjes'),
    action(
      'Samen langsgaan, altijd met twee',
      facts(
        ['Wie', 'een sleutelpersoon en iemand van het sociaal team'],
        ['Wanneer', 'vier bezoeken per week'],
        ['Geld', money(funds.visits)],
      ),
      `De sleutelpersoon belt aan en doet het woord. Er gaat geen formulier mee naar binnen. Wat
      iemand vertelt, schrijven we alleen op als die persoon dat zelf wil.`,
    ),
    action(
      'Een belcirkel voor de zondag',
      facts(
        ['Wie', 'de bewonersgroep van de hofjes'],
        ['Wanneer', 'elke zondag na het middageten'],
        ['Geld', money(funds.phones)],
      ),
    ),
    agreement(
      'Wat er achter de voordeur gezegd wordt',
      facts(
        ['Wie verwacht iets', 'het sociaal team en de sleutelpersonen, van elkaar'],
        ['Vóór', 'het eerste bezoek'],
        ['Stand', 'nagekomen'],
      ),
      paragraph(
        'Wij praten niet over mensen zonder hen. ',
        `Is iemand in gevaar, dan zeggen we tegen die persoon zelf dat we hulp halen, en welke.`,
      ),
    ),
  ),
);
