/** What stands in the zip file of a lab, for whoever opens it later. */

import {momentWord} from './words.ts';

export interface ReadmeFacts {
  readonly name: string;
  readonly neighbourhood: string;
  /** When it was made. */
  readonly at: number;
  /** Titles of documents that could not be read. */
  readonly unreadable: readonly string[];
}

export function readmeOf({name, neighbourhood, at, unreadable}: ReadmeFacts): string {
  return `${name}
${neighbourhood}

Dit is een kopie van het lab, gemaakt op ${momentWord(at)}.

documenten/    Elk document twee keer: .html om te lezen en te printen,
               .json om in een ander programma te gebruiken. Wat er bij een document
               is gezegd, staat in de bestanden die eindigen op -reacties.
sjablonen/     De eigen sjablonen van het lab, als die er zijn. Zo'n bestand kun je
               in een ander lab meebrengen.
logboek.html   Wat er in het lab gebeurde, het nieuwste eerst.
logboek.json   Hetzelfde, voor een ander programma.
lab.json       De naam van het lab, de afspraken en wie er meedoen.

Persoonlijke documenten, zoals een ontwikkelroute, staan er niet in. Die zijn van
wie ze schreef. Wie dat is, haalt ze op bij de eigen gegevens.

In deze kopie staan namen en teksten van mensen. Bewaar haar goed, en geef haar
alleen door als het lab dat goed vindt. Wie later uit het lab wil verdwijnen,
verdwijnt niet uit deze kopie.
${unreadable.length === 0 ? '' : `\nDeze documenten konden niet worden gelezen. Vraag de beheerder van de server om hulp:\n${unreadable.map((title) => `- ${title}\n`).join('')}`}`;
}
