/** The words of one line of the text, in a field: every letter goes into the text as if typed there. */

import type {BlockId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {useLayoutEffect, useRef} from 'react';
import {Input, Label, TextField} from 'react-aria-components';
import {difference, setWords, wordsIn} from './set-field.ts';
import '../../ui/text-field.css';

export interface WordsFieldProps {
  readonly editor: Editor;
  readonly id: BlockId;
  readonly node: ProseMirrorNode;
  readonly label: string;
}

export function WordsField({editor, id, node, label}: WordsFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const words = wordsIn(node);
  useKeepCaret(input, words);
  return (
    <TextField
      className="text-field"
      value={words}
      onChange={(typed) => setWords(editor, id, typed)}
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Input ref={input} />
    </TextField>
  );
}

/** When others change the words, the caret stays between the letters where it stood. */
function useKeepCaret(ref: {readonly current: HTMLInputElement | null}, words: string): void {
  const last = useRef({words, at: 0});
  useLayoutEffect(() => {
    const input = ref.current;
    if (!input) return undefined;
    const note = () => {
      last.current = {words: input.value, at: input.selectionStart ?? 0};
    };
    const before = last.current;
    if (document.activeElement === input && before.words !== words) {
      const {from, to, insert} = difference(before.words, words);
      const shift = to <= before.at ? insert.length - (to - from) : 0;
      input.setSelectionRange(before.at + shift, before.at + shift);
    }
    note();
    input.addEventListener('input', note);
    document.addEventListener('selectionchange', note);
    return () => {
      input.removeEventListener('input', note);
      document.removeEventListener('selectionchange', note);
    };
  }, [ref, words]);
}
