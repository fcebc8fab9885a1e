/**
 * On which page everything comes to stand. No browser tells before it prints, and none can put the
 * number of a page in a contents by itself. But columns are cut by the same rules as pages: laid out in
 * columns as large as a page, the text says where each page begins. There the break is then fixed, so
 * that a page holds what it was measured to hold, also where paper is a little larger.
 */

/** The pages of the elements with these ids, from 1. */
export type PageOf = ReadonlyMap<string, number>;

/** Before one of these a page may begin. */
const breakable =
  'h1, h2, h3, p, li, tr, blockquote, hr, table, ul, ol, section, [data-facet], .paper-text';

/** Without a number on every page, a number in the contents leads nowhere. */
export function canNumberPages(): boolean {
  return 'CSSMarginRule' in globalThis;
}

export function fixPages(paper: HTMLElement, ids: readonly string[]): PageOf {
  paper.classList.add('paper-columns');
  const {columnWidth, columnGap} = getComputedStyle(paper);
  const step = Number.parseFloat(columnWidth) + Number.parseFloat(columnGap);
  const origin = paper.getBoundingClientRect().left;
  const pageOf = (rect: DOMRect) => Math.floor((rect.left - origin) / step) + 1;

  let reached = 1;
  const firsts: Element[] = [];
  for (const element of paper.querySelectorAll(breakable)) {
    const rects = element.getClientRects();
    const [first, last] = [rects[0], rects[rects.length - 1]];
    if (!first || !last) continue;
    const [begin, end] = [pageOf(first), pageOf(last)];
    if (begin > reached) firsts.push(element);
    // Where something ends that holds others, those tell.
    reached = Math.max(reached, element.querySelector(breakable) ? begin : end);
  }
  const pages = ids.flatMap((id) => {
    const rect = paper.querySelector(`#${id}`)?.getClientRects()[0];
    return rect ? [[id, pageOf(rect)] as const] : [];
  });
  paper.classList.remove('paper-columns');
  for (const element of firsts) element.classList.add('paper-page');
  return new Map(pages);
}
