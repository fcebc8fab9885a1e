/**
 * Watches that a document holds nothing this program doesn't know: an editor deletes, for everybody,
 * what its own schema lacks. Must be on watch before an editor is bound to the document.
 *
 * An element that has become empty is no problem: two people who each remove one of the last two
 * lines of a list make one, and deleting it loses no text.
 */

import {documentSchema, ROOT_NAME} from '@samenspel/shared/schema';
import type {MarkType, NodeType, Schema} from '@tiptap/pm/model';
import * as Y from 'yjs';

/** What does not fit, for the log of the developer; the person gets a sentence. */
export type Problem = `${'node' | 'mark' | 'attribute' | 'place' | 'content'} ${string}`;

/** Calls back, before any later observer sees the change, at the first thing that doesn't fit. */
export function watchSchema(
  doc: Y.Doc,
  onProblem: (problem: Problem) => void,
  schema: Schema = documentSchema(),
): () => void {
  const root = doc.getXmlFragment(ROOT_NAME);
  const observer = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ) => {
    // What the editor itself writes is of its own schema.
    if (transaction.local) return;
    for (const event of events) {
      const problem = problemAt(event, schema);
      if (problem) {
        stop();
        onProblem(problem);
        return;
      }
    }
  };
  let isWatching = true;
  const stop = () => {
    if (isWatching) root.unobserveDeep(observer);
    isWatching = false;
  };
  root.observeDeep(observer);
  const present = problemIn(root, schema);
  if (present) {
    stop();
    onProblem(present);
  }
  return stop;
}

/** The first thing in this fragment or element that doesn't fit, at any depth; null when all does. */
export function problemIn(node: Y.XmlFragment, schema: Schema): Problem | null {
  return (
    problemAround(node, schema) ??
    first(node.toArray(), (child) =>
      child instanceof Y.XmlText
        ? textProblem(child, schema)
        : problemIn(child as Y.XmlElement, schema),
    )
  );
}

function problemAt(event: Y.YEvent<Y.AbstractType<unknown>>, schema: Schema): Problem | null {
  const {target} = event;
  if (target instanceof Y.XmlText) return textProblem(target, schema);
  if (!(target instanceof Y.XmlFragment)) return 'node of an unknown kind';
  const added = [...event.changes.added].flatMap(({content}) =>
    content instanceof Y.ContentType ? [content.type as Y.AbstractType<unknown>] : [],
  );
  return (
    problemAround(target, schema) ??
    first(added, (type) => {
      if (type instanceof Y.XmlText) return textProblem(type, schema);
      return type instanceof Y.XmlFragment ? problemIn(type, schema) : 'node of an unknown kind';
    })
  );
}

/** The element itself, its attributes, and whether its children may stand in it. */
function problemAround(node: Y.XmlFragment, schema: Schema): Problem | null {
  const type = typeOf(node, schema);
  if (!type) return `node ${(node as Y.XmlElement).nodeName}`;
  return (
    attributeProblem(node, type) ??
    first(node.toArray(), (child) => {
      if (child instanceof Y.XmlText)
        return type.inlineContent ? null : `place text in ${type.name}`;
      if (!(child instanceof Y.XmlElement)) return 'node of an unknown kind';
      const childType = schema.nodes[child.nodeName];
      if (!childType) return `node ${child.nodeName}`;
      return mayHold(type, childType) ? null : `place ${childType.name} in ${type.name}`;
    })
  );
}

function attributeProblem(node: Y.XmlFragment, type: NodeType): Problem | null {
  if (!(node instanceof Y.XmlElement)) return null;
  const known = type.spec.attrs ?? {};
  return first(Object.keys(node.getAttributes()), (name) =>
    name in known ? null : `attribute ${type.name}.${name}`,
  );
}

function textProblem(text: Y.XmlText, schema: Schema): Problem | null {
  const {parent} = text;
  const type = parent instanceof Y.XmlFragment ? typeOf(parent, schema) : undefined;
  const runs = text.toDelta() as readonly {insert: unknown; attributes?: Record<string, unknown>}[];
  return first(runs, ({insert, attributes = {}}) => {
    if (typeof insert !== 'string') return 'content that is no text';
    return first(Object.entries(attributes), ([key, value]) =>
      markProblem(key, value, schema, type),
    );
  });
}

function markProblem(
  key: string,
  value: unknown,
  schema: Schema,
  parent: NodeType | undefined,
): Problem | null {
  const mark: MarkType | undefined = schema.marks[key.replace(hash, '')];
  if (!mark) return `mark ${key}`;
  if (parent && !parent.allowsMarkType(mark)) return `place ${mark.name} in ${parent.name}`;
  const known = mark.spec.attrs ?? {};
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return first(names, (name) => (name in known ? null : `attribute ${mark.name}.${name}`));
}

/** The binding tells marks of one kind on the same words apart by a hash behind their name. */
const hash = /--[a-zA-Z0-9+/=]{8}$/;

function typeOf(node: Y.XmlFragment, schema: Schema): NodeType | undefined {
  return node instanceof Y.XmlElement ? schema.nodes[node.nodeName] : schema.topNodeType;
}

/** Every rule of our schema is a choice, repeated, so what may come first may come anywhere. */
function mayHold(parent: NodeType, child: NodeType): boolean {
  return parent.contentMatch.matchType(child) !== null;
}

function first<T>(all: readonly T[], problem: (one: T) => Problem | null): Problem | null {
  for (const one of all) {
    const found = problem(one);
    if (found) return found;
  }
  return null;
}
