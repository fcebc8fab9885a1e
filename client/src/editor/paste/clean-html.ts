/**
 * What was copied elsewhere, with its structure and without anything else: no scripts, styles, comments,
 * pictures or addresses that run something. Read in a document that is never shown, so that nothing in
 * it runs or loads, and built anew from what is known to be fine.
 */

import {isSafeLink} from '@samenspel/shared/schema';
import {
  hasLine,
  type InlineStyle,
  isBold,
  isHidden,
  isItalic,
  styled,
  styleOf,
  withStylesAside,
} from './inline-style.ts';
import {mendLists} from './lists.ts';
import {
  copyOwnAttributes,
  labAttribute,
  namesOnlyAStranger,
  sliceWithoutStrangers,
} from './own-attributes.ts';

export interface CleanHtml {
  readonly html: string;
  /** How many pictures were left out. */
  readonly pictures: number;
}

/** @param lab of the document that it is put in */
export function cleanHtml(html: string, lab: string): CleanHtml {
  const {body} = new DOMParser().parseFromString(withStylesAside(html), 'text/html');
  const slice = body.querySelector('[data-pm-slice]');
  const isOwnLab = body.querySelector(`[${labAttribute}]`)?.getAttribute(labAttribute) === lab;
  const {pictures} = removeUnwanted(body);
  mendLists(body);
  const target = document.implementation.createHTMLDocument('').body;
  const copy: Copy = {document: target.ownerDocument, isOwnLab, isForeign: slice === null};
  target.append(...copied(body, copy, plain));
  if (slice && target.firstElementChild) {
    const where = slice.getAttribute('data-pm-slice') ?? '';
    target.firstElementChild.setAttribute('data-pm-slice', sliceWithoutStrangers(where, isOwnLab));
  }
  return {html: target.innerHTML, pictures};
}

interface Copy {
  readonly document: Document;
  readonly isOwnLab: boolean;
  /** It was not copied from an editor like ours. */
  readonly isForeign: boolean;
}

/** What holds for the words in an element, by itself and by what is around it. */
interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly href: string | null;
  /** What they rest on: the values of our own marks. */
  readonly sources: readonly string[];
  /** A heading is bold by itself. */
  readonly isHeading: boolean;
}

const plain: Look = {
  ...{bold: false, italic: false, underline: false, strike: false},
  ...{href: null, sources: [], isHeading: false},
};

const unwanted =
  'script, style, head, title, meta, link, template, iframe, object, embed, svg, math, noscript, xml, ' +
  'button, select, textarea, map, area, [hidden], .msocomanchor, .MsoCommentReference';
const pictures = 'img, picture, video, audio, canvas';
/** Elements of Word that say something about the page, not about the text. */
const aside = /^(?:o:|w:|v:|m:)/;

/** Blocks that may stay as they are. */
const blocks: ReadonlySet<string> = new Set([
  ...['p', 'div', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'section'],
  ...['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th'],
]);
/** Blocks of other pages, of which only matters that a new line begins. */
const boxes: ReadonlySet<string> = new Set([
  ...['article', 'aside', 'main', 'header', 'footer', 'nav', 'figure', 'figcaption', 'address'],
  ...['dl', 'dt', 'dd', 'details', 'summary', 'fieldset', 'form', 'pre', 'center', 'caption'],
]);

/** Counts pictures that somebody saw; the boxes of a checklist are none. */
function removeUnwanted(body: Element): {readonly pictures: number} {
  for (const element of body.querySelectorAll(unwanted)) element.remove();
  let count = 0;
  for (const element of body.querySelectorAll(pictures)) {
    const isDrawn = element.getAttribute('role') !== 'presentation' && !isTiny(element);
    if (isDrawn && !element.parentElement?.closest('picture')) count += 1;
    if (element.localName !== 'picture') element.remove();
  }
  for (const element of body.querySelectorAll(styled)) {
    const style = styleOf(element);
    if (isHidden(style) || style.get('mso-element') === 'comment-list') element.remove();
  }
  return {pictures: count};
}

/** A dot that only counts readers. */
function isTiny(element: Element): boolean {
  return [element.getAttribute('width'), element.getAttribute('height')].includes('1');
}

function copied(from: Node, copy: Copy, look: Look): readonly Node[] {
  const hasBlocks = copy.isForeign && [...from.childNodes].some(holdsBlock);
  return [...from.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return copiedText(child, copy, look);
    if (!isElement(child)) return [];
    // Between blocks a line break is only room.
    if (hasBlocks && child.localName === 'br') return [];
    return copiedElement(child, copy, look);
  });
}

function copiedElement(element: Element, copy: Copy, look: Look): readonly Node[] {
  const {localName} = element;
  if (aside.test(localName)) return element.textContent?.trim() ? copied(element, copy, look) : [];
  if (namesOnlyAStranger(element, copy.isOwnLab)) return [];
  const heading = headingOf(element);
  if (heading) {
    const target = copy.document.createElement(heading);
    return [filled(target, element, copy, {...plain, isHeading: true})];
  }
  if (blocks.has(localName)) return copiedBlock(element, copy, look);
  if (boxes.has(localName))
    return [filled(copy.document.createElement('div'), element, copy, look)];
  return copied(element, copy, lookOf(element, look));
}

function headingOf(element: Element): 'h1' | 'h2' | 'h3' | null {
  const level =
    /^h([1-6])$/.exec(element.localName)?.[1] ??
    (element.getAttribute('role') === 'heading' ? element.getAttribute('aria-level') : null) ??
    (element.className.startsWith('MsoTitle') ? '1' : null);
  if (level === null || !/^[1-6]$/.test(level)) return null;
  return level === '1' ? 'h1' : level === '2' ? 'h2' : 'h3';
}

function copiedBlock(element: Element, copy: Copy, look: Look): readonly Node[] {
  const block = copy.document.createElement(element.localName);
  copyOwnAttributes(element, block, copy.isOwnLab);
  for (const name of ['colspan', 'rowspan', 'start']) {
    const value = element.getAttribute(name);
    if (value !== null && /^\d{1,3}$/.test(value)) block.setAttribute(name, value);
  }
  const checked = checkedOf(element);
  if (checked !== null) {
    block.setAttribute('data-type', 'taskItem');
    block.setAttribute('data-checked', checked);
  }
  if (element.localName === 'ul' && [...element.children].some((line) => checkedOf(line) !== null))
    block.setAttribute('data-type', 'taskList');
  filled(block, element, copy, {...look, isHeading: look.isHeading || element.localName === 'th'});
  // Empty lines are how other programs make room; ours makes its own.
  const isRoom = copy.isForeign && element.localName === 'p' && !block.textContent?.trim();
  return isRoom ? [] : [block];
}

/** "true" or "false" for a line with a box to tick, of another program's list or of ours; else null. */
function checkedOf(line: Element): string | null {
  if (line.localName !== 'li') return null;
  if (line.getAttribute('data-type') === 'taskItem') return line.getAttribute('data-checked');
  if (line.getAttribute('role') === 'checkbox') return line.getAttribute('aria-checked') ?? 'false';
  const box = line.querySelector(':scope > input[type=checkbox], :scope > :is(p, label) > input');
  return box ? String(box.hasAttribute('checked')) : null;
}

/** What an element inside a line adds to what holds for its words. */
function lookOf(element: Element, look: Look): Look {
  const {localName} = element;
  const style = styleOf(element);
  const href = localName === 'a' ? (element.getAttribute('href') ?? '').trim() : '';
  const source = localName === 'span' ? element.getAttribute('data-source') : null;
  return {
    ...look,
    bold: boldOf(localName, style) ?? look.bold,
    italic: isItalic(style) ?? (localName === 'i' || localName === 'em' || look.italic),
    underline: look.underline || isUnderlined(localName, style),
    strike: look.strike || isStruck(localName, style),
    href: isSafeLink(href) ? href : look.href,
    sources: source === null ? look.sources : [...look.sources, source],
  };
}

/** Words with the elements that say how they look. */
function copiedText(text: Node, copy: Copy, look: Look): readonly Node[] {
  const lines = textOf(text);
  return lines.flatMap((words, at) => {
    const lineBreak = at > 0 ? [copy.document.createElement('br')] : [];
    return [...lineBreak, ...(words === '' ? [] : [dressed(words, copy, look)])];
  });
}

function dressed(words: string, {document: owner}: Copy, look: Look): Node {
  let node: Node = owner.createTextNode(words);
  if (words.trim() === '') return node;
  const wrap = (name: string, attributes: Readonly<Record<string, string>> = {}) => {
    const wrapper = owner.createElement(name);
    for (const [attribute, value] of Object.entries(attributes))
      wrapper.setAttribute(attribute, value);
    wrapper.append(node);
    node = wrapper;
  };
  if (look.bold && !look.isHeading) wrap('strong');
  if (look.italic) wrap('em');
  // The line under a link is the link's.
  if (look.underline && look.href === null) wrap('u');
  if (look.strike) wrap('s');
  if (look.href !== null) wrap('a', {href: look.href});
  for (const source of look.sources) wrap('span', {'data-source': source});
  return node;
}

/** Google Docs wraps everything in a <b> that says it isn't bold. */
function boldOf(name: string, style: InlineStyle): boolean | null {
  return isBold(style) ?? (name === 'b' || name === 'strong' ? true : null);
}

function isUnderlined(name: string, style: InlineStyle): boolean {
  return name === 'u' || name === 'ins' || hasLine(style, 'underline');
}

function isStruck(name: string, style: InlineStyle): boolean {
  return ['s', 'strike', 'del'].includes(name) || hasLine(style, 'line-through');
}

function filled(target: Element, from: Element, copy: Copy, look: Look): Element {
  target.append(...copied(from, copy, look));
  return target;
}

/** In preformatted text lines end where they end; everywhere else that is only room. */
function textOf({textContent, parentElement}: Node): readonly string[] {
  const text = textContent ?? '';
  return parentElement?.closest('pre') ? text.replace(/\n$/, '').split('\n') : [text];
}

/** It is a block, or it stands around some, as with Google Docs. */
function holdsBlock(node: Node): boolean {
  return isBlock(node) || [...node.childNodes].some(holdsBlock);
}

function isBlock(node: Node): boolean {
  if (!isElement(node) || node.localName === 'br') return false;
  return blocks.has(node.localName) || boxes.has(node.localName) || headingOf(node) !== null;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
