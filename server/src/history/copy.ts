/** A document that begins as another one was: the words stay their authors', the blocks are new ones. */

import type {ClientId, PersonId} from '@samenspel/shared';
import {identifiedNames, type JSONContent, ROOT_NAME} from '@samenspel/shared/schema';
import * as Y from 'yjs';
import {contentToUpdate} from '../documents/content.ts';
import {newId} from '../ids.ts';
import {contentOf} from './content.ts';
import type {Attribution} from './provenance.ts';
import type {Authors} from './provenance/authors.ts';
import {childrenOf, type Container} from './restore/elements.ts';
import {piecesOf} from './restore/pieces.ts';

export interface Copied {
  /** The first entry of the new document; a Yjs V1 update. */
  readonly text: Uint8Array;
  /** Whose words are in it. */
  readonly attributions: readonly Attribution[];
}

/**
 * @param authors of the document that is copied, as they were known at that moment
 * @throws RangeError when its text does not fit what a document may hold today
 */
export function copyOf(root: Y.XmlFragment, authors: Authors): Copied {
  const text = contentToUpdate(withNewIds(contentOf(root)));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, text);
  const voices = linesIn(root).flatMap((line) => piecesOf(line, authors));
  const attributions: Attribution[] = [];
  let piece = 0;
  let used = 0;
  for (const line of linesIn(doc.getXmlFragment(ROOT_NAME))) {
    for (const {client, clock, length} of piecesOf(line, authors)) {
      for (let at = 0; at < length;) {
        const voice = voices[piece];
        if (!voice) break;
        const both = Math.min(length - at, voice.length - used);
        add(attributions, client, clock + at, both, voice.author);
        at += both;
        used += both;
        if (used === voice.length) {
          piece++;
          used = 0;
        }
      }
    }
  }
  doc.destroy();
  return {text, attributions};
}

const identified: ReadonlySet<string | undefined> = new Set(identifiedNames);

function withNewIds(node: JSONContent): JSONContent {
  const attrs = identified.has(node.type) ? {attrs: {...node.attrs, id: newId()}} : {};
  const content = node.content ? {content: node.content.map(withNewIds)} : {};
  return {...node, ...attrs, ...content};
}

function linesIn(container: Container): readonly Y.XmlText[] {
  return childrenOf(container).flatMap((child) =>
    child instanceof Y.XmlText ? [child] : linesIn(child),
  );
}

function add(
  attributions: Attribution[],
  client: ClientId,
  clock: number,
  length: number,
  author: PersonId | null,
): void {
  const last = attributions.at(-1);
  const goesOn =
    last?.client === client && last.author === author && last.clock + last.length === clock;
  if (last && goesOn)
    attributions[attributions.length - 1] = {...last, length: last.length + length};
  else {
    const source = {sourceClient: client, sourceClock: clock};
    attributions.push({client, clock, length, author, ...source});
  }
}
