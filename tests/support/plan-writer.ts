/** Somebody at a document who puts whole blocks in it, as an off-the-shelf client that knows no fields. */

import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import * as Y from 'yjs';
import type {plan} from './plan.ts';
import {until} from './until.ts';
import {type SeededPerson, stockClient} from './wire.ts';

export interface PlanWriter {
  readonly doc: Y.Doc;
  /** Behind what is there; resolves when it is saved. */
  write(content: ReturnType<typeof plan>): Promise<void>;
  /** Resolves when whoever comes in sees all of it. */
  isSaved(): Promise<void>;
}

export async function planWriter(
  server: {readonly url: string},
  person: SeededPerson,
  documentId: string,
): Promise<PlanWriter> {
  const {doc, provider} = stockClient(server, person, documentId);
  await until('the document is there', () => provider.synced);
  const isSaved = async () => {
    const mine = Y.getState(doc.store, doc.clientID);
    const later = stockClient(server, person, documentId);
    await until('it is saved', () => Y.getState(later.doc.store, doc.clientID) === mine);
    later.provider.destroy();
  };
  return {
    doc,
    isSaved,
    async write(content) {
      const from = new Y.Doc();
      Y.applyUpdate(from, contentToUpdate(content));
      const blocks = from.getXmlFragment('default').toArray();
      doc.getXmlFragment('default').push(blocks.map((block) => block.clone() as Y.XmlElement));
      await isSaved();
    },
  };
}
