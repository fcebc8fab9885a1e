/** Tells, transaction by transaction, whose words came and what was removed, and remembers it. */

import type {ClientId, PersonId} from '@samenspel/shared';
import type * as Y from 'yjs';
import {
  type Attribution,
  type Characters,
  maxRemovedLength,
  nothingTold,
  type Remembered,
  type RemovedRun,
  type Told,
} from '../provenance.ts';
import {openAuthors, type Authors} from './authors.ts';
import {explain, type Link} from './explain.ts';
import {openRecent} from './recent.ts';
import {type DeletedRun, readTextEdit} from './text-edit.ts';

export interface ProvenanceTracker {
  /**
   * What this transaction does to who wrote what; to be called in its `afterTransaction`. Depends on
   * nothing but the entries so far, and on `copied`: whose words it brings from another moment.
   */
  tell(transaction: Y.Transaction, copied?: readonly Attribution[]): Told;
}

/** @param owners who owns which client id; may grow */
export function openProvenanceTracker(
  owners: ReadonlyMap<ClientId, PersonId>,
  {attributions, removed}: Remembered,
): ProvenanceTracker {
  const authors = openAuthors(owners);
  const recent = openRecent();
  authors.learn(attributions);
  removed.forEach((runs) => recent.add(runs));

  return {
    tell(transaction, copied = []) {
      const edit = readTextEdit(transaction);
      if (edit.inserted.length === 0 && edit.deleted.length === 0) return nothingTold;
      const {links, removed: gone} = explain(edit, recent);
      // Of two about the same characters the later one holds.
      const told = [...(links.length > 0 ? attribute(links, authors) : []), ...copied];
      authors.learn(told);
      const runs = removedRuns(gone);
      for (const {client, clock, length} of recent.add(runs)) authors.forget(client, clock, length);
      return told.length === 0 && runs.length === 0
        ? nothingTold
        : {attributions: told, removed: runs};
    },
  };
}

/** All are looked up before any is learned: texts may have changed places. */
function attribute(links: readonly Link[], authors: Authors): readonly Attribution[] {
  const told: Attribution[] = [];
  for (const {now, was} of links) {
    const sources = was.flatMap(({client, clock, length}) => authors.of(client, clock, length));
    for (const [target, source] of aligned(now, sources)) {
      if (target.client === source.client && target.clock === source.clock) continue;
      const {author, sourceClient, sourceClock} = source;
      add(told, {...target, author, sourceClient, sourceClock});
    }
  }
  return told;
}

/** Cuts both so that their parts are equally long. */
function aligned(
  now: readonly Characters[],
  then: readonly Attribution[],
): readonly (readonly [Characters, Attribution])[] {
  const pairs: (readonly [Characters, Attribution])[] = [];
  let source = 0;
  let used = 0;
  for (const {client, clock, length} of now) {
    for (let at = 0; at < length;) {
      const from = then[source];
      if (!from) return pairs;
      const both = Math.min(length - at, from.length - used);
      pairs.push([
        {client, clock: clock + at, length: both},
        {
          ...{client: from.client, clock: from.clock + used, length: both, author: from.author},
          ...{sourceClient: from.sourceClient, sourceClock: from.sourceClock + used},
        },
      ]);
      at += both;
      used += both;
      if (used === from.length) {
        source++;
        used = 0;
      }
    }
  }
  return pairs;
}

function add(told: Attribution[], next: Attribution): void {
  const last = told.at(-1);
  const continues =
    last?.client === next.client &&
    last.author === next.author &&
    last.clock + last.length === next.clock &&
    last.sourceClient === next.sourceClient &&
    last.sourceClock + last.length === next.sourceClock;
  if (last && continues) told[told.length - 1] = {...last, length: last.length + next.length};
  else told.push(next);
}

/** Of more text than is remembered, its first part. */
function removedRuns(deleted: readonly DeletedRun[]): readonly RemovedRun[] {
  const runs: RemovedRun[] = [];
  const perBlock = new Map<Y.Text, number>();
  for (const {block} of deleted) perBlock.set(block, (perBlock.get(block) ?? 0) + 1);
  let length = 0;
  for (const {text, characters, block} of deleted) {
    length += text.length;
    if (length > maxRemovedLength) break;
    runs.push({text, characters, whole: block.length === 0 && perBlock.get(block) === 1});
  }
  return runs;
}
