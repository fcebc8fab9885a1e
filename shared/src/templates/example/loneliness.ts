/** First task of the example plan: nobody has to be alone. */

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
} from '../build.ts';
import {money} from './funds.ts';

export const loneliness: Block = task(
  'Niemand hoeft alleen te blijven',
  `In de Vlonderbuurt wonen veel mensen die hun buren niet kennen. Sommigen willen dat zo. Maar we
  kennen allemaal iemand die de hele dag naar de deur kijkt. Van buiten zie je dat niet: de
  gordijnen zijn open en de vuilnis staat op tijd buiten.`,
  goal(
    {title: 'Een open inloop, waar je niets hoeft', status: 'underway', from: '2026-01'},
    carrier('de vrouwengroep', 'informal'),
    carrier('de opbouwwerker', 'formal'),
    `Een kamer waar de deur open is en de koffie klaarstaat, elke week. Je hoeft je niet op te geven,
    je hoeft geen probleem te hebben en niemand vraagt wat je komt doen.`,
    heading(3, 'Wat we weten'),
    bulletList(
      restingOn(
        'lived',
        `Wie zich één keer niet welkom voelde, komt geen tweede keer. Een lijst bij de deur is genoeg
        om iemand te laten omdraaien.`,
      ),
      restingOn(
        'professional',
        `De vorige inloop stopte na een jaar, omdat er alleen geld was voor mensen met een
        doorverwijzing.`,
      ),
    ),
    measure(
      `‘Als ik een week niet kom, belt er iemand. Niet om te controleren. Om te vragen.’ Bewoner, 71
      jaar`,
    ),
    measure(
      '‘Als er mensen zijn die ik nog nooit gezien heb, en die zelf koffie pakken.’ Gastvrouw',
    ),
    action(
      {title: 'De deur openzetten op dinsdag en donderdag', status: 'underway', from: '2026-01'},
      carrier('twee gastvrouwen en een gastheer uit de buurt', 'informal'),
      carrier('de opbouwwerker', 'formal'),
      `Van tien tot drie uur, ook in de vakantie. De opbouwwerker is er ook, maar zit niet aan het
      hoofd van de tafel.`,
      money.room,
    ),
    action(
      {
        title: 'Gastvrouwen en gastheren een vergoeding geven',
        ...{status: 'underway', until: '2027-03-01'},
      },
      carrier('de vrouwengroep', 'informal'),
      carrier('de gebiedsmakelaar', 'formal'),
      `De vrouwengroep vraagt aan, de gebiedsmakelaar denkt mee. Wie elke week klaarstaat, werkt. Een
      bos bloemen in december is aardig, maar geen vergoeding.`,
      money.hosts,
    ),
    action(
      {title: 'Elke maand eten aan de lange tafel', status: 'underway', from: '2026-04'},
      carrier('de vrouwengroep', 'informal'),
      'De laatste vrijdag van de maand. De vrouwengroep kookt, wie wil helpt mee.',
      money.meals,
    ),
    agreement(
      {title: 'De sleutel van de voorkamer', until: '2026-01-15'},
      carrier('de vrouwengroep', 'informal', 'expects'),
      carrier('de welzijnsorganisatie', 'formal', 'promises'),
      `Twee gastvrouwen krijgen een eigen sleutel, zodat de deur ook opengaat als er geen
      beroepskracht is.`,
      account('De sleutel kwam, maar pas half februari.', 'partly', 'informal'),
      account(
        `Het duurde langer, omdat de verzekering het eerst niet goed vond. Dat hadden we eerder
        moeten melden.`,
        'partly',
        'formal',
      ),
    ),
  ),
  goal(
    {title: 'Bellen en langsgaan bij wie niet komt', status: 'underway', from: '2026-04'},
    carrier('sleutelpersonen', 'informal'),
    carrier('het sociaal team', 'formal'),
    `Een inloop helpt wie de straat op durft. Voor de anderen gaan we zelf op pad, met iemand die zij
    al kennen of die hun taal spreekt.`,
    heading(3, 'Wat we weten'),
    bulletList(
      restingOn(
        'professional',
        `Een brief met een aanbod voor huisbezoek wordt zelden beantwoord. Na een bezoek met een
        bekende komt bijna altijd een tweede gesprek.`,
      ),
      restingOn(
        'lived',
        `Je doet niet open voor een tas met een logo. Je doet open voor de buurvrouw die soep
        brengt.`,
      ),
    ),
    measure(
      '‘Als ik op zondag iemand kan bellen, en het is niet de dokter.’ Bewoner van de hofjes',
    ),
    action(
      {title: 'Samen langsgaan, altijd met twee', status: 'underway', from: '2026-04'},
      carrier('een sleutelpersoon', 'informal'),
      carrier('iemand van het sociaal team', 'formal'),
      `Vier bezoeken per week. De sleutelpersoon belt aan en doet het woord. Er gaat geen formulier
      mee naar binnen. Wat iemand vertelt, schrijven we alleen op als die persoon dat zelf wil.`,
      money.visits,
    ),
    action(
      {title: 'Een belcirkel voor de zondag', status: 'achieved', from: '2026-05'},
      carrier('de bewonersgroep van de hofjes', 'informal'),
      'Elke zondag na het middageten belt iemand de volgende op de lijst.',
      money.phones,
    ),
    agreement(
      {title: 'Wat er achter de voordeur gezegd wordt', until: '2026-04-01'},
      carrier('het sociaal team', 'formal', 'expects'),
      carrier('de sleutelpersonen', 'informal', 'expects'),
      carrier('het sociaal team', 'formal', 'promises'),
      carrier('de sleutelpersonen', 'informal', 'promises'),
      `Wij praten niet over mensen zonder hen. Is iemand in gevaar, dan zeggen we tegen die persoon
      zelf dat we hulp halen, en welke.`,
      account('', 'kept', 'formal'),
      account('', 'kept', 'informal'),
    ),
  ),
);
