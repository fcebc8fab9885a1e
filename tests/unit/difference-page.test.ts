/** A comparison as a page: every change has a sign, a word and a name, and nothing can become code. */

import {differencePage} from '@samenspel/server/history/difference-page.ts';
import type {PersonView, Seq} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {type Desk, desk, find, type Make} from '../support/difference-desk.ts';

const hostile = '<script>alert(1)</script> & "zo"';
const at = Date.UTC(2026, 10, 20, 12);

const written = () =>
  desk((make) => [
    make('paragraph', null, 'Wij willen niet dat de zaal dichtgaat'),
    make(
      'goal',
      {id: 'goal01', status: 'idea'},
      make('blockTitle', null, 'Open inloop'),
      make('action', {id: 'action01'}, make('fund', {id: 'fund01', amount: 25_000}, 'huur')),
    ),
    table(make, ['wie', 'wat'], ['Amina', 'koffie']),
    make('paragraph', null, hostile),
    make('paragraph', null, 'Dit staat straks helemaal bovenaan'),
  ]);

function table(make: Make, ...rows: readonly (readonly string[])[]) {
  return make('table', null, ...rows.map((row) => rowOf(make, row)));
}

function rowOf(make: Make, cells: readonly string[]) {
  const cell = (words: string) => make('tableCell', null, make('paragraph', null, words));
  return make('tableRow', null, ...cells.map(cell));
}

function pageOf(one: Desk, change: {title?: string; people?: readonly PersonView[]} = {}): string {
  const {amina, bram} = one;
  const people: readonly PersonView[] = [
    {id: amina.personId, name: 'Amina', side: 'informal'},
    {id: bram.personId, name: 'Bram <b>', side: 'formal'},
  ];
  const versions = [{seq: one.marked() as Seq, name: 'Vóór de zomer'}];
  const difference = one.difference();
  const page = differencePage({title: 'Plan', difference, people, versions, at, ...change});
  return page.replaceAll(/\s+/g, ' ').replaceAll('> <', '><');
}

test('what came and went stands in its place, with a word, a name and a side', () => {
  const one = written();
  one.does(one.bram, (tr) => {
    const {from, to} = find(one.bram, 'niet ');
    tr.delete(from, to);
  });
  one.does(one.amina, (tr) => tr.insertText(' in de winter', find(one.amina, 'dichtgaat').to));
  const page = pageOf(one);
  expect(page).toContain(
    'Wij willen <del class="formal">niet </del><small class="by formal">weg · Bram &lt;b&gt; (formeel)</small>dat',
  );
  expect(page).toContain(
    'dichtgaat<ins class="informal"> in de winter</ins><small class="by informal">erbij · Amina (informeel)</small>',
  );
});

test('a field is told in words above its block, and first of all under the name of the goal', () => {
  const one = written();
  one.does(one.bram, (tr) => tr.setNodeAttribute(find(one.bram, 'huur').pos, 'amount', 40_000));
  const page = pageOf(one);
  const sentence = 'veranderde het bedrag voor ‘huur’: € 250 → € 400 (actie zonder titel).';
  expect(page).toContain(sentence);
  expect(page.indexOf(sentence)).toBeLessThan(page.indexOf('De hele tekst'));
  expect(page).toContain('bedrag voor ‘huur’: € 250 → € 400 · Bram &lt;b&gt; (formeel)</small>');
  const [, anchor = ''] = /<a href="#([^"]+)">In doel ‘Open inloop’<\/a>/.exec(page) ?? [];
  expect(page).toContain(`<div id="${anchor}"`);
});

test('what moved is told where it stands now and where it stood', () => {
  const one = written();
  one.does(one.amina, (tr) => {
    const {pos, node} = find(one.amina, 'Dit staat straks');
    tr.delete(pos, pos + node.nodeSize);
    tr.insert(0, node);
  });
  const page = pageOf(one);
  expect(page).toContain('<div class="came informal"><p>Dit staat straks helemaal bovenaan');
  expect(page).toContain('Stond hier, verplaatst naar een andere plek: ‘Dit staat straks');
});

test('a row that came is said in its first cell, so that the table stays one', () => {
  const one = written();
  one.does(one.amina, (tr, make) =>
    tr.insert(find(one.amina, 'Amina').pos - 2, rowOf(make, ['Chaima', 'soep'])),
  );
  expect(pageOf(one)).toMatch(
    /<tr><td><p class="by informal">rij erbij · Amina \(informeel\)<\/p><p><ins class="informal">Chaima<\/ins>/,
  );
});

test('who was forgotten is iemand, without a side', () => {
  const one = written();
  one.does(one.bram, (tr) => tr.insertText('Ook ', find(one.bram, 'Wij willen').from));
  expect(pageOf(one, {people: []})).toContain(
    '<ins class="">Ook </ins><small class="by ">erbij · iemand</small>',
  );
});

test('nothing that somebody wrote becomes a tag, and nothing on the page can run or be fetched', () => {
  const one = written();
  one.does(one.amina, (tr) => {
    const {link} = one.amina.editor.schema.marks;
    const {from, to} = find(one.amina, 'zaal');
    if (link) tr.addMark(from, to, link.create({href: 'javascript:alert(1)'}));
  });
  const page = pageOf(one, {title: hostile});
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;zo&quot;');
  expect(page).not.toMatch(/<script|<img|<iframe|<link|javascript:|\son\w+=|url\(|@import/i);
  expect(page).toContain('content="default-src &#39;none&#39;;');
});

test('moments are named by their date and the name that somebody gave them', () => {
  const one = written();
  one.does(one.bram, (tr) => tr.insertText('Ook ', find(one.bram, 'Wij willen').from));
  expect(pageOf(one)).toContain('(‘Vóór de zomer’)');
  expect(pageOf(one)).toContain('Gemaakt op 20 november 2026 om 13.00.');
});

test('of two moments that say the same the text is there, and that nothing changed', () => {
  const page = pageOf(written());
  expect(page).toContain('Tussen deze twee momenten is niets veranderd.');
  expect(page).not.toMatch(/<ins|<del|Zo lees je dit/);
  expect(page).toContain('Open inloop');
});
