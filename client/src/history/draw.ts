/**
 * Draws a document's JSON, each node and mark by its own component. A node's place among its neighbours
 * is its key: of a text that grows at its end, what stands there already stays the very same on the
 * screen, and so does what somebody chose in it.
 */

import {createElement, type ReactNode} from 'react';

export interface Block {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Block[];
  readonly marks?: readonly Mark[];
  readonly text?: string;
}

export interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface BlockProps {
  readonly node: Block;
  /** What holds it; null for the outermost. */
  readonly parent: Block | null;
  readonly children?: ReactNode;
}

export interface MarkProps {
  readonly mark: Mark;
  /** What it is put on, and what holds that. */
  readonly node: Block;
  readonly parent: Block | null;
  readonly children?: ReactNode;
}

type Drawn<Props> = (props: Props) => ReactNode;

/** Which component draws what; `unknown` draws the rest. */
export interface Drawing {
  readonly nodes: Readonly<Record<string, Drawn<BlockProps>>>;
  readonly marks: Readonly<Record<string, Drawn<MarkProps>>>;
  readonly unknown: Drawn<{readonly children?: ReactNode}>;
}

export type Drawer = (block: Block) => ReactNode;

export function openDrawing({nodes, marks, unknown}: Drawing): Drawer {
  function draw(node: Block, parent: Block | null, place: number): ReactNode {
    const children = (node.content ?? []).map((child, index) => draw(child, node, index));
    const key = String(place);
    const drawn = createElement(nodes[node.type] ?? unknown, {key, node, parent}, children);
    return (node.marks ?? []).reduce<ReactNode>(
      (inside, mark) =>
        createElement(marks[mark.type] ?? unknown, {key, mark, node, parent}, inside),
      drawn,
    );
  }
  return (block) => draw(block, null, 0);
}
