/** Others in the same document: real edits and carets over real lines, by people without a screen. */

import {encodeFrame} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {Awareness, encodeAwarenessUpdate} from 'y-protocols/awareness';
import * as Y from 'yjs';
import type {Random} from '../../support/random.ts';
import type {Measured, Seeded} from './child.ts';
import {type Client, openClient} from './client.ts';

export interface Others {
  /** Everybody types at a steady rate, whatever the server does; returns its stop. */
  type(keysPerSecond: number): () => void;
  close(): Promise<void>;
}

interface Typist {
  readonly clientId: number;
  readonly client: Client;
  readonly awareness: Awareness;
  place: Y.XmlText;
  at: number;
  left: number;
}

export interface OthersOptions {
  readonly seeded: Seeded;
  /** What the document holds. */
  readonly update: Uint8Array;
  readonly random: Random;
  /** How many of them; they are the people after the first. */
  readonly count: number;
}

/** So much in one place, and then somewhere else. */
const [leastKeys, mostKeys] = [20, 60];
const letters = 'en wie hier woont schuift aan ';

export async function bringOthers(server: Measured, options: OthersOptions): Promise<Others> {
  const {seeded, random, count} = options;
  const document = seeded.documents[0]?.id ?? '';
  // One copy for all: each edit is made in it under the id of who makes it.
  const doc = new Y.Doc();
  Y.applyUpdate(doc, options.update);
  let news: Uint8Array = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => (news = bytes));
  const places = placesIn(doc);
  const lost: string[] = [];

  const typists = seeded.people.slice(1, count + 1).map(({id, cookie}, index): Typist => {
    const clientId = 9_000 + index;
    const self = new Y.Doc();
    self.clientID = clientId;
    const awareness = new Awareness(self);
    const side = index % 2 === 0 ? 'formal' : 'informal';
    awareness.setLocalStateField('user', {id, name: `Persoon ${index + 1}`, side});
    const url = `${server.url}/sync/${document}?client=${clientId}`;
    const client = openClient({url, cookie, speaks: true, onLost: (why) => lost.push(why)});
    const place = random.pick(places);
    return {clientId, client, awareness, place, at: 0, left: 0};
  });
  await Promise.all(typists.map(({client}) => client.ready));
  typists.forEach(move);

  function move(typist: Typist): void {
    typist.place = random.pick(places);
    typist.at = random.below(typist.place.length + 1);
    typist.left = leastKeys + random.below(mostKeys - leastKeys);
    const caret = Y.createRelativePositionFromTypeIndex(typist.place, typist.at);
    typist.awareness.setLocalStateField('cursor', {anchor: caret, head: caret});
    const update = encodeAwarenessUpdate(typist.awareness, [typist.clientId]);
    typist.client.socket.send(encodeFrame({type: 'awareness', update}));
  }

  function press(typist: Typist): void {
    if (typist.left === 0) move(typist);
    typist.left -= 1;
    doc.clientID = typist.clientId;
    typist.place.insert(typist.at, letters.charAt(typist.left % letters.length));
    typist.at += 1;
    typist.client.write(encodeFrame({type: 'update', update: news}));
  }

  return {
    type(keysPerSecond) {
      let pressed = 0;
      const started = performance.now();
      const timer = setInterval(() => {
        const due = ((performance.now() - started) / 1_000) * keysPerSecond * typists.length;
        for (; pressed < due; pressed++) {
          const typist = typists[pressed % typists.length];
          if (typist) press(typist);
        }
      }, 2);
      return () => {
        clearInterval(timer);
        if (lost.length > 0) throw new Error(`Somebody lost the line: ${lost.join(', ')}`);
      };
    },
    async close() {
      for (const {awareness} of typists) awareness.destroy();
      await Promise.all(typists.map(({client}) => client.close()));
    },
  };
}

/** Every text long enough to be a paragraph. */
function placesIn(doc: Y.Doc): readonly Y.XmlText[] {
  const found: Y.XmlText[] = [];
  const walk = (type: Y.XmlFragment): void => {
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlText && child.length > 100) found.push(child);
      if (child instanceof Y.XmlElement) walk(child);
    }
  };
  walk(doc.getXmlFragment(ROOT_NAME));
  return found;
}
