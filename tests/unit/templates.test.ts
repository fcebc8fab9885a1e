/** The text that comes with the product is valid, complete, adds up and names nobody. */

import {documentKinds, readPlan} from '@samenspel/shared';
import {
  documentSchema,
  identifiedNames,
  type JSONContent,
  planBlockNames,
} from '@samenspel/shared/schema';
import {examplePlan, seedText, templateOf} from '@samenspel/shared/templates';
import type {Node} from '@tiptap/pm/model';
import {describe, expect, test} from 'vitest';
import {bold, countingIds, goal, paragraph, plan, task} from '../support/plan.ts';
import {seeded} from '../support/random.ts';

describe('the example plan', () => {
  const example = examplePlan(countingIds());
  const document = parse(example.content);

  test('is a valid wijkuitvoeringsplan with a title', () => {
    expect(() => document.check()).not.toThrow();
    expect(example).toMatchObject({kind: 'plan', title: 'Wijkuitvoeringsplan Vlonderbuurt'});
  });

  test('is as rich as a real one: tasks, goals, actions, agreements and words', () => {
    expect(all(document, 'task').length).toBeGreaterThanOrEqual(4);
    expect(all(document, 'goal').length).toBeGreaterThanOrEqual(10);
    expect(all(document, 'action').length).toBeGreaterThanOrEqual(25);
    expect(all(document, 'agreement').length).toBeGreaterThanOrEqual(6);
    expect(words(document).length).toBeGreaterThanOrEqual(2500);
    for (const kind of ['table', 'taskList', 'bulletList', 'blockquote', 'heading'])
      expect(all(document, kind).length, kind).toBeGreaterThan(0);
  });

  test('says under every goal that is not parked how we will know, or where views differ', () => {
    const silent = all(document, 'goal').filter((node) => {
      const titles = headings(node);
      const parked = node.textContent.includes('Status: gestald');
      return (
        !parked &&
        !titles.includes('Hoe we weten dat het werkt') &&
        !titles.includes('Twee manieren van kijken')
      );
    });
    expect(silent.map(titleOf)).toEqual([]);
  });

  test('says in every agreement who expects something, by when, and how it stands', () => {
    for (const node of all(document, 'agreement')) {
      expect(node.textContent, titleOf(node)).toMatch(/Wie verwacht iets: .+Vóór: .+Stand: /);
    }
  });

  test('shows friction too: a parked goal, a promise not kept, a disagreement', () => {
    expect(document.textContent).toContain('Status: gestald');
    expect(document.textContent).toContain('niet nagekomen');
    expect(headings(document)).toContain('Waar we het niet over eens zijn');
  });

  test('gives every block a title and an id of its own', () => {
    const blocks = planBlockNames.flatMap((name) => all(document, name));
    const ids = blocks.map((node) => node.attrs['id'] as unknown);
    expect(new Set(ids).size).toBe(blocks.length);
    expect(ids).not.toContain(null);
    expect(blocks.filter((node) => titleOf(node) === '')).toEqual([]);
  });

  test('is the same every time the ids are', () => {
    expect(examplePlan(countingIds())).toEqual(example);
  });

  test('steps down one heading level at a time', () => {
    expect(stepsTooDeep(document)).toEqual([]);
  });

  test('links to example addresses only', () => {
    const hrefs: string[] = [];
    document.descendants((node) => {
      for (const mark of node.marks)
        if (mark.type.name === 'link') hrefs.push(String(mark.attrs['href']));
    });
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs)
      expect(href).toMatch(/^(?:https:\/\/|mailto:\w+@)example\.org(?:\/|$)/);
  });

  test('names roles, never persons: inside a sentence only these words have a capital', () => {
    const known = new Set(['Vlonderbuurt', 'Samenspel', 'Wmo', 'Participatiewet', 'EVC', 'A', 'C']);
    expect(capitalsWithin(lines(document)).filter((word) => !known.has(word))).toEqual([]);
  });
});

describe('the money of the example plan', () => {
  const document = parse(examplePlan(countingIds()).content);
  const [byPurpose, bySource] = all(document, 'table')
    .map(cellsOf)
    .filter(([header]) => header?.includes('Gevraagd'));

  test('adds up in every column of the first table', () => {
    const [, ...rows] = byPurpose ?? [];
    const total = rows.pop() ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const column of [3, 4, 5])
      expect(cents(total[column])).toBe(sum(rows.map((row) => cents(row[column]))));
  });

  test('adds up by row and by column in the table per source', () => {
    const [, ...rows] = bySource ?? [];
    const total = rows.at(-1) ?? [];
    for (const row of rows)
      expect(cents(row[4]), row[0]).toBe(cents(row[1]) + cents(row[2]) + cents(row[3]));
    for (const column of [1, 2, 3, 4])
      expect(cents(total[column])).toBe(sum(rows.slice(0, -1).map((row) => cents(row[column]))));
  });

  test('is the same in both tables, and every source has a row', () => {
    const ends = [byPurpose?.at(-1)?.slice(3), bySource?.at(-1)?.slice(1, 4)];
    expect(ends[0]).toEqual(ends[1]);
    expect(bySource?.slice(1, -1).map(([source]) => source)).toEqual([
      'Wmo',
      'Participatiewet',
      'buurtbudget',
      'fonds',
      'eigen',
    ]);
  });

  test('stands in the actions exactly as it stands in the table', () => {
    const told = all(document, 'action').flatMap((node) => {
      const found = /Geld: (€ [\d.]+) \((.+?), (.+?)\)/.exec(node.textContent);
      return found ? [`${found[1]} ${found[2]} ${found[3]}`] : [];
    });
    const listed = (byPurpose ?? []).slice(1, -1).map((row) => {
      const column = [3, 4, 5].find((at) => row[at] !== '–') ?? 3;
      return `${row[column]} ${row[1]} ${byPurpose?.[0]?.[column]?.toLowerCase()}`;
    });
    expect(told.toSorted()).toEqual(listed.toSorted());
  });

  test('has a header row in every table', () => {
    for (const table of all(document, 'table'))
      expect(table.firstChild?.children.every((cell) => cell.type.name === 'tableHeader')).toBe(
        true,
      );
  });
});

describe.each(documentKinds)('the template for %s', (kind) => {
  const template = templateOf(kind, countingIds());
  const document = parse(template.content);
  const nodes = all(document);

  test('is valid, has a title, and says of what kind it is', () => {
    expect(() => document.check()).not.toThrow();
    expect(template.kind).toBe(kind);
    expect(template.title).not.toBe('');
  });

  test('gives everything that has an id one of its own, and other ones every time', () => {
    const ids = idsIn(document);
    expect(ids).toHaveLength(
      nodes.filter(({type}) => identifiedNames.some((name) => name === type.name)).length,
    );
    expect(new Set(ids).size).toBe(ids.length);
    const again = idsIn(parse(templateOf(kind, countingIds('other')).content));
    expect(again.filter((id) => ids.includes(id))).toEqual([]);
  });

  test('asks questions where the answers come, and the free page asks nothing', () => {
    const questions = questionsIn(document);
    if (kind === 'free') expect(nodes.map(({type}) => type.name)).toEqual(['paragraph']);
    else expect(questions.length).toBeGreaterThanOrEqual(5);
    for (const {node, text} of questions) {
      expect(node.content.size, text).toBe(0);
      expect(text).toMatch(/[?.]$/);
    }
  });

  test('is in plain words: no sentence longer than twenty words', () => {
    const texts = [...lines(document), ...questionsIn(document).map(({text}) => text)];
    const long = texts
      .flatMap((text) => text.split(/(?<=[.?])\s+/))
      .filter((sentence) => sentence.split(/\s+/).length > 20);
    expect(long).toEqual([]);
  });

  test('names nobody: inside a sentence no word has a capital', () => {
    const texts = [...lines(document), ...questionsIn(document).map(({text}) => text)];
    expect(capitalsWithin(texts)).toEqual([]);
  });

  test('steps down one heading level at a time', () => {
    expect(stepsTooDeep(document)).toEqual([]);
  });
});

test('the overview finds in every template what it is about', () => {
  const found = Object.fromEntries(
    documentKinds.map((kind) => {
      const read = readPlan(templateOf(kind, countingIds()).content);
      const counts = [read.tasks, read.goals, read.actions, read.agreements].map(
        ({length}) => length,
      );
      return [kind, [...counts, read.cards.map((card) => card.kind)]];
    }),
  );
  expect(found).toEqual({
    plan: [1, 1, 1, 1, []],
    agreements: [0, 0, 0, 2, []],
    values: [0, 0, 0, 0, ['image', 'image']],
    interplay: [0, 0, 0, 0, ['interplay', 'interplay']],
    route: [0, 1, 1, 0, ['wall', 'wall']],
    approach: [0, 0, 0, 0, []],
    conversation: [0, 0, 0, 1, ['talk']],
    impact: [0, 1, 0, 0, []],
    meeting: [0, 0, 1, 0, []],
    reflection: [1, 1, 0, 0, []],
    free: [0, 0, 0, 0, []],
  });
});

test('in the templates both sides expect, promise and talk', () => {
  const said = (kind: 'agreements' | 'conversation') => {
    const {agreements, cards} = readPlan(templateOf(kind, countingIds()).content);
    return [...agreements, ...cards]
      .flatMap(({carriers}) => carriers)
      .map(({part, side}) => `${side} ${part}`);
  };
  expect(said('agreements').toSorted()).toEqual([
    'formal expects',
    'formal promises',
    'informal expects',
    'informal promises',
  ]);
  expect(said('conversation').toSorted()).toEqual(['formal carries', 'informal carries']);
});

describe('text for load tests', () => {
  test.each([1, 2, 7, 100, 2500, 20_000])('of %i words has exactly that many', (count) => {
    const document = parse(seedText(count, countingIds(), seeded(count).next) ?? {});
    expect(() => document.check()).not.toThrow();
    expect(words(document)).toHaveLength(count);
  });

  test('of 0 words is nothing at all', () => {
    expect(seedText(0, countingIds(), seeded(1).next)).toBeNull();
  });

  test('is a plan: tasks, goals and actions with ids of their own', () => {
    const document = parse(seedText(5000, countingIds(), seeded(1).next) ?? {});
    const blocks = planBlockNames.flatMap((name) => all(document, name));
    expect(new Set(blocks.map((node) => node.attrs['id'] as unknown)).size).toBe(blocks.length);
    for (const name of ['task', 'goal', 'action'])
      expect(all(document, name).length, name).toBeGreaterThan(5);
  });

  test('differs with the chance it is given, and only with that', () => {
    const text = [1, 1, 2].map((seed) => seedText(300, countingIds(), seeded(seed).next));
    expect(text[0]).toEqual(text[1]);
    expect(text[0]).not.toEqual(text[2]);
  });
});

describe('the builders', () => {
  test('a document reads as it is written, with ids from top to bottom', () => {
    expect(
      plan(task('Eenzaamheid', goal('Een open inloop', 'Elke dinsdag.')), 'Tot slot.'),
    ).toEqual({
      type: 'doc',
      content: [
        {
          type: 'task',
          attrs: {id: 'block-1'},
          content: [
            {type: 'blockTitle', content: [{type: 'text', text: 'Eenzaamheid'}]},
            {
              type: 'goal',
              attrs: {id: 'block-2'},
              content: [
                {type: 'blockTitle', content: [{type: 'text', text: 'Een open inloop'}]},
                {type: 'paragraph', content: [{type: 'text', text: 'Elke dinsdag.'}]},
              ],
            },
          ],
        },
        {type: 'paragraph', content: [{type: 'text', text: 'Tot slot.'}]},
      ],
    });
  });

  test('a line break in the source is a space in the text', () => {
    expect(paragraph('twee\n    regels, ', bold('een\nzin'))).toEqual({
      type: 'paragraph',
      content: [
        {type: 'text', text: 'twee regels, '},
        {type: 'text', text: 'een zin', marks: [{type: 'bold'}]},
      ],
    });
  });

  test('an empty title is a line without text, as the schema wants it', () => {
    expect(() => parse(plan(task(''))).check()).not.toThrow();
  });
});

function parse(content: JSONContent): Node {
  return documentSchema().nodeFromJSON(content);
}

/** Every node inside this one, from top to bottom; of one type when it is given. */
function all(node: Node, type?: string): readonly Node[] {
  const found: Node[] = [];
  node.descendants((child) => {
    if (type === undefined || child.type.name === type) found.push(child);
  });
  return found;
}

function idsIn(document: Node): readonly unknown[] {
  return all(document).flatMap(({attrs}) => (attrs['id'] ? [attrs['id'] as unknown] : []));
}

function questionsIn(document: Node): readonly {readonly node: Node; readonly text: string}[] {
  return all(document, 'paragraph').flatMap((node) => {
    const text = node.attrs['question'] as unknown;
    return typeof text === 'string' ? [{node, text}] : [];
  });
}

/** Words with a capital that do not begin a sentence: names, most of the time. */
function capitalsWithin(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(/[.?!·]\s+/))
    .flatMap((sentence) => sentence.trim().split(/\s+/).slice(1))
    .map((word) => word.replaceAll(/[^\p{L}]/gu, ''))
    .filter((word) => /^\p{Lu}/u.test(word));
}

/** Headings that skip a level; the first one is of level 1, where there is one. */
function stepsTooDeep(document: Node): readonly string[] {
  const found = all(document, 'heading');
  return found
    .filter((node, at) => {
      const before = Number(found[at - 1]?.attrs['level'] ?? 0);
      return Number(node.attrs['level']) - before > 1;
    })
    .map((node) => node.textContent);
}

function titleOf(node: Node): string {
  return node.firstChild?.type.name === 'blockTitle' ? node.firstChild.textContent : '';
}

function headings(node: Node): readonly string[] {
  return all(node, 'heading').map((found) => found.textContent);
}

function lines(document: Node): readonly string[] {
  const found: string[] = [];
  document.descendants((node) => {
    if (node.isTextblock && node.textContent !== '') found.push(node.textContent);
  });
  return found;
}

function words(document: Node): readonly string[] {
  return lines(document).flatMap((line) =>
    line.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)),
  );
}

function cellsOf(table: Node): readonly (readonly string[])[] {
  return table.children.map((row) => row.children.map((cell) => cell.textContent));
}

function cents(cell: string | undefined): number {
  if (cell === '–') return 0;
  expect(cell).toMatch(/^€ \d{1,3}(?:\.\d{3})*$/);
  return Number((cell ?? '').replaceAll(/\D/g, '')) * 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
