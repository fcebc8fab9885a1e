/** Blocks in groups, each drawn and laid out as one: a hundred pages have a thousand blocks. */

/** Some blocks that follow each other. */
export interface TextGroup {
  /** The same as long as its first block is, in every film and moment of a document. */
  readonly key: string;
  /** Never empty. */
  readonly blocks: readonly TextBlock[];
}

export interface TextBlock {
  /** The same as long as the block is; no other block has it. */
  readonly key: string;
  /** Its JSON as it came from the server. */
  readonly json: unknown;
  /** It came or changed in this step. */
  readonly isNew: boolean;
}

/** So many blocks are in a group on average. */
const perGroup = 24;

/**
 * Groups begin where a block's own id says so, not at every so many: one that came in between leaves
 * the groups beside it as they are.
 */
export function groupsOf<Block>(
  blocks: readonly Block[],
  idOf: (block: Block) => string,
): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && !beginsGroup(idOf(block))) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function beginsGroup(id: string): boolean {
  let hash = 0;
  for (const letter of id) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  // Ids of one writer follow each other closely: the last bits alone would not be spread.
  return (Math.imul(hash, 0x9e3779b1) >>> 0) % perGroup === 0;
}
