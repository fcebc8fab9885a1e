/** The headings of a text that is drawn for paper: in order, how deep, and where a link can lead to. */

export interface PaperHeading {
  /** Of the element, for a link. */
  readonly id: string;
  /** null for what is a bookmark and stands in no contents: an action, an agreement, a card. */
  readonly kind: 'heading' | 'task' | 'goal' | null;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly words: string;
}

interface Found extends Pick<PaperHeading, 'kind'> {
  readonly element: Element;
  readonly outer: number;
}

const deepest = 5;

/**
 * Makes a heading of every title, which it only looks like, so that they become bookmarks too; the
 * document's own title is the first level. Headings count within what holds them.
 */
export function markHeadings(text: Element): readonly PaperHeading[] {
  const found: Found[] = [];

  function walk(parent: Element, outer: number): void {
    let under = outer;
    for (const element of parent.children) {
      const block = element.getAttribute('data-block');
      if (block !== null) {
        const title = element.querySelector(':scope > [data-block-title]');
        const kind = block === 'task' || block === 'goal' ? block : null;
        if (title) found.push({element: title, kind, outer: under + 1});
        walk(element, under + 1);
      } else if (/^H[1-3]$/.test(element.tagName)) {
        under = outer + Number(element.tagName.slice(1));
        found.push({element, kind: 'heading', outer: under});
      }
    }
  }

  walk(text, 0);
  // What is only kept apart by its block is listed without words too; an empty heading is nothing.
  const named = found.filter(
    ({element, kind}) => kind === 'task' || kind === 'goal' || wordsOf(element) !== '',
  );
  // A text may begin with its smallest headings: depths that nothing stands at are left out.
  const used = [...new Set(named.map(({outer}) => outer))].toSorted((a, b) => a - b);
  return named.map(({element, kind, outer}, at) => {
    const depth = Math.min(used.indexOf(outer) + 1, deepest);
    const id = `papier-${at + 1}`;
    element.id = id;
    if (wordsOf(element) !== '') {
      element.setAttribute('role', 'heading');
      element.setAttribute('aria-level', String(depth + 1));
    }
    return {id, kind, depth, words: wordsOf(element)};
  });
}

function wordsOf(element: Element): string {
  return element.textContent.trim();
}
