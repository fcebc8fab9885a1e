/** Text that can't be sent any more is kept apart, so that nobody's words vanish without their say. */

import type {DocumentId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import {openDevice, type RescueCopy, type RescueReason} from './device.ts';

export type {RescueCopy, RescueReason} from './device.ts';

export interface Rescue {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  readonly title: string;
  readonly reason: RescueReason;
  readonly at: number;
  readonly text: string;
  readonly update: Uint8Array;
}

/** Who left this device from this page, and wants nothing to stay; until they write again. */
const gone = new Set<PersonId>();

/** From now on nothing of this person is rescued: an open text would set its words aside too late. */
export function rescueNothingOf(personId: PersonId): void {
  gone.add(personId);
}

export function rescueAgain(personId: PersonId): void {
  gone.delete(personId);
}

/**
 * Keeps it; rejects when this browser keeps nothing. Words that were set aside already are not set
 * aside again: a text that goes on as one to read rescues them, and so does the line they were on.
 */
export async function keepRescue(rescue: Rescue): Promise<void> {
  const device = await openDevice();
  if (gone.has(rescue.personId)) return;
  const transaction = device.transaction('rescues', 'readwrite');
  const kept = await transaction.store.index('personId').getAll(rescue.personId);
  const before = kept.filter(({documentId}) => documentId === rescue.documentId);
  const isKept = before.some(({update}) => holdsAll(rescue.update, runsIn([update])));
  if (!isKept) await transaction.store.add({...rescue, id: crypto.randomUUID()});
  await transaction.done;
  tellWatchers();
}

/** What was rescued for this person, latest first. */
export async function rescuesOf(personId: PersonId): Promise<readonly RescueCopy[]> {
  const rescues = await (await openDevice()).getAllFromIndex('rescues', 'personId', personId);
  return rescues.toSorted((a, b) => b.at - a.at);
}

export async function discardRescue(id: string): Promise<void> {
  await (await openDevice()).delete('rescues', id);
  tellWatchers();
}

/** What was set aside when somebody was signed out is superfluous once it was sent after all. */
export async function discardSignedOutRescues(
  personId: PersonId,
  documentId: DocumentId,
): Promise<void> {
  const rescues = await rescuesOf(personId);
  const sent = rescues.filter(
    (rescue) => rescue.documentId === documentId && rescue.reason === 'signedOut',
  );
  await Promise.all(sent.map(({id}) => discardRescue(id)));
}

const listeners = new Set<() => void>();

/** Calls back when something was rescued or discarded on this page; returns its stop. */
export function watchRescues(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For whoever changes rescue copies in a transaction of their own. */
export function tellWatchers(): void {
  listeners.forEach((listener) => listener());
}

/** The text blocks that hold words of these updates, as they stand in the document now. */
export function textWith(root: Y.XmlFragment, updates: readonly Uint8Array[]): string {
  const fresh = runsIn(updates);
  const isFresh = (id: Y.ID | null) =>
    fresh.some(
      ({client, clock, end}) => client === id?.client && id.clock >= clock && id.clock < end,
    );
  const lines: string[] = [];
  const visit = (node: unknown): void => {
    if (node instanceof Y.XmlText) {
      if (idsIn(node).some(isFresh)) lines.push(wordsOf(node));
    } else if (node instanceof Y.XmlFragment) {
      node.toArray().forEach(visit);
    }
  };
  visit(root);
  return lines.join('\n');
}

/** Letters with consecutive ids; `end` is the first that is no longer in it. */
interface Run {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

function runsIn(updates: readonly Uint8Array[]): readonly Run[] {
  return updates.flatMap((update) =>
    Y.decodeUpdate(update).structs.map(({id: {client, clock}, length}) => ({
      client,
      clock,
      end: clock + length,
    })),
  );
}

/** Whether everything that an update adds is among these; false when it adds nothing. */
function holdsAll(update: Uint8Array, kept: readonly Run[]): boolean {
  const added = runsIn([update]);
  return (
    added.length > 0 &&
    added.every(({client, clock, end}) =>
      kept.some((run) => run.client === client && run.clock <= clock && run.end >= end),
    )
  );
}

/** The id of every letter. */
function idsIn(text: Y.XmlText): readonly (Y.ID | null)[] {
  return Array.from(
    {length: text.length},
    (_letter, at) => Y.createRelativePositionFromTypeIndex(text, at).item,
  );
}

function wordsOf(text: Y.XmlText): string {
  const runs = text.toDelta() as readonly {readonly insert: unknown}[];
  return runs.map(({insert}) => (typeof insert === 'string' ? insert : '')).join('');
}
