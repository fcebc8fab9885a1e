/** Find and replace, under the toolbar; the text stays in view. */

import type {Editor, SingleCommands} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {ArrowDown, ArrowUp, X} from 'lucide-react';
import {type KeyboardEvent, useEffect, useState} from 'react';
import {Checkbox} from 'react-aria-components';
import {Button} from '../ui/button.tsx';
import {TextField} from '../ui/text-field.tsx';
import {find as words} from '../words/editor.ts';
import {findState} from './find.ts';
import './find-bar.css';

export interface FindBarProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

export function FindBar({editor, onClose}: FindBarProps) {
  const [text, setText] = useState(() => selectedWords(editor));
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const {current, total} = useEditorState({
    editor,
    selector: ({editor: {state}}) => {
      const found = findState(state);
      return {current: found.current + 1, total: found.matches.length};
    },
  });

  useEffect(() => {
    editor.commands.find({text, matchCase});
    reveal(editor);
  }, [editor, text, matchCase]);
  useEffect(() => () => void editor.commands.find({text: '', matchCase: false}), [editor]);

  function go(move: (commands: SingleCommands) => boolean) {
    move(editor.commands);
    reveal(editor);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type === 'checkbox') return;
    event.preventDefault();
    go((commands) => (event.shiftKey ? commands.findPrevious() : commands.findNext()));
  }

  return (
    <search className="find-bar" aria-label={words.label} onKeyDown={onKeyDown}>
      <TextField label={words.field} value={text} onChange={setText} isFirst />
      <div className="find-buttons">
        <p role="status" className="find-count">
          {text ? words.count(current, total) : ''}
        </p>
        <Button
          icon={<ArrowUp size={18} aria-hidden />}
          onPress={() => go((commands) => commands.findPrevious())}
        >
          {words.previous}
        </Button>
        <Button
          icon={<ArrowDown size={18} aria-hidden />}
          onPress={() => go((commands) => commands.findNext())}
        >
          {words.next}
        </Button>
      </div>
      <TextField label={words.replaceField} value={replacement} onChange={setReplacement} />
      <div className="find-buttons">
        <Button onPress={() => go((commands) => commands.replaceFound(replacement))}>
          {words.replace}
        </Button>
        <Button onPress={() => editor.commands.replaceAllFound(replacement)}>
          {words.replaceAll}
        </Button>
        <Checkbox className="find-case" isSelected={matchCase} onChange={setMatchCase}>
          <span className="find-box" aria-hidden />
          {words.matchCase}
        </Checkbox>
        <Button icon={<X size={18} aria-hidden />} onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </search>
  );
}

/** While the focus is in the field, the editor itself scrolls nowhere. */
function reveal(editor: Editor): void {
  editor.view.dom.querySelector('.found-current')?.scrollIntoView({block: 'center'});
}

/** What is selected, if it is a few words: most likely what one looks for. */
function selectedWords({state}: Editor): string {
  const {from, to} = state.selection;
  const text = state.doc.textBetween(from, to, '\n');
  return text.includes('\n') || text.length > 60 ? '' : text;
}
