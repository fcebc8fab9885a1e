/**
 * A document's text in steps, from one moment to another: what came, went and changed at each, over a
 * dictionary of blocks, so that a screen can go both ways through it without asking again.
 */

import {createHash} from 'node:crypto';
import type {DocumentId, Film, FilmSplice, PersonId, Seq} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import type {EntryMark, Journal} from '../journal/journal.ts';
import {documentOf, replaying} from '../journal/state.ts';
import {withLines} from './lines.ts';
import {contentOf} from './content.ts';
import {type Child, childrenOf} from './restore/elements.ts';

export interface FilmDeps {
  readonly journal: Pick<Journal, 'marks' | 'moment' | 'replay' | 'since'>;
}

/** A film with who wrote at each step still by their ids. */
export type RawFilm = Omit<Film, 'steps' | 'people'> & {
  readonly steps: readonly (Omit<Film['steps'][number], 'by'> & {
    readonly by: readonly PersonId[];
  })[];
};

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
  const marks = (await journal.marks(documentId)).filter(({seq}) => seq <= range.until);
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
    steps.push({seq, at, by: writersIn(marks, last, seq), splices: reel.shoot(doc)});
    last = seq;
    await new Promise((resolve) => setImmediate(resolve));
  }
  doc?.destroy();
  return steps.length === 0 ? null : {steps, blocks: reel.blocks()};
}

/** Ends of entries, at most as many as asked for, the first and the last among them. */
function positions(marks: readonly EntryMark[], {from, until, steps}: FilmRange): readonly Seq[] {
  const inside = marks.filter(({seq}) => seq >= from).map(({seq}) => seq);
  const ends = [...new Set([from, ...inside, until])].toSorted((one, other) => one - other);
  const count = Math.min(steps, ends.length);
  if (count < 2) return ends.slice(-1);
  return Array.from(
    {length: count},
    (_, index) => ends[Math.round((index * (ends.length - 1)) / (count - 1))] ?? until,
  );
}

function writersIn(
  marks: readonly EntryMark[],
  after: Seq | null,
  until: Seq,
): readonly PersonId[] {
  const writers = marks.flatMap(({seq, actor}) =>
    actor !== null && seq > (after ?? until - 1) && seq <= until ? [actor] : [],
  );
  return [...new Set(writers)];
}

/** Draws a document's blocks, each once for as long as it stays the same. */
function openReel() {
  const blocks: Record<string, JSONContent> = {};
  let drawn = new WeakMap<object, string>();
  let shown: readonly string[] = [];

  function draw(block: Child): string {
    const known = drawn.get(block);
    if (known) return known;
    const content = blockOf(block);
    const key = createHash('sha256')
      .update(JSON.stringify(content))
      .digest('base64url')
      .slice(0, 12);
    blocks[key] = content;
    drawn.set(block, key);
    return key;
  }

  return {
    blocks: () => blocks,
    watch(doc: Y.Doc) {
      drawn = new WeakMap();
      doc.on('afterTransaction', ({changedParentTypes}: Y.Transaction) => {
        for (const type of changedParentTypes.keys()) drawn.delete(type);
      });
    },
    /** What changed in the list of blocks since the last time. */
    shoot(doc: Y.Doc): readonly FilmSplice[] {
      const now = childrenOf(doc.getXmlFragment(ROOT_NAME)).map(draw);
      const splices = splicesBetween(shown, now);
      shown = now;
      return splices;
    },
  };
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

/** One stretch of keys for another, with what is alike before and behind left out. */
function splicesBetween(was: readonly string[], is: readonly string[]): readonly FilmSplice[] {
  const pieces: FilmSplice[] = [];
  const rest = (from: number, wasEnd: number, isEnd: number) =>
    pieces.push({at: from, removed: was.slice(from, wasEnd), added: is.slice(from, isEnd)});
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start++;
  let end = 0;
  while (
    end < was.length - start &&
    end < is.length - start &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  ) {
    end++;
  }
  if (was.length === is.length) {
    // The usual case: blocks that changed where they stand.
    for (let at = start; at < was.length - end; at++) {
      if (was[at] !== is[at]) rest(at, at + 1, at + 1);
    }
    return pieces;
  }
  rest(start, was.length - end, is.length - end);
  return pieces;
}
