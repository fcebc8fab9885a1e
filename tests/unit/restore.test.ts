/** Putting back an earlier moment, on documents that five people really edited. */

import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import {readAuthors} from '@samenspel/server/history/provenance/authors-of.ts';
import type {Attribution} from '@samenspel/server/history/provenance.ts';
import {childrenOf, findById, keyOf} from '@samenspel/server/history/restore/elements.ts';
import {leaving} from '@samenspel/server/history/restore/leaving.ts';
import {
  restore,
  type Restored,
  type RestoreScope,
  type Side,
} from '@samenspel/server/history/restore/restore.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {ClientId, PersonId} from '@samenspel/shared';
import {documentSchema, type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import {yXmlFragmentToProsemirrorJSON} from '@tiptap/y-tiptap';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {simulate} from '../support/author-edits.ts';
import {type Authors, openAuthorsAtWork} from '../support/authors.ts';
import {
  action,
  bold,
  bulletList,
  carrier,
  fund,
  goal,
  paragraph,
  plan,
  task,
  withFields,
} from '../support/plan.ts';
import {seeded} from '../support/random.ts';

const everything: RestoreScope = {kind: 'everything'};

/** A person restores under an id of their own. */
const restorer = 77_777;

interface World {
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  readonly updates: readonly Uint8Array[];
  readonly attributions: readonly (readonly Attribution[])[];
}

function side({owners, updates, attributions}: World, until = updates.length): Side {
  const doc = documentOf(null, updates.slice(0, until));
  const authors = openAuthors(owners);
  for (const told of attributions.slice(0, until)) authors.learn(told);
  return {doc, root: doc.getXmlFragment(ROOT_NAME), authors};
}

interface Put {
  readonly world: World;
  readonly restored: Restored;
}

/** The world with one entry more: the restoring of what it was after `until` entries. */
function putBack(world: World, until: number, scope: RestoreScope, id = restorer): Put {
  const now = side(world);
  now.doc.clientID = id;
  const before = Y.encodeStateVector(now.doc);
  const restored = restore(side(world, until), now, scope);
  if (!restored) throw new Error('There was nothing to put back');
  return {
    restored,
    world: {
      owners: new Map([...world.owners, [id as ClientId, 'restorer' as PersonId]]),
      updates: [...world.updates, Y.encodeStateAsUpdate(now.doc, before)],
      attributions: [...world.attributions, restored.copied],
    },
  };
}

function jsonOf({root}: Side): JSONContent {
  const {content} = yXmlFragmentToProsemirrorJSON(root);
  return {type: 'doc', content: content.flat()};
}

/** The text with, for each character, who wrote it. */
function voices({
  root,
  authors,
}: Side): readonly (readonly [string | undefined, PersonId | null])[] {
  return readAuthors(root, authors).flatMap(({runs}) =>
    runs.flatMap(({text, author}) =>
      Array.from({length: text.length}, (_, at) => [text[at], author] as const),
    ),
  );
}

function simulated(seed: number, edits: number): World & {readonly team: Authors} {
  const team = openAuthorsAtWork(5);
  const work = simulate(team, seeded(seed));
  work.begin(20);
  for (let at = 0; at < edits; at++) work.next();
  return {
    team,
    owners: team.owners,
    updates: team.rows.map(({bytes}) => bytes),
    attributions: team.rows.map(({told}) => told.attributions),
  };
}

describe.each([1, 2, 3, 4])('a document that five people wrote, seed %i', (seed) => {
  const world = simulated(seed, 250);
  const random = seeded(seed * 31);
  const moments = Array.from({length: 12}, () => 1 + random.below(world.updates.length));

  test.each(moments)('[R51] shows exactly what it was after entry %i', (until) => {
    const {world: after} = putBack(world, until, everything);
    expect(jsonOf(side(after))).toEqual(jsonOf(side(world, until)));
  });

  test.each(moments)(
    '[R52] restoring entry %i and then restoring back changes nothing',
    (until) => {
      const there = putBack(world, until, everything).world;
      const back = putBack(there, world.updates.length, everything, restorer + 1).world;
      expect(jsonOf(side(back))).toEqual(jsonOf(side(world)));
      expect(voices(side(back))).toEqual(voices(side(world)));
    },
  );

  test.each(moments)('[R53] the words of entry %i stay their authors’', (until) => {
    const {world: after} = putBack(world, until, everything);
    expect(voices(side(after))).toEqual(voices(side(world, until)));
  });

  test('[R51] an update holds what changed, not the whole text', () => {
    const {world: after} = putBack(world, world.updates.length - 3, everything);
    const whole = Y.encodeStateAsUpdate(side(world).doc).length;
    // The deletions of all time come along in this encoding; the ingest leaves them out.
    const fresh = Y.decodeUpdate(after.updates.at(-1) ?? new Uint8Array()).structs;
    const length = fresh.reduce((sum, struct) => sum + struct.length, 0);
    expect(length).toBeLessThan(whole / 20);
  });
});

describe('[R51] what others type at the same time', () => {
  test.each([5, 6, 7, 8])(
    '[R51] stays in every line that the restoring left alone, seed %i',
    (seed) => {
      const world = simulated(seed, 150);
      const until = world.updates.length - 40;
      const other = side(world);
      other.doc.clientID = 88_888;
      const lines = linesIn(other.root);
      const before = Y.encodeStateVector(other.doc);
      lines.forEach((line, at) => line.insert(Math.floor(line.length / 2), `«${at}»`));
      const typed = Y.encodeStateAsUpdate(other.doc, before);

      const {world: after} = putBack(world, until, everything);
      const merged = side({...after, updates: [...after.updates, typed]});
      const stayed = new Set(linesIn(merged.root).map(keyOf));
      const text = JSON.stringify(jsonOf(merged));
      for (const [at, line] of lines.entries()) {
        if (stayed.has(keyOf(line))) expect(text).toContain(`«${at}»`);
      }
      expect(stayed.size).toBeGreaterThan(0);
    },
  );
});

/** A plan in two states: what it was, and what it is. */
function twoStates(was: JSONContent, change: (root: Y.XmlFragment) => void): World {
  const first = contentToUpdate(was);
  const doc = documentOf(null, [first]);
  doc.clientID = 5;
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getXmlFragment(ROOT_NAME)));
  const second = Y.encodeStateAsUpdate(doc, before);
  return {
    owners: new Map([[5 as ClientId, 'amina' as PersonId]]),
    updates: [first, second],
    attributions: [[], []],
  };
}

const buurt = plan(
  task(
    'Eenzaamheid',
    withFields(
      goal(
        'Een open inloop',
        'Elke week is er een plek waar je kunt binnenlopen.',
        carrier('De buurtkamer', 'informal'),
        action('Koffie op maandag', 'We zetten koffie.', fund('Koffie', 25_000, {source: 'fonds'})),
      ),
      {status: 'idea', until: '2027'},
    ),
    goal('Samen eten', paragraph('Niet ', bold('alleen'), ' aan tafel.')),
  ),
  bulletList('een', 'twee', 'drie'),
);

const idOf = (title: string) => {
  const found = findBlock(buurt, title);
  if (!found) throw new Error(`No block “${title}”`);
  return found;
};

function findBlock(node: JSONContent, title: string): string | null {
  const [first] = node.content ?? [];
  if (first?.type === 'blockTitle' && first.content?.[0]?.text === title) {
    return String(node.attrs?.['id']);
  }
  for (const child of node.content ?? []) {
    const found = findBlock(child, title);
    if (found) return found;
  }
  return null;
}

function blockOf(root: Y.XmlFragment, title: string): Y.XmlElement {
  const found = findById(root, idOf(title));
  if (!found) throw new Error(`“${title}” is not there`);
  return found;
}

function lineWith(root: Y.XmlFragment, words: string): Y.XmlText {
  const found = linesIn(root).find((line) => String(line.toDelta()[0]?.insert).includes(words));
  if (!found) throw new Error(`“${words}” is not there`);
  return found;
}

function linesIn(container: Y.XmlFragment): readonly Y.XmlText[] {
  return childrenOf(container).flatMap((child) =>
    child instanceof Y.XmlText ? [child] : linesIn(child),
  );
}

/** The editor's move: a copy with the same `id`, and the first one gone. */
function move(element: Y.XmlElement, to: Y.XmlFragment, index: number): void {
  const copy = element.clone();
  to.insert(index, [copy]);
  const from = element.parent;
  if (from instanceof Y.XmlFragment) from.delete(childrenOf(from).indexOf(element), 1);
}

describe('one goal', () => {
  const scope: RestoreScope = {kind: 'block', id: idOf('Een open inloop')};

  test('[R51] gets its words, fields and lines back, and nothing else changes', () => {
    const world = twoStates(buurt, (root) => {
      const block = blockOf(root, 'Een open inloop');
      block.setAttribute('status', 'parked');
      block.removeAttribute('until');
      lineWith(block, 'Elke week').delete(0, 10);
      lineWith(root, 'Niet').insert(0, 'Nooit meer. ');
      lineWith(root, 'We zetten').insert(0, 'Samen: ');
    });
    const after = side(putBack(world, 1, scope).world);
    expect(JSON.stringify(jsonOf(after))).toContain('Nooit meer. Niet');
    const was = blockOf(side(world, 1).root, 'Een open inloop');
    expect(blockOf(after.root, 'Een open inloop').toJSON()).toBe(was.toJSON());
    expect(blockOf(after.root, 'Een open inloop').getAttributes()).toEqual(was.getAttributes());
  });

  test('[R51] that was moved is restored where it stands now, around words that stayed', () => {
    const world = twoStates(buurt, (root) => {
      const block = blockOf(root, 'Een open inloop');
      move(block, root, 0);
      const moved = blockOf(root, 'Een open inloop');
      lineWith(moved, 'Elke week').insert(0, 'Nieuw. ');
      moved.setAttribute('status', 'underway');
    });
    const moved = {...world, attributions: [[], toldOfMove(world)]};
    const now = side(moved);
    const key = keyOf(lineWith(now.root, 'Elke week'));
    const after = side(putBack(moved, 1, scope).world);
    const [first] = childrenOf(after.root);
    expect(first).toBe(blockOf(after.root, 'Een open inloop'));
    expect(keyOf(lineWith(after.root, 'Elke week'))).toBe(key);
    expect(JSON.stringify(jsonOf(after))).not.toContain('Nieuw.');
    expect(blockOf(after.root, 'Een open inloop').getAttribute('status')).toBe('idea');
  });

  test('[R51] that is gone comes back behind the neighbour it had', () => {
    const world = twoStates(buurt, (root) => {
      const around = blockOf(root, 'Eenzaamheid');
      around.delete(childrenOf(around).indexOf(blockOf(root, 'Een open inloop')), 1);
    });
    const after = side(putBack(world, 1, scope).world);
    expect(jsonOf(after)).toEqual(jsonOf(side(world, 1)));
    documentSchema().nodeFromJSON(jsonOf(after)).check();
  });

  test('that did not exist yet can’t be put back', () => {
    const world = twoStates(buurt, () => {});
    expect(restore(side(world, 0), side(world), scope)).toBeNull();
  });
});

describe('one passage', () => {
  const words = 'Elke week is er een plek waar je kunt binnenlopen.';

  function passage(world: World, from: string, until = from): RestoreScope {
    const line = lineWith(side(world, 1).root, 'Elke week');
    return {
      kind: 'passage',
      line: keyOf(line),
      from: words.indexOf(from),
      until: words.indexOf(until) + until.length,
    };
  }

  test('[R51] comes back in its line; what was written elsewhere in the line stays', () => {
    const world = twoStates(buurt, (root) => {
      const line = lineWith(root, 'Elke week');
      line.insert(words.length, ' Kom gerust.');
      line.delete(words.indexOf('een plek'), 'een plek'.length);
      line.insert(words.indexOf('een plek'), 'iets');
    });
    const after = side(putBack(world, 1, passage(world, 'een plek')).world);
    expect(lineWith(after.root, 'Elke week').toJSON()).toBe(`${words} Kom gerust.`);
  });

  test('[R51] of a line that is gone comes back as a line where it stood', () => {
    const world = twoStates(buurt, (root) => {
      const block = blockOf(root, 'Een open inloop');
      block.delete(1, 1);
    });
    const scope = passage(world, 'waar je kunt', 'binnenlopen.');
    const after = side(putBack(world, 1, scope).world);
    const [, line] = childrenOf(blockOf(after.root, 'Een open inloop'));
    expect(line?.toJSON()).toBe('<paragraph>waar je kunt binnenlopen.</paragraph>');
    documentSchema().nodeFromJSON(jsonOf(after)).check();
  });

  test('[R51] gets its bold back', () => {
    const world = twoStates(buurt, (root) => {
      const line = lineWith(root, 'Niet');
      line.format(0, line.length, {bold: null});
    });
    const line = lineWith(side(world, 1).root, 'Niet');
    const scope: RestoreScope = {kind: 'passage', line: keyOf(line), from: 0, until: line.length};
    expect(jsonOf(side(putBack(world, 1, scope).world))).toEqual(jsonOf(side(world, 1)));
  });
});

describe('what would leave the view', () => {
  test('is named with its block and its author; what only stands elsewhere now is not', () => {
    const world = twoStates(buurt, (root) => {
      lineWith(root, 'Elke week').insert(0, 'Ook op zondag. ');
      move(blockOf(root, 'Samen eten'), root, 0);
    });
    const moved = {...world, attributions: [[], toldOfMove(world)]};
    const now = side(moved);
    now.doc.clientID = restorer;
    const restored = restore(side(moved, 1), now, everything);
    if (!restored) throw new Error('There was nothing to put back');
    expect(leaving(restored, now)).toEqual([
      {text: 'Ook op zondag. ', authors: ['amina'], blockId: idOf('Een open inloop')},
    ]);
  });
});

/** What the server would have told of it: the words of the copy are those that are gone. */
function toldOfMove(world: World): readonly Attribution[] {
  const [was, is] = [side(world, 1), side(world)];
  const known = new Map(
    readAuthors(was.root, was.authors).flatMap(({runs}) => runs.map((run) => [run.text, run])),
  );
  return readAuthors(is.root, is.authors).flatMap(({runs}) =>
    runs.flatMap((run) => {
      const [text, source] =
        [...known].find(([words]) => run.client === 5 && run.text.endsWith(words)) ?? [];
      if (!text || !source) return [];
      const shift = run.length - text.length;
      return [
        {
          ...{client: run.client, clock: run.clock + shift, length: text.length, author: null},
          ...{sourceClient: source.sourceClient, sourceClock: source.sourceClock},
        },
      ];
    }),
  );
}
