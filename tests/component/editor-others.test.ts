/** What others do, as it comes into an editor in which somebody is at work. */

import {documentSchema} from '@samenspel/shared/schema';
import type {Node} from '@tiptap/pm/model';
import type {JSONContent} from '@tiptap/core';
import {initProseMirrorDoc, ySyncPluginKey, type ProsemirrorBinding} from '@tiptap/y-tiptap';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {moveTo} from '@samenspel/client/editor/block-acts.ts';
import {homesFor, movableFrom} from '@samenspel/client/editor/movable.ts';
import {type Random, seeded} from '../support/random.ts';
import {
  block,
  caretAt,
  type Desk,
  openDesk,
  outline,
  paragraph,
  rootOf,
} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

const plan = [
  paragraph('Vooraf staat er iets.'),
  block(
    'task',
    'Eenzaamheid',
    paragraph('Wie alleen is.'),
    block(
      'goal',
      'Inloop',
      paragraph('Elke week open.'),
      block('action', 'Koffie', paragraph('Op vrijdag.')),
    ),
  ),
  block('task', 'Groen', block('goal', 'Tuin', paragraph('Samen spitten.'))),
  paragraph('Tot slot.'),
];

/** Somebody at work, and somebody else whose edits come when told. */
function pair() {
  const mine = openDesk(plan);
  const theirs = openDesk(undefined, new Y.Doc());
  desks.push(mine, theirs);
  const bring = (from: Desk, to: Desk) =>
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'line');
  bring(mine, theirs);
  return {mine, theirs, bring};
}

function bindingOf({editor}: Desk): ProsemirrorBinding {
  const {binding} = ySyncPluginKey.getState(editor.state) as {readonly binding: ProsemirrorBinding};
  return binding;
}

test('what others write is put in its place, and the rest of the text stays the very same', () => {
  const {mine, theirs, bring} = pair();
  const before = mine.editor.state.doc;
  let steps = 0;
  mine.editor.on('transaction', ({transaction}) => (steps += transaction.steps.length));
  caretAt(theirs.editor, 'spitten');
  theirs.editor.commands.insertContent(' en zaaien');
  caretAt(theirs.editor, 'Vooraf');
  theirs.editor.commands.insertContent('aan');
  bring(theirs, mine);
  expect(outline(mine.editor)).toBe(outline(theirs.editor));
  // Two places, two steps; the task between them was not touched.
  expect(steps).toBe(2);
  expect(mine.editor.state.doc.child(1)).toBe(before.child(1));
  expect(mine.editor.state.doc.child(2)).not.toBe(before.child(2));
});

test('a choice that others make changes that, and nothing inside is made anew', () => {
  const {mine, theirs, bring} = pair();
  const inloop = mine.editor.view.dom.querySelectorAll('section p')[1];
  const {doc} = theirs.editor.state;
  doc.descendants((node, pos) => {
    if (node.type.name === 'goal' && node.textContent.startsWith('Inloop'))
      theirs.editor.view.dispatch(theirs.editor.state.tr.setNodeAttribute(pos, 'status', 'parked'));
  });
  bring(theirs, mine);
  expect(JSON.stringify(mine.editor.getJSON())).toContain('"parked"');
  expect(mine.editor.view.dom.querySelectorAll('section p')[1]).toBe(inloop);
});

test('my selection stays on the words that I chose while others write before and in them', () => {
  const {mine, theirs, bring} = pair();
  caretAt(mine.editor, 'week');
  const {head} = mine.editor.state.selection;
  mine.editor.commands.setTextSelection({from: head - 'week'.length, to: head});
  caretAt(theirs.editor, 'Vooraf');
  theirs.editor.commands.insertContent('gaand');
  caretAt(theirs.editor, 'Elke', 0);
  theirs.editor.commands.insertContent('Bijna ');
  bring(theirs, mine);
  const {from, to} = mine.editor.state.selection;
  expect(mine.editor.state.doc.textBetween(from, to)).toBe('week');
});

/** One thing that somebody does somewhere. */
function act({editor}: Desk, random: Random): void {
  const {state, view} = editor;
  const inText: number[] = [];
  const blocks: number[] = [];
  state.doc.descendants((node, pos) => {
    if (node.isTextblock)
      for (let at = 0; at <= node.content.size; at += 1) inText.push(pos + 1 + at);
    if ('id' in node.attrs && node.type.name !== 'carrier') blocks.push(pos);
  });
  if (inText.length === 0 || blocks.length === 0) return;
  const [from, chosen] = [random.pick(inText), random.pick(blocks)];
  const end = state.doc.resolve(from).end();
  const to = Math.min(end, from + random.below(6));
  editor.commands.setTextSelection(from);
  const acts: readonly (() => unknown)[] = [
    () => editor.commands.insertContent('xyz'.slice(random.below(3))),
    () => view.dispatch(state.tr.delete(from, to)),
    () => editor.commands.setTextSelection({from, to}) && editor.commands.toggleBold(),
    () => editor.commands.setTextSelection({from, to}) && editor.commands.toggleSource('lived'),
    () => editor.commands.splitBlock(),
    () => editor.commands.joinBackward(),
    () => editor.commands.setHeading({level: 2}),
    () => editor.commands.toggleBulletList(),
    () => editor.commands.insertContent({type: 'hardBreak'}),
    () => {
      const status = random.pick(['idea', 'underway', 'done', 'parked']);
      if (state.doc.nodeAt(chosen)?.type.spec.attrs?.['status'])
        view.dispatch(state.tr.setNodeAttribute(chosen, 'status', status));
    },
    () => {
      const movable = movableFrom(state.doc, chosen);
      const homes = movable ? homesFor(state.doc, movable) : [];
      const home = homes.length > 0 ? random.pick(homes) : null;
      if (home) moveTo(editor, chosen, {parentPos: home.pos, index: home.node.childCount});
    },
    () => editor.commands.insertTable({rows: 2, cols: 2}),
    () => view.dispatch(state.tr.delete(random.below(from), from)),
  ];
  random.pick(acts)();
}

const seeds = Array.from({length: 10}, (_, index) => index + 1);

test.each(seeds)('whatever others do, the text shows what the document says: seed %i', (seed) => {
  const {mine, theirs, bring} = pair();
  const random = seeded(seed);
  for (let round = 0; round < 25; round += 1) {
    for (let acts = random.below(3); acts > 0; acts -= 1) act(mine, random);
    for (let acts = random.below(4); acts > 0; acts -= 1) act(theirs, random);
    bring(theirs, mine);
    if (random.chance(0.7)) bring(mine, theirs);
    // Read from a copy, for reading may mend.
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(mine.doc));
    const {doc} = initProseMirrorDoc(rootOf(copy), documentSchema());
    expect(plain(mine.editor.state.doc)).toEqual(plain(doc));
    mine.editor.state.doc.check();
    expectKnown(mine);
  }
});

/** The live document has no place for the marks of a line break. */
function plain(doc: Node): unknown {
  const bare = ({type, ...rest}: JSONContent): JSONContent => ({
    ...(type === 'hardBreak' ? {type} : {type, ...rest}),
    ...(rest.content ? {content: rest.content.map(bare)} : {}),
  });
  return bare(doc.toJSON());
}

/** What the binding takes for unchanged is what stands there. */
function expectKnown(desk: Desk): void {
  const {mapping, type} = bindingOf(desk);
  const {doc} = desk.editor.state;
  const look = (parent: Y.XmlFragment, children: readonly unknown[]) => {
    const elements = parent.toArray().filter((child) => child instanceof Y.XmlElement);
    for (const [at, element] of elements.entries()) {
      const known = mapping.get(element);
      if (!known || Array.isArray(known)) continue;
      expect(plain(known)).toEqual(plain(children[at] as Node));
      look(
        element,
        known.children.filter(({isText}) => !isText),
      );
    }
  };
  look(type, doc.children);
}
