/** Documents as pages: every word is there, and nothing that somebody wrote can become anything else. */

import {documentHtml} from '@samenspel/server/export/document-html.ts';
import {slugOf} from '@samenspel/server/export/file-name.ts';
import {html} from '@samenspel/server/export/html.ts';
import {examplePlan} from '@samenspel/shared/templates';
import type {JSONContent} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';

const text = (words: string, ...marks: NonNullable<JSONContent['marks']>): JSONContent => ({
  ...{type: 'text', text: words, marks},
});
const draw = (...content: JSONContent[]) => documentHtml({type: 'doc', content}).html;

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
  const {content} = examplePlan(() => String(++id));
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
