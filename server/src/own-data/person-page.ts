/** One's own data as a page to read. */

import {kindWord, roleWord, sideWord} from '@samenspel/shared';
import {documentHtml} from '../export/document-html.ts';
import {type Html, html} from '../export/html.ts';
import {actWord, logSentence} from '../export/log-words.ts';
import {pageOf} from '../export/page.ts';
import {momentWord} from '../export/words.ts';
import type {CommentData} from './person-comments.ts';
import type {LabData, PersonalData, PersonData, QuestionData, WritingData} from './person-data.ts';

export function personPage(data: PersonData): string {
  const {name, madeAt, since, devices, guestOf} = data;
  const body = html`<p>
      Dit is alles wat Samenspel over jou bewaart, op ${momentWord(madeAt)}. Anderen staan er niet
      bij naam in.
    </p>
    <p>
      Wil je dit niet meer? Bij je gegevens kun je je laten vergeten. Je naam wordt dan “iemand”.
      Wat je samen met anderen schreef, blijft staan.
    </p>
    <h2>Wie je bent</h2>
    <ul>
      <li>Naam: ${name}</li>
      <li>Hier sinds: ${momentWord(since)}</li>
      <li>E-mailadres: ${addressOf(data)}</li>
    </ul>
    <h2>Waar je bent ingelogd</h2>
    ${list(devices.map(({label, lastDay}) => html`${label}, het laatst op ${lastDay}`))}
    <h2>Je labs</h2>
    ${data.labs.length === 0 ? none : data.labs.map(labHtml)}
    <h2>Documenten waarin je meeleest</h2>
    ${list(
      guestOf.map(
        ({title, labName, role, joinedAt, leftAt}) =>
          html`${title ?? lost} (${labName}), als ${roleWord(role)}, sinds
          ${momentWord(joinedAt)}${leftAt === null ? null : ` tot ${momentWord(leftAt)}`}`,
      ),
    )}
    <h2>Je persoonlijke documenten</h2>
    ${
      data.personalDocuments.length === 0
        ? none
        : data.personalDocuments.map((document) => personalHtml(document, data))
    }
    <h2>Wat je met anderen schreef</h2>
    ${data.writing.length === 0 ? none : data.writing.map(writingHtml)}
    <h2>Wat je bij documenten zei</h2>
    ${list(data.comments.map(commentHtml))}
    <h2>Waar je akkoord of dank gaf</h2>
    ${list(data.reactions.map(({kind, at}) => html`${kind === 'agree' ? 'Akkoord' : 'Dank'}, ${momentWord(at)}`))}`;
  return pageOf(`De gegevens van ${name}`, body);
}

const lost = 'Een document dat je niet meer kunt openen';
const none = html`<p>Niets.</p> `;
const unreadable = html`<p>
  Dit kon nu niet worden gelezen. Vraag de beheerder van de server om hulp.
</p> `;

function addressOf({address, addressConfirmedAt}: PersonData): string {
  if (address === null) return 'geen';
  return addressConfirmedAt === null ? `${address} (nog niet bevestigd)` : address;
}

function list(items: readonly Html[]): Html {
  if (items.length === 0) return none;
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li> `)}
  </ul> `;
}

function labHtml(lab: LabData): Html {
  const {name, neighbourhood, side, role, joinedAt, confirmedAt, leftAt} = lab;
  const counts =
    confirmedAt === null ? 'nog niet bevestigd' : `bevestigd ${momentWord(confirmedAt)}`;
  return html`<section>
    <h3>${name}</h3>
    <p>
      ${neighbourhood}. ${sideWord(side)}, ${roleWord(role)}, sinds
      ${momentWord(joinedAt)}${leftAt === null ? ` (${counts})` : ` tot ${momentWord(leftAt)}`}.
    </p>
    <h4>Uitnodigingen die je maakte</h4>
    ${list(
      lab.invitations.map(
        (one) =>
          html`${roleWord(one.role)}, ${sideWord(one.side)}, ${momentWord(one.createdAt)};
          ${one.uses} keer gebruikt`,
      ),
    )}
    <h4>Vragen waar twee sleutels voor nodig zijn</h4>
    ${list(lab.questions.map(questionHtml))}
    <h4>Wat het logboek over jou zegt</h4>
    ${list(
      lab.log.map(
        (entry) =>
          html`${logSentence(entry)}${entry.words === null ? null : html`: <q>${entry.words}</q>`}
            <span class="quiet">· ${momentWord(entry.at)}</span>`,
      ),
    )}
  </section> `;
}

function questionHtml({act, asked, aboutMe, turnedAt, askedAt, reason}: QuestionData): Html {
  const facts = [
    ...(asked ? ['jij vroeg het'] : []),
    ...(aboutMe ? ['het gaat over jou'] : []),
    ...(turnedAt === null ? [] : [`jij draaide een sleutel op ${momentWord(turnedAt)}`]),
  ];
  return html`${actWord(act)}, gevraagd op ${momentWord(askedAt)}:
  ${facts.join(', ')}${reason ? html`. <q>${reason}</q>` : null}`;
}

function personalHtml(
  {title, kind, createdAt, content}: PersonalData,
  {id, name}: Pick<PersonData, 'id' | 'name'>,
): Html {
  // Nobody else is named.
  const people = new Map([[id, {name, side: null}]]);
  return html`<section>
    <h3>${title}</h3>
    <p class="quiet">${kindWord(kind)} · gemaakt ${momentWord(createdAt)}</p>
    ${content === null ? unreadable : documentHtml(content, people)}
  </section> `;
}

function commentHtml({title, labName, at, words, proposal}: CommentData): Html {
  const proposed = proposal === null ? null : html` Voorstel: <q>${proposal}</q>`;
  return html`${title ?? lost} (${labName}), ${momentWord(at)}: <q>${words}</q>${proposed}`;
}

function writingHtml({title, labName, made, passages, moments}: WritingData): Html {
  return html`<section>
    <h3>${title ?? lost}</h3>
    <p class="quiet">${labName}${made ? ' · door jou gemaakt' : null}</p>
    ${passages === null ? unreadable : passages.map((text) => html`<p class="written">${text}</p> `)}
    <h4>Wanneer je schreef</h4>
    ${list(moments.map(({from, until}) => html`${momentWord(from)} tot ${momentWord(until)}`))}
  </section> `;
}
