/** Somebody typing a paragraph of their own, one character at a time: every frame made beforehand. */

import {encodeFrame} from '@samenspel/shared';
import * as Y from 'yjs';

export interface Typist {
  /** The first makes the paragraph with its first character, each next one adds a character. */
  readonly frames: readonly Uint8Array[];
  /** Makes frames until there are this many. */
  prepare(count: number): void;
}

/** The paragraph and its text come before the first character. */
const clocksBefore = 2;
const letters = 'in onze buurt koken wij samen en wie wil schuift aan ';

export function openTypist(clientId: number): Typist {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const frames: Uint8Array[] = [];
  doc.on('update', (update) => frames.push(encodeFrame({type: 'update', update})));
  const text = new Y.XmlText();
  return {
    frames,
    prepare(count) {
      for (let index = frames.length; index < count; index++) {
        doc.transact(() => {
          if (index === 0) doc.getXmlFragment('default').insert(0, [paragraphWith(text)]);
          text.insert(index, letters.charAt(index % letters.length));
        });
      }
    },
  };
}

/** How many frames of a typist are in a document that has this many of their clocks. */
export function framesWithin(clocks: number): number {
  return Math.max(0, clocks - clocksBefore);
}

function paragraphWith(text: Y.XmlText): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  return paragraph;
}
