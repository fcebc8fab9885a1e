/** What people copy from elsewhere, as it lands in the text. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {cleanHtml} from '@samenspel/client/editor/paste/clean-html.ts';
import {withStylesAside} from '@samenspel/client/editor/paste/inline-style.ts';
import {documentSchema, type JSONContent} from '@samenspel/shared/schema';
import {DOMParser as ProseMirrorParser} from '@tiptap/pm/model';
import {describe, expect, test} from 'vitest';

const schema = documentSchema();
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, `../fixtures/paste/${name}.html`), 'utf8');

function pasted(html: string, lab = 'lab1'): JSONContent {
  const clean = cleanHtml(html, lab);
  const body = new DOMParser().parseFromString(clean.html, 'text/html').body;
  return ProseMirrorParser.fromSchema(schema).parse(body).toJSON() as JSONContent;
}

/** A document as a short outline: what it holds, with marks and the attributes that say something. */
function outline({type, text, marks, attrs, content = []}: JSONContent): string {
  if (type === 'text') {
    const names = (marks ?? []).map((mark) => mark.attrs?.['href'] ?? mark.type);
    return names.length > 0 ? `${text?.trim()}[${names.join(' ')}]` : (text ?? '').trim();
  }
  if (type === 'hardBreak') return '⏎';
  const telling = ['level', 'start', 'checked', 'colspan', 'status', 'amount', 'source', 'person'];
  const facts = telling.flatMap((name) => {
    const value: unknown = attrs?.[name];
    return value === null || value === undefined || value === 1 ? [] : [`${name}=${String(value)}`];
  });
  const inside = content.map(outline).filter((part) => part !== '');
  return `${type}${facts.length > 0 ? `(${facts.join(' ')})` : ''}{${inside.join(' ')}}`;
}

const lines = (html: string) => (pasted(html).content ?? []).map(outline);

test('[R40] Word: headings, marks, lists in lists, numbers and tables stay; remarks and pictures go', () => {
  expect(lines(fixture('word-desktop'))).toEqual([
    'heading{Plan voor de Vlonderbuurt}',
    'heading(level=2){Wat we zien}',
    'paragraph{Veel mensen[bold] zijn alleen[italic] . Wij willen[underline] dat niet[strike] anders: lees meer[https://voorbeeld.nl/buurt] .}',
    'bulletList{listItem{paragraph{koffie in het buurthuis} bulletList{listItem{paragraph{op maandag[bold]}}}} listItem{paragraph{samen eten}}}',
    'paragraph{Zo beginnen we:}',
    'orderedList(start=3){listItem{paragraph{de sleutel halen}} listItem{paragraph{de deur openzetten}}}',
    'table{tableRow{tableCell{paragraph{Wie[bold]}} tableCell{paragraph{Wat}}} tableRow{tableCell(colspan=2){bulletList{listItem{paragraph{iedereen}}}}}}',
  ]);
  expect(cleanHtml(fixture('word-desktop'), 'lab1').pictures).toBe(1);
});

test('[R40] Word in the browser: one list where it writes many, and looks that stand in styles', () => {
  expect(lines(fixture('word-online'))).toEqual([
    'heading{Samen aan tafel}',
    'paragraph{Wij luisteren[bold] eerst[italic] en[underline] ooit[strike] dan.}',
    'bulletList{listItem{paragraph{brood} bulletList{listItem{paragraph{van de bakker}}}} listItem{paragraph{soep}}}',
    'orderedList(start=2){listItem{paragraph{afwassen}}}',
    'table{tableRow{tableCell{paragraph{Wie}} tableCell{paragraph{Wanneer}}}}',
  ]);
  expect(cleanHtml(fixture('word-online'), 'lab1').pictures).toBe(1);
});

test('[R40] Google Docs: bold that stands in styles, lists in lists, boxes to tick', () => {
  expect(lines(fixture('google-docs'))).toEqual([
    'heading{Wat leeft er?}',
    'paragraph{Bewoners weten[bold] wat[italic] hier[underline] soms[strike] werkt: de inloop[https://voorbeeld.nl/inloop] niet dit}',
    'bulletList{listItem{paragraph{koffie} bulletList{listItem{paragraph{met koek}}}} listItem{paragraph{thee}}}',
    'orderedList(start=4){listItem{paragraph{verder}}}',
    'taskList{taskItem(checked=true){paragraph{gebeld[strike]}} taskItem(checked=false){paragraph{gemaild}}}',
    'table{tableRow{tableCell{paragraph{Wie}} tableCell{paragraph{Wat[bold]}}}}',
  ]);
  // The boxes are no pictures.
  expect(cleanHtml(fixture('google-docs'), 'lab1').pictures).toBe(1);
});

test('[R40] a web page: its text and its structure, and nothing that runs, hides or poses', () => {
  expect(lines(fixture('web-page'))).toEqual([
    'heading(level=3){Nieuws uit de buurt}',
    'paragraph{Door de redactie[italic]}',
    'paragraph{Een warm[bold] welkom voor iedereen. ⏎ Tot morgen.}',
    'paragraph{regel een ⏎ regel twee}',
    'paragraph{klik hier, of hier, of daar, of echt hier[https://voorbeeld.nl/]}',
    'taskList{taskItem(checked=true){paragraph{gedaan}} taskItem(checked=false){paragraph{nog niet}}}',
    'goal(status=gehackt){blockTitle{Een doel van elders} action{fund(amount=12500 source=buurtbudget){taart}}}',
  ]);
  const {html, pictures} = cleanHtml(fixture('web-page'), 'lab1');
  expect(html).not.toMatch(/script|style|class|onclick|onerror|onfocus|iframe|svg|modal|teller/);
  expect(pictures).toBe(2);
  expect(Reflect.get(globalThis, 'gekaapt')).toBeUndefined();
});

test('what a page says about looks is set aside before a browser reads it, and text is left alone', () => {
  expect(withStylesAside('<p class="a"style=\'x\' onClick="y()">a style="b" <b</p>')).toBe(
    '<p class="a"data-said-style=\'x\' data-gone="y()">a style="b" <b</p>',
  );
  expect(withStylesAside('<p title="a > b" STYLE = x>1 < 2 > 0</p>')).toBe(
    '<p title="a > b" data-said-style = x>1 < 2 > 0</p>',
  );
  expect(withStylesAside('een<STYLE type="a">\nb{c:d}</style >twee')).toBe('eentwee');
});

describe('What was copied in Samenspel', () => {
  const goal =
    '<section data-block="goal" data-id="g1" data-status="underway" data-samenspel="LAB" data-pm-slice="0 0 []">' +
    '<p data-block-title="">Een tuin</p>' +
    '<p data-fact="carrier" data-id="c1" data-part="carries" data-person="amina123"></p>' +
    '<section data-block="action" data-id="a1"><p data-block-title="">Grond</p>' +
    '<p data-fact="fund" data-id="f1" data-amount="#125050" data-source="buurtbudget">huur</p></section>' +
    '<p><span data-source="lived"><strong>Wij</strong></span> weten dit.</p><p></p></section>';

  test('keeps its fields, its sources and its empty lines', () => {
    expect(lines(goal.replace('LAB', 'lab1'))).toEqual([
      'goal(status=underway){blockTitle{Een tuin} carrier(person=amina123){} action{blockTitle{Grond} fund(amount=125050 source=buurtbudget){huur}} paragraph{Wij[bold sourceLived] weten dit.} paragraph{}}',
    ]);
  });

  test.each(['lab2', ''])('names nobody of another lab (%j)', (lab) => {
    const text = JSON.stringify(pasted(goal.replace('LAB', lab)));
    expect(text).not.toContain('amina123');
    expect(text).not.toContain('"carrier"');
    expect(text).toContain('125050');
  });

  test.each([
    ['1 1 ["goal",{"id":"g1","person":"amina123"}]', '1 1 ["goal",{"id":"g1"}]'],
    ['0 0 -2 []', '0 0 -2 []'],
    [`1 1 ["goal",{"id":{"toString":1},"status":"${'x'.repeat(600)}"}]`, '1 1 ["goal",{}]'],
    ['1 1 {"goal":1}', '0 0 []'],
    ['999999999 1 []', '0 0 []'],
    ['1 1 [', '0 0 []'],
    ['', '0 0 []'],
  ])('says where it was cut out, as far as that can be believed: %s', (said, believed) => {
    const {html} = cleanHtml(`<p data-pm-slice='${said}'>tekst</p>`, 'lab1');
    const [element] = new DOMParser().parseFromString(html, 'text/html').body.children;
    expect(element?.getAttribute('data-pm-slice')).toBe(believed);
  });
});
