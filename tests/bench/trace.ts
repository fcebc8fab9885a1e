/**
 * One person writing a long paper: 259,778 edits that leave 104,852 characters, over 309 days.
 *
 * Made up, from a seed, in the shape of the automerge-paper editing trace (automerge/automerge-perf):
 * as many single characters typed and taken away, in bursts, now and then somewhere else.
 */

import type {Random} from '../support/random.ts';
import * as Y from 'yjs';

export type Edit =
  | {readonly kind: 'insert'; readonly index: number; readonly text: string}
  | {readonly kind: 'delete'; readonly index: number};

export const insertions = 182_315;
export const deletions = 77_463;
export const charactersLeft = insertions - deletions;
export const traceDays = 309;

/** With these, typing and taking away run out at about the same time. */
const deleteShare = 0.4;
const longestTyped = 39;
const longestDeleted = 24;
const moveShare = 0.15;
const letters = 'de buurt is van ons allemaal en wie hier woont weet wat er nodig is\n';

export function* trace(random: Random): Generator<Edit> {
  let typing = insertions;
  let deleting = deletions;
  let length = 0;
  let cursor = 0;
  while (typing + deleting > 0) {
    if (random.chance(moveShare)) cursor = random.below(length + 1);
    if (typing === 0 && cursor === 0) cursor = length;
    const deletes = typing === 0 || (deleting > 0 && random.chance(deleteShare));
    if (deletes) {
      const burst = Math.min(1 + random.below(longestDeleted), deleting, cursor);
      for (let count = 0; count < burst; count++) yield {kind: 'delete', index: --cursor};
      deleting -= burst;
      length -= burst;
    } else {
      const burst = Math.min(1 + random.below(longestTyped), typing);
      for (let count = 0; count < burst; count++) {
        yield {kind: 'insert', index: cursor++, text: letters.charAt(random.below(letters.length))};
      }
      typing -= burst;
      length += burst;
    }
  }
}

/** The edits as Yjs updates in one paragraph; the first makes the paragraph as well. */
export function* updatesOf(edits: Iterable<Edit>, clientId: number): Generator<Uint8Array> {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  let latest: Uint8Array = new Uint8Array();
  doc.on('update', (update) => (latest = update));
  const text = new Y.XmlText();
  let empty = true;
  for (const edit of edits) {
    doc.transact(() => {
      if (empty) {
        const paragraph = new Y.XmlElement('paragraph');
        doc.getXmlFragment('default').insert(0, [paragraph]);
        paragraph.insert(0, [text]);
        empty = false;
      }
      if (edit.kind === 'insert') text.insert(edit.index, edit.text);
      else text.delete(edit.index, 1);
    });
    yield latest;
  }
  doc.destroy();
}

/**
 * The same edits by an editor: a line is a paragraph, so a line break splits one, by typing anew what
 * comes after it, and taking one away joins two.
 */
export function* paragraphsOf(edits: Iterable<Edit>, clientId: number): Generator<Uint8Array> {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  let latest: Uint8Array = new Uint8Array();
  doc.on('update', (update) => (latest = update));
  const root = doc.getXmlFragment('default');
  const texts: Y.XmlText[] = [];
  const put = (at: number, words: string): void => {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText(words);
    paragraph.insert(0, [text]);
    root.insert(at, [paragraph]);
    texts.splice(at, 0, text);
  };
  for (const edit of edits) {
    doc.transact(() => {
      if (texts.length === 0) put(0, '');
      let [line, at] = [0, edit.index];
      // A paragraph is as long as its text and the break after it.
      for (let text = texts[line]; text && at > text.length; text = texts[line]) {
        at -= text.length + 1;
        line++;
      }
      const text = texts[line];
      const next = texts[line + 1];
      if (!text) throw new Error(`An edit at ${edit.index}`);
      if (edit.kind === 'insert' && edit.text !== '\n') text.insert(at, edit.text);
      else if (edit.kind === 'insert') {
        const tail = text.toString().slice(at);
        if (tail !== '') text.delete(at, tail.length);
        put(line + 1, tail);
      } else if (at < text.length) text.delete(at, 1);
      else if (next) {
        const words = next.toString();
        root.delete(line + 1, 1);
        texts.splice(line + 1, 1);
        if (words !== '') text.insert(at, words);
      }
    });
    yield latest;
  }
  doc.destroy();
}
