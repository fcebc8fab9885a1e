/** Two moments of a text beside each other: what is seen, and what is heard of it. */

import {markedOf} from '@samenspel/client/history/compare/marked.ts';
import {markedDrawer, MarkedText} from '@samenspel/client/history/compare/marked-text.tsx';
import {SideBySide} from '@samenspel/client/history/compare/side-by-side.tsx';
import {openChangeWords, type PersonView} from '@samenspel/shared';
import {render, screen} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {type Desk, desk, find, type Make} from '../support/difference-desk.ts';

const goal = (make: Make, id: string, title: string, text: string) =>
  make('goal', {id}, make('blockTitle', null, title), make('paragraph', null, text));

const written = () =>
  desk((make) => [
    make(
      'task',
      {id: 'task01'},
      make('blockTitle', null, 'Eenzaamheid'),
      goal(make, 'goal01', 'Open inloop', 'Er is niets te doen op maandag'),
      goal(make, 'goal02', 'Samen eten', 'Elke vrijdag koken wij'),
    ),
  ]);

function replace(one: Desk, was: string, is: string): void {
  one.does(one.bram, (tr) => {
    const {from, to} = find(one.bram, was);
    tr.insertText(is, from, to);
  });
}

function drawn(one: Desk) {
  const difference = one.difference();
  const people: readonly PersonView[] = [
    {id: one.amina.personId, name: 'Amina', side: 'informal'},
    {id: one.bram.personId, name: 'Bram', side: 'formal'},
  ];
  const told = openChangeWords({difference, people});
  return {
    marked: markedOf(difference, () => true),
    draw: markedDrawer({changes: difference.changes, people, told}),
  };
}

describe('What a screen reader hears of a comparison', () => {
  test('words in the place of others: that these went, that those came, by whom and of which side', () => {
    const one = written();
    replace(one, 'niets', 'veel');
    const {marked, draw} = drawn(one);
    render(<MarkedText nodes={marked.together()} draw={draw} />);
    expect(screen.getByRole('deletion').textContent).toMatch(/^weggehaald: niets/);
    expect(screen.getByRole('insertion').textContent).toBe(
      'toegevoegd: veel (einde)  Bram (formeel)',
    );
  });

  test('words that look different: what changed about them, and by whom', () => {
    const one = written();
    one.does(one.bram, (tr) => {
      const {from, to} = find(one.bram, 'vrijdag');
      tr.addMark(from, to, one.bram.editor.schema.mark('bold'));
    });
    const {marked, draw} = drawn(one);
    render(<MarkedText nodes={marked.together()} draw={draw} />);
    const paragraph = screen.getByText('vrijdag').closest('p');
    expect(paragraph?.textContent).toContain(
      'veranderd: vrijdag (opmaak van ‘vrijdag’: vet erbij)  Bram (formeel)',
    );
  });
});

describe('Two texts side by side', () => {
  test('a goal stands beside itself, and what stayed the same in it is told to be so', () => {
    const one = written();
    replace(one, 'niets', 'veel');
    const {marked, draw} = drawn(one);
    const {container} = render(<SideBySide rows={marked.rows()} draw={draw} />);
    const rows = [...container.querySelectorAll('.side-by-side-row')].slice(1).map((row) => ({
      isSame: row.classList.contains('side-by-side-same'),
      texts: [...row.children].map(({textContent}) => textContent?.slice(0, 16)),
    }));
    expect(rows).toEqual([
      {isSame: true, texts: ['Eenzaamheid', 'Eenzaamheid']},
      {isSame: true, texts: ['Open inloop', 'Open inloop']},
      {isSame: false, texts: ['Er is weggehaald', 'Er is toegevoegd']},
      {isSame: true, texts: ['Samen eten', 'Samen eten']},
      {isSame: true, texts: ['Elke vrijdag kok', 'Elke vrijdag kok']},
    ]);
  });

  test('what came as a whole has nothing beside it', () => {
    const one = written();
    one.does(one.amina, (tr, make) =>
      tr.insert(tr.doc.content.size - 1, goal(make, 'goal03', 'Een moestuin', 'Samen zaaien')),
    );
    const {marked} = drawn(one);
    const last = marked.rows().at(-1);
    expect(last).toMatchObject({inside: ['task'], earlier: null, isChanged: true});
    expect(last?.later).not.toBeNull();
  });
});
