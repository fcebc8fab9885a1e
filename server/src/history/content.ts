/**
 * A document's text as JSON, as an editor would have it, read without any schema: reading through one
 * edits what it reads. Needs none of the editor's libraries, so that a thread that reads is there soon.
 */

import type {JSONContent} from '@samenspel/shared/schema';
import * as Y from 'yjs';

type Marks = Readonly<Record<string, object>>;

/** The JSON of a document's root, or of a block as if it were one. */
export function contentOf(root: Y.XmlFragment): JSONContent {
  // Flat: a stranger's client may have put text straight into the root.
  return {type: 'doc', content: root.toArray().flatMap(nodesOf)};
}

function nodesOf(item: unknown): readonly JSONContent[] {
  if (item instanceof Y.XmlText) return textOf(item);
  if (!(item instanceof Y.XmlElement)) return [];
  const attrs = item.getAttributes();
  const inside = item.toArray();
  return [
    {
      type: item.nodeName,
      ...(Object.keys(attrs).length > 0 ? {attrs} : {}),
      ...(inside.length > 0 ? {content: inside.flatMap(nodesOf)} : {}),
    },
  ];
}

function textOf(line: Y.XmlText): readonly JSONContent[] {
  const runs = line.toDelta() as readonly {insert: string; attributes?: Marks}[];
  return runs.map(({insert: text, attributes}) =>
    attributes ? {type: 'text', text, marks: marksOf(attributes)} : {type: 'text', text},
  );
}

function marksOf(attributes: Marks): NonNullable<JSONContent['marks']> {
  return Object.entries(attributes).map(([key, attrs]) => ({type: key.replace(hash, ''), attrs}));
}

/** The editor's binding tells marks of one kind on the same words apart by a hash behind their name. */
const hash = /--[a-zA-Z0-9+/=]{8}$/;
