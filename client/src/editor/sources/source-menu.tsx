/** The toolbar's menu to say what the chosen words rest on. */

import {sourceKinds} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {BookMarked, Check} from 'lucide-react';
import {Menu} from '../../ui/menu.tsx';
import {sourceChoice, sources as words} from '../../words/sources.ts';
import {restsOn} from './sources.ts';

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
        <span className={`source-sample source-sample-${kind}`} aria-hidden="true" />
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
