/** Where a block should go: one of the tasks and goals it fits in. */

import type {Editor} from '@tiptap/core';
import {useState} from 'react';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {blockName, homeName, moving as words} from '../words/moving.ts';
import {moveTo} from './block-acts.ts';
import {blockNow, type BlockTarget} from './block-menu.tsx';
import {type Gap, homesFor, mayHold, titleOf} from './movable.ts';
import './move-dialog.css';

export interface MoveDialogProps {
  readonly editor: Editor;
  readonly target: BlockTarget;
  readonly onClose: () => void;
}

interface Choice {
  readonly words: string;
  /** So many of them stand around it. */
  readonly depth: number;
  /** Asked when it is chosen: the text goes on changing. */
  readonly gap: () => Gap | null;
}

export function MoveDialog({editor, target, onClose}: MoveDialogProps) {
  const [choices] = useState(() => choicesFor(editor, target));
  const block = blockNow(editor, target);
  const name = block ? blockName(block, titleOf(block.node)) : words.block;

  function go({gap}: Choice): void {
    const place = gap();
    const now = blockNow(editor, target);
    onClose();
    if (place && now) moveTo(editor, now.pos, place);
  }

  return (
    <Dialog title={words.toTitle(name)} isOpen onClose={onClose}>
      <p>{choices.length > 0 ? words.toWhich : words.nowhere}</p>
      <ul className="plain move-homes">
        {choices.map((choice, at) => (
          <li key={at} data-depth={choice.depth}>
            <Button onPress={() => go(choice)}>{choice.words}</Button>
          </li>
        ))}
      </ul>
      <DialogButtons>
        <Button onPress={onClose}>{words.cancel}</Button>
      </DialogButtons>
    </Dialog>
  );
}

function choicesFor(editor: Editor, target: BlockTarget): readonly Choice[] {
  const {doc} = editor.state;
  const block = blockNow(editor, target);
  if (!block) return [];
  const homes = homesFor(doc, block).map(({node, pos}): Choice => {
    const home = {id: node.attrs['id'], pos} as BlockTarget;
    return {
      words: homeName({node, pos}, titleOf(node)),
      depth: doc.resolve(pos).depth,
      gap: () => {
        const now = blockNow(editor, home);
        return now && {parentPos: now.pos, index: now.node.childCount};
      },
    };
  });
  if (block.parentPos === null || !mayHold(doc, block.node.type)) return homes;
  const loose = () => ({parentPos: null, index: editor.state.doc.childCount});
  return [...homes, {words: words.toText, depth: 0, gap: loose}];
}
