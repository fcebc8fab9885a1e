/** How big a template and its name may be, apart from what is in it. */

/** How long the name of a template may be. */
export const maxTemplateName = 120;

/** So many a lab keeps to begin with; those that are put away don't count. */
export const maxTemplates = 100;

/** How deep and how big a text may be: far more than a plan of a hundred pages. */
const maxDepth = 60;
const maxNodes = 50_000;

/** Whether it is too deep or too big to look at; walked without recursion, so that it can be any size. */
export function isBeyondMeasure(document: unknown): boolean {
  let level: readonly unknown[] = [document];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > maxDepth || count > maxNodes) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

/** Anybody may have made it: it need not be a document at all. */
function childrenOf(node: unknown): readonly unknown[] {
  if (typeof node !== 'object' || node === null || !('content' in node)) return [];
  return Array.isArray(node.content) ? node.content : [];
}
