/**
 * A document of a hundred pages with a past: five people who write 1,105 blocks of 242,000 characters,
 * correct them, and now and then move, split or join a block, as an editor does it: by deleting and
 * putting down anew.
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

export const pageBlocks = 1_105;
const people = 5;
const piecesPerBlock = 22;
const words =
  'de buurt is van ons allemaal en wie hier woont weet wat er nodig is samen koffie vrijdag inloop'.split(
    ' ',
  );

/** What the server would have put in the journal; `owners` is filled on the way. */
export function* pages(random: Random, owners: Map<ClientId, PersonId>): Generator<PageRow> {
  const team = Array.from({length: people}, (_, index) => {
    const person = `person${index}` as PersonId;
    const clientId = (2_000 + index) as ClientId;
    owners.set(clientId, person);
    return {person, clientId};
  });
  const limits = {maxDocumentBytes: 0, maxDocumentStructs: 0};
  const live = openLiveDocument(emptyText, owners, limits, () => 0);
  const doc = new Y.Doc();
  let update: Uint8Array = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => (update = bytes));
  const root = doc.getXmlFragment('default');

  const sentence = () => `${Array.from({length: 2}, () => random.pick(words)).join(' ')} `;
  const textOf = (index: number): Y.XmlText =>
    (root.get(index) as Y.XmlElement).get(0) as Y.XmlText;
  const put = (index: number, text: string, type = 'paragraph'): void => {
    const block = new Y.XmlElement(type);
    block.insert(0, [new Y.XmlText(text)]);
    root.insert(index, [block]);
  };

  function edit(piece: number): void {
    const makes = piece % piecesPerBlock === 0;
    if (makes) {
      put(random.below(root.length + 1), sentence());
      return;
    }
    const index = random.below(root.length);
    const text = textOf(index);
    const roll = random.next();
    if (roll < 0.01) {
      const words_ = text.toString();
      root.delete(index, 1);
      put(random.below(root.length + 1), words_);
    } else if (roll < 0.015 && text.length > 20) {
      const tail = text.toString().slice(text.length >> 1);
      text.delete(text.length >> 1, tail.length);
      put(index + 1, tail);
    } else if (roll < 0.02 && index > 0) {
      const end = text.toString();
      root.delete(index, 1);
      textOf(index - 1).insert(textOf(index - 1).length, end);
    } else if (roll < 0.05) {
      text.format(0, Math.min(8, text.length), {bold: {}});
    } else if (roll < 0.2 && text.length > 12) {
      text.delete(random.below(text.length - 10), 6);
    } else {
      const later = random.chance(0.2);
      text.insert(later ? random.below(text.length + 1) : text.length, sentence());
    }
  }

  for (let piece = 0; piece < pageBlocks * piecesPerBlock; piece++) {
    const {person, clientId} = random.pick(team);
    doc.clientID = clientId;
    update = new Uint8Array();
    doc.transact(() => edit(piece));
    const verdict = live.ingest(update, {personId: person, mayWrite: true});
    if (verdict.kind !== 'fresh') continue;
    yield {bytes: verdict.bytes, actor: person, clientId, told: verdict.told};
  }
  live.destroy();
  doc.destroy();
}
