/** Small builders that let a text be written down as it reads, instead of as nested JSON. */

import type {JSONContent} from '@tiptap/core';
import type {Side} from '../people.ts';
import type {FundState, KeptState, Part, Spender, Status} from '../plan-fields.ts';
import type {CardKind, FacetName} from '../schema/card-kinds.ts';
import {identifiedNames} from '../schema/plan-blocks.ts';
import {type SourceKind, sourceMark} from '../schema/source-kinds.ts';

/** Plain words, or words with a mark. Line breaks inside a string count as a space. */
export type Inline = string | JSONContent;
/** A block, or a string that becomes a paragraph. */
export type Block = string | JSONContent;
/** One line of a list or one cell of a table; a question stands there as it is. */
export type Line = Inline | readonly Inline[];

/** A whole document; every task, goal, action and agreement in it gets an id, from top to bottom. */
export function plan(newId: () => string, ...blocks: readonly Block[]): JSONContent {
  return withIds({type: 'doc', content: blocks.map(block)}, newId);
}

/** A title, or a title with choices: `{title: 'Een open inloop', status: 'underway', until: '2027-06'}`. */
export type Head =
  | string
  | {
      readonly title: string;
      readonly status?: Status;
      readonly from?: string;
      readonly until?: string;
    };

export function task(title: string, ...blocks: readonly Block[]): JSONContent {
  return planBlock('task', title, blocks);
}

export function goal(head: Head, ...blocks: readonly Block[]): JSONContent {
  return planBlock('goal', head, blocks);
}

export function action(head: Head, ...blocks: readonly Block[]): JSONContent {
  return planBlock('action', head, blocks);
}

/** An agreement has no status: whether it was kept is by somebody's account. */
export function agreement(head: Head, ...blocks: readonly Block[]): JSONContent {
  return planBlock('agreement', head, blocks);
}

/** Choices of a block, as they are kept: `withFields(goal('…'), {status: 'underway', until: '2027'})`. */
export function withFields(
  node: JSONContent,
  fields: Readonly<Record<string, string | number>>,
): JSONContent {
  return {...node, attrs: {...node.attrs, ...fields}};
}

/** How we will know that a goal worked, in residents' own words. */
export function measure(words: string): JSONContent {
  return factOf('measure', words, {});
}

/** A group or a role with the side it stands on; never the name of a person. */
export function carrier(name: string, side: Side, part: Part = 'carries'): JSONContent {
  return factOf('carrier', name, {part, side});
}

/** A line of money; `cents` is null where it is not known yet. */
export function fund(
  what: string,
  cents: number | null,
  fields: {readonly source: string; readonly state?: FundState; readonly side?: Spender},
): JSONContent {
  return factOf('fund', what, {...(cents === null ? {} : {amount: cents}), ...fields});
}

/** Whether an agreement was kept, by the account of one side. */
export function account(words: string, kept: KeptState, side: Side): JSONContent {
  return factOf('account', words, {kept, side});
}

/** A card with its parts, in the order given: `card('wall', '…', {wall: ['…'], key: ['…']})`. */
export function card(
  kind: CardKind,
  title: string,
  facets: Readonly<Partial<Record<FacetName, readonly Block[]>>>,
  ...blocks: readonly Block[]
): JSONContent {
  const parts = Object.entries(facets).map(([name, inside]) => ({
    type: 'facet',
    attrs: {name},
    content: inside.map(block),
  }));
  return {...planBlock('card', title, [...blocks, ...parts]), attrs: {kind}};
}

/** An empty line that asks something, until somebody writes there. */
export function question(text: string): JSONContent {
  return {type: 'paragraph', attrs: {question: prose(text)}};
}

export function heading(level: 1 | 2 | 3, ...content: readonly Inline[]): JSONContent {
  return {type: 'heading', attrs: {level}, content: content.map(inline)};
}

export function paragraph(...content: readonly Inline[]): JSONContent {
  return content.length === 0
    ? {type: 'paragraph'}
    : {type: 'paragraph', content: content.map(inline)};
}

/** What somebody said, and from which place they said it; never a name. */
export function quote(words: string, saidBy: string): JSONContent {
  return {type: 'blockquote', content: [paragraph(`‘${prose(words)}’`), paragraph(italic(saidBy))]};
}

export function bulletList(...items: readonly Line[]): JSONContent {
  return {
    type: 'bulletList',
    content: items.map((item) => ({type: 'listItem', content: [lineOf(item)]})),
  };
}

/** A list to tick off: `[true, 'what is done']`, `[false, 'what is not']`. */
export function taskList(...items: readonly (readonly [boolean, Line])[]): JSONContent {
  return {
    type: 'taskList',
    content: items.map(([checked, item]) => ({
      type: 'taskItem',
      attrs: {checked},
      content: [lineOf(item)],
    })),
  };
}

export function table(header: readonly Line[], ...rows: readonly (readonly Line[])[]): JSONContent {
  const row = (type: string, cells: readonly Line[]): JSONContent => ({
    type: 'tableRow',
    content: cells.map((cell) => ({type, content: [lineOf(cell)]})),
  });
  return {
    type: 'table',
    content: [row('tableHeader', header), ...rows.map((cells) => row('tableCell', cells))],
  };
}

export function bold(text: string): JSONContent {
  return marked(text, {type: 'bold'});
}

export function italic(text: string): JSONContent {
  return marked(text, {type: 'italic'});
}

/** Words with what they rest on: `restingOn('lived', 'we luchten, ook in januari')`. */
export function restingOn(kind: SourceKind, text: string): JSONContent {
  return marked(text, {type: sourceMark(kind)});
}

export function link(text: string, href: string): JSONContent {
  return marked(text, {type: 'link', attrs: {href}});
}

function factOf(type: string, text: string, attrs: Record<string, string | number>): JSONContent {
  const words = text === '' ? {} : {content: [inline(text)]};
  return {type, attrs, ...words};
}

function planBlock(type: string, head: Head, blocks: readonly Block[]): JSONContent {
  const {title, ...attrs} = typeof head === 'string' ? {title: head} : head;
  // An empty title is a line without text: an empty text node is not allowed to exist.
  const line = title === '' ? {type: 'blockTitle'} : {type: 'blockTitle', content: [inline(title)]};
  const content = [line, ...blocks.map(block)];
  return Object.keys(attrs).length === 0 ? {type, content} : {type, attrs, content};
}

/** What has an id of its own gets a new one, from top to bottom. */
export function withIds(node: JSONContent, newId: () => string): JSONContent {
  const attrs = identified.has(node.type) ? {attrs: {...node.attrs, id: newId()}} : {};
  const content = node.content ? {content: node.content.map((child) => withIds(child, newId))} : {};
  return {...node, ...attrs, ...content};
}

const identified: ReadonlySet<string | undefined> = new Set(identifiedNames);

function block(given: Block): JSONContent {
  return typeof given === 'string' ? paragraph(given) : given;
}

function lineOf(line: Line): JSONContent {
  if (typeof line === 'object' && 'type' in line && line.type === 'paragraph') return line;
  return Array.isArray(line) ? paragraph(...line) : paragraph(line);
}

function inline(given: Inline): JSONContent {
  return typeof given === 'string' ? {type: 'text', text: prose(given)} : given;
}

function marked(text: string, mark: NonNullable<JSONContent['marks']>[number]): JSONContent {
  return {type: 'text', text: prose(text), marks: [mark]};
}

/** Long sentences stand on several lines in the source; in the document they are one line. */
function prose(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
