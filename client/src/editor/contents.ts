/** The contents of a text: its headings, tasks and goals, in order, with how deep each stands. */

import type {BlockId} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';

export interface ContentsEntry {
  /** The same as long as it is the same place: its id, or its words and their how-manieth. */
  readonly key: string;
  /** null for a heading, and for a block that has none yet. */
  readonly id: BlockId | null;
  readonly kind: 'heading' | 'task' | 'goal';
  /** 1 for the outermost. */
  readonly depth: number;
  readonly words: string;
}

/** An entry and where it stands now. */
export interface PlacedEntry extends ContentsEntry {
  /** Before the heading or the block. */
  readonly pos: number;
}

const deepest = 4;

export function contentsOf(doc: ProseMirrorNode): readonly PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  const keys = new Map<string, number>();

  function add(kind: ContentsEntry['kind'], node: ProseMirrorNode, pos: number, depth: number) {
    const words = (kind === 'heading' ? node : titleOf(node)).textContent.trim();
    if (kind === 'heading' && words === '') return;
    const id = kind === 'heading' ? null : idOf(node);
    const name = id ?? `${kind} ${words}`;
    const before = keys.get(name) ?? 0;
    keys.set(name, before + 1);
    const key = before === 0 ? name : `${name} ${before}`;
    entries.push({key, id, kind, depth: Math.min(depth, deepest), words, pos});
  }

  /** Headings count within what holds them; what follows a heading stands under it. */
  function walk(parent: ProseMirrorNode, start: number, outer: number): void {
    let under = outer;
    parent.forEach((node, offset) => {
      const pos = start + offset;
      const name = node.type.name;
      if (name === 'heading') {
        const depth = outer + levelOf(node);
        add('heading', node, pos, depth);
        under = depth;
      } else if (name === 'task' || name === 'goal') {
        add(name, node, pos, under + 1);
        walk(node, pos + 1, under + 1);
      }
    });
  }

  walk(doc, 0, 0);
  return shallow(entries);
}

/** A text may begin with its smallest headings: depths that nothing stands at are left out. */
function shallow(entries: readonly PlacedEntry[]): readonly PlacedEntry[] {
  const used = [...new Set(entries.map(({depth}) => depth))].toSorted((a, b) => a - b);
  return entries.map((entry) => ({...entry, depth: used.indexOf(entry.depth) + 1}));
}

function levelOf(heading: ProseMirrorNode): number {
  const level: unknown = heading.attrs['level'];
  return typeof level === 'number' ? level : 1;
}

function titleOf(block: ProseMirrorNode): {readonly textContent: string} {
  return block.children.find(({type}) => type.name === 'blockTitle') ?? {textContent: ''};
}

function idOf(block: ProseMirrorNode): BlockId | null {
  const id: unknown = block.attrs['id'];
  return typeof id === 'string' && id !== '' ? (id as BlockId) : null;
}
