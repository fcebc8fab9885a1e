/** How the example plan begins: what it is, who wrote it and what has happened since. */

import {type Block, bold, bulletList, heading, link, paragraph, quote} from '../build.ts';

export const opening: readonly Block[] = [
  heading(1, 'Wijkuitvoeringsplan Vlonderbuurt'),
  paragraph(
    'De Vlonderbuurt bestaat niet. ',
    bold('Dit is een voorbeeld'),
    ` dat bij Samenspel hoort. Je mag er alles in veranderen: schrijf erbij, haal weg, probeer uit.
    Wat je ook doet, het oude blijft terug te vinden.`,
  ),
  `In dit plan staat wat wij dit jaar en volgend jaar in de Vlonderbuurt willen doen, wie dat doet
  en wat het kost. We hebben het samen geschreven, aan één tafel: sleutelpersonen uit de buurt en
  mensen die hier voor hun werk komen. Niemand schreef het voor en niemand hoefde alleen te tekenen
  bij het kruisje.`,
  heading(2, 'Hoe het gemaakt is'),
  `We kwamen zes keer bij elkaar in de voorkamer van de oude wasserij. Om en om zat een bewoner en
  een professional voor. Wat mensen zelf hebben meegemaakt telt in dit plan even zwaar als een
  rapport. Daarom staat bij elk doel wat we weten uit ervaring en wat we weten uit het werk, naast
  elkaar. Soms klopt dat met elkaar. Soms ook niet, en dan schrijven we dat op.`,
  bulletList(
    'Vier sleutelpersonen: van de vrouwengroep, de vadergroep, de jongeren en de hofjes.',
    'Vier professionals: de opbouwwerker, de gebiedsmakelaar, de klantmanager en de jongerenwerker.',
    'En op de buurtwandeling ruim zestig mensen die iets zeiden, aanwezen of op een briefje schreven.',
  ),
  paragraph(
    'Wat we onderweg zagen, staat in het ',
    link('verslag van de buurtwandeling', 'https://example.org/vlonderbuurt/wandeling'),
    '.',
  ),
  quote(
    `De vorige keer mocht ik iets vinden van een plan dat al klaar was. Nu heb ik zelf een zin
    weggehaald, en niemand werd boos.`,
    'bewoner, bij de derde avond',
  ),
  quote(
    `Ik dacht dat ik de buurt kende uit de cijfers. Op de wandeling liep ik steeds achteraan, omdat
    iedereen wist waar we heen gingen behalve ik.`,
    'gebiedsmakelaar',
  ),
  heading(2, 'Wat we gaan doen'),
  `Hieronder staan vijf opgaven. Onder elke opgave staan doelen, en onder elk doel wat we gaan doen
  en wat we van elkaar verwachten.`,
];
