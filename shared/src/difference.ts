/**
 * What differs between two moments of a document, in a form that is drawn and told without an editor.
 *
 * The blocks are one tree that holds both texts: `earlierOf` and `laterOf` take either out of it. What
 * changed is listed beside it, in reading order, and the tree refers to that list by keys. Names are
 * nowhere in it, only ids: a person is called what they are called now.
 */

import type {PersonId, Seq} from './ids.ts';
import {readPerson} from './plan-fields.ts';

export interface Difference {
  readonly earlier: DifferenceMoment;
  readonly later: DifferenceMoment;
  readonly blocks: readonly DifferenceNode[];
  /** In reading order. */
  readonly changes: readonly Change[];
  /** Tasks, goals, actions, agreements and cards of both texts, in reading order. */
  readonly places: readonly DifferencePlace[];
}

export interface DifferenceMoment {
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type DifferenceNode = DifferenceBlock | DifferenceAway;
export type Attributes = Readonly<Record<string, unknown>>;

/** Where something stands: in both texts, or only in one of them. */
export type Where = 'both' | 'earlier' | 'later';

/** A block where it stands in the later text; one that is only in the earlier text, where it stood. */
export interface DifferenceBlock {
  readonly is: 'block';
  /** Its own number in this difference: a position, good for nothing else. */
  readonly number: number;
  readonly type: string;
  readonly attrs: Attributes;
  readonly where: Where;
  /** What it was in the earlier text, when that is another type or has other attributes. */
  readonly was: {readonly type: string; readonly attrs: Attributes} | null;
  /** Keys of what happened to the block as a whole, the one it is part of included. */
  readonly changes: readonly string[];
  readonly content: readonly (DifferenceNode | DifferenceRun)[];
}

/** Here stood, in the earlier text, the block of this number; it stands elsewhere in the tree. */
export interface DifferenceAway {
  readonly is: 'away';
  readonly number: number;
  /** The key of its moving; null when only what is around it became something else. */
  readonly change: string | null;
}

/** Text that is in one or both of the texts, alike from end to end. */
export interface DifferenceRun {
  readonly is: 'run';
  /** 'text', or an inline node without text, such as 'hardBreak'. */
  readonly type: string;
  readonly text: string;
  /** As they are in the later text; of what is only in the earlier one, as they were. */
  readonly marks: readonly DifferenceMark[];
  readonly where: Where;
  /** The marks in the earlier text, when they were others. */
  readonly was: readonly DifferenceMark[] | null;
  /** The number of the block it was in, when that was another one: after splitting and joining. */
  readonly of: number | null;
  /** The key of its change; null when it is the same in both texts. */
  readonly change: string | null;
  /** Whose words came, or who took them away; null when nobody in particular, or nothing changed. */
  readonly by: PersonId | null;
  /** It stands elsewhere in the other text. */
  readonly moved: boolean;
}

export interface DifferenceMark {
  readonly type: string;
  readonly attrs?: Attributes;
}

/** A task, goal, action, agreement or card. */
export interface DifferencePlace {
  /** Of its block. */
  readonly number: number;
  readonly type: string;
  readonly id: string | null;
  /** As it is in the later text, or was in the earlier one. */
  readonly title: string;
  /** The place around it. */
  readonly parent: number | null;
  readonly where: Where;
}

/** One thing that somebody did, as far as it can still be seen. */
export type Change = ChangeBase & ChangeDetail;

export interface ChangeBase {
  /** The same whenever these two moments are compared, and mostly when near ones are. */
  readonly key: string;
  /** The number of the block where it is. */
  readonly block: number;
  /** The number of the innermost place around it; the place itself for what happened to that. */
  readonly place: number | null;
  /** Who did it, whoever did most first; empty when nobody in particular. */
  readonly by: readonly PersonId[];
  /** The journal position at which all of it was there; null when that can't be told. */
  readonly seq: Seq | null;
  /** When that was; epoch milliseconds. */
  readonly at: number | null;
}

/** Of words that begin or end inside a word: the letters of it that stayed. */
export interface InWord {
  readonly word?: {readonly before: string; readonly after: string};
}

export type ChangeDetail =
  /** `text` is what is there now, `was` what was there; the beginning of it when it is long. */
  | ({readonly what: 'inserted'; readonly of: ChangedThing; readonly text: string} & InWord)
  | ({readonly what: 'deleted'; readonly of: ChangedThing; readonly was: string} & InWord)
  | ({readonly what: 'replaced'; readonly text: string; readonly was: string} & InWord)
  /** Came to where it stands; a passage of text also goes, where it stood. */
  | {readonly what: 'moved'; readonly of: 'block' | 'text'; readonly text: string}
  | {readonly what: 'went'; readonly was: string}
  /** From paragraph to heading, into a list or out of it: the types from the outside to the inside. */
  | {readonly what: 'retyped'; readonly from: readonly string[]; readonly to: readonly string[]}
  /** An attribute of the block; null for nothing. */
  | {readonly what: 'field'; readonly field: string; readonly from: unknown; readonly to: unknown}
  | {
      readonly what: 'formatted';
      readonly added: readonly DifferenceMark[];
      readonly removed: readonly DifferenceMark[];
      readonly text: string;
    }
  /** This block was the end or the beginning of the block `other`. */
  | {readonly what: 'split'; readonly other: number}
  /** This block, which stood here, became a part of the block `other`. */
  | {readonly what: 'joined'; readonly other: number};

export type ChangedThing = 'block' | 'text' | 'row' | 'column';

/** Everybody whose id occurs in it: who changed something, and who is named in either text. */
export function peopleInDifference({
  blocks,
  changes,
}: Pick<Difference, 'blocks' | 'changes'>): readonly PersonId[] {
  const found = new Set<PersonId>();
  for (const {by} of changes) for (const person of by) found.add(person);
  const visit = (nodes: DifferenceBlock['content']): void => {
    for (const node of nodes) {
      // A block holds blocks or text.
      if (node.is === 'run') break;
      if (node.is === 'away') continue;
      for (const attrs of [node.attrs, node.was?.attrs]) {
        const person = readPerson(attrs?.['person']);
        if (person) found.add(person);
      }
      visit(node.content);
    }
  };
  visit(blocks);
  return [...found];
}

/** A document's JSON, as far as it can be drawn from. */
export interface DrawnNode {
  readonly type: string;
  readonly attrs?: Attributes;
  readonly content?: readonly DrawnNode[];
  readonly text?: string;
  readonly marks?: readonly DifferenceMark[];
}

/** The later text, exactly. */
export function laterOf({blocks}: Pick<Difference, 'blocks'>): DrawnNode {
  const later = (nodes: DifferenceBlock['content']): readonly DrawnNode[] =>
    inline(
      nodes.flatMap((node) => {
        if (node.is === 'away' || node.where === 'earlier') return [];
        if (node.is === 'run') return [drawnRun(node, node.marks)];
        return [drawnBlock(node.type, node.attrs, later(node.content))];
      }),
    );
  return drawnBlock('doc', {}, later(blocks));
}

/** The earlier text, exactly. */
export function earlierOf({blocks}: Pick<Difference, 'blocks'>): DrawnNode {
  const byNumber = new Map<number, DifferenceBlock>();
  const texts = new Map<number, DrawnNode[]>();
  const collect = (nodes: DifferenceBlock['content'], inside: number): void => {
    for (const node of nodes) {
      if (node.is === 'block') {
        byNumber.set(node.number, node);
        collect(node.content, node.number);
      } else if (node.is === 'run' && node.where !== 'later') {
        const number = node.of ?? inside;
        const runs = texts.get(number) ?? [];
        runs.push(drawnRun(node, node.was ?? node.marks));
        texts.set(number, runs);
      }
    }
  };
  const earlier = (block: DifferenceBlock): DrawnNode => {
    const {type, attrs} = block.was ?? block;
    const text = inline(texts.get(block.number) ?? []);
    return drawnBlock(type, attrs, [...text, ...block.content.flatMap(blocksIn)]);
  };
  const blocksIn = (node: DifferenceNode | DifferenceRun): readonly DrawnNode[] => {
    if (node.is === 'run') return [];
    const block = node.is === 'away' ? byNumber.get(node.number) : node;
    return !block || (node.is === 'block' && isElsewhere(node)) ? [] : [earlier(block)];
  };
  // A block that stands in both texts stood here, unless something says that it stood elsewhere.
  const away = new Set<number>();
  const isElsewhere = ({number, where}: DifferenceBlock) => where === 'later' || away.has(number);
  const findAway = (nodes: DifferenceBlock['content']): void => {
    for (const node of nodes) {
      if (node.is === 'away') away.add(node.number);
      else if (node.is === 'block') findAway(node.content);
    }
  };
  collect(blocks, -1);
  findAway(blocks);
  return drawnBlock('doc', {}, blocks.flatMap(blocksIn));
}

function drawnBlock(type: string, attrs: Attributes, content: readonly DrawnNode[]): DrawnNode {
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? {attrs} : {}),
    ...(content.length > 0 ? {content} : {}),
  };
}

function drawnRun({type, text}: DifferenceRun, marks: readonly DifferenceMark[]): DrawnNode {
  if (type !== 'text') return {type};
  return {type, text, ...(marks.length > 0 ? {marks} : {})};
}

/** Text that looks the same and stands together is one piece, however many runs it is made of. */
function inline(nodes: readonly DrawnNode[]): readonly DrawnNode[] {
  const joined: DrawnNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const continues =
      last?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (last && continues) joined[joined.length - 1] = {...last, text: `${last.text}${node.text}`};
    else joined.push(node);
  }
  return joined;
}
