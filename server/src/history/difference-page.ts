/** A comparison as a page of its own: to take along, to print, to hand to who has no account here. */

import {
  type ChangeSummary,
  type Difference,
  type DifferenceMoment,
  type NamedPeople,
  openChangeWords,
  type PersonView,
  type Seq,
  summariesOf,
} from '@samenspel/shared';
import {type Html, html} from '../export/html.ts';
import {pageOf} from '../export/page.ts';
import {momentWord} from '../export/words.ts';
import {differenceStyle} from './difference-page-style.ts';
import {anchorOf, differenceText} from './difference-page-text.ts';
import {pageWords} from './difference-page-words.ts';

export interface DifferencePage {
  /** Of the document. */
  readonly title: string;
  readonly difference: Difference;
  readonly people: readonly PersonView[];
  /** What moments are called that have a name. */
  readonly versions: readonly {readonly seq: Seq; readonly name: string}[];
  /** When the page is made; epoch milliseconds. */
  readonly at: number;
}

export function differencePage({title, difference, people, versions, at}: DifferencePage): string {
  const words = openChangeWords({difference, people});
  const named: NamedPeople = new Map(people.map((one) => [one.id, one]));
  const {earlier, later, changes} = difference;
  const momentHtml = (moment: DifferenceMoment): Html => {
    if (moment.seq === 0) return html`${pageWords.theBeginning}`;
    const name = versions.find(({seq}) => seq === moment.seq)?.name;
    return html`${momentWord(moment.at)}${name === undefined ? null : html` (‘${name}’)`}`;
  };
  const who = words.who([...new Set(changes.flatMap(({by}) => by))]);
  const body = html`
    <p>
      <strong>${pageWords.from}</strong> ${momentHtml(earlier)}<br />
      <strong>${pageWords.until}</strong> ${momentHtml(later)}
    </p>
    ${who === '' ? null : html`<p><strong>${pageWords.who}:</strong> ${who}</p>`}
    <p class="quiet">${pageWords.made(momentWord(at))}</p>
    ${changes.length === 0 ? html`<p>${pageWords.nothing}</p>` : legend}
    ${changes.length === 0 ? null : summaryHtml(summariesOf(difference, words))}
    <h2>${pageWords.text}</h2>
    ${differenceText({difference, words, people: named})}
  `;
  return pageOf(pageWords.title(title), body, differenceStyle);
}

const legend = html`<section class="legend" aria-label="${pageWords.legend}">
  <strong>${pageWords.legend}</strong>
  <ul>
    <li><ins>tekst</ins> ${pageWords.comes}</li>
    <li><del>tekst</del> ${pageWords.goes}</li>
    <li><ins class="moved">tekst</ins> ${pageWords.moves}</li>
    <li><span class="look">tekst</span> ${pageWords.looks}</li>
    <li><span class="sample informal">tekst</span> ${pageWords.informal}</li>
    <li><span class="sample formal">tekst</span> ${pageWords.formal}</li>
  </ul>
</section>`;

function summaryHtml(summaries: readonly ChangeSummary[]): Html {
  return html`<div class="summary">
    <h2>${pageWords.summary}</h2>
    ${summaries.map(
      ({place, heading, sentences}) =>
        html`<h3>
            ${place === null ? heading : html`<a href="#${anchorOf(place)}">${heading}</a>`}
          </h3>
          <ul>
            ${sentences.map((sentence) => html`<li>${sentence}</li> `)}
          </ul>`,
    )}
  </div>`;
}
