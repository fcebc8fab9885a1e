/** The text that comes with the product is valid, complete, adds up and names nobody. */

import {documentKinds, fundSources, readPlan, statuses, verdictOf} from '@samenspel/shared';
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
  const example = examplePlan(countingIds(), 2026);
  const document = parse(example.content);
  const read = readPlan(example.content);

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

  test('says of every goal how far it is, and how we will know unless it waits or views differ', () => {
    const silent = read.goals.filter(({status, measures, title}) => {
      const node = all(document, 'goal').find((one) => titleOf(one) === title);
      const differs = node && headings(node).includes('Twee manieren van kijken');
      return status === null || (status !== 'parked' && measures.length === 0 && !differs);
    });
    expect(silent.map(({title}) => title)).toEqual([]);
    expect(new Set(read.goals.map(({status}) => status))).toEqual(new Set(statuses));
  });

  test('has carriers of both sides together, and none for what is parked', () => {
    for (const {title, status, carriers} of read.goals)
      expect(new Set(carriers.map(({side}) => side)).size, title).toBe(status === 'parked' ? 0 : 2);
    for (const {title, carriers} of read.actions) expect(carriers, title).not.toEqual([]);
  });

  test('says in every agreement who expects, who promises, and by when', () => {
    for (const {title, carriers, until} of read.agreements) {
      expect(new Set(carriers.map(({part}) => part)), title).toEqual(
        new Set(['expects', 'promises']),
      );
      expect(until.kind, title).toBe('read');
    }
  });

  test('shows friction too: a parked goal, a promise not kept, accounts that differ', () => {
    expect(read.goals.filter(({status}) => status === 'parked')).toHaveLength(1);
    expect(new Set(read.agreements.map(verdictOf))).toEqual(
      new Set(['kept', 'partly', 'differs', null]),
    );
    expect(headings(document)).toContain('Waar we het niet over eens zijn');
  });

  test('marks what passages rest on, of all four kinds', () => {
    const marks = all(document).flatMap((node) => node.marks.map(({type}) => type.name));
    expect(marks).toEqual(
      expect.arrayContaining([
        'sourceLived',
        'sourceProfessional',
        'sourcePolicy',
        'sourceResearch',
      ]),
    );
    expect(read.goals.filter(({restsOn}) => restsOn.length > 1).length).toBeGreaterThan(3);
  });

  test('can be read in every field', () => {
    const fields = [
      ...read.goals.flatMap(({from, until}) => [from, until]),
      ...read.actions.flatMap(({from, until, funds}) => [
        ...[from, until],
        ...funds.map(({amount}) => amount),
      ]),
    ];
    expect(fields.filter(({kind}) => kind === 'unreadable')).toEqual([]);
  });

  test('begins in the year that it is told, and is otherwise the same', () => {
    const later = examplePlan(countingIds(), 2031);
    expect(JSON.stringify(later).replaceAll(/"(from|until)":"[^"]+"/g, '')).toBe(
      JSON.stringify(example).replaceAll(/"(from|until)":"[^"]+"/g, ''),
    );
    expect(readPlan(later.content).agreements[0]?.until).toEqual({
      kind: 'read',
      value: '2031-01-15',
    });
  });

  test('gives every block a title and an id of its own', () => {
    const blocks = planBlockNames.flatMap((name) => all(document, name));
    const ids = idsIn(document);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(identifiedNames.flatMap((name) => all(document, name)).length);
    expect(blocks.filter((node) => titleOf(node) === '')).toEqual([]);
  });

  test('is the same every time the ids are', () => {
    expect(examplePlan(countingIds(), 2026)).toEqual(example);
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
  const {content} = examplePlan(countingIds(), 2026);
  const document = parse(content);
  const funds = readPlan(content).actions.flatMap((action) => action.funds);

  test('comes from every source, is asked, promised and granted, and spent by both sides', () => {
    expect(funds.length).toBeGreaterThanOrEqual(10);
    expect(new Set(funds.map(({source}) => source))).toEqual(new Set(fundSources));
    expect(new Set(funds.map(({state}) => state))).toEqual(
      new Set(['asked', 'promised', 'granted']),
    );
    expect(new Set(funds.map(({side}) => side))).toEqual(new Set(['informal', 'formal', 'both']));
  });

  test('says of every amount what it is for, and stands once', () => {
    for (const {what, amount} of funds) expect([what === '', amount.kind]).toEqual([false, 'read']);
    expect(new Set(funds.map(({what}) => what)).size).toBe(funds.length);
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
    .flatMap((text) => text.split(/[.?!·]’?\s+/))
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
