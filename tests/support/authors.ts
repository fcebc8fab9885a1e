/**
 * People who write one document in real editors, before one server; and who really wrote which
 * character, tracked through ProseMirror's own transactions, knowing nothing of how the server does it.
 */

import type {Told} from '@samenspel/server/history/provenance.ts';
import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import {readAuthors} from '@samenspel/server/history/provenance/authors-of.ts';
import {
  emptyText,
  type LiveDocument,
  openLiveDocument,
} from '@samenspel/server/sync/live-document.ts';
import type {ClientId, PersonId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import type {Node} from '@tiptap/pm/model';
import type {Transaction} from '@tiptap/pm/state';
import type {Mappable} from '@tiptap/pm/transform';
import * as Y from 'yjs';
import {type HeadlessEditor, openHeadlessEditor} from './headless-editor.ts';

/** Who wrote a character: in truth, and by what the server said before the present edit. */
export interface Voice {
  readonly truth: number;
  readonly said: number;
}

export interface Author {
  readonly index: number;
  readonly personId: PersonId;
  readonly clientId: ClientId;
  readonly editor: HeadlessEditor;
}

/** What one edit came to. */
export interface Outcome {
  /** Characters that the edit put down under new ids, and that are visible after it. */
  readonly put: number;
  /** All characters of the top-level blocks that it left changed. */
  readonly touched: number;
  /** Characters whose author the server got wrong by this edit. */
  readonly wrong: number;
  /** … that whoever believes the ids of characters would get wrong. */
  readonly wrongByIds: number;
  /** For each wrong character, where it stands: for finding out why. */
  readonly examples: readonly string[];
}

export interface Row {
  readonly bytes: Uint8Array;
  readonly actor: PersonId;
  readonly told: Told;
}

export interface Authors {
  readonly people: readonly Author[];
  readonly live: LiveDocument;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  /** What was appended, oldest first. */
  readonly rows: readonly Row[];
  /** How long the server took for each update, in milliseconds. */
  readonly took: readonly number[];
  /**
   * Lets somebody edit, after they have seen what everybody did.
   * @param offline everything they do arrives in one update
   */
  edit(author: Author, work: (act: Act) => void, offline?: boolean): Outcome;
  /** Lets somebody edit without keeping track of the truth: for what comes last in a test. */
  free(author: Author, work: () => void): void;
  /** The voices of the characters between two positions of the author's document. */
  voices(author: Author, from: number, to: number): readonly Voice[];
  /** The top-level blocks that the last edit left changed: from, up to and not including. */
  lastRegion(): {readonly from: number; readonly to: number};
  /** Characters that the server now attributes to somebody who didn't write them, and all there are. */
  misattributed(): {readonly wrong: number; readonly all: number};
}

export interface Act {
  /**
   * Dispatches a transaction. Characters that it brings are the actor's, unless `arrivals` says whose
   * they are, in reading order.
   */
  do(tr: Transaction, arrivals?: readonly Voice[]): void;
  /** Text typed over other text of one block: what is equal at both ends was not typed. */
  type(tr: Transaction): void;
  /** Takes back what the author's last `edit` did; others may only have typed in other blocks since. */
  undo(): void;
}

interface Undoable {
  readonly from: number;
  readonly before: readonly (readonly Voice[])[];
  readonly after: number;
  /** Top-level blocks behind it. */
  readonly behind: number;
}

export function openAuthorsAtWork(
  count: number,
  serve: (
    owners: ReadonlyMap<ClientId, PersonId>,
    rows: readonly Row[],
  ) => LiveDocument = openServer,
): Authors & {restart(): void} {
  const owners = new Map<ClientId, PersonId>();
  const rows: Row[] = [];
  const took: number[] = [];
  const waiting = new Map<number, Uint8Array[]>();
  let live = serve(owners, rows);
  let authors = openAuthors(owners);
  /** Per top-level block of the document, the voices of its characters in reading order. */
  let blocks: (readonly Voice[])[] = [[]];
  const undoable = new Map<number, Undoable>();
  let last = {from: 0, to: 0};
  let held: Uint8Array[] | null = null;

  const people = Array.from({length: count}, (_, index): Author => {
    const clientId = (1_000 + index) as ClientId;
    const personId = `person${index}` as PersonId;
    owners.set(clientId, personId);
    waiting.set(index, []);
    const editor = openHeadlessEditor(clientId, (update) => arrive(index, personId, update));
    return {index, personId, clientId, editor};
  });
  const indexOf = new Map<PersonId | null, number>(
    people.map(({personId, index}) => [personId, index]),
  );

  function arrive(index: number, personId: PersonId, update: Uint8Array): void {
    if (held) {
      held.push(update);
      return;
    }
    const started = performance.now();
    const verdict = live.ingest(update, {personId, mayWrite: true});
    took.push(performance.now() - started);
    if (verdict.kind === 'known') return;
    if (verdict.kind !== 'fresh') throw new Error(`Not accepted: ${JSON.stringify(verdict)}`);
    rows.push({bytes: verdict.bytes, actor: personId, told: verdict.told});
    authors.learn(verdict.told.attributions);
    for (const [other, updates] of waiting) {
      if (other !== index || verdict.cleaned) updates.push(verdict.bytes);
    }
  }

  function said(child: number) {
    const part = live.doc.getXmlFragment(ROOT_NAME).get(child);
    if (!(part instanceof Y.XmlElement)) return [];
    return readAuthors(part, authors).flatMap(({runs}) => runs);
  }

  function edit(author: Author, work: (act: Act) => void, offline = false): Outcome {
    const {editor, index, clientId} = author;
    editor.receive((waiting.get(index) ?? []).splice(0));
    editor.pause();
    const clock = Y.getState(live.doc.store, clientId);
    const start = editor.doc;
    const before = blocks;
    const own: Voice = {truth: index, said: index};
    let undone: Undoable | null = null;
    if (offline) held = [];
    work({
      do(tr, arrivals = []) {
        const from = editor.doc;
        editor.dispatch(tr);
        blocks = carry(blocks, from, editor.doc, tr.mapping, arrivals, own);
      },
      type(tr) {
        const from = editor.doc;
        editor.dispatch(tr);
        blocks = retype(blocks, from, editor.doc, own);
      },
      undo() {
        undone = undoable.get(index) ?? null;
        if (!undone) throw new Error('Nothing to undo');
        editor.undo();
        const end = blocks.length - undone.behind;
        if (end - undone.from !== undone.after) throw new Error('Somebody was in between');
        blocks = [...blocks.slice(0, undone.from), ...undone.before, ...blocks.slice(end)];
      },
    });
    if (held && held.length > 0) {
      const update = Y.mergeUpdates(held);
      held = null;
      arrive(index, author.personId, update);
    }
    held = null;
    const changed = changedChildren(start, editor.doc);
    const spot = undone as Undoable | null;
    const region = spot
      ? {from: spot.from, behind: spot.behind, after: spot.before.length}
      : changed;
    undoable.set(index, {
      from: changed.from,
      before: before.slice(changed.from, before.length - changed.behind),
      after: changed.after,
      behind: changed.behind,
    });
    last = {from: changed.from, to: changed.from + changed.after};
    return settle(author, region.from, region.from + region.after, clock);
  }

  /** Compares what the server says of these blocks with what it should say, and believes it. */
  function settle({editor, clientId}: Author, from: number, to: number, clock: number): Outcome {
    let put = 0;
    let touched = 0;
    let wrong = 0;
    let wrongByIds = 0;
    const examples: string[] = [];
    for (let child = from; child < to; child++) {
      const expected = blocks[child] ?? [];
      const node = editor.doc.maybeChild(child);
      const heard: Voice[] = [];
      let text = '';
      for (const run of said(child)) {
        for (let at = 0; at < run.length; at++) {
          const voice = expected[heard.length];
          const author = indexOf.get(run.author) ?? -1;
          const isNew = run.client === clientId && run.clock + at >= clock;
          if (isNew) put++;
          if (voice && voice.said !== author) {
            wrong++;
            examples.push(`${child}:${heard.length} ${voice.said}→${author} ${isNew}`);
          }
          if (voice && isNew && indexOf.get(owners.get(run.client) ?? null) !== voice.said) {
            wrongByIds++;
          }
          heard.push({truth: voice?.truth ?? -1, said: author});
        }
        text += run.text;
      }
      if (!node || text !== node.textContent || heard.length !== expected.length) {
        throw new Error(
          `Block ${child}: server “${text}”, editor “${node?.textContent}”, ${expected.length} voices`,
        );
      }
      touched += heard.length;
      blocks[child] = heard;
    }
    if (blocks.length !== editor.doc.childCount) {
      throw new Error(`${blocks.length} blocks for ${editor.doc.childCount}`);
    }
    return {put, touched, wrong, wrongByIds, examples};
  }

  return {
    people,
    get live() {
      return live;
    },
    owners,
    rows,
    took,
    edit,
    free({editor, index}, work) {
      editor.receive((waiting.get(index) ?? []).splice(0));
      editor.pause();
      work();
    },
    voices: ({editor}, from, to) => voicesBetween(blocks, editor.doc, from, to),
    lastRegion: () => last,
    misattributed() {
      const all = blocks.flat();
      return {wrong: all.filter(({truth, said: heard}) => truth !== heard).length, all: all.length};
    },
    restart() {
      live.destroy();
      live = serve(owners, rows);
      authors = openAuthors(owners);
      authors.learn(rows.flatMap(({told}) => told.attributions));
    },
  };
}

const unlimited = {maxDocumentBytes: 0, maxDocumentStructs: 0};

function openServer(owners: ReadonlyMap<ClientId, PersonId>): LiveDocument {
  return openLiveDocument(emptyText, owners, unlimited, () => 0);
}

/** Which top-level blocks a transaction changed: ProseMirror keeps the others as they are. */
export function changedChildren(
  before: Node,
  after: Node,
): {readonly from: number; readonly behind: number; readonly after: number} {
  const least = Math.min(before.childCount, after.childCount);
  let from = 0;
  while (from < least && before.child(from) === after.child(from)) from++;
  let behind = 0;
  while (
    from + behind < least &&
    before.child(before.childCount - behind - 1) === after.child(after.childCount - behind - 1)
  ) {
    behind++;
  }
  return {from, behind, after: after.childCount - behind - from};
}

/** Characters keep their voice wherever the transaction maps them; the others are arrivals. */
function carry(
  blocks: readonly (readonly Voice[])[],
  before: Node,
  after: Node,
  mapping: Mappable,
  arrivals: readonly Voice[],
  own: Voice,
): (readonly Voice[])[] {
  const changed = changedChildren(before, after);
  const end = before.childCount - changed.behind;
  const kept = new Map<number, Voice>();
  for (let child = changed.from; child < end; child++) {
    const voices = blocks[child] ?? [];
    placesIn(before, child).forEach((place, index) => {
      const {pos, deletedAfter} = mapping.mapResult(place, 1);
      const voice = voices[index];
      if (!deletedAfter && voice) kept.set(pos, voice);
    });
  }
  let arrived = 0;
  const next: (readonly Voice[])[] = [];
  for (let child = changed.from; child < changed.from + changed.after; child++) {
    next.push(placesIn(after, child).map((place) => kept.get(place) ?? arrivals[arrived++] ?? own));
  }
  return [...blocks.slice(0, changed.from), ...next, ...blocks.slice(end)];
}

/** One stretch of one text block replaced by typing. */
function retype(
  blocks: readonly (readonly Voice[])[],
  before: Node,
  after: Node,
  own: Voice,
): (readonly Voice[])[] {
  const {from, after: count} = changedChildren(before, after);
  if (count === 0) return [...blocks];
  const old = textsIn(before.child(from));
  const now = textsIn(after.child(from));
  const voices = blocks[from] ?? [];
  const block: Voice[] = [];
  let at = 0;
  for (const [index, text] of now.entries()) {
    const was = old[index] ?? '';
    const {start, end} = splice(was, text);
    block.push(...voices.slice(at, at + start));
    for (let typed = start; typed < text.length - end; typed++) block.push(own);
    block.push(...voices.slice(at + was.length - end, at + was.length));
    at += was.length;
  }
  return blocks.with(from, block);
}

/** How much of two texts is equal at the start, and of the rest at the end. */
function splice(old: string, now: string): {readonly start: number; readonly end: number} {
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start++;
  let end = 0;
  while (start + end < least && old.at(-1 - end) === now.at(-1 - end)) end++;
  return {start, end};
}

function textsIn(block: Node): readonly string[] {
  const texts: string[] = [];
  if (block.isTextblock) return [block.textContent];
  block.descendants((node) => {
    if (node.isTextblock) texts.push(node.textContent);
    return !node.isTextblock;
  });
  return texts;
}

/** The positions of the characters of a top-level block, in reading order. */
function placesIn(doc: Node, child: number): readonly number[] {
  const places: number[] = [];
  let start = 0;
  for (let index = 0; index < child; index++) start += doc.child(index).nodeSize;
  doc.child(child).descendants((node, pos) => {
    const at = start + 1 + pos;
    for (let offset = 0; offset < (node.text?.length ?? 0); offset++) places.push(at + offset);
  });
  return places;
}

function voicesBetween(
  blocks: readonly (readonly Voice[])[],
  doc: Node,
  from: number,
  to: number,
): readonly Voice[] {
  const found: Voice[] = [];
  let start = 0;
  for (let child = 0; child < doc.childCount; child++) {
    const end = start + doc.child(child).nodeSize;
    if (start < to && end > from) {
      placesIn(doc, child).forEach((place, index) => {
        const voice = blocks[child]?.[index];
        if (place >= from && place < to && voice) found.push(voice);
      });
    }
    start = end;
  }
  return found;
}
