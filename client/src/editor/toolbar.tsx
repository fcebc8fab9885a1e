/** The buttons of the text: one stop for the Tab key, arrows within, Escape back to the text. */

import type {Editor} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {
  Blocks,
  Bold,
  Italic,
  Keyboard,
  Link2,
  List,
  type LucideIcon,
  MessageSquarePlus,
  Redo2,
  Search,
  SquarePlus,
  Table2,
  Type,
  Undo2,
  UserRoundSearch,
} from 'lucide-react';
import {type RefObject, useRef} from 'react';
import {Button, Group, Toolbar as AriaToolbar, ToggleButton} from 'react-aria-components';
import {Menu} from '../ui/menu.tsx';
import {authors} from '../words/authors.ts';
import {comments} from '../words/comments.ts';
import {toolbar as words} from '../words/editor.ts';
import {moving} from '../words/moving.ts';
import {blockItems, type BlockTarget, foldItems, targetOf} from './block-menu.tsx';
import {isFolded} from './fold.ts';
import {movableAtCaret} from './movable.ts';
import {SourceMenu} from './sources/source-menu.tsx';
import {listItems, planItems, tableItems, textItems} from './tools.tsx';
import {useKeys} from './use-keys.ts';
import {useKeyboardInset} from './use-keyboard-inset.ts';
import './toolbar.css';

export interface ToolbarProps {
  readonly editor: Editor;
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onLink: () => void;
  readonly onFind: () => void;
  readonly onKeys: () => void;
  readonly onMoveTo: (target: BlockTarget) => void;
}

/** The six most used come first: on a phone they are what one sees. */
export function Toolbar({editor, ref, onLink, onFind, onKeys, onMoveTo}: ToolbarProps) {
  const dock = useRef<HTMLDivElement>(null);
  useKeyboardInset(dock);
  const active = useEditorState({
    editor,
    selector: ({editor: on}) => ({
      bold: on.isActive('bold'),
      italic: on.isActive('italic'),
      link: on.isActive('link'),
      table: on.isActive('table'),
    }),
  });
  const block = useEditorState({
    editor,
    selector: ({editor: on}) => targetAtCaret(on),
    equalityFn: isSameTarget,
  });
  const chain = () => editor.chain().focus();

  useKeys(ref, ({key}) => {
    if (key === 'Escape') editor.commands.focus();
  });

  return (
    <div ref={dock} className="toolbar-dock">
      <div ref={ref} className="toolbar-scroll">
        <AriaToolbar aria-label={words.label} className="toolbar">
          <Group className="tools">
            <ToolMenu icon={SquarePlus} word={words.plan} items={planItems(editor)} />
            <span className="tool-block">
              <ToolMenu
                icon={Blocks}
                word={moving.block}
                items={[
                  ...(block ? blockItems(editor, block, onMoveTo) : []),
                  ...foldItems(editor),
                ]}
              />
            </span>
            <Toggle
              icon={Bold}
              word={words.bold}
              isOn={active.bold}
              onPress={() => chain().toggleBold().run()}
            />
            <ToolMenu icon={Type} word={words.text} items={textItems(editor)} />
            <ToolMenu icon={List} word={words.list} items={listItems(editor)} />
            <Tool icon={Undo2} word={words.undo} onPress={() => chain().undo().run()} />
          </Group>
          <Group className="tools">
            <Tool
              icon={MessageSquarePlus}
              word={comments.tool}
              onPress={() => editor.emit('comment', {on: 'here'})}
            />
            <Toggle
              icon={Italic}
              word={words.italic}
              isOn={active.italic}
              onPress={() => chain().toggleItalic().run()}
            />
            <Tool icon={Redo2} word={words.redo} onPress={() => chain().redo().run()} />
            <Toggle icon={Link2} word={words.link} isOn={active.link} onPress={onLink} />
            <SourceMenu editor={editor} />
            <Tool
              icon={UserRoundSearch}
              word={authors.tool}
              onPress={() => editor.emit('whoWrote', undefined)}
            />
            <ToolMenu icon={Table2} word={words.table} items={tableItems(editor, active.table)} />
            <Tool icon={Search} word={words.find} onPress={onFind} />
            <span className="for-keyboards">
              <Tool icon={Keyboard} word={words.keys} onPress={onKeys} />
            </span>
          </Group>
        </AriaToolbar>
      </div>
    </div>
  );
}

/** The block with the caret, and whether it is folded: what its menu offers hangs on both. */
function targetAtCaret({state}: Editor) {
  const block = movableAtCaret(state);
  const target = block ? targetOf(block) : null;
  return target && {...target, isShut: target.id !== null && isFolded(state, target.id)};
}

type AtCaret = ReturnType<typeof targetAtCaret>;

/** Others write before it all the time; with an id it is found wherever it stands by then. */
function isSameTarget(a: AtCaret, b: AtCaret | null): boolean {
  if (!a || !b) return a === b;
  const isSamePlace = a.id !== null || a.pos === b.pos;
  return isSamePlace && a.id === b.id && a.isShut === b.isShut;
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly onPress: () => void;
}

function Tool({icon: Icon, word, onPress}: ToolProps) {
  return (
    <Button className="icon-button" onPress={onPress} preventFocusOnPress>
      <Icon size={20} aria-hidden />
      <span>{word}</span>
    </Button>
  );
}

function Toggle({icon: Icon, word, isOn, onPress}: ToolProps & {readonly isOn: boolean}) {
  return (
    <ToggleButton className="icon-button" isSelected={isOn} onPress={onPress} preventFocusOnPress>
      <Icon size={20} aria-hidden />
      <span>{word}</span>
    </ToggleButton>
  );
}

function ToolMenu({
  icon: Icon,
  word,
  items,
}: {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly items: Parameters<typeof Menu>[0]['items'];
}) {
  return (
    <Menu label={word} items={items} isDisabled={items.length === 0}>
      <Icon size={20} aria-hidden />
      <span>{word}</span>
    </Menu>
  );
}
