/**
 * One handle for all blocks, at the top of the one under the pointer, else of the one with the caret: to
 * drag it by, and with the menu of all that can be done with it. On a phone the toolbar has that menu.
 */

import type {Editor} from '@tiptap/core';
import {Ellipsis, GripVertical} from 'lucide-react';
import {type RefObject, useEffect, useState} from 'react';
import {Menu} from '../ui/menu.tsx';
import {blockName, kindWord, moving as words} from '../words/moving.ts';
import {blockItems, blockNow, type BlockTarget, targetOf} from './block-menu.tsx';
import {startDrag} from './drag.ts';
import {movableAtCaret, movableFrom, titleOf} from './movable.ts';
import './block-handle.css';

export interface BlockHandleProps {
  readonly editor: Editor;
  /** What holds the text, and this. */
  readonly around: RefObject<HTMLElement | null>;
  readonly onMoveTo: (target: BlockTarget) => void;
}

interface Shown extends BlockTarget {
  /** In pixels, within what is around. */
  readonly top: number;
  readonly end: number;
}

export function BlockHandle({editor, around, onMoveTo}: BlockHandleProps) {
  const shown = useShown(editor, around);
  const block = shown ? blockNow(editor, shown) : null;
  if (!shown || !block) return null;
  const kind = kindWord(block.name, block.node);
  const title = titleOf(block.node);
  return (
    <div className="block-handle" style={{insetBlockStart: shown.top, insetInlineEnd: shown.end}}>
      <span
        className="block-grip"
        title={words.gripHint}
        onPointerDown={(event) => {
          // The caret stays, and nothing is selected on the way.
          event.preventDefault();
          startDrag(editor, shown, event.nativeEvent, event.currentTarget);
        }}
      >
        <GripVertical size={18} aria-hidden />
        <span>{words.grip}</span>
      </span>
      <Menu
        label={title === '' ? kind : `${kind} ${blockName(block, title)}`}
        items={blockItems(editor, shown, onMoveTo)}
      >
        <Ellipsis size={18} aria-hidden />
        <span>{kind}</span>
      </Menu>
    </div>
  );
}

function useShown(editor: Editor, around: RefObject<HTMLElement | null>): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const box = around.current;
    if (!box) return undefined;
    let pointed: BlockTarget | null = null;
    let frame: number | null = null;

    const place = () => {
      frame = null;
      if (editor.isDestroyed) return;
      setShown((before) => {
        const next = shownFor(editor, box, pointed);
        return isSame(before, next) ? before : next;
      });
    };
    const soon = () => {
      frame ??= requestAnimationFrame(place);
    };
    const point = ({target, pointerType}: PointerEvent) => {
      if (pointerType !== 'mouse' || !(target instanceof Element)) return;
      if (target.closest('.block-handle')) return;
      const section = target.closest('section[data-block]');
      const next = section && editor.view.dom.contains(section) ? targetAt(editor, section) : null;
      if (next?.pos === pointed?.pos && next?.id === pointed?.id) return;
      pointed = next;
      soon();
    };
    const leave = () => {
      pointed = null;
      soon();
    };
    editor.on('transaction', soon);
    editor.on('focus', soon);
    editor.on('blur', soon);
    box.addEventListener('pointermove', point);
    box.addEventListener('pointerleave', leave);
    const observer = new ResizeObserver(soon);
    observer.observe(editor.view.dom);
    // What folds away beside the text moves it.
    observer.observe(box);
    return () => {
      if (frame !== null) cancelAnimationFrame(frame);
      editor.off('transaction', soon);
      editor.off('focus', soon);
      editor.off('blur', soon);
      box.removeEventListener('pointermove', point);
      box.removeEventListener('pointerleave', leave);
      observer.disconnect();
    };
  }, [editor, around]);
  return shown;
}

function targetAt({view}: Editor, section: Element): BlockTarget | null {
  const block = movableFrom(view.state.doc, view.posAtDOM(section, 0) - 1);
  return block && targetOf(block);
}

function shownFor(editor: Editor, box: HTMLElement, pointed: BlockTarget | null): Shown | null {
  const atCaret = editor.isFocused || !pointed ? movableAtCaret(editor.state) : null;
  const block = (pointed && blockNow(editor, pointed)) ?? atCaret;
  const section = block ? editor.view.nodeDOM(block.pos) : null;
  if (!block || !(section instanceof HTMLElement)) return null;
  const [outer, inner] = [box.getBoundingClientRect(), section.getBoundingClientRect()];
  // Before the buttons that stand there.
  const buttons = [...section.querySelectorAll(':scope > .comment-button, :scope > .fold-button')];
  const end = Math.min(inner.right, ...buttons.map((one) => one.getBoundingClientRect().left));
  return {...targetOf(block), top: inner.top - outer.top, end: outer.right - end};
}

/** Others write before it all the time; with an id it is found wherever it stands by then. */
function isSame(a: Shown | null, b: Shown | null): boolean {
  if (!a || !b) return a === b;
  const isSamePlace = a.id !== null || a.pos === b.pos;
  return isSamePlace && a.id === b.id && a.top === b.top && a.end === b.end;
}
