/**
 * A document of a hundred pages with a past: in 50,000 edits people write 1,105 blocks of some 240,000
 * characters, correct them, and now and then move, split or join a block, as an editor does it: by
 * deleting and putting down anew.
 */

import {emptyText, openLiveDocument} from '@samenspel/server/sync/live-document.ts';
import type {Told} from '@samenspel/server/history/provenance.ts';
import type {ClientId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Random} from '../support/random.ts';

export interface PageRow {
  readonly bytes: Uint8Array;
  readonly actor: PersonId;
  readonly clientId: ClientId;
  readonly told: Told;
}

/** Who owns the id that a person writes under here. */
export type Owners = ReadonlyMap<ClientId, PersonId>;

const blocks = 1_105;
const piecesPerBlock = 45;
export const pageEdits = blocks * piecesPerBlock;
/** Who writes goes on at one place for so many edits at most. */
const longestStay = 24;
const words =
  'de buurt is van ons allemaal en wie hier woont weet wat er nodig is samen koffie vrijdag inloop'.split(
    ' ',
  );

export function ownersOf(people: readonly PersonId[]): Owners {
  return new Map(people.map((person, index) => [(2_000 + index) as ClientId, person]));
}

/** What the server would have put in the journal. */
export function* pages(random: Random, owners: Owners): Generator<PageRow> {
  const team = [...owners].map(([clientId, actor]) => ({clientId, actor, left: 0, ...nowhere}));
  const limits = {maxDocumentBytes: 0, maxDocumentStructs: 0};
  const live = openLiveDocument(emptyText, owners, limits, () => 0);
  const doc = new Y.Doc();
  let update: Uint8Array = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => (update = bytes));
  const root = doc.getXmlFragment('default');
  for (let piece = 0; piece < pageEdits; piece++) {
    const writer = random.pick(team);
    const {clientId, actor} = writer;
    doc.clientID = clientId;
    doc.transact(() => {
      if (piece % piecesPerBlock === 0) {
        put(root, random.below(root.length + 1), someWords(random, 3));
        return;
      }
      if (writer.left-- <= 0) {
        writer.left = random.below(longestStay);
        writer.block = random.below(root.length);
        const {length} = textOf(root, writer.block);
        // Mostly people go on where a text ends.
        writer.caret = random.chance(0.2) ? random.below(length + 1) : length;
      }
      edit(root, writer, random);
    });
    const verdict = live.ingest(update, {personId: actor, mayWrite: true});
    if (verdict.kind !== 'fresh') continue;
    yield {bytes: verdict.bytes, actor, clientId, told: verdict.told};
  }
  live.destroy();
  doc.destroy();
}

interface Place {
  block: number;
  caret: number;
}

const nowhere: Place = {block: 0, caret: 0};

/** Others may have written, moved and joined meanwhile: it is as near as it can be to where one was. */
function edit(root: Y.XmlFragment, place: Place, random: Random): void {
  const index = Math.min(place.block, root.length - 1);
  const text = textOf(root, index);
  const caret = Math.min(place.caret, text.length);
  const middle = text.length >> 1;
  const roll = random.next();
  if (roll < 0.01) {
    const moved = text.toString();
    root.delete(index, 1);
    put(root, random.below(root.length + 1), moved);
  } else if (roll < 0.015 && text.length > 20) {
    const tail = text.toString().slice(middle);
    text.delete(middle, tail.length);
    put(root, index + 1, tail);
  } else if (roll < 0.02 && index > 0) {
    const end = text.toString();
    const before = textOf(root, index - 1);
    root.delete(index, 1);
    before.insert(before.length, end);
  } else if (roll < 0.15 && caret > 12) {
    text.delete(caret - 6, 6);
    place.caret = caret - 6;
  } else {
    const typed = someWords(random, random.chance(0.3) ? 2 : 1);
    text.insert(caret, typed);
    place.caret = caret + typed.length;
  }
}

function put(root: Y.XmlFragment, index: number, text: string): void {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(text)]);
  root.insert(index, [block]);
}

function textOf(root: Y.XmlFragment, index: number): Y.XmlText {
  const block = root.get(index);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('A block without text');
  return text;
}

function someWords(random: Random, count: number): string {
  return Array.from({length: count}, () => `${random.pick(words)} `).join('');
}
