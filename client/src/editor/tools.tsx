/** What the toolbar's menus offer. */

import {planBlockNames} from '@samenspel/shared/schema';
import type {ChainedCommands, Editor} from '@tiptap/core';
import {
  Columns3,
  Flag,
  Handshake,
  Heading1,
  Heading2,
  Heading3,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  MapPin,
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

type Run = (chain: ChainedCommands) => ChainedCommands;

const blockIcons = {task: MapPin, goal: Flag, action: SquareCheckBig, agreement: Handshake};
const headingIcons = [
  {level: 1, icon: Heading1},
  {level: 2, icon: Heading2},
  {level: 3, icon: Heading3},
] as const;

export function planItems(editor: Editor): readonly MenuItem[] {
  return planBlockNames.map((name) =>
    item(editor, name, blockWord(name), blockIcons[name], (chain) => chain.insertPlanBlock(name)),
  );
}

export function textItems(editor: Editor): readonly MenuItem[] {
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

export function listItems(editor: Editor): readonly MenuItem[] {
  const make = item.bind(null, editor);
  return [
    make('bulletList', words.bulletList, List, (chain) => chain.toggleBulletList()),
    make('orderedList', words.orderedList, ListOrdered, (chain) => chain.toggleOrderedList()),
    make('taskList', words.taskList, ListTodo, (chain) => chain.toggleTaskList()),
  ];
}

export function tableItems(editor: Editor, isInTable: boolean): readonly MenuItem[] {
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

function item(editor: Editor, id: string, name: string, Icon: LucideIcon, run: Run): MenuItem {
  return {
    id,
    words: name,
    icon: <Icon size={20} aria-hidden />,
    onChoose: () => run(editor.chain().focus()).run(),
  };
}
