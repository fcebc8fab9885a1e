/** Documents as pages: every word is there, and nothing that somebody wrote can become anything else. */

import {documentHtml} from '@samenspel/server/export/document-html.ts';
import {slugOf} from '@samenspel/server/export/file-name.ts';
import {html} from '@samenspel/server/export/html.ts';
import type {NamedPeople, PersonId} from '@samenspel/shared';
import {examplePlan} from '@samenspel/shared/templates';
import type {JSONContent} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import {
  account,
  action,
  agreement,
  card,
  carrier,
  fund,
  goal,
  measure,
  paragraph,
  question,
  withFields,
} from '../support/plan.ts';

const text = (words: string, ...marks: NonNullable<JSONContent['marks']>): JSONContent => ({
  ...{type: 'text', text: words, marks},
});
const amina = 'amina1' as PersonId;
const people: NamedPeople = new Map([[amina, {name: 'Amina', side: 'informal'}]]);
const draw = (...content: JSONContent[]) => documentHtml({type: 'doc', content}, people).html;
const said = (node: JSONContent) =>
  draw(node)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('text is text, wherever it stands', () => {
  expect(html`<p title="${'" onclick="x'}">${"<b>&'</b>"}</p>`.html).toBe(
    '<p title="&quot; onclick=&quot;x">&lt;b&gt;&amp;&#39;&lt;/b&gt;</p>',
  );
});

test('marks and blocks become their HTML, in each other', () => {
  const words = text('samen', {type: 'bold'}, {type: 'italic'});
  const list = {type: 'listItem', content: [{type: 'paragraph', content: [words]}]};
  expect(squeezed(draw({type: 'bulletList', content: [list]}))).toBe(
    '<ul><li><p><em><strong>samen</strong></em></p></li></ul>',
  );
});

test('every word of a real plan is in its page', () => {
  let id = 0;
  const {content} = examplePlan(() => String(++id), 2026);
  const page = draw(...(content.content ?? []));
  const words = JSON.stringify(content).matchAll(/"text":"([^"\\&<>']+)"/g);
  const all = [...words].map(([, found = '']) => found);
  expect(all.length).toBeGreaterThan(200);
  for (const found of all) expect(page).toContain(found);
});

test('what is not known here still shows its text, whatever its name', () => {
  for (const type of ['toekomst', 'constructor', '__proto__', 'toString']) {
    const node = {type, content: [text('blijft staan', {type})]};
    expect(draw(node)).toBe('blijft staan');
  }
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  '//elders.example',
  42,
  null,
])('a link to %j keeps its words and loses its address', (href) => {
  expect(draw(text('hier', {type: 'link', attrs: {href}}))).toBe('hier');
});

test('attributes are numbers or nothing', () => {
  const cell = {
    type: 'tableCell',
    attrs: {colspan: '2" onload="x', rowspan: 3},
    content: [text('a')],
  };
  expect(squeezed(draw(cell))).toBe('<td rowspan="3">a</td>');
  const list = {type: 'orderedList', attrs: {start: '1"><script>'}, content: []};
  expect(draw(list)).not.toContain('script');
});

test('a plan says who, when, how much and how it went', () => {
  const fields = {status: 'underway', from: '2027-03', until: '2028'};
  const money = fund('huur van de zaal', 125_050, {source: 'buurtbudget', state: 'promised'});
  expect(said(withFields(goal('Een inloop', measure('Het is er vol')), fields))).toBe(
    'Doel · bezig · maart 2027 t/m 2028 Een inloop Hoe weten we dat het werkt? Het is er vol',
  );
  expect(said(action('Zaal huren', carrier('de buurtmoeders', 'informal'), money))).toBe(
    'Actie Zaal huren draagt de buurtmoeders (informeel) € 1.250,50 · buurtbudget · toegezegd huur van de zaal',
  );
  expect(said(agreement('Elke week bellen', account('Drie keer niet', 'partly', 'formal')))).toBe(
    'Afspraak Elke week bellen deels nagekomen (formeel) Drie keer niet',
  );
});

test('somebody of the lab goes by their name of now, and is somebody when they are forgotten', () => {
  const line = (person: string) => ({type: 'carrier', attrs: {part: 'promises', person}});
  expect(said(line(amina))).toBe('belooft Amina (informeel)');
  expect(said(line('weg1234'))).toBe('belooft iemand');
});

test('what could not be read in a field stands as it was typed', () => {
  const typed = {amount: 'twee ton <b>', source: 'het oude potje', state: 'weg'};
  expect(draw({type: 'fund', attrs: typed})).toContain('twee ton &lt;b&gt; · het oude potje');
  expect(said(withFields(goal('x'), {status: 'constructor', until: 'voor de zomer'}))).toBe(
    'Doel · t/m voor de zomer x',
  );
});

test('a card shows its parts under their headings, and no questions', () => {
  const shown = said(
    card('wall', 'De diploma-eis', {wall: ['Geen papieren'], key: [question('Wat hielp?')]}),
  );
  expect(shown).toBe('Muur en sleutel De diploma-eis De muur Geen papieren De sleutel');
  expect(said({...question('Wat hielp?'), content: [text('Een tolk')]})).toBe('Een tolk');
});

test('a passage says once what it rests on, where it ends', () => {
  const lived = {type: 'sourceLived'};
  const line = paragraph(
    text('Wij ', lived),
    text('weten', lived, {type: 'bold'}, {type: 'sourcePolicy'}),
    text(' dit.'),
  );
  expect(said(line)).toBe('Wij weten ervaringskennis, beleid dit.');
});

test.each([
  ['Wijkuitvoeringsplan Vlonderbuurt', 'wijkuitvoeringsplan-vlonderbuurt'],
  ['Café ’t Hoekje & co.', 'cafe-t-hoekje-co'],
  ['../../etc/passwd', 'etc-passwd'],
  ['a\r\nSet-Cookie: b=c', 'a-set-cookie-b-c'],
  ['حي السلام', 'document'],
  ['x'.repeat(300), 'x'.repeat(60)],
])('%j becomes the file name %j', (title, slug) => {
  expect(slugOf(title, 'document')).toBe(slug);
});

/** Without the room between blocks, which means nothing. */
function squeezed(page: string): string {
  return page.replaceAll(/>\s+|\s+</g, (room) => room.trim());
}
