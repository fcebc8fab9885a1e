/**
 * Carries over what I typed in a block while somebody else moved it. Their move is a copy of what they
 * had seen; the old block goes, with what they had not seen. Everybody's own editor sees to their own
 * words, so that nothing comes twice.
 *
 * Whoever moved it can't: those who were without a line for an hour still come with theirs.
 */

import {ROOT_NAME} from '@samenspel/shared/schema';
import * as Y from 'yjs';
import {carry, hasUnseen, type Past} from './late-words-carry.ts';
import {goneBlocks, idIn, typeOf} from './past-types.ts';

/** So long ago, everybody with a line has seen it. */
const freshMs = 10_000;

/** A type that was deleted just now, and the live one that came in its place. */
interface Moved {
  readonly old: Y.XmlElement;
  readonly fresh: Y.XmlElement;
}

/**
 * Returns its stop.
 * @param earlier client ids of mine from before a reload, under which something was still unsent
 */
export function carryLateWords(
  doc: Y.Doc,
  now: () => number,
  earlier: readonly number[] = [],
): () => void {
  let unsentBefore: ReadonlySet<number> = new Set(earlier);
  let firstHeardAt: number | null = null;
  /** Where in my own edits each began that others may not have seen. */
  let begins: readonly {readonly clock: number; readonly at: number}[] = [];

  function look(transaction: Y.Transaction): void {
    const before = transaction.beforeState.get(doc.clientID) ?? 0;
    const after = transaction.afterState.get(doc.clientID) ?? 0;
    if (after > before) begins = [...begins, {clock: before, at: now()}];
    if (transaction.local) return;
    const from = begins[0]?.clock ?? Infinity;
    const mine = unsentBefore;
    const isUnseen = ({id}: Y.Item) =>
      (id.client === doc.clientID && id.clock >= from) || mine.has(id.client);
    const moved = movedIn(transaction);
    // They have heard of the rest by now: what comes from them comes after it.
    begins = begins.filter(({at}) => at > now() - freshMs);
    firstHeardAt ??= now();
    if (firstHeardAt <= now() - freshMs) unsentBefore = new Set();
    if (moved.length === 0) return;
    const past = pastOf(transaction, isUnseen);
    const missing = moved.filter(({old}) => hasUnseen(old, past));
    if (missing.length > 0)
      doc.transact(() => missing.forEach((pair) => carry(pair.old, pair.fresh, past)));
  }

  doc.on('afterTransaction', look);
  return () => doc.off('afterTransaction', look);
}

function pastOf(transaction: Y.Transaction, unseen: Past['unseen']): Past {
  return {
    stood: (item) => !item.deleted || Y.isDeleted(transaction.deleteSet, item.id),
    unseen,
  };
}

/** The outermost blocks that went while one with the same id came or stood there. */
function movedIn(transaction: Y.Transaction): readonly Moved[] {
  const gone = goneBlocks(transaction);
  if (gone.size === 0) return [];
  const moved: Moved[] = [];
  for (const [client, clock] of transaction.afterState) {
    const begin = transaction.beforeState.get(client) ?? 0;
    if (begin === clock) continue;
    for (const struct of transaction.doc.store.clients.get(client) ?? []) {
      if (struct.id.clock < begin || !(struct instanceof Y.Item) || struct.deleted) continue;
      const fresh = typeOf(struct);
      const id = fresh instanceof Y.XmlElement ? idIn(fresh) : null;
      if (id === null || !(fresh instanceof Y.XmlElement)) continue;
      for (const old of gone.get(id) ?? []) moved.push({old, fresh});
    }
  }
  moved.push(...besidesIn(transaction.doc, gone, moved));
  return moved.filter(({old}) => !moved.some((other) => other.old !== old && isIn(old, other.old)));
}

/** Those of which another with the same id stood already: of two made at the same time one goes. */
function besidesIn(
  doc: Y.Doc,
  gone: ReadonlyMap<string, readonly Y.XmlElement[]>,
  moved: readonly Moved[],
): readonly Moved[] {
  const left = new Map([...gone].filter(([, olds]) => !moved.some(({old}) => olds.includes(old))));
  if (left.size === 0) return [];
  const found: Moved[] = [];
  const walk = (parent: Y.XmlFragment): void => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      const id = idIn(child);
      for (const old of (id !== null && left.get(id)) || []) found.push({old, fresh: child});
      if (id !== null) left.delete(id);
      walk(child);
    }
  };
  walk(doc.getXmlFragment(ROOT_NAME));
  return found;
}

function isIn(inner: Y.XmlElement, outer: Y.XmlElement): boolean {
  for (let type: unknown = inner.parent; type instanceof Y.AbstractType; type = type.parent) {
    if (type === outer) return true;
  }
  return false;
}
