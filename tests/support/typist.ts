/** Somebody who types numbered words as fast as they go out, and remembers which were acknowledged. */

import * as Y from 'yjs';
import {type BareSocket, bareSocket, type} from './wire.ts';

export interface Typist {
  /** Connects, syncs and types until the line breaks; resolves then. */
  work(server: {readonly url: string}): Promise<void>;
  /** Words that the server said are on disk. */
  acknowledged(): readonly string[];
  /** Everything typed so far. */
  typed(): readonly string[];
}

export function typist(documentId: string, cookie: string, clientId: number): Typist {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const typed: string[] = [];
  const acknowledged = new Set<string>();

  /** Sends news as content messages; each stands for all that was typed up to it. */
  function follow(socket: BareSocket): () => void {
    const sent: number[] = [];
    let answered = false;
    const send = (kind: 'step2' | 'update', update: Uint8Array) => {
      if (kind === 'step2') answered = true;
      sent.push(answered ? typed.length : 0);
      socket.send({type: kind, update});
    };
    const onUpdate = (update: Uint8Array, origin: unknown) => {
      if (origin !== socket) send('update', update);
    };
    doc.on('update', onUpdate);
    socket.onFrame((frame) => {
      if (frame.type === 'step1') send('step2', Y.encodeStateAsUpdate(doc, frame.stateVector));
      if (frame.type === 'step2' || frame.type === 'update')
        Y.applyUpdate(doc, frame.update, socket);
      if (frame.type === 'saved') {
        for (const word of typed.slice(0, sent[frame.count - 1] ?? 0)) acknowledged.add(word);
      }
    });
    return () => doc.off('update', onUpdate);
  }

  return {
    async work(server) {
      const socket = await bareSocket(server, `/sync/${documentId}?client=${clientId}`, {cookie});
      const stop = follow(socket);
      socket.send({type: 'step1', stateVector: Y.encodeStateVector(doc)});
      let open = true;
      void socket.closed.then(() => (open = false));
      while (open) {
        // A few under way at a time, as with people; more would only measure the wire.
        if (typed.length - acknowledged.size < 20) {
          const word = `‹${clientId}.${typed.length}›`;
          typed.push(word);
          type(doc, word);
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      stop();
    },
    acknowledged: () => [...acknowledged],
    typed: () => typed,
  };
}
