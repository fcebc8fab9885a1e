/** Where in a text it says what words rest on. */

import {type SourceKind, sourceKinds, sourceOfMark} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {byChild, eachIn} from '../by-child.ts';

/** Words that rest on one kind, as long as that goes on; other marks inside don't cut it. */
export interface Passage {
  readonly kind: SourceKind;
  readonly from: number;
  readonly to: number;
}

/** A goal of which all words that rest on something rest on the same kind. */
export interface OneSidedGoal {
  readonly pos: number;
  readonly size: number;
  readonly kind: SourceKind;
}

/** In the order in which they end. */
export const passagesIn = byChild(passagesOf, (passage, by) => ({
  ...passage,
  from: passage.from + by,
  to: passage.to + by,
}));

function passagesOf(child: ProseMirrorNode): readonly Passage[] {
  const found: Passage[] = [];
  eachIn(child, (node, pos) => {
    if (!node.isTextblock) return true;
    let open: readonly Passage[] = [];
    node.forEach((inline, offset) => {
      const kinds = kindsOf(inline);
      const from = pos + 1 + offset;
      const to = from + inline.nodeSize;
      found.push(...open.filter(({kind}) => !kinds.includes(kind)));
      open = kinds.map((kind) => ({
        ...{kind, to},
        from: open.find((passage) => passage.kind === kind)?.from ?? from,
      }));
    });
    found.push(...open);
    return false;
  });
  return found;
}

/** Its actions and agreements count with a goal, as they do in the overview. */
export function oneSidedGoals(doc: ProseMirrorNode): readonly OneSidedGoal[] {
  const found: OneSidedGoal[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name !== 'goal') return !node.isTextblock;
    const kinds = new Set<SourceKind>();
    node.descendants((inside) => {
      for (const kind of kindsOf(inside)) kinds.add(kind);
    });
    const [only] = kinds;
    if (only && kinds.size === 1) found.push({pos, size: node.nodeSize, kind: only});
    return false;
  });
  return found;
}

function kindsOf({marks}: ProseMirrorNode): readonly SourceKind[] {
  const kinds = marks.map(({type}) => sourceOfMark(type.name));
  return sourceKinds.filter((kind) => kinds.includes(kind));
}
