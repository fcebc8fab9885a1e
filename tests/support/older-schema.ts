/** A text of an older schema, in which a quotation was called a citation, and the step to the one of now. */

import type {NewEntry} from '@samenspel/server/journal/journal.ts';
import {type ClientId, type DocumentId, type PersonId, SCHEMA_VERSION} from '@samenspel/shared';
import {type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import {type SchemaStep, schemaSteps} from '@samenspel/shared/schema/migrations';
import * as Y from 'yjs';

export const stepsWithQuotations: readonly SchemaStep[] = [
  ...schemaSteps,
  {from: SCHEMA_VERSION, change: (text) => called(text)},
];

/** An entry each: a citation and a paragraph are there; "Thee." and "Taart." are put under them. */
export function oldEntries(
  documentId: DocumentId,
  actor: PersonId,
  clientId: ClientId,
): readonly NewEntry[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  const root = doc.getXmlFragment(ROOT_NAME);
  const cited = blockOf('citation', blockOf('paragraph', new Y.XmlText('Soep op vrijdag.')));
  root.push([cited, blockOf('paragraph', new Y.XmlText('Koffie.'))]);
  root.push([blockOf('paragraph', new Y.XmlText('Thee.'))]);
  root.push([blockOf('paragraph', new Y.XmlText('Taart.'))]);
  return updates.map((bytes, index) => ({
    ...{documentId, actor, clientId, kind: 'edit', bytes},
    at: 1_000 + index * 5_000,
  }));
}

export function blockOf(name: string, inside: Y.XmlElement | Y.XmlText): Y.XmlElement {
  const block = new Y.XmlElement(name);
  block.insert(0, [inside]);
  return block;
}

function called(node: JSONContent): JSONContent {
  const type = node.type === 'citation' ? 'blockquote' : node.type;
  return {
    ...node,
    ...(type ? {type} : {}),
    ...(node.content && {content: node.content.map(called)}),
  };
}
