/**
 * A document's JSON as HTML, without a browser and without a schema: what is not known here shows its
 * text, so that nothing that somebody wrote is left out.
 */

import {
  isOpenQuestion,
  type NamedPeople,
  sourceOfMark,
  sourceWord,
  withSources,
} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {isSafeLink} from '@samenspel/shared/schema/links';
import {type Html, html} from './html.ts';
import {planHtml} from './plan-html.ts';

type Draw = (inside: readonly Html[], node: JSONContent, people: NamedPeople) => Html;

const nodes: Readonly<Record<string, Draw>> = {
  paragraph: (inside, node) => (isOpenQuestion(node) ? html`` : html`<p>${inside}</p> `),
  hardBreak: () => html`<br />`,
  horizontalRule: () => html`<hr /> `,
  blockquote: (inside) => html`<blockquote>${inside}</blockquote> `,
  bulletList: (inside) =>
    html`<ul>
      ${inside}
    </ul> `,
  orderedList: (inside, node) =>
    html`<ol start="${wholeNumber(node.attrs?.['start'], 1)}">
      ${inside}
    </ol> `,
  listItem: (inside) => html`<li>${inside}</li> `,
  taskList: (inside) =>
    html`<ul>
      ${inside}
    </ul> `,
  taskItem: (inside, node) =>
    html`<li class="tick">${node.attrs?.['checked'] === true ? '☑' : '☐'} ${inside}</li> `,
  table: (inside) =>
    html`<table>
      ${inside}
    </table> `,
  tableRow: (inside) =>
    html`<tr>
      ${inside}
    </tr> `,
  tableHeader: (inside, node) => html`<th${spans(node)}>${inside}</th>`,
  tableCell: (inside, node) => html`<td${spans(node)}>${inside}</td>`,
  heading(inside, node) {
    // The title of the page is the first level.
    switch (wholeNumber(node.attrs?.['level'], 3)) {
      case 1:
        return html`<h2>${inside}</h2> `;
      case 2:
        return html`<h3>${inside}</h3> `;
      default:
        return html`<h4>${inside}</h4> `;
    }
  },
  ...planHtml,
};

const marks: Readonly<Record<string, (inside: Html, attrs: Record<string, unknown>) => Html>> = {
  bold: (inside) => html`<strong>${inside}</strong>`,
  italic: (inside) => html`<em>${inside}</em>`,
  underline: (inside) => html`<u>${inside}</u>`,
  strike: (inside) => html`<s>${inside}</s>`,
  link(inside, {href}) {
    // An address that could run something is no address: its words stay.
    if (typeof href !== 'string' || !isSafeLink(href)) return inside;
    return html`<a href="${href.trim()}" rel="noopener noreferrer nofollow">${inside}</a>`;
  },
};

/**
 * @param people who is named in it, as they are called now; who is not among them is "iemand"
 * @throws RangeError when it is nested deeper than anybody could have meant
 */
export function documentHtml(node: JSONContent, people: NamedPeople): Html {
  if (node.type === 'text') return textHtml(node);
  const inside = withSources(node.content ?? []).map(({piece, ends}) => {
    const drawn = documentHtml(piece, people);
    if (ends.length === 0) return drawn;
    return html`${drawn} <small class="source">${ends.map(sourceWord).join(', ')}</small>`;
  });
  return blockHtml(node, inside, people);
}

/** A node around what is drawn already of what is in it; what is not known here is that alone. */
export function blockHtml(node: JSONContent, inside: readonly Html[], people: NamedPeople): Html {
  const draw = own(nodes, node.type);
  return draw ? draw(inside, node, people) : html`${inside}`;
}

/** Text in its marks; those that are not known here do nothing. */
export function textHtml({text = '', marks: given = []}: JSONContent): Html {
  return given.reduce<Html>(
    (inside, {type, attrs}) => {
      if (sourceOfMark(type)) return html`<span class="rests">${inside}</span>`;
      return own(marks, type)?.(inside, attrs ?? {}) ?? inside;
    },
    html`${text}`,
  );
}

function spans({attrs}: JSONContent): Html {
  const [wide, high] = [attrs?.['colspan'], attrs?.['rowspan']].map((span) => wholeNumber(span, 1));
  return html`${wide === 1 ? null : html` colspan="${wide ?? 1}"`}${high === 1 ? null : html` rowspan="${high ?? 1}"`}`;
}

/** Small ones only: a browser would make room for millions of columns. */
function wholeNumber(value: unknown, otherwise: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number >= 0 && number < 1_000_000 ? number : otherwise;
}

/** Names come from people's browsers: 'constructor' is a name like any other. */
function own<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | null {
  return name !== undefined && Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}
