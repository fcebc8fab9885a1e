/**
 * Every letter that was ever typed into a document, in the order of its line; none of them can be read.
 * A text forgets where what was taken out of it stood, as soon as the line around it has gone.
 */

import * as Y from 'yjs';
import {replaying} from '../journal/state.ts';
import {encodeUpdate, type Range, type Struct, type Structs} from '../journal/structs.ts';

/** A letter's id, under which it stands in its line. */
export interface LetterId {
  readonly client: number;
  readonly clock: number;
}

/** Letters that were typed one behind the other, and still stand like that. */
export interface Letters extends Range {
  /** The same for all in one line. */
  readonly line: object;
}

export interface LetterOrder {
  /** What was written; it may have been learned before. */
  learn(structs: Structs): void;
  /** The letters under these ids, in order of the ids; what isn't text is left out. */
  lettersIn(range: Range): readonly Letters[];
  /** The nearest letter on this side of one, in the same line, of which this is true; null when none is. */
  nearest(
    side: 'left' | 'right',
    letter: LetterId,
    isWanted: (client: number, clock: number) => boolean,
  ): LetterId | null;
}

/** Beyond so many letters nothing stands beside another any more. */
const farLetters = 500;

export function openLetterOrder(): LetterOrder {
  const doc = new Y.Doc({gc: false});
  const {store} = doc;

  function itemAt(client: number, clock: number): Y.Item | null {
    if (clock >= Y.getState(store, client)) return null;
    const struct = Y.getItem(store, Y.createID(client, clock));
    return struct instanceof Y.Item ? struct : null;
  }

  return {
    learn(structs) {
      const letters = lettersOf(structs);
      fillHoles(letters, (client) => Y.getState(store, client));
      const update = encodeUpdate(letters, []);
      replaying(doc, () => Y.applyUpdate(doc, update));
    },
    lettersIn({client, from, to}) {
      const found: Letters[] = [];
      const structs = store.clients.get(client) ?? [];
      if (from >= Math.min(to, Y.getState(store, client))) return found;
      for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
        const struct = structs[at];
        if (!struct || struct.id.clock >= to) break;
        if (!(struct instanceof Y.Item) || !isText(struct)) continue;
        const {id, length, parent: line} = struct;
        if (!(line instanceof Y.AbstractType)) continue;
        found.push({
          ...{client, from: Math.max(from, id.clock), to: Math.min(to, id.clock + length)},
          line,
        });
      }
      return found;
    },
    nearest(side, {client, clock}, isWanted) {
      const step = side === 'left' ? -1 : 1;
      let item = itemAt(client, clock);
      let at = clock + step;
      for (let count = 0; item && count < farLetters; count++) {
        const {id, length} = item;
        if (!isText(item) || at < id.clock || at >= id.clock + length) {
          item = item[side];
          if (item) at = side === 'left' ? item.id.clock + item.length - 1 : item.id.clock;
          continue;
        }
        if (isWanted(id.client, at)) return {client: id.client, clock: at};
        at += step;
      }
      return null;
    },
  };
}

/** A letter that can't be read is one that is gone: nothing else here is. */
function isText({content}: Y.Item): boolean {
  return content instanceof Y.ContentDeleted;
}

function lettersOf(structs: Structs): Structs {
  const letters: Structs = new Map();
  for (const [client, list] of structs) letters.set(client, list.map(letterOf));
  return letters;
}

/** Each line stands on its own, so that it can be read also when what is around it can't be. */
function letterOf(struct: Struct): Struct {
  if (!(struct instanceof Y.Item)) return struct;
  const {id, length, origin, rightOrigin, parent, parentSub} = struct;
  const content = contentIn(struct);
  if (!content || parentSub !== null) return new Y.GC(id, length);
  // Yjs takes a name for a root's; its types only know of those that are there already.
  const line: unknown = parent instanceof Y.ID ? `${parent.client}:${parent.clock}` : parent;
  return new Y.Item(id, null, origin, null, rightOrigin, line as Y.ID | null, null, content);
}

/** What stands between the letters of a line is kept, because they say what they stand beside. */
function contentIn({content, length}: Y.Item): Y.Item['content'] | null {
  if (content instanceof Y.ContentString) return new Y.ContentDeleted(length);
  const isBetween =
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentEmbed ||
    content instanceof Y.ContentDeleted;
  return isBetween ? content : null;
}

/** Yjs would wait for ever for what can't be read any more; what hangs on that hangs nowhere. */
function fillHoles(structs: Structs, known: (client: number) => number): void {
  const needed = new Map<number, number>();
  const need = (id: Y.ID | null) => {
    if (id) needed.set(id.client, Math.max(needed.get(id.client) ?? 0, id.clock + 1));
  };
  for (const struct of [...structs.values()].flat()) {
    if (struct instanceof Y.Item) [struct.origin, struct.rightOrigin].forEach(need);
  }
  for (const client of new Set([...needed.keys(), ...structs.keys()])) {
    const list = structs.get(client) ?? [];
    const [from, to] = [known(client), list[0]?.id.clock ?? needed.get(client) ?? 0];
    if (from < to) structs.set(client, [new Y.GC(Y.createID(client, from), to - from), ...list]);
  }
}
