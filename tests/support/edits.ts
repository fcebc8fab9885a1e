/** Random edits on a document, of the kinds that an editor makes: nodes, text, formats, attributes. */

import * as Y from 'yjs';
import type {Random} from './random.ts';

/** One edit, as one transaction. */
export function edit(doc: Y.Doc, random: Random): void {
  const root = doc.getXmlFragment('default');
  doc.transact(() => {
    const text = root.length > 0 ? textIn(root.get(random.below(root.length))) : null;
    if (!text || random.chance(0.15)) return insertBlock(root, random);
    const kind = random.below(10);
    if (kind < 5) return type(text, random);
    if (kind < 7) return erase(text, random);
    if (kind < 8) return format(text, random);
    if (kind < 9) return setAttribute(root, random);
    if (root.length > 3) root.delete(random.below(root.length), 1);
  });
}

/** The document as text with formats and attributes: equal for documents that look the same. */
export function contentOf(doc: Y.Doc): unknown {
  return doc.getXmlFragment('default').toArray().map(describe);
}

function describe(node: unknown): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  if (!(node instanceof Y.XmlElement)) return null;
  return {
    name: node.nodeName,
    attributes: node.getAttributes(),
    children: node.toArray().map(describe),
  };
}

function textIn(node: unknown): Y.XmlText | null {
  const first: unknown = node instanceof Y.XmlElement && node.length > 0 ? node.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
}

function insertBlock(root: Y.XmlFragment, random: Random): void {
  const block = new Y.XmlElement(random.pick(['paragraph', 'heading']));
  block.insert(0, [new Y.XmlText(word(random))]);
  root.insert(random.below(root.length + 1), [block]);
}

function type(text: Y.XmlText, random: Random): void {
  text.insert(random.below(text.length + 1), word(random));
}

function erase(text: Y.XmlText, random: Random): void {
  if (text.length === 0) return;
  const from = random.below(text.length);
  text.delete(from, 1 + random.below(Math.min(8, text.length - from)));
}

function format(text: Y.XmlText, random: Random): void {
  if (text.length === 0) return;
  const from = random.below(text.length);
  const mark = random.pick(['bold', 'italic']);
  text.format(from, 1 + random.below(text.length - from), {[mark]: random.chance(0.6) ? {} : null});
}

function setAttribute(root: Y.XmlFragment, random: Random): void {
  const node = root.get(random.below(root.length));
  if (node instanceof Y.XmlElement) node.setAttribute('level', String(random.below(3)));
}

/** Without pairs of surrogates: editors never split them, and Yjs mends a split one its own way. */
function word(random: Random): string {
  return random.pick(['buurt', 'samen', 'één', 'doel ', 'a', ' thee en koffie ', 'ﬁ\n']);
}
