import {type Attribution, nothingRemembered} from '@samenspel/server/history/provenance.ts';
import {authorsOf, sharesOf} from '@samenspel/server/history/provenance/authors-of.ts';
import {everythingIn} from '@samenspel/server/history/provenance/everything.ts';
import {removalsOf} from '@samenspel/server/history/provenance/removals-of.ts';
import {firstItem} from '@samenspel/server/history/provenance/yjs-type.ts';
import {openProvenanceTracker} from '@samenspel/server/history/provenance/tracker.ts';
import {openLiveDocument} from '@samenspel/server/sync/live-document.ts';
import type {ClientId, PersonId, Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {Fragment, type Node} from '@tiptap/pm/model';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {simulate} from '../support/author-edits.ts';
import {sum, tally} from '../support/author-tally.ts';
import {type Author, type Authors, openAuthorsAtWork, type Row} from '../support/authors.ts';
import {seeded} from '../support/random.ts';

const unlimited = {maxDocumentBytes: 0, maxDocumentStructs: 0};
const empty = {state: null, updates: []};
const long = 'Elke maandag koffie in het buurthuis';

interface Desk {
  readonly team: ReturnType<typeof openAuthorsAtWork>;
  readonly amina: Author;
  readonly bram: Author;
}

/** Amina has written these paragraphs; Bram is there too. */
function desk(...paragraphs: readonly string[]): Desk {
  const team = openAuthorsAtWork(3);
  const [amina, bram] = team.people;
  if (!amina || !bram) throw new Error('Nobody came');
  team.edit(amina, (act) => {
    const {schema, state, doc} = amina.editor;
    const nodes = paragraphs.map((text) => paragraph(schema, text));
    act.do(state.tr.replaceWith(0, doc.content.size, nodes));
  });
  return {team, amina, bram};
}

function paragraph(schema: Author['editor']['schema'], words: string): Node {
  return make(schema, 'paragraph', words === '' ? [] : [schema.text(words)]);
}

function make(schema: Author['editor']['schema'], name: string, content: readonly Node[]): Node {
  const type = schema.nodes[name];
  if (!type) throw new Error(`No ${name} in the schema`);
  return type.create(null, content);
}

/** Who wrote what, per block: `A` for Amina, `B` for Bram, as many as there are characters. */
function marks(team: Authors, attributions: readonly Attribution[] = told(team)): string {
  const blocks = authorsOf(team.live.doc.getXmlFragment(ROOT_NAME), attributions, team.owners);
  return blocks
    .map(({runs}) => runs.map(({author, length}) => letterOf(team, author).repeat(length)).join(''))
    .join('|');
}

function texts(team: Authors): string {
  const blocks = authorsOf(team.live.doc.getXmlFragment(ROOT_NAME), told(team), team.owners);
  return blocks.map(({runs}) => runs.map(({text}) => text).join('')).join('|');
}

const told = (team: Authors) => team.rows.flatMap(({told: {attributions}}) => attributions);

function letterOf({people}: Authors, author: PersonId | null): string {
  return author === null
    ? '-'
    : (['A', 'B', 'C'][people.findIndex((one) => one.personId === author)] ?? '?');
}

/** Where this text stands in the author's editor. */
function find({editor}: Author, text: string): {readonly from: number; readonly to: number} {
  let from = -1;
  editor.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(text) : -1;
    if (at >= 0 && from < 0) from = pos + 1 + at;
  });
  if (from < 0) throw new Error(`“${text}” is not there`);
  return {from, to: from + text.length};
}

function insert(team: Authors, author: Author, before: string, text: string): void {
  team.edit(author, (act) => {
    act.do(author.editor.state.tr.insertText(text, find(author, before).from));
  });
}

function cut(team: Authors, author: Author, text: string): void {
  team.edit(author, (act) => {
    const {from, to} = find(author, text);
    act.do(author.editor.state.tr.delete(from, to));
  });
}

describe('Who wrote what', () => {
  test('[R20] what somebody types is theirs, in the middle of another’s words too', () => {
    const {team, bram} = desk('Een inloop');
    insert(team, bram, 'inloop', 'open ');
    expect(texts(team)).toBe('Een open inloop');
    expect(marks(team)).toBe('AAAABBBBBAAAAAA');
    expect(told(team)).toEqual([]);
  });

  test('[R20] splitting a paragraph makes nobody the author of its second half', () => {
    const {team, bram} = desk('Een open inloop');
    team.edit(bram, (act) => act.do(bram.editor.state.tr.split(find(bram, 'inloop').from)));
    expect(texts(team)).toBe('Een open |inloop');
    expect(marks(team)).toBe('AAAAAAAAA|AAAAAA');
  });

  test('[R20] joining two paragraphs leaves both to their authors', () => {
    const {team, bram} = desk('Een', 'inloop');
    insert(team, bram, 'inloop', 'open ');
    team.edit(bram, (act) => act.do(bram.editor.state.tr.join(5)));
    expect(texts(team)).toBe('Eenopen inloop');
    expect(marks(team)).toBe('AAABBBBBAAAAAA');
  });

  test('[R20] a block that is moved keeps its authors, and so does the one it passes', () => {
    const {team, bram} = desk('Koffie', 'Thee', 'Soep');
    insert(team, bram, 'Thee', 'Verse ');
    team.edit(bram, (act) => {
      const {doc, state} = bram.editor;
      const last = doc.child(2);
      const tr = state.tr.delete(doc.content.size - last.nodeSize, doc.content.size);
      act.do(
        tr.insert(0, last),
        team.voices(bram, doc.content.size - last.nodeSize, doc.content.size),
      );
    });
    expect(texts(team)).toBe('Soep|Koffie|Verse Thee');
    expect(marks(team)).toBe('AAAA|AAAAAA|BBBBBBAAAA');
  });

  test('[R20] a paragraph that becomes a heading or a list keeps its authors', () => {
    const {team, amina, bram} = desk('Een inloop');
    insert(team, bram, 'inloop', 'open ');
    team.edit(amina, (act) => {
      const {schema, state} = amina.editor;
      act.do(state.tr.setBlockType(2, 2, make(schema, 'heading', []).type));
    });
    expect(marks(team)).toBe('AAAABBBBBAAAAAA');
    team.edit(bram, (act) => {
      const {doc, schema, state} = bram.editor;
      const item = make(schema, 'listItem', [paragraph(schema, doc.textContent)]);
      const list = make(schema, 'bulletList', [item]);
      act.do(
        state.tr.replaceWith(0, doc.content.size, list),
        team.voices(bram, 0, doc.content.size),
      );
    });
    expect(marks(team)).toBe('AAAABBBBBAAAAAA');
  });

  test.for(['ja', 'niet', long])(
    '[R20] undoing the deletion of “%s” gives it back to its author',
    (word) => {
      const {team, amina, bram} = desk(`Wij ${word} samen`);
      cut(team, bram, word);
      insert(team, amina, 'samen', 'ook ');
      team.free(bram, () => bram.editor.undo());
      expect(texts(team)).toContain(word);
      expect(marks(team)).not.toContain('B');
    },
  );

  test('[R20] undoing the deletion of whole blocks gives them back to their authors', () => {
    const {team, bram} = desk('Ja', 'Koffie', long);
    team.edit(bram, (act) => act.do(bram.editor.state.tr.delete(0, bram.editor.doc.content.size)));
    team.free(bram, () => bram.editor.undo());
    expect(texts(team)).toBe(`Ja|Koffie|${long}`);
    expect(marks(team)).not.toContain('B');
  });

  test('[R20] what Bram cuts and pastes elsewhere, much later, stays Amina’s', () => {
    const {team, amina, bram} = desk(`${long} en soep`, 'Onderaan');
    cut(team, bram, long);
    for (let count = 0; count < 20; count++) insert(team, amina, 'Onderaan', 'meer ');
    insert(team, bram, 'Onderaan', `Bram plakt: ${long}. `);
    const pasted = marks(team).split('|').at(-1) ?? '';
    const at = texts(team).split('|').at(-1)?.indexOf(long) ?? -1;
    expect(pasted.slice(at, at + long.length)).toBe('A'.repeat(long.length));
    expect(pasted.slice(at - 'Bram plakt: '.length, at)).toBe('B'.repeat(12));
  });

  test('[R20] dragging words within a block leaves all of it to its authors', () => {
    const {team, bram} = desk(`${long}, met thee erbij`);
    team.edit(bram, (act) => {
      const {state} = bram.editor;
      const {from, to} = find(bram, ', met thee erbij');
      const moved = Fragment.from(bram.editor.schema.text(', met thee erbij'));
      act.do(state.tr.delete(from, to).insert(1, moved));
    });
    expect(texts(team)).toBe(`, met thee erbij${long}`);
    expect(marks(team)).not.toContain('B');
  });

  test('[R20] cells of a table that change places keep their authors', () => {
    const {team, amina, bram} = desk('');
    const {schema} = amina.editor;
    const cells = ['Amina haalt', 'melk'].map((text) =>
      make(schema, 'tableCell', [paragraph(schema, text)]),
    );
    team.edit(amina, (act) => {
      const {doc, state} = amina.editor;
      const table = make(schema, 'table', [make(schema, 'tableRow', cells)]);
      act.do(state.tr.replaceWith(0, doc.content.size, table));
    });
    insert(team, bram, 'melk', 'volle ');
    team.edit(bram, (act) => {
      const {doc, state} = bram.editor;
      const {content} = doc.child(0).child(0);
      const swapped = doc
        .child(0)
        .child(0)
        .copy(Fragment.from([content.child(1), content.child(0)]));
      act.do(state.tr.replaceWith(1, doc.content.size - 1, swapped), [
        ...team.voices(bram, find(bram, 'volle melk').from, find(bram, 'volle melk').to),
        ...team.voices(bram, find(bram, 'Amina haalt').from, find(bram, 'Amina haalt').to),
      ]);
    });
    expect(texts(team)).toBe('volle melk|Amina haalt');
    expect(marks(team)).toBe('BBBBBBAAAA|AAAAAAAAAAA');
  });

  test('[R20] bold on somebody’s words is no authorship', () => {
    const {team, bram} = desk(long);
    const {bold} = bram.editor.schema.marks;
    if (!bold) throw new Error('No bold in the schema');
    team.edit(bram, (act) => act.do(bram.editor.state.tr.addMark(3, 12, bold.create())));
    expect(marks(team)).toBe('A'.repeat(long.length));
  });

  test('[R20] typing words that look like somebody’s deleted ones is still one’s own', () => {
    const {team, bram} = desk(`${long}, en soep`);
    cut(team, bram, long);
    team.edit(bram, (act) => {
      for (const [at, letter] of long.split('').entries())
        act.type(bram.editor.state.tr.insertText(letter, 1 + at));
    });
    expect(marks(team)).toBe(`${'B'.repeat(long.length)}${'A'.repeat(', en soep'.length)}`);
  });

  test('[R20] who deletes a paragraph and writes another offline is the author of the new one', () => {
    const {team, bram} = desk('Wij drinken samen koffie in het buurthuis', 'Onderaan');
    team.edit(
      bram,
      (act) => {
        const {editor} = bram;
        act.do(editor.state.tr.delete(0, editor.doc.child(0).nodeSize));
        const words = 'Kom op vrijdag naar het buurthuis, dan gaan we samen wandelen';
        act.do(editor.state.tr.insert(0, paragraph(editor.schema, words)));
      },
      true,
    );
    expect(marks(team).split('|')[0]).toMatch(/^B+$/);
  });

  test('[R20] nobody can put words in another’s mouth: only what was there is recognised', () => {
    const {team, bram} = desk('Ik ben voor');
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(team.live.doc));
    client.clientID = bram.clientId;
    const text = (client.getXmlFragment(ROOT_NAME).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const deleted = firstItem(text)?.id;
    if (!deleted) throw new Error('No text');
    // As undo does: in the place of what was deleted; but with other words.
    client.transact((transaction) => {
      firstItem(text)?.delete(transaction);
      const forged = new Y.Item(
        Y.createID(bram.clientId, Y.getState(client.store, bram.clientId)),
        null,
        null,
        firstItem(text),
        deleted,
        text,
        null,
        new Y.ContentString('Weg met ons'),
      );
      forged.integrate(transaction, 0);
    });
    const verdict = team.live.ingest(
      Y.encodeStateAsUpdate(client, Y.encodeStateVector(team.live.doc)),
      {personId: bram.personId, mayWrite: true},
    );
    expect(verdict.kind).toBe('fresh');
    expect(texts(team)).toBe('Weg met ons');
    const attributions = verdict.kind === 'fresh' ? verdict.told.attributions : [];
    expect(marks(team, attributions)).toBe('B'.repeat(11));
  });

  test('[R20] who claims the id under which a template was made wrote none of it', () => {
    const template = new Y.Doc();
    template.clientID = 77;
    template.getXmlFragment(ROOT_NAME).insert(0, [new Y.XmlText('Van het huis')]);
    const update = Y.encodeStateAsUpdate(template);
    const owners = new Map([[77 as ClientId, 'thief1' as PersonId]]);
    const blocks = authorsOf(
      template.getXmlFragment(ROOT_NAME),
      everythingIn(update, null),
      owners,
    );
    expect(sharesOf(blocks)).toEqual(new Map([[null, 12]]));
  });
});

describe('What is told', () => {
  test('[R20] is the same when the journal is replayed', () => {
    const {rows, owners} = busyTeam(11, 200);
    expect(replayed(rows, owners)).toEqual(rows.map(({told: one}) => one));
  }, 60_000);

  test('[R20] is the same when the server starts again in between', () => {
    const team = openAuthorsAtWork(5, (owners, rows) =>
      openLiveDocument(
        {state: null, updates: rows.map(({bytes}) => bytes)},
        owners,
        unlimited,
        () => 0,
        {
          attributions: rows.flatMap(({told: one}) => one.attributions),
          removed: rows.flatMap(({told: one}) => (one.removed.length > 0 ? [one.removed] : [])),
        },
      ),
    );
    const simulation = simulate(team, seeded(12));
    simulation.begin(20);
    for (let starts = 0; starts < 8; starts++) {
      tally(simulation, 25);
      team.restart();
    }
    expect(team.rows.length).toBeGreaterThan(200);
    expect(replayed(team.rows, team.owners)).toEqual(team.rows.map(({told: one}) => one));
  }, 60_000);

  test('[R20] names the character that each once was, however often it moved', () => {
    const {team, amina, bram} = desk(long, 'Onderaan');
    for (let count = 0; count < 3; count++) {
      team.edit(bram, (act) => {
        const {doc, state} = bram.editor;
        const first = doc.child(0);
        act.do(
          state.tr.insert(doc.content.size, first).delete(0, first.nodeSize),
          team.voices(bram, 0, first.nodeSize),
        );
      });
    }
    const blocks = authorsOf(team.live.doc.getXmlFragment(ROOT_NAME), told(team), team.owners);
    const [moved] = blocks.find(({runs}) => runs[0]?.text === long)?.runs ?? [];
    expect(moved).toMatchObject({sourceClient: amina.clientId, length: long.length});
    const [row] = team.rows;
    const source = Y.decodeUpdate(row?.bytes ?? new Uint8Array()).structs.find(
      (struct) =>
        struct instanceof Y.Item &&
        struct.content instanceof Y.ContentString &&
        struct.content.str === long,
    );
    expect(moved?.sourceClock).toBe(source?.id.clock);
  });
});

describe('Who removed what', () => {
  const entriesOf = (rows: readonly Row[]) =>
    rows.map(({bytes, actor}, index) => ({
      bytes,
      actor,
      seq: (index + 1) as Seq,
      at: index * 1_000,
    }));
  const rowsOf = (rows: readonly Row[]) =>
    rows.flatMap(({told: one}, index) =>
      one.attributions.map((attribution) => ({...attribution, seq: (index + 1) as Seq})),
    );

  test('[R20] a deleted word is laid at the door of who deleted it, not of who moved its block before', () => {
    const {team, amina, bram} = desk('Dat doen wij niet samen', 'Onderaan');
    const [source] =
      authorsOf(team.live.doc.getXmlFragment(ROOT_NAME), [], team.owners)[0]?.runs ?? [];
    if (!source) throw new Error('No text');
    team.edit(amina, (act) => {
      const {doc, state} = amina.editor;
      const first = doc.child(0);
      act.do(
        state.tr.insert(doc.content.size, first).delete(0, first.nodeSize),
        team.voices(amina, 0, first.nodeSize),
      );
    });
    cut(team, bram, 'niet ');
    const clock = source.sourceClock + 'Dat doen wij '.length;
    const all = {client: source.sourceClient, clock: source.sourceClock, length: source.length};
    expect(removalsOf(all, entriesOf(team.rows), rowsOf(team.rows))).toEqual([
      {
        client: amina.clientId,
        clock,
        length: 5,
        seq: team.rows.length,
        at: (team.rows.length - 1) * 1_000,
        actor: bram.personId,
        backAt: null,
      },
    ]);
  });

  test('[R20] a word that came back by undo says when', () => {
    const {team, amina, bram} = desk('Dat doen wij niet samen');
    cut(team, bram, 'niet ');
    team.free(bram, () => bram.editor.undo());
    const [source] =
      authorsOf(team.live.doc.getXmlFragment(ROOT_NAME), [], team.owners)[0]?.runs ?? [];
    const all = {client: amina.clientId, clock: source?.clock ?? 0, length: 23};
    expect(removalsOf(all, entriesOf(team.rows), rowsOf(team.rows))).toMatchObject([
      {actor: bram.personId, length: 5, backAt: team.rows.length},
    ]);
  });
});

test('[R20] of every kind of edit at most one in twenty characters is misattributed, and two in a hundred of all', () => {
  const team = openAuthorsAtWork(5);
  const simulation = simulate(team, seeded(20));
  simulation.begin(30);
  const tallies = tally(simulation, 600);
  for (const [kind, {edits, put, wrong}] of tallies) {
    expect([kind, edits > 0, wrong / put <= 0.05]).toEqual([kind, true, true]);
  }
  const {put, wrong, wrongByIds} = sum(tallies.values());
  expect(wrong / put).toBeLessThanOrEqual(0.02);
  // The simulation would be no test if believing the ids of characters did as well.
  expect(wrongByIds / put).toBeGreaterThan(0.3);
  const left = team.misattributed();
  expect(left.wrong / left.all).toBeLessThanOrEqual(0.02);
}, 60_000);

test('[R20] pasting a megabyte, and moving it, hold up the others for no longer than a blink', () => {
  const owners = new Map([[1 as ClientId, 'person1' as PersonId]]);
  const client = new Y.Doc();
  client.clientID = 1;
  const live = openLiveDocument(empty, owners, unlimited, () => 0);
  const random = seeded(5);
  const paragraphs = Array.from({length: 2_000}, () =>
    Array.from({length: 70}, () => random.below(1e6).toString(36)).join(' '),
  );
  const toldIn: number[] = [];
  const tracker = openProvenanceTracker(owners, nothingRemembered);
  live.doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const started = performance.now();
    tracker.tell(transaction);
    toldIn.push(performance.now() - started);
  });
  const fill = () => {
    const blocks = paragraphs.map((text) => {
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText(text)]);
      return block;
    });
    client.getXmlFragment(ROOT_NAME).insert(0, blocks);
  };
  let update = new Uint8Array();
  client.on('update', (bytes: Uint8Array) => (update = bytes.slice()));
  for (const work of [
    () => client.transact(fill),
    () =>
      client.transact(() => {
        client.getXmlFragment(ROOT_NAME).delete(0, paragraphs.length);
        fill();
      }),
    () => client.transact(() => client.getXmlFragment(ROOT_NAME).delete(0, paragraphs.length)),
    () => client.transact(fill),
  ]) {
    work();
    expect(live.ingest(update, {personId: 'person1' as PersonId, mayWrite: true}).kind).toBe(
      'fresh',
    );
  }
  expect(toldIn.length).toBeGreaterThanOrEqual(4);
  // Ten times what it takes alone on a machine like ours: others test here at the same time.
  expect(Math.max(...toldIn)).toBeLessThan(1_000);
});

function busyTeam(seed: number, structural: number): Authors {
  const team = openAuthorsAtWork(5);
  const simulation = simulate(team, seeded(seed));
  simulation.begin(20);
  tally(simulation, structural);
  return team;
}

/** What the rows tell, one after the other, on a fresh document. */
function replayed(rows: readonly Row[], owners: ReadonlyMap<ClientId, PersonId>) {
  const doc = new Y.Doc();
  const tracker = openProvenanceTracker(owners, nothingRemembered);
  return rows.map(({bytes}) => {
    const heard: ReturnType<typeof tracker.tell>[] = [];
    const listen = (transaction: Y.Transaction) => {
      if (heard.length === 0) heard.push(tracker.tell(transaction));
    };
    doc.on('afterTransaction', listen);
    Y.applyUpdate(doc, bytes);
    doc.off('afterTransaction', listen);
    return heard[0];
  });
}
