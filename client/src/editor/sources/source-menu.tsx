/** The toolbar's menu to say what the chosen words rest on. */

import {sourceKinds} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {BookMarked, Check} from 'lucide-react';
import {Menu} from '../../ui/menu.tsx';
import {sourceChoice, sources as words} from '../../words/sources.ts';
import {restsOn} from './sources.ts';

/** Words that are not there, so that the line under them is seen. */
const room = '\u00a0'.repeat(6);

export function SourceMenu({editor}: {readonly editor: Editor}) {
  const on = useEditorState({
    editor,
    selector: ({editor: now}) => sourceKinds.filter((kind) => restsOn(now.state, kind)).join(' '),
  }).split(' ');
  const items = sourceKinds.map((kind) => {
    const isOn = on.includes(kind);
    return {
      id: kind,
      words: sourceChoice(kind, isOn),
      icon: isOn ? (
        <Check size={20} aria-hidden />
      ) : (
        <span className="prose source-sample" aria-hidden="true">
          <span data-source={kind}>{room}</span>
        </span>
      ),
      onChoose: () => void editor.chain().focus().toggleSource(kind).run(),
    };
  });
  return (
    <Menu label={words.menu} items={items}>
      <BookMarked size={20} aria-hidden />
      <span>{words.menu}</span>
    </Menu>
  );
}
