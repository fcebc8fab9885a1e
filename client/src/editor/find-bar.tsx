/** Find and replace, under the toolbar; the text stays in view. */

import type {Editor, SingleCommands} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {ArrowDown, ArrowUp, Replace, X} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import {Checkbox} from 'react-aria-components';
import {Button, IconButton} from '../ui/button.tsx';
import {TextField} from '../ui/text-field.tsx';
import {find as words} from '../words/editor.ts';
import {findState, replaceAll} from './find.ts';
import {useKeys} from './use-keys.ts';
import './find-bar.css';

export interface FindBarProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

export function FindBar({editor, onClose}: FindBarProps) {
  const [text, setText] = useState(() => selectedWords(editor));
  const [replacement, setReplacement] = useState('');
  const [isReplacing, setReplacing] = useState(false);
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

  const bar = useRef<HTMLElement>(null);
  useKeys(bar, (event) => {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.type === 'checkbox') return;
    event.preventDefault();
    go((commands) => (event.shiftKey ? commands.findPrevious() : commands.findNext()));
  });

  return (
    <section ref={bar} className="find-bar" aria-label={words.label}>
      <TextField label={words.field} value={text} onChange={setText} isFirst />
      <div className="find-buttons">
        <output className="find-count">{text ? words.count(current, total) : ''}</output>
        <IconButton
          icon={<ArrowUp size={20} aria-hidden />}
          onPress={() => go((commands) => commands.findPrevious())}
        >
          {words.previous}
        </IconButton>
        <IconButton
          icon={<ArrowDown size={20} aria-hidden />}
          onPress={() => go((commands) => commands.findNext())}
        >
          {words.next}
        </IconButton>
        <IconButton
          icon={<Replace size={20} aria-hidden />}
          aria-expanded={isReplacing}
          onPress={() => setReplacing(!isReplacing)}
        >
          {words.replacing}
        </IconButton>
        <IconButton icon={<X size={20} aria-hidden />} onPress={onClose}>
          {words.close}
        </IconButton>
      </div>
      {isReplacing ? (
        <>
          <TextField label={words.replaceField} value={replacement} onChange={setReplacement} />
          <div className="find-buttons">
            <Button onPress={() => go((commands) => commands.replaceFound(replacement))}>
              {words.replace}
            </Button>
            <Button onPress={() => replaceAll(editor, replacement)}>{words.replaceAll}</Button>
            <Checkbox className="find-case" isSelected={matchCase} onChange={setMatchCase}>
              <span className="find-box" aria-hidden />
              {words.matchCase}
            </Checkbox>
          </div>
        </>
      ) : null}
    </section>
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
