/** The kinds of edits by which people change a text, through real ProseMirror transactions. */

import {unreachable} from '@samenspel/shared';
import {Fragment, type Node, type NodeType, Slice} from '@tiptap/pm/model';
import {liftListItem, sinkListItem, wrapInList} from '@tiptap/pm/schema-list';
import {TextSelection, type Transaction} from '@tiptap/pm/state';
import {addColumnAfter, addRowAfter, deleteColumn, deleteRow} from '@tiptap/pm/tables';
import {canJoin, canSplit} from '@tiptap/pm/transform';
import type {Act, Author, Authors, Outcome, Voice} from './authors.ts';
import type {Random} from './random.ts';

export const editKinds = [
  'typing',
  'move',
  'split',
  'join',
  'retype',
  'undo',
  'paste by another',
  'formatting',
  'offline',
] as const;
export type EditKind = (typeof editKinds)[number];

interface Cut {
  readonly slice: Slice;
  readonly voices: readonly Voice[];
  readonly by: number;
}

interface Place {
  readonly node: Node;
  readonly pos: number;
  readonly parent: Node;
  readonly index: number;
}

export interface Simulation {
  /** One edit of this kind; null when the document offers no place for it. */
  step(kind: EditKind): readonly (readonly [EditKind, Outcome])[];
  /** The next edit, of a kind that is as likely as people need it. */
  next(): readonly (readonly [EditKind, Outcome])[];
  /** Fills the empty document: everybody writes some blocks. */
  begin(blocks: number): void;
}

/** Few words are used often and many seldom: the chosen place in these is skewed to the front. */
const words: readonly string[] = [
  ...`de het een en van in op met voor aan bij naar om te is wij zij ons hun dat die dit niet wel ook nog
  samen buurt bewoners gesprek koffie maandag dinsdag woensdag ochtend middag avond kinderen ouders
  eten koken gemeente stadsdeel welzijn aanbod vraag doel actie afspraak kosten subsidie budget
  vrijwilliger vergoeding diploma ervaring kennis luisteren praten delen leren beginnen stoppen helpen
  vragen weten doen maken komen gaan eenzaamheid vertrouwen veiligheid`.split(/\s+/),
  ...'buurt wijk straat jongeren ouderen school taal sport speel werk meiden moeder vader fiets lees'
    .split(' ')
    .flatMap((first) =>
      'huis plan groep les tuin team punt dag plek kring feest markt raad budget loket maatje'
        .split(' ')
        .map((second) => `${first}${second}`),
    ),
];

const shares: Readonly<Record<EditKind, number>> = {
  typing: 0.2,
  move: 0.16,
  split: 0.12,
  join: 0.12,
  retype: 0.14,
  undo: 0.08,
  'paste by another': 0.08,
  formatting: 0.06,
  /** Several of the others at once. */
  offline: 0.04,
};

/** Documents are kept between these numbers of top-level blocks. */
const fewest = 18;
const most = 40;

export function simulate(team: Authors, random: Random): Simulation {
  const anyone = (): Author => random.pick(team.people);
  const others = ({index}: Author) => random.pick(team.people.filter((one) => one.index !== index));
  const word = () => words[Math.floor(words.length * random.next() ** 2)] ?? '';
  const sentence = (least: number, spread: number) =>
    `${Array.from({length: least + random.below(spread)}, () => word()).join(' ')}.`;
  const clipboards: Cut[] = [];

  function textblocks({editor}: Author, least = 0): readonly Place[] {
    return placesOf(editor.doc, (node) => node.isTextblock && node.textContent.length >= least);
  }

  /** Tries a few places. */
  function attempt(author: Author, work: (act: Act, author: Author) => boolean): Outcome | null {
    let done = false;
    const outcome = team.edit(author, (act) => {
      for (let tries = 0; tries < 8 && !done; tries++) done = work(act, author);
    });
    return done ? outcome : null;
  }

  function typeIn(act: Act, {editor}: Author, pos: number, text: string): void {
    for (let at = 0; at < text.length; at++) {
      act.type(editor.state.tr.insertText(text[at] ?? '', pos + at));
    }
  }

  function typing(act: Act, author: Author): boolean {
    const {editor} = author;
    const found = textblocks(author);
    if (found.length === 0) return false;
    const {node, pos} = random.pick(found);
    const at = pos + 1 + random.below(node.content.size + 1);
    if (editor.doc.resolve(at).parent !== node) return false;
    const roll = random.next();
    if (roll < 0.6) {
      typeIn(act, author, at, ` ${word()}`);
    } else if (roll < 0.75) {
      const to = Math.min(at + 1 + random.below(8), pos + 1 + node.content.size);
      act.type(editor.state.tr.delete(at, to));
    } else if (roll < 0.9) {
      const to = Math.min(at + 1 + random.below(20), pos + 1 + node.content.size);
      const typed = word();
      act.type(editor.state.tr.insertText(typed[0] ?? '', at, to));
      typeIn(act, author, at + 1, typed.slice(1));
    } else {
      // A whole sentence at once, as from another program.
      act.type(editor.state.tr.insertText(` ${sentence(4, 8)}`, pos + 1 + node.content.size));
    }
    return true;
  }

  function newBlock(act: Act, {editor}: Author): boolean {
    const {schema} = editor;
    const text = () => schema.text(sentence(5, 15));
    const paragraph = () => schema.nodes['paragraph']!.create(null, text());
    const roll = random.next();
    const block =
      roll < 0.55
        ? paragraph()
        : roll < 0.7
          ? schema.nodes['heading']!.create({level: 2}, schema.text(sentence(2, 4)))
          : roll < 0.85
            ? schema.nodes['bulletList']!.create(
                null,
                Array.from({length: 2 + random.below(4)}, () =>
                  schema.nodes['listItem']!.create(null, paragraph()),
                ),
              )
            : roll < 0.93
              ? schema.nodes['table']!.create(
                  null,
                  Array.from({length: 2 + random.below(2)}, () =>
                    schema.nodes['tableRow']!.create(
                      null,
                      Array.from({length: 3}, () =>
                        schema.nodes['tableCell']!.create(
                          null,
                          schema.nodes['paragraph']!.create(null, schema.text(sentence(1, 5))),
                        ),
                      ),
                    ),
                  ),
                )
              : schema.nodes['goal']!.create({id: `goal${random.below(1e9)}`}, [
                  schema.nodes['blockTitle']!.create(null, schema.text(sentence(2, 4))),
                  paragraph(),
                ]);
    act.do(editor.state.tr.insert(boundary(editor.doc), block));
    return true;
  }

  /** A place between top-level blocks. */
  function boundary(doc: Node): number {
    const child = random.below(doc.childCount + 1);
    let pos = 0;
    for (let index = 0; index < child; index++) pos += doc.child(index).nodeSize;
    return pos;
  }

  /** Takes a node out and puts it in elsewhere, in one transaction, as dragging does. */
  function carryTo(act: Act, author: Author, place: Place, to: number): boolean {
    const {editor} = author;
    const {node, pos} = place;
    if (to >= pos && to <= pos + node.nodeSize) return false;
    const voices = team.voices(author, pos, pos + node.nodeSize);
    const tr = editor.state.tr.delete(pos, pos + node.nodeSize);
    tr.insert(tr.mapping.map(to), node);
    act.do(tr, voices);
    return true;
  }

  function move(act: Act, author: Author): boolean {
    const {editor} = author;
    const {doc} = editor;
    const roll = random.next();
    if (roll < 0.45) {
      const found = placesOf(doc, (_, parent) => parent === doc);
      return carryTo(act, author, random.pick(found), boundary(doc));
    }
    if (roll < 0.65) {
      const found = placesOf(
        doc,
        (node, parent) =>
          (node.type.name === 'listItem' || node.type.name === 'tableRow') && parent.childCount > 1,
      );
      if (found.length === 0) return false;
      const place = random.pick(found);
      const siblings = found.filter(({parent}) => parent === place.parent);
      return carryTo(act, author, place, random.pick(siblings).pos);
    }
    if (roll < 0.75) return moveCell(act, author);
    // A stretch of text, dragged within its block or to another.
    const stretch = someText(author, 12, 60);
    const target = random.pick(textblocks(author));
    if (!stretch || !target) return false;
    const to = target.pos + 1 + random.below(target.node.content.size + 1);
    if (to >= stretch.from && to <= stretch.to) return false;
    const voices = team.voices(author, stretch.from, stretch.to);
    const {content} = doc.slice(stretch.from, stretch.to);
    const tr = editor.state.tr.delete(stretch.from, stretch.to);
    tr.insert(tr.mapping.map(to), content);
    act.do(tr, voices);
    return true;
  }

  /** What is in one cell goes to another, which is empty afterwards or changes places with it. */
  function moveCell(act: Act, author: Author): boolean {
    const {editor} = author;
    const cells = placesOf(editor.doc, (node) => node.type.name === 'tableCell');
    if (cells.length < 2) return false;
    const [one, other] = [random.pick(cells), random.pick(cells)].toSorted((a, b) => a.pos - b.pos);
    if (!one || !other || one.pos === other.pos) return false;
    const inside = ({node, pos}: Place) => ({from: pos + 1, to: pos + node.nodeSize - 1});
    const [first, second] = [inside(one), inside(other)];
    const voices = [
      ...team.voices(author, second.from, second.to),
      ...team.voices(author, first.from, first.to),
    ];
    const tr = editor.state.tr.replaceWith(second.from, second.to, one.node.content);
    tr.replaceWith(first.from, first.to, other.node.content);
    act.do(tr, voices);
    return true;
  }

  function someText(author: Author, least: number, spread: number) {
    const found = textblocks(author, least);
    if (found.length === 0) return null;
    const {node, pos} = random.pick(found);
    const length = Math.min(least + random.below(spread), node.content.size);
    const from = pos + 1 + random.below(node.content.size - length + 1);
    return {from, to: from + length, node, pos};
  }

  function split(act: Act, author: Author): boolean {
    const {editor} = author;
    const found = textblocks(author, 4);
    if (found.length === 0) return false;
    const {node, pos, parent} = random.pick(found);
    if (node.type.name === 'blockTitle') return false;
    const at = pos + 1 + splitPoint(node.textContent);
    const depth = parent.type.name === 'listItem' ? 2 : 1;
    if (!canSplit(editor.doc, at, depth)) return false;
    act.do(editor.state.tr.split(at, depth));
    return true;
  }

  /** Mostly between words. */
  function splitPoint(text: string): number {
    const at = 1 + random.below(text.length - 1);
    const space = text.indexOf(' ', at);
    return space > 0 && random.chance(0.8) ? space : at;
  }

  function join(act: Act, author: Author): boolean {
    const {editor} = author;
    const found = placesOf(
      editor.doc,
      (node, parent, index) =>
        index > 0 &&
        node.content.size > 0 &&
        parent.child(index - 1).type === node.type &&
        ['paragraph', 'heading', 'listItem', 'bulletList'].includes(node.type.name),
    ).filter(({pos}) => canJoin(editor.doc, pos));
    if (found.length === 0) return false;
    const {pos, node} = random.pick(found);
    const tr = editor.state.tr.join(pos);
    // Two items become one; then their paragraphs become one.
    const {nodeBefore, nodeAfter} = tr.doc.resolve(pos - 1);
    const alike = nodeBefore?.isTextblock && nodeBefore.type === nodeAfter?.type;
    if (node.type.name === 'listItem' && alike) tr.join(pos - 1);
    act.do(tr);
    return true;
  }

  function retype(act: Act, author: Author): boolean {
    const {editor} = author;
    const {schema} = editor;
    const found = textblocks(author, 1).filter(({node}) => node.type.name !== 'blockTitle');
    if (found.length === 0) return false;
    const {node, pos, parent} = random.pick(found);
    const {paragraph, heading, bulletList, orderedList, listItem} = schema.nodes as Record<
      string,
      NodeType
    >;
    if (!paragraph || !heading || !bulletList || !orderedList || !listItem) return false;
    const state = editor.state.apply(
      editor.state.tr.setSelection(TextSelection.create(editor.doc, pos + 1)),
    );
    let made: Transaction | null = null;
    const take = (tr: Transaction) => (made = tr);
    if (parent.type === listItem) {
      const roll = random.next();
      if (roll < 0.5) liftListItem(listItem)(state, take);
      else if (roll < 0.7) sinkListItem(listItem)(state, take);
      else {
        const $pos = editor.doc.resolve(pos);
        const list = $pos.node($pos.depth - 1);
        const to = list.type === bulletList ? orderedList : bulletList;
        take(state.tr.setNodeMarkup($pos.before($pos.depth - 1), to));
      }
    } else if (node.type === heading || random.chance(0.3)) {
      const isHeading = node.type === heading;
      const tr = state.tr.setBlockType(
        pos + 1,
        pos + 1,
        isHeading && random.chance(0.8) ? paragraph : heading,
        isHeading ? null : {level: 1 + random.below(3)},
      );
      if (tr.docChanged) take(tr);
    } else if (node.type === paragraph) {
      wrapInList(random.chance(0.5) ? bulletList : orderedList)(state, take);
    }
    if (!made) return false;
    // Made on a state with another selection: the steps are what counts.
    const tr = editor.state.tr;
    (made as Transaction).steps.forEach((one) => tr.step(one));
    if (!tr.docChanged) return false;
    act.do(tr);
    return true;
  }

  function formatting(act: Act, author: Author): boolean {
    const {editor} = author;
    const stretch = someText(author, 3, 40);
    if (!stretch) return false;
    const mark = random.pick(['bold', 'italic', 'underline', 'link']);
    const type = editor.schema.marks[mark];
    if (!type || stretch.node.type.name === 'blockTitle') return false;
    const tr = random.chance(0.7)
      ? editor.state.tr.addMark(
          stretch.from,
          stretch.to,
          type.create(mark === 'link' ? {href: 'https://voorbeeld.nl/'} : null),
        )
      : editor.state.tr.removeMark(stretch.from, stretch.to, type);
    act.do(tr);
    return true;
  }

  function remove(act: Act, author: Author): boolean {
    const {editor} = author;
    if (editor.doc.childCount > fewest && random.chance(0.5)) {
      const {pos, node} = random.pick(placesOf(editor.doc, (_, parent) => parent === editor.doc));
      act.do(editor.state.tr.delete(pos, pos + node.nodeSize));
      return true;
    }
    const stretch = someText(author, 2, 60);
    if (!stretch) return false;
    act.do(editor.state.tr.delete(stretch.from, stretch.to));
    return true;
  }

  function tableShape(act: Act, author: Author): boolean {
    const {editor} = author;
    const cells = placesOf(editor.doc, (node) => node.type.name === 'tableCell');
    if (cells.length === 0) return false;
    const {pos, parent} = random.pick(cells);
    const state = editor.state.apply(
      editor.state.tr.setSelection(TextSelection.near(editor.doc.resolve(pos + 2))),
    );
    const command = random.pick(
      parent.childCount > 2
        ? [addRowAfter, deleteRow, deleteColumn]
        : [addRowAfter, addColumnAfter, addColumnAfter],
    );
    let made: Transaction | null = null;
    command(state, (tr) => (made = tr));
    if (!made) return false;
    const tr = editor.state.tr;
    (made as Transaction).steps.forEach((one) => tr.step(one));
    act.do(tr);
    return true;
  }

  function offline(): Outcome {
    const author = anyone();
    const edits = [typing, move, split, join, retype, remove, newBlock];
    return team.edit(
      author,
      (act) => {
        for (let count = 2 + random.below(5); count > 0; count--) random.pick(edits)(act, author);
      },
      true,
    );
  }

  /** Somebody does something, others go on typing elsewhere, and it is taken back. */
  function undo(): (readonly [EditKind, Outcome])[] {
    const author = anyone();
    const kinds = {move, split, join, retype} as const;
    const kind = random.pick([
      'remove',
      'remove',
      'remove',
      'move',
      'split',
      'join',
      'retype',
    ] as const);
    const rows = team.rows.length;
    const results: (readonly [EditKind, Outcome])[] = [];
    const done = attempt(author, kind === 'remove' ? remove : kinds[kind]);
    if (!done) return [];
    // An edit that leaves the text as it was is nothing to take back.
    if (team.rows.length === rows) return [];
    results.push([kind === 'remove' ? 'typing' : kind, done]);
    if (random.chance(0.4)) {
      const other = others(author);
      const changed = lastChange();
      const typed = attempt(other, (act, {editor}) => {
        const found = placesOf(
          editor.doc,
          (node, parent) => parent === editor.doc && node.isTextblock,
        );
        const place = random.pick(found);
        // Far from what is taken back, which only whole blocks tell apart.
        if (changed(place.index)) return false;
        typeIn(act, other, place.pos + 1, `${word()} `);
        return true;
      });
      if (typed) results.push(['typing', typed]);
    }
    results.push(['undo', team.edit(author, (act) => act.undo())]);
    return results;
  }

  function lastChange(): (index: number) => boolean {
    const region = team.lastRegion();
    return (index) => index >= region.from - 1 && index <= region.to + 1;
  }

  function paste(): (readonly [EditKind, Outcome])[] {
    const results: (readonly [EditKind, Outcome])[] = [];
    const author = anyone();
    const cut = attempt(author, (act, {editor, index}) => {
      const {doc} = editor;
      const whole = random.chance(0.5) && doc.childCount > fewest;
      const stretch = whole ? null : someText(author, 10, 120);
      const place = random.pick(placesOf(doc, (_, parent) => parent === doc));
      const range = stretch ?? {from: place.pos, to: place.pos + place.node.nodeSize};
      if (!whole && !stretch) return false;
      clipboards.push({
        slice: new Slice(doc.slice(range.from, range.to).content, 0, 0),
        voices: team.voices(author, range.from, range.to),
        by: index,
      });
      act.do(editor.state.tr.delete(range.from, range.to));
      return true;
    });
    if (cut) results.push(['typing', cut]);
    // Some are pasted at once, some only after others have cut too.
    while (clipboards.length > 3 || (clipboards.length > 0 && random.chance(0.4))) {
      const [clipboard] = clipboards.splice(random.below(clipboards.length), 1);
      if (!clipboard) break;
      const paster = random.chance(0.7)
        ? random.pick(team.people.filter(({index}) => index !== clipboard.by))
        : (team.people[clipboard.by] ?? author);
      const pasted = attempt(paster, (act, {editor}) => {
        const inline = clipboard.slice.content.firstChild?.isInline ?? false;
        let at = boundary(editor.doc);
        if (inline) {
          const found = textblocks(paster).filter(({node}) => node.type.name !== 'blockTitle');
          if (found.length === 0) return false;
          const {node, pos} = random.pick(found);
          at = pos + 1 + random.below(node.content.size + 1);
        }
        const content = Fragment.from(clipboard.slice.content);
        act.do(editor.state.tr.insert(at, content), clipboard.voices);
        return true;
      });
      if (pasted) results.push(['paste by another', pasted]);
    }
    return results;
  }

  function size(): void {
    const author = anyone();
    team.edit(author, (act) => {
      const {doc} = author.editor;
      if (doc.childCount > most) {
        const {pos, node} = random.pick(placesOf(doc, (_, parent) => parent === doc));
        act.do(author.editor.state.tr.delete(pos, pos + node.nodeSize));
      } else if (doc.childCount < fewest) {
        newBlock(act, author);
      }
    });
  }

  const one = (kind: EditKind, outcome: Outcome | null) =>
    outcome ? [[kind, outcome] as const] : [];

  function step(kind: EditKind): readonly (readonly [EditKind, Outcome])[] {
    size();
    switch (kind) {
      case 'typing':
        if (random.chance(0.2)) return one(kind, attempt(anyone(), newBlock));
        return one(kind, attempt(anyone(), random.chance(0.1) ? remove : typing));
      case 'move':
        return one(kind, attempt(anyone(), random.chance(0.1) ? tableShape : move));
      case 'split':
        return one(kind, attempt(anyone(), split));
      case 'join':
        return one(kind, attempt(anyone(), join));
      case 'retype':
        return one(kind, attempt(anyone(), retype));
      case 'formatting':
        return one(kind, attempt(anyone(), formatting));
      case 'offline':
        return one(kind, offline());
      case 'undo':
        return undo();
      case 'paste by another':
        return paste();
      default:
        return unreachable(kind);
    }
  }

  return {
    step,
    next() {
      let roll = random.next();
      const kind = editKinds.find((each) => (roll -= shares[each]) < 0);
      return step(kind ?? 'typing');
    },
    begin(blocks) {
      for (let count = 0; count < blocks; count++) {
        const author = anyone();
        team.edit(author, (act) => newBlock(act, author));
      }
    },
  };
}

function placesOf(
  doc: Node,
  wanted: (node: Node, parent: Node, index: number) => boolean,
): readonly Place[] {
  const found: Place[] = [];
  doc.descendants((node, pos, parent, index) => {
    if (parent && !node.isText && wanted(node, parent, index))
      found.push({node, pos, parent, index});
    return !node.isTextblock;
  });
  return found;
}
