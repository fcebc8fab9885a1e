/** A document's text without an editor: the same blocks, drawn once and only to be read. */

import type {NamedPeople} from '@samenspel/shared';
import {isSafeLink} from '@samenspel/shared/schema/links';
import {Children, type ReactNode, useMemo} from 'react';
import {EmptyState} from '../ui/states.tsx';
import {history as words} from '../words/index.ts';
import {type Block, type BlockProps, type Drawer, type Drawing, openDrawing} from './draw.ts';
import {PeopleInText} from './people-in-text.ts';
import {filled, Paragraph, planLines, sourceMarks} from './prose-plan.tsx';
import '../editor/prose.css';

export interface ProseProps {
  /** A document's JSON as it came from the server. */
  readonly content: unknown;
  /** Who is named in it. */
  readonly people: NamedPeople;
}

export function Prose({content, people}: ProseProps) {
  // Drawn without the editor and its schema, which weigh more than all the rest of this page.
  const drawn = useMemo(() => (isDocument(content) ? draw(content) : null), [content]);
  if (!isDocument(content)) {
    return <EmptyState title={words.unreadable}>{words.unreadableWhat}</EmptyState>;
  }
  if (!content.content?.length) return <p className="muted">{words.empty}</p>;
  return (
    <PeopleInText value={people}>
      <div className="prose">{drawn}</div>
    </PeopleInText>
  );
}

/** One block of a document by itself; null when it is none. */
export function drawBlock(block: unknown, draw: Drawer): ReactNode {
  return isBlock(block) ? draw(block) : null;
}

/** What a page draws beside what is in every document. */
export type MoreToDraw = Pick<Drawing, 'nodes' | 'marks'>;

export function drawer(people: NamedPeople, more: MoreToDraw): Drawer {
  const drawMore = openDrawing({
    ...inEveryText,
    ...{nodes: {...everyNode, ...more.nodes}, marks: {...everyMark, ...more.marks}},
  });
  return (block) => <PeopleInText value={people}>{drawMore(block)}</PeopleInText>;
}

const everyNode: Drawing['nodes'] = {
  doc: Just,
  text: Words,
  paragraph: Paragraph,
  heading: Heading,
  blockquote: ({children}) => <blockquote>{children}</blockquote>,
  bulletList: ({children}) => <ul>{children}</ul>,
  orderedList: ({node, children}) => <ol start={numberIn(node, 'start') ?? 1}>{children}</ol>,
  listItem: ({children}) => <li>{children}</li>,
  taskList: ({children}) => <ul data-type="taskList">{children}</ul>,
  taskItem: TaskItem,
  horizontalRule: () => <hr />,
  hardBreak: () => <br />,
  table: WideTable,
  tableRow: ({children}) => <tr>{children}</tr>,
  tableHeader: ({node, children}) => <th {...spanOf(node)}>{children}</th>,
  tableCell: ({node, children}) => <td {...spanOf(node)}>{children}</td>,
  ...planLines,
};

const everyMark: Drawing['marks'] = {
  ...sourceMarks,
  bold: ({children}) => <strong>{children}</strong>,
  italic: ({children}) => <em>{children}</em>,
  underline: ({children}) => <u>{children}</u>,
  strike: ({children}) => <s>{children}</s>,
  link: ({mark, children}) => <SafeLink href={attribute(mark, 'href')}>{children}</SafeLink>,
};

// A block or mark from another version of the schema: at least its words are shown.
const inEveryText: Drawing = {nodes: everyNode, marks: everyMark, unknown: Just};

/** What is in every document; inside `PeopleInText`. */
export const draw: Drawer = openDrawing(inEveryText);

function Just({children}: {readonly children?: ReactNode}) {
  return <>{children}</>;
}

/** With the place in its line, so that one can ask whose words these are. */
function Words({node}: BlockProps) {
  const [line, at] = [Reflect.get(node, 'line'), Reflect.get(node, 'at')];
  if (typeof line !== 'string' || typeof at !== 'number') return <>{node.text ?? null}</>;
  return (
    <span data-line={line} data-at={at}>
      {node.text}
    </span>
  );
}

function Heading({node, children}: BlockProps) {
  const Level = `h${levelOf(node)}` as const;
  return <Level>{filled(children)}</Level>;
}

/** What was written long ago is checked like what is written now. */
function SafeLink({href, children}: {readonly href: unknown; readonly children?: ReactNode}) {
  if (typeof href !== 'string' || !isSafeLink(href)) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** What scrolls has to be reached by the keyboard (WCAG 2.1.1). */
const scrollable = {role: 'group', tabIndex: 0};

function WideTable({node, children}: BlockProps) {
  const rows = Children.toArray(children);
  const heads = hasHead(node) ? 1 : 0;
  return (
    <div className="tableWrapper" aria-label={words.table} {...scrollable}>
      <table>
        {heads > 0 ? <thead>{rows.slice(0, heads)}</thead> : null}
        <tbody>{rows.slice(heads)}</tbody>
      </table>
    </div>
  );
}

/** A first row of headings, of which none reaches further down: it stands above every page on paper. */
function hasHead({content}: Block): boolean {
  const cells = content?.[0]?.content ?? [];
  const isHead = (cell: Block) =>
    cell.type === 'tableHeader' && (numberIn(cell, 'rowspan') ?? 1) < 2;
  return cells.length > 0 && cells.every(isHead);
}

function TaskItem({node, children}: BlockProps) {
  const isDone = attribute(node, 'checked') === true;
  return (
    <li data-type="taskItem" data-checked={isDone}>
      <label>
        <input
          type="checkbox"
          checked={isDone}
          disabled
          readOnly
          aria-label={isDone ? words.taskDone : words.taskOpen}
        />
        <span />
      </label>
      <div>{children}</div>
    </li>
  );
}

function levelOf(node: Block): 1 | 2 | 3 {
  const level = numberIn(node, 'level');
  return level === 2 || level === 3 ? level : 1;
}

function spanOf(node: Block): {readonly colSpan: number; readonly rowSpan: number} {
  return {colSpan: numberIn(node, 'colspan') ?? 1, rowSpan: numberIn(node, 'rowspan') ?? 1};
}

function numberIn(node: Block, name: string): number | null {
  const value = attribute(node, name);
  return typeof value === 'number' ? value : null;
}

function attribute({attrs}: {readonly attrs?: object}, name: string): unknown {
  return attrs ? Reflect.get(attrs, name) : undefined;
}

/** Whether this is a document's JSON; its blocks are drawn whatever they are. */
function isDocument(content: unknown): content is Block {
  return isBlock(content) && content.type === 'doc';
}

/** Whether this is JSON of a block, and of nothing else all the way down. */
export function isBlock(value: unknown): value is Block {
  if (typeof value !== 'object' || value === null) return false;
  const {type, content, marks, text, attrs} = value as Readonly<Record<string, unknown>>;
  return (
    typeof type === 'string' &&
    isAbsentOr(content, (blocks) => Array.isArray(blocks) && blocks.every(isBlock)) &&
    isAbsentOr(marks, (list) => Array.isArray(list) && list.every(isMark)) &&
    isAbsentOr(text, (line) => typeof line === 'string') &&
    isAbsentOr(attrs, (one) => typeof one === 'object')
  );
}

function isMark(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'
  );
}

function isAbsentOr(value: unknown, test: (value: unknown) => boolean): boolean {
  return value === undefined || value === null || test(value);
}
