/**
 * Lists as other programs put them on the clipboard, made into lists. Word writes paragraphs that only
 * look like lists; Word in the browser writes a list for each line; Google Docs puts lists straight in
 * lists instead of in their lines.
 */

import {styled, styleOf} from './inline-style.ts';

/** One line of a list. */
interface Line {
  /** 1 is the outermost. */
  readonly level: number;
  readonly ordered: boolean;
  /** The number that it carries; 1 where it says nothing. */
  readonly number: number;
  readonly content: readonly Node[];
}

/** Changes what is in `body`. */
export function mendLists(body: Element): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    putInLine(list);
  }
  for (const parent of [body, ...body.querySelectorAll('*')]) {
    if (body.contains(parent)) gather(parent);
  }
}

/** A list that stands straight in a list belongs to the line before it. */
function putInLine(list: Element): void {
  const before = list.previousElementSibling;
  const line = before?.localName === 'li' ? before : list.ownerDocument.createElement('li');
  if (line !== before) list.before(line);
  line.append(list);
}

/** Puts lines that stand one after the other in this element together, as lists in lists. */
function gather(parent: Element): void {
  let run: {readonly from: Element; readonly lines: readonly Line[]}[] = [];
  const close = () => {
    const [first] = run;
    if (!first) return;
    first.from.before(...listsOf(run.flatMap(({lines}) => lines)));
    for (const {from} of run) from.remove();
    run = [];
  };
  for (const child of [...parent.childNodes]) {
    if (isElement(child)) {
      const lines = wordLine(child) ?? wordOnlineLines(child);
      if (lines) run.push({from: child, lines});
      else close();
    } else if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) close();
  }
  close();
}

/** A paragraph of Word that is drawn as a line of a list; null for any other. */
function wordLine(element: Element): readonly Line[] | null {
  const list = styleOf(element).get('mso-list');
  const level = list && /level(\d)/.exec(list)?.[1];
  if (element.localName !== 'p' || !level) return null;
  const marker = [...element.querySelectorAll(styled)].find(
    (inside) => styleOf(inside).get('mso-list') === 'ignore',
  );
  const sign = marker?.textContent?.trim() ?? '';
  marker?.remove();
  const text = element.ownerDocument.createElement('p');
  text.append(...element.childNodes);
  const ordered = /^\(?[0-9a-z]{1,5}[.)]/i.test(sign);
  return [{level: Number(level), ordered, number: numberIn(sign), content: [text]}];
}

/** What Word in the browser writes for its lines: lists, each perhaps in a box; null for any other. */
function wordOnlineLines(element: Element): readonly Line[] | null {
  if (element.localName === 'div') {
    const parts = [...element.children].map(wordOnlineLines);
    return parts.length > 0 && parts.every((part) => part !== null) ? parts.flat() : null;
  }
  const lines = [...element.children];
  const isList = isListName(element.localName) && lines.length > 0;
  if (!isList || !lines.every((line) => line.hasAttribute('data-aria-level'))) return null;
  return lines.map((line) => ({
    level: numberIn(line.getAttribute('data-aria-level')),
    ordered: element.localName === 'ol',
    number: numberIn(line.getAttribute('data-aria-posinset')),
    content: [...line.childNodes],
  }));
}

function listsOf(lines: readonly Line[]): readonly Element[] {
  const outermost: Element[] = [];
  const open: {readonly level: number; readonly list: Element}[] = [];
  for (const {level, ordered, number, content} of lines) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const name = ordered ? 'ol' : 'ul';
    // Another kind of list at the same level is another list.
    if (open.at(-1)?.level === level && open.at(-1)?.list.localName !== name) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = document.createElement(name);
      if (ordered && number > 1) list.setAttribute('start', String(number));
      const around = open.at(-1)?.list.lastElementChild;
      if (around) around.append(list);
      else outermost.push(list);
      open.push({level, list});
    }
    const line = document.createElement('li');
    line.append(...content);
    open.at(-1)?.list.append(line);
  }
  return outermost;
}

function numberIn(text: string | null): number {
  const number = Number(/\d{1,4}/.exec(text ?? '')?.[0]);
  return number > 0 ? number : 1;
}

function isListName(name: string): boolean {
  return name === 'ul' || name === 'ol';
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
