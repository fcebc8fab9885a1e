/** Follows a document's blocks from step to step of a film: each is drawn once for as long as it stays. */

import type {Film} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {migrated, needsChange, type SchemaStep} from '@samenspel/shared/schema/migrations';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import {contentOf} from './content.ts';
import {withLines} from './lines.ts';
import {type Child, childrenOf, keyOf} from './restore/elements.ts';

/** A block's life in a film, while that is being made. */
interface Life {
  readonly id: string;
  readonly says: {readonly from: number; readonly json: JSONContent}[];
  /** What it said last, to see whether it says something else. */
  text: string;
  gone: number | null;
}

/** Draws a document's blocks, each once for as long as it stays the same. */
export function openReel(steps: readonly SchemaStep[]) {
  const lives = new Map<string, Life>();
  // Blocks never change places, so one order holds for all that were ever there (what is moved, is
  // written anew elsewhere).
  let order: readonly Life[] = [];
  let standing: ReadonlySet<Life> = new Set();
  let drawn = new WeakSet<object>();

  /** The life of this block, which it may begin or go on with in this step. */
  function shown(block: Child, step: number, version: number): Life {
    const id = keyOf(block);
    const life = lives.get(id) ?? {id, says: [], text: '', gone: null};
    lives.set(id, life);
    if (drawn.has(block)) return life;
    drawn.add(block);
    const json = broughtUp(blockOf(block), version, steps);
    const text = JSON.stringify(json);
    if (text !== life.text) life.says.push({from: step, json});
    life.text = text;
    return life;
  }

  return {
    watch(doc: Y.Doc) {
      drawn = new WeakSet();
      doc.on('afterTransaction', ({changedParentTypes}: Y.Transaction) => {
        for (const type of changedParentTypes.keys()) drawn.delete(type);
      });
    },
    /** @param step its number @param version of the schema of the text then */
    shoot(doc: Y.Doc, step: number, version: number) {
      const root = doc.getXmlFragment(ROOT_NAME);
      const now = childrenOf(root).map((block) => shown(block, step, version));
      const known = new Set(order);
      order = merged(order, now, known);
      const stands = new Set(now);
      for (const life of standing) {
        if (!stands.has(life)) life.gone = step;
      }
      standing = stands;
    },
    blocks: (): Film['blocks'] => order.map(({id, says, gone}) => ({id, says, gone})),
  };
}

/** A block of an older text as one of now; as it was where a step makes several of it, or none. */
function broughtUp(block: JSONContent, version: number, steps: readonly SchemaStep[]): JSONContent {
  if (!needsChange(version, steps)) return block;
  const {content = []} = migrated({type: 'doc', content: [block]}, version, steps);
  return (content.length === 1 && content[0]) || block;
}

/** The order of all that were and all that are now; those that `order` knows stand in it as they do now. */
function merged(
  order: readonly Life[],
  now: readonly Life[],
  known: ReadonlySet<Life>,
): readonly Life[] {
  const all: Life[] = [];
  let at = 0;
  for (const life of now) {
    while (known.has(life) && at < order.length) {
      const next = order[at++];
      if (next === life) break;
      if (next) all.push(next);
    }
    all.push(life);
  }
  return [...all, ...order.slice(at)];
}

/** One block of a document as JSON, with the lines of its text. */
function blockOf(block: Child): JSONContent {
  if (block instanceof Y.XmlText) {
    // Straight in the root, by a stranger's client.
    return {type: 'paragraph', content: [{type: 'text', text: block.toJSON()}]};
  }
  const attrs = block.getAttributes();
  const {content = []} = withLines(contentOf(block), block);
  return {
    type: block.nodeName,
    ...(Object.keys(attrs).length > 0 ? {attrs} : {}),
    ...(block.length > 0 ? {content} : {}),
  };
}
