/** What the toolbar's menus offer. */

import {cardWord} from '@samenspel/shared';
import {type CardKind, cardKinds, planBlockNames} from '@samenspel/shared/schema';
import type {ChainedCommands, Editor} from '@tiptap/core';
import {
  Columns2,
  Columns3,
  Flag,
  Handshake,
  Heading1,
  Heading2,
  Heading3,
  Image,
  KeyRound,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  MapPin,
  MessagesSquare,
  Minus,
  Pilcrow,
  Quote,
  Rows3,
  Strikethrough,
  SquareCheckBig,
  Table2,
  TableProperties,
  Trash2,
  Underline,
} from 'lucide-react';
import type {MenuItem} from '../ui/menu.tsx';
import {blockWord} from '../words/blocks.ts';
import {toolbar as words} from '../words/editor.ts';

/** A choice of which is known whether it can be made where the caret stands. */
export interface ToolItem extends MenuItem {
  readonly isPossible: () => boolean;
  readonly onChoose: () => void;
}

type Run = (chain: ChainedCommands) => ChainedCommands;

const blockIcons = {task: MapPin, goal: Flag, action: SquareCheckBig, agreement: Handshake};
const headingIcons = [
  {level: 1, icon: Heading1},
  {level: 2, icon: Heading2},
  {level: 3, icon: Heading3},
] as const;

const cardIcons: Readonly<Record<CardKind, LucideIcon>> = {
  image: Image,
  interplay: Columns2,
  talk: MessagesSquare,
  wall: KeyRound,
};

export function planItems(editor: Editor): readonly ToolItem[] {
  const make = item.bind(null, editor);
  return [
    ...planBlockNames.map((name) =>
      make(name, blockWord(name), blockIcons[name], (chain) => chain.insertPlanBlock(name)),
    ),
    ...cardKinds.map((kind) =>
      make(`card-${kind}`, cardWord(kind), cardIcons[kind], (chain) => chain.insertCard(kind)),
    ),
  ];
}

/** What "/" offers: all that can be put where the caret stands. */
export function insertItems(editor: Editor): readonly ToolItem[] {
  const text = textItems(editor).filter(({id}) => !onSelection.includes(id));
  const tables = editor.isActive('table') ? [] : tableItems(editor, false);
  return [...planItems(editor), ...text, ...listItems(editor), ...tables].filter(({isPossible}) =>
    isPossible(),
  );
}

/** These change words that are there. */
const onSelection: readonly string[] = ['paragraph', 'underline', 'strike'];

export function textItems(editor: Editor): readonly ToolItem[] {
  const make = item.bind(null, editor);
  return [
    make('paragraph', words.paragraph, Pilcrow, (chain) => chain.setParagraph()),
    ...headingIcons.map(({level, icon}) =>
      make(`heading-${level}`, words.heading(level), icon, (chain) => chain.toggleHeading({level})),
    ),
    make('quote', words.quote, Quote, (chain) => chain.toggleBlockquote()),
    make('underline', words.underline, Underline, (chain) => chain.toggleUnderline()),
    make('strike', words.strike, Strikethrough, (chain) => chain.toggleStrike()),
    make('line', words.line, Minus, (chain) => chain.setHorizontalRule()),
  ];
}

export function listItems(editor: Editor): readonly ToolItem[] {
  const make = item.bind(null, editor);
  return [
    make('bulletList', words.bulletList, List, (chain) => chain.toggleBulletList()),
    make('orderedList', words.orderedList, ListOrdered, (chain) => chain.toggleOrderedList()),
    make('taskList', words.taskList, ListTodo, (chain) => chain.toggleTaskList()),
  ];
}

export function tableItems(editor: Editor, isInTable: boolean): readonly ToolItem[] {
  const make = item.bind(null, editor);
  if (!isInTable) {
    const size = {rows: 3, cols: 3, withHeaderRow: true};
    return [make('insert', words.insertTable, Table2, (chain) => chain.insertTable(size))];
  }
  return [
    make('row-below', words.rowBelow, Rows3, (chain) => chain.addRowAfter()),
    make('row-above', words.rowAbove, Rows3, (chain) => chain.addRowBefore()),
    make('column-after', words.columnAfter, Columns3, (chain) => chain.addColumnAfter()),
    make('column-before', words.columnBefore, Columns3, (chain) => chain.addColumnBefore()),
    make('header', words.headerRow, TableProperties, (chain) => chain.toggleHeaderRow()),
    make('delete-row', words.deleteRow, Trash2, (chain) => chain.deleteRow()),
    make('delete-column', words.deleteColumn, Trash2, (chain) => chain.deleteColumn()),
    make('delete-table', words.deleteTable, Trash2, (chain) => chain.deleteTable()),
  ];
}

function item(editor: Editor, id: string, name: string, Icon: LucideIcon, run: Run): ToolItem {
  return {
    id,
    words: name,
    icon: <Icon size={20} aria-hidden />,
    isPossible: () => run(editor.can().chain()).run(),
    onChoose: () => void run(editor.chain().focus()).run(),
  };
}
