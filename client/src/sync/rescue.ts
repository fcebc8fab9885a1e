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

/** Keeps it; rejects when this browser keeps nothing. */
export async function keepRescue(rescue: Rescue): Promise<void> {
  const device = await openDevice();
  if (gone.has(rescue.personId)) return;
  await device.add('rescues', {...rescue, id: crypto.randomUUID()});
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
  const fresh = updates.flatMap((update) =>
    Y.decodeUpdate(update).structs.map(({id: {client, clock}, length}) => ({
      client,
      clock,
      end: clock + length,
    })),
  );
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
