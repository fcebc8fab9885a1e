/**
 * A document's text in steps, from one moment to another: every block with what it said from which step
 * on, so that a screen can go both ways through it without asking again.
 */

import type {DocumentId, Film, PersonId, Seq} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import type {EntryMark, Journal} from '../journal/journal.ts';
import {documentOf, replaying} from '../journal/state.ts';
import {withLines} from './lines.ts';
import {contentOf} from './content.ts';
import {type Child, childrenOf, keyOf} from './restore/elements.ts';

export interface FilmDeps {
  readonly journal: Pick<Journal, 'marks' | 'moment' | 'replay' | 'since'>;
}

/** A film with who wrote at each step still by their ids. */
export type RawFilm = Omit<Film, 'people'>;

export interface FilmRange {
  readonly from: Seq;
  readonly until: Seq;
  /** At most so many steps; fewer when less happened. */
  readonly steps: number;
}

/**
 * Over more entries than this a fresh look costs less than going on from the last one: by which all
 * blocks that stayed need not be drawn again.
 */
const farEntries = 3_000;

/**
 * The moments from `from` up to `until`, as evenly as they can be over the entries between; both ends
 * are in it. Works a step at a time and lets others go first in between.
 * @returns null when the journal has no such entries
 * @throws AppError 'damaged' with the nearest moment that can be read
 */
export async function filmOf(
  {journal}: FilmDeps,
  documentId: DocumentId,
  range: FilmRange,
): Promise<RawFilm | null> {
  const marks = (await journal.marks(documentId)).toSorted((one, other) => one.seq - other.seq);
  const reel = openReel();
  const steps: RawFilm['steps'][number][] = [];
  let doc: Y.Doc | null = null;
  let last: Seq | null = null;
  for (const asked of positions(marks, range)) {
    if (last !== null && asked <= last) continue;
    const moment = await journal.moment(documentId, asked);
    if (!moment) break;
    const {seq, at} = moment;
    if (last !== null && seq <= last) continue;
    if (doc && last !== null && seq - last <= farEntries) {
      const entries = await journal.since(documentId, last, seq);
      const live = doc;
      replaying(live, () => entries.forEach(({bytes}) => Y.applyUpdate(live, bytes)));
    } else {
      const replay = await journal.replay(documentId, seq);
      if (!replay) break;
      doc?.destroy();
      doc = documentOf(replay.state, replay.updates);
      reel.watch(doc);
    }
    reel.shoot(doc, steps.length);
    steps.push({seq, at, by: writersIn(marks, last ?? ((seq - 1) as Seq), seq)});
    last = seq;
    await new Promise((resolve) => setImmediate(resolve));
  }
  doc?.destroy();
  return steps.length === 0 ? null : {steps, blocks: reel.blocks()};
}

/** Ends of entries, at most as many as asked for, the first and the last among them. */
function positions(marks: readonly EntryMark[], {from, until, steps}: FilmRange): readonly Seq[] {
  const inside = marks.slice(firstBehind(marks, (from - 1) as Seq), firstBehind(marks, until));
  const count = Math.min(steps, inside.length);
  const spread = Array.from(
    {length: count},
    (_, index) => inside[Math.round((index * (inside.length - 1)) / Math.max(1, count - 1))]?.seq,
  );
  // They may lie inside an entry that was joined of several.
  return steps < 2 ? [until] : [from, ...spread.slice(1, -1).flatMap((seq) => seq ?? []), until];
}

/** Who wrote behind `after` and up to `until`, in order of appearance. */
function writersIn(marks: readonly EntryMark[], after: Seq, until: Seq): readonly PersonId[] {
  const between = marks.slice(firstBehind(marks, after), firstBehind(marks, until));
  return [...new Set(between.flatMap(({actor}) => actor ?? []))];
}

/** The index of the first entry that ends behind this position. */
function firstBehind(marks: readonly EntryMark[], seq: Seq): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.seq ?? 0) > seq) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A block's life in a film, while that is being made. */
interface Life {
  readonly id: string;
  readonly says: {readonly from: number; readonly json: JSONContent}[];
  /** What it said last, to see whether it says something else. */
  text: string;
  gone: number | null;
}

/** Draws a document's blocks, each once for as long as it stays the same. */
function openReel() {
  const lives = new Map<string, Life>();
  // Blocks never change places, so one order holds for all that were ever there (what is moved, is
  // written anew elsewhere).
  let order: readonly Life[] = [];
  let standing: ReadonlySet<Life> = new Set();
  let drawn = new WeakSet<object>();

  /** The life of this block, which it may begin or go on with in this step. */
  function shown(block: Child, step: number): Life {
    const id = keyOf(block);
    const life = lives.get(id) ?? {id, says: [], text: '', gone: null};
    lives.set(id, life);
    if (drawn.has(block)) return life;
    drawn.add(block);
    const json = blockOf(block);
    const text = JSON.stringify(json);
    if (text !== life.text) life.says.push({from: step, json});
    life.text = text;
    return life;
  }

  return {
    watch(doc: Y.Doc) {
      drawn = new WeakSet();
      doc.on('afterTransaction', ({changedParentTypes}: Y.Transaction) => {
        for (const type of changedParentTypes.keys()) drawn.delete(type);
      });
    },
    shoot(doc: Y.Doc, step: number) {
      const now = childrenOf(doc.getXmlFragment(ROOT_NAME)).map((block) => shown(block, step));
      const known = new Set(order);
      order = merged(order, now, known);
      const stands = new Set(now);
      for (const life of standing) {
        if (!stands.has(life)) life.gone = step;
      }
      standing = stands;
    },
    blocks: (): RawFilm['blocks'] => order.map(({id, says, gone}) => ({id, says, gone})),
  };
}

/** The order of all that were and all that are now; those that `order` knows stand in it as they do now. */
function merged(
  order: readonly Life[],
  now: readonly Life[],
  known: ReadonlySet<Life>,
): readonly Life[] {
  const all: Life[] = [];
  let at = 0;
  for (const life of now) {
    while (known.has(life) && at < order.length) {
      const next = order[at++];
      if (next === life) break;
      if (next) all.push(next);
    }
    all.push(life);
  }
  return [...all, ...order.slice(at)];
}

/** One block of a document as JSON, with the lines of its text. */
function blockOf(block: Child): JSONContent {
  if (block instanceof Y.XmlText) {
    // Straight in the root, by a stranger's client.
    return {type: 'paragraph', content: [{type: 'text', text: block.toJSON()}]};
  }
  const attrs = block.getAttributes();
  const {content = []} = withLines(contentOf(block), block);
  return {
    type: block.nodeName,
    ...(Object.keys(attrs).length > 0 ? {attrs} : {}),
    ...(block.length > 0 ? {content} : {}),
  };
}
